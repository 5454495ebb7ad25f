// SPDX-License-Identifier: MIT
#include "corpus/search/query_text.hpp"

#include <algorithm>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::search {
namespace {

constexpr std::size_t longest_query = std::size_t{1} << 16;

}  // namespace

QueryText::QueryText(std::string_view text) : text_(text) {
  const std::size_t valid = unicode::valid_prefix(text);
  if (valid != text.size()) {
    const std::size_t column = unicode::count_code_points(text.substr(0, valid)) + 1;
    throw Error{{.column = column, .cause = "the query is not valid UTF-8"}};
  }
  if (text.empty()) fail(0, "the query is empty");
  if (text.size() > longest_query)
    fail(0, "a query of over 64 KiB", "--queries takes a file with a query in each line");
}

void QueryText::fail(std::size_t at, std::string cause, std::string hint) const {
  fail_behind(at, 0, std::move(cause), std::move(hint));
}

void QueryText::fail_behind(std::size_t at, std::size_t characters, std::string cause, std::string hint) const {
  const std::size_t after = std::min(characters, unicode::count_code_points(text_.substr(at)));
  const std::size_t column = unicode::count_code_points(text_.substr(0, at)) + after + 1;
  throw Error{{.column = column, .cause = std::move(cause), .hint = std::move(hint)}};
}

std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 40;
  if (text.size() <= longest) return std::string(text);
  std::size_t length = longest;
  while (unicode::continues(text[length])) --length;
  return std::string(text.substr(0, length)) + "…";
}

}  // namespace corpus::search
