// SPDX-License-Identifier: MIT
#include "corpus/text/hyphenation_evidence.hpp"

#include <algorithm>

#include "corpus/text/hyphenation_words.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::text {
namespace {

constexpr std::size_t most_splits = 16384;
constexpr std::size_t most_parts = std::size_t{1} << 18;
constexpr std::size_t most_compounds = 65536;

/// Longer is no word.
constexpr std::size_t longest_word = 100;

/// A text in whose beginning so much is written in scripts without spaces that the scanner would look up little else.
/// These split no words.
bool without_spaces(std::string_view text) {
  constexpr std::size_t sample = 4096;
  std::size_t leads = 0;
  text = text.substr(0, sample);
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto second = static_cast<unsigned char>(text[i + 1]);
    const bool han_or_kana = first >= 0xE3 && first <= 0xE9;
    const bool thai_or_lao = first == 0xE0 && second >= 0xB8 && second <= 0xBB;
    leads += han_or_kana || thai_or_lao ? 1 : 0;
  }
  return leads > text.size() / 32;
}

bool may_be_in_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

}  // namespace

void HyphenEvidence::start(std::string_view text) {
  noted_ += text.size();
  if (!without_spaces(text)) add_hyphenated(text);
}

void HyphenEvidence::add(std::string_view text) {
  added_ += text.size();
  if (!without_spaces(text)) {
    add_words(text);
    sampled_ += text.size();
  }
  take_out_parts();
}

void HyphenEvidence::add_words(std::string_view text) {
  scanner_.start(text);
  for (auto words = scanner_.next(); !words.empty(); words = scanner_.next()) {
    const auto ids = vocabulary_.intern(words);
    if (counts_.size() < vocabulary_.size()) counts_.resize(vocabulary_.size());
    for (const TypeId id : ids) ++counts_[id];
  }
}

/// Finds words with hyphens in them. Those that a line end cuts short are not whole and do not count.
void HyphenEvidence::add_hyphenated(std::string_view text) {
  for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at)) {
    const std::size_t sign = at++;
    if (sign == 0 || at == text.size() || !may_be_in_word(text[sign - 1]) || !may_be_in_word(text[at])) continue;
    const std::string_view right = word_at_begin(text.substr(at, longest_word));
    std::size_t from = sign < longest_word ? 0 : sign - longest_word;
    while (unicode::continues(text[from])) ++from;
    const std::string_view left = word_at_end(text.substr(from, sign - from));
    at += right.size();
    if (left.empty() || right.empty() || (at < text.size() && text[at] == '-')) continue;
    // What begins a line may be the rest of a word that the line before began.
    std::size_t begin = sign - left.size();
    while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\n' || text[begin - 1] == '\r')) --begin;
    if (begin + left.size() < sign && begin > 0 && text[begin - 1] == '-') continue;
    add_compound(text.substr(sign - left.size(), left.size() + 1 + right.size()));
  }
}

void HyphenEvidence::add_compound(std::string_view word) {
  if (compounds_.size() >= most_compounds) return;
  const std::string made = folded(word);
  const std::string_view type = made;
  std::size_t begin = 0;  // of the part before the hyphen at hand
  std::size_t hyphen = type.find('-');
  while (hyphen != std::string_view::npos) {
    const std::size_t end = std::min(type.find('-', hyphen + 1), type.size());
    count_compound(type.substr(begin, end - begin));
    count_compound(type.substr(begin, hyphen - begin + 1));
    if (begin > 0) count_compound(type.substr(0, end));
    begin = hyphen + 1;
    hyphen = type.find('-', begin);
  }
}

void HyphenEvidence::count_compound(std::string_view type) {
  const TypeId id = compounds_.intern(type);
  if (id == compound_counts_.size()) compound_counts_.push_back(0);
  ++compound_counts_[id];
}

void HyphenEvidence::add_left(std::string_view left) {
  any_ = true;
  note_part(last_part(left));
}

void HyphenEvidence::add_split(std::string_view left, std::string_view right) {
  if (left.size() > longest_word || right.size() > longest_word) return;
  note_part(first_part(right));
  if (splits_.size() < most_splits) splits_.push_back({std::string(left), std::string(right)});
}

void HyphenEvidence::note_part(std::string_view part) {
  if (noted_ <= vocabulary_sample && parts_.size() < most_parts) parts_.push_back({noted_, std::string(part)});
}

void HyphenEvidence::take_out_parts() {
  for (; taken_out_ < parts_.size() && parts_[taken_out_].end <= added_; ++taken_out_) {
    if (const auto id = vocabulary_.find(folded(parts_[taken_out_].part))) --counts_[*id];
  }
}

std::int64_t HyphenEvidence::words(std::string_view type) const {
  const auto id = vocabulary_.find(type);
  return id ? counts_[*id] : 0;
}

std::int64_t HyphenEvidence::hyphenated(std::string_view type) const {
  const auto found = compounds_.find(type);
  return found ? compound_counts_[*found] : 0;
}

bool HyphenEvidence::before_hyphen(const std::string& type) const { return compounds_.find(type + "-").has_value(); }

}  // namespace corpus::text
