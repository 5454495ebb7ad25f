// SPDX-License-Identifier: MIT
/// \file
/// Keywords in context for people: the table of a writer whose columns have a node.
///
///     std::vector<report::Column> columns{{.name = "place", .kind = Kind::place, .width = 16},
///                                         {"left", Kind::left}, {"node", Kind::node}, {"right", Kind::right}};
///     auto writer = report::make_writer(output, columns, {.format = Format::table, .terminal_width = 80});
///     writer->row({"01-keeper.txt:12", "The first ", "snow", " came in the night"});
///
///     place                                  left  node  right
///     01-keeper.txt:12                  The first  snow  came in the night
///     02-cook.txt:3     had said a word about the  snow  , for it had been there so lo
///
/// - Each row is written when it comes; nothing is held back. So widths come from the window, from what the columns are
///   said to need (Column::width), and from the first row. All columns but the three stand before them, in their order;
///   they grow with their rows, up to their share of the window, and take that from the left context: the node begins in
///   the same column from the first row to the last.
/// - The contexts fill the window and end at its edges, within a word where need be, as in every concordancer. Several
///   spaces are one, and those next to the node are left out: two set it off, with colour or without. What is cut
///   elsewhere ends with … (a place begins with it). A left context takes at most the width of its column. Where there
///   is no window, each takes that width, or 60 columns, and the node is whole.
/// - A window too narrow for all loses contexts first. Numbers are never cut, nor is a place behind its last colon.
/// - Widths are those that a terminal draws; text is cut between what readers take for characters (grapheme.hpp).
///   Controls are made visible. Terminals disagree about some emoji and about scripts of India; so where there is a
///   terminal and colour, a context beyond ASCII is followed by an order to go to the column where it ends.
/// - A line whose letters mostly run from right to left is one right-to-left isolate, padded to the window's edge, in
///   which each of the three is one again. A terminal that knows of directions so shows it as concordancers show
///   Hebrew and Arabic: mirrored, what comes before the node on its right, and the nodes one below the other at
///   their right edges. One that does not (xterm, tmux) draws all from left to right, as it does with such text
///   anyway, and the nodes begin in their column. In other lines, pieces with right-to-left letters are left-to-right
///   isolates, so that they do not move what stands beside them.
///
/// A row costs a walk over its cells. Memory: one row.
#pragma once

#include <memory>
#include <vector>

#include "corpus/report/writer.hpp"

namespace corpus::report {

/// Whether a table of these columns is a concordance: one of them is a node.
[[nodiscard]] bool is_concordance(const std::vector<Column>& columns);

/// What `make_writer` makes of such a table. The header line comes with the first row: no hits, no header.
std::unique_ptr<Writer> make_concordance(Output& output, std::vector<Column> columns, WriterOptions options);

}  // namespace corpus::report
