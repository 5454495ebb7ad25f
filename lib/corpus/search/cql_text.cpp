// SPDX-License-Identifier: MIT
#include "corpus/search/cql_text.hpp"

#include <fmt/format.h>

#include <utility>

#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::search {
namespace {

constexpr std::uint64_t largest_number = 1'000'000'000;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_name_byte(char byte) {
  return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

}  // namespace

void CqlText::skip() {
  while (!ended()) {
    const auto [point, length] = unicode::decode(all_, at_);
    if (!unicode::white_space(point)) return;
    at_ += length;
  }
}

bool CqlText::take(char sign) {
  if (!is_at(sign)) return false;
  ++at_;
  skip();
  return true;
}

bool CqlText::take_word(std::string_view word) {
  const std::size_t begin = at_;
  if (take_name() == word) return true;
  at_ = begin;
  return false;
}

std::string_view CqlText::take_name() {
  const std::size_t begin = at_;
  while (!ended() && is_name_byte(all_[at_])) ++at_;
  const std::string_view name = all_.substr(begin, at_ - begin);
  skip();
  return name;
}

std::optional<std::uint64_t> CqlText::take_number() {
  if (ended() || !is_digit(all_[at_])) return std::nullopt;
  const std::size_t begin = at_;
  std::uint64_t number = 0;
  for (; !ended() && is_digit(all_[at_]); ++at_) {
    number = number * 10 + static_cast<std::uint64_t>(all_[at_] - '0');
    if (number > largest_number) fail(begin, "this number is too large");
  }
  skip();
  return number;
}

CqlValue CqlText::take_value() {
  CqlValue value{.begin = at_};
  const char quote = all_[at_++];
  while (!ended() && all_[at_] != quote) {
    const bool escaped_quote = all_[at_] == '\\' && at_ + 1 < all_.size() && all_[at_ + 1] == quote;
    const bool escape = all_[at_] == '\\' && at_ + 1 < all_.size() && !escaped_quote;
    if (escaped_quote) ++at_;
    // What an escape takes is no end of the value: "\\".
    for (int characters = escape ? 2 : 1; characters > 0; --characters) {
      const std::size_t length = unicode::decode(all_, at_).length;
      value.offsets.push_back(at_);
      value.text += all_.substr(at_, length);
      at_ += length;
    }
  }
  if (ended()) fail(value.begin, fmt::format("the value that begins here lacks its closing {}", quote));
  value.offsets.push_back(at_++);
  take_flags(value);
  return value;
}

/// `%cd` is `%c %d`.
void CqlText::take_flags(CqlValue& value) {
  skip();
  while (take('%')) {
    const std::size_t begin = at_;
    const std::string_view flags = take_name();
    if (flags.empty())
      fail_expected("a flag after %", "%c folds case, %d drops diacritics, %l takes the value as it is");
    for (std::size_t i = 0; i < flags.size(); ++i) {
      if (flags[i] != 'c' && flags[i] != 'd' && flags[i] != 'l') {
        fail(begin + i, fmt::format("there is no flag %{}", flags[i]),
             "%c folds case, %d drops diacritics, %l takes the value as it is");
      }
      value.fold_case = value.fold_case || flags[i] == 'c';
      value.drop_diacritics = value.drop_diacritics || flags[i] == 'd';
      value.literal = value.literal || flags[i] == 'l';
    }
  }
}

std::string CqlText::found() const {
  if (ended()) return "the end";
  std::size_t end = at_;
  while (end < all_.size() && is_name_byte(all_[end])) ++end;
  if (end == at_) end += unicode::decode(all_, at_).length;
  return shortened(all_.substr(at_, end - at_));
}

void CqlText::fail_expected(std::string_view what, std::string hint) const {
  fail(at_, fmt::format("expected {}, not {}", what, found()), std::move(hint));
}

void CqlText::fail(std::size_t at, std::string cause, std::string hint) const {
  text_.fail(at, std::move(cause), std::move(hint));
}

}  // namespace corpus::search
