// SPDX-License-Identifier: MIT
#include "corpus/text/conllu_row.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstring>
#include <optional>
#include <system_error>

#include "corpus/error.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::text {
namespace {

constexpr std::size_t columns = 10;

struct Columns {
  std::array<std::string_view, columns> at;
  std::size_t count = 1;
};

Columns split(std::string_view line) {
  Columns found;
  const char* begin = line.data();
  const char* const end = begin + line.size();
  while (true) {
    const auto* tab = static_cast<const char*>(std::memchr(begin, '\t', static_cast<std::size_t>(end - begin)));
    const char* const stop = tab == nullptr ? end : tab;
    if (found.count <= columns) found.at[found.count - 1] = {begin, static_cast<std::size_t>(stop - begin)};
    if (tab == nullptr) return found;
    ++found.count;
    begin = tab + 1;
  }
}

/// Whether MISC, a list whose items `|` parts, holds SpaceAfter=No.
bool says_no_space(std::string_view misc) {
  constexpr std::string_view item = "SpaceAfter=No";
  for (std::size_t at = misc.find(item); at != std::string_view::npos; at = misc.find(item, at + 1)) {
    const std::size_t end = at + item.size();
    if ((at == 0 || misc[at - 1] == '|') && (end == misc.size() || misc[end] == '|')) return true;
  }
  return false;
}

/// The number that takes up all of `text`.
std::optional<std::uint64_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Reads the first column into a row without its other columns.
std::optional<ConlluRow> parse_id(std::string_view id) {
  using enum ConlluRow::Kind;
  const std::size_t mark = id.find_first_of("-.");
  const auto first = number(id.substr(0, mark));
  if (!first) return std::nullopt;
  if (mark == std::string_view::npos) return ConlluRow{.kind = word, .first = *first, .last = *first};
  const auto last = number(id.substr(mark + 1));
  if (!last) return std::nullopt;
  return ConlluRow{.kind = id[mark] == '-' ? range : empty_node, .first = *first, .last = *last};
}

std::string id_of(const ConlluRow& row) {
  using enum ConlluRow::Kind;
  if (row.kind == word) return fmt::format("{}", row.first);
  return fmt::format("{}{}{}", row.first, row.kind == range ? '-' : '.', row.last);
}

}  // namespace

void ConlluLine::fail(std::size_t at, std::string cause, std::string hint) const {
  const std::uint64_t column = 1 + unicode::count_code_points(text.substr(0, at));
  throw Error{{std::string(file), number, column, std::move(cause), std::move(hint)}};
}

ConlluRow parse_row(const ConlluLine& line) {
  const Columns found = split(line.text);
  if (found.count != columns) {
    line.fail(0, fmt::format("a row of {} column{}, not {}", found.count, found.count == 1 ? "" : "s", columns),
              "a tab stands between two columns, an empty line after a sentence; --content text, if it is no CoNLL-U");
  }
  const auto id = parse_id(found.at[0]);
  if (!id) {
    line.fail(0, "the first column is no number of a row",
              "1, 2, 3 for words, 3-4 for a multiword token, 5.1 for an empty node");
  }
  ConlluRow row = *id;
  row.form = found.at[1];
  row.lemma = found.at[2];
  row.upos = found.at[3];
  row.space_after = !says_no_space(found.at[9]);
  if (row.kind != ConlluRow::Kind::empty_node && row.form.find_first_not_of(' ') == std::string_view::npos) {
    line.fail(found.at[0].size() + 1, "a row without a form", "_ stands for a form that is not known");
  }
  return row;
}

void ConlluOrder::add(const ConlluRow& row, const ConlluLine& line) {
  using enum ConlluRow::Kind;
  begun_ = true;
  if (row.kind == empty_node) {
    if (row.first != word_ || row.last != empty_node_ + 1) {
      line.fail(0, fmt::format("row {} stands where {}.{} would", id_of(row), word_, empty_node_ + 1),
                "is a row missing?");
    }
    empty_node_ = row.last;
    return;
  }
  if (row.first != word_ + 1) {
    line.fail(0, fmt::format("row {} stands where {} would", id_of(row), word_ + 1),
              row.first == 1 ? "an empty line ends a sentence" : "is a row missing?");
  }
  if (row.kind == word) {
    word_ = row.first;
    empty_node_ = 0;
    return;
  }
  if (row.last < row.first) line.fail(0, fmt::format("the range {} runs backwards", id_of(row)), "");
  if (row.first <= range_end_) {
    line.fail(0, fmt::format("the range {} begins within the range {}-{}", id_of(row), range_begin_, range_end_), "");
  }
  range_begin_ = row.first;
  range_end_ = row.last;
}

void ConlluOrder::end(const ConlluLine& line) {
  if (word_ < range_end_) {
    line.fail(0, fmt::format("the sentence ends within the range {}-{}", range_begin_, range_end_),
              fmt::format("row {} is missing", word_ + 1));
  }
  *this = {};
}

}  // namespace corpus::text
