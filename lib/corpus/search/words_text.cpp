// SPDX-License-Identifier: MIT
#include "corpus/search/words_text.hpp"

#include <algorithm>

#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::search {
namespace {

constexpr char literal = '\0';

/// Puts letters or digits where the wildcards are.
void fill_in(Alternative& alternative) {
  const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
  const auto is_letter = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte < 0;
  };
  const std::string& shape = alternative.shape;
  const bool number =
      std::any_of(shape.begin(), shape.end(), is_digit) && std::none_of(shape.begin(), shape.end(), is_letter);
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (alternative.wildcards[i] != literal) alternative.shape[i] = number ? '0' : 'x';
  }
}

class Splitter {
 public:
  explicit Splitter(const QueryText& text) : text_(text), all_(text.all()) {}

  std::vector<QueryWord> split() {
    while (at_ < all_.size()) {
      const auto [point, length] = unicode::decode(all_, at_);
      if (unicode::white_space(point) && !joins_words(point, length)) {
        end_word();
        at_ += length;
      } else {
        add(all_[at_], length);
      }
    }
    end_word();
    if (words_.empty()) text_.fail(0, "the query has no words");
    return std::move(words_);
  }

 private:
  /// U+202F, with which French sets off thousands, is part of a word that it stands in.
  [[nodiscard]] bool joins_words(char32_t point, std::size_t length) const {
    const std::size_t next = at_ + length;
    return point == U'\u202F' && in_word_ && next < all_.size() &&
           !unicode::white_space(unicode::decode(all_, next).value);
  }

  void add(char first, std::size_t length) {
    if (!in_word_) words_.emplace_back(1);
    in_word_ = true;
    if (first == '|') {
      end_alternative();
      words_.back().emplace_back();
      ++at_;
    } else if (first == '*' || first == '?') {
      take(1, first);
    } else if (first == '\\') {
      if (++at_ == all_.size()) text_.fail(at_ - 1, "nothing stands behind the \\", "\\\\ stands for one \\");
      take(unicode::decode(all_, at_).length, literal);
    } else {
      take(length, literal);
    }
  }

  void take(std::size_t length, char wildcard) {
    Alternative& alternative = words_.back().back();
    for (; length > 0; --length) {
      alternative.shape += all_[at_];
      alternative.wildcards += wildcard;
      alternative.offsets.push_back(at_++);
    }
  }

  void end_alternative() {
    if (words_.back().back().shape.empty()) {
      text_.fail(at_, "an alternative is missing here", "\\| stands for the character itself");
    }
    fill_in(words_.back().back());
  }

  void end_word() {
    if (in_word_) end_alternative();
    in_word_ = false;
  }

  const QueryText& text_;
  std::string_view all_;
  std::size_t at_ = 0;
  bool in_word_ = false;
  std::vector<QueryWord> words_;
};

}  // namespace

bool Alternative::is_literal(std::size_t begin, std::size_t end) const {
  return std::string_view(wildcards).substr(begin, end - begin).find_first_not_of(literal) == std::string_view::npos;
}

std::string Alternative::glob(std::size_t begin, std::size_t end) const {
  std::string glob;
  for (std::size_t i = begin; i < end; ++i) {
    const bool special = shape[i] == '*' || shape[i] == '?' || shape[i] == '\\';
    if (wildcards[i] == literal && special) glob += '\\';
    glob += wildcards[i] == literal ? shape[i] : wildcards[i];
  }
  return glob;
}

std::vector<QueryWord> split_words(const QueryText& text) { return Splitter{text}.split(); }

}  // namespace corpus::search
