// SPDX-License-Identifier: MIT
#include "corpus/search/gap.hpp"

#include "corpus/unicode/fold.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::search {
namespace {

std::string with_single_spaces(std::string_view text) {
  std::string result;
  bool in_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = unicode::decode(text, at);
    const bool space = unicode::white_space(point);
    if (!space) result += text.substr(at, length);
    if (space && !in_space) result += ' ';
    in_space = space;
    at += length;
  }
  return result;
}

std::string read_gap(std::string_view text, Compare compare) {
  std::string read = with_single_spaces(text);
  if (compare == Compare::forms || read.empty()) return read;
  std::string type;
  unicode::append_type(type, read, {});
  return type;
}

}  // namespace

Gap Gap::of(std::string_view text, Compare compare) {
  Gap gap;
  gap.text_ = read_gap(text, compare);
  gap.compare_ = compare;
  return gap;
}

bool Gap::matches(std::string_view between) const { return text_ == read_gap(between, compare_); }

}  // namespace corpus::search
