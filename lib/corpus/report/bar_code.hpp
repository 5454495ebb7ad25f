// SPDX-License-Identifier: MIT
/// \file
/// Bar codes: where in a text something is found, a line for each text.
///
///     const std::vector<std::uint64_t> positions{3, 4, 90};
///     write_bar_codes(output, std::vector{BarCode{"snow", "keeper.txt", 120, positions}}, {.width = 44});
///
///     document    hits  tokens  █ is 2 hits
///     keeper.txt     3     120  │█         ▄   │
///
/// A text takes the whole width, however long it is, and each column an equal share of its tokens; the eight heights of
/// a block say how many hits are in it, and the greatest number in any line of all is a full one. Names are cut until
/// the bars have two fifths of the window. Costs a look at each position twice; memory: a line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "corpus/report/output.hpp"
#include "corpus/report/writer.hpp"

namespace corpus::report {

struct BarCode {
  std::string_view query = {};
  std::string_view document = {};
  std::uint64_t tokens = 0;
  std::span<const std::uint64_t> positions = {};  ///< ascending …
  std::uint64_t begin = 0;                        ///< … from here on, and less than `tokens` away
};

/// Whether a column says what was looked for.
enum class QueryColumn { hidden, shown };

struct BarCodeOptions {
  std::size_t width = 80;  ///< of the window
  QueryColumn query = QueryColumn::hidden;
  Header header = Header::shown;
  Color color = Color::off;
};

/// Does not flush the output.
void write_bar_codes(Output& output, std::span<const BarCode> bars, const BarCodeOptions& options);

}  // namespace corpus::report
