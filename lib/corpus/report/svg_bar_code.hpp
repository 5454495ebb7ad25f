// SPDX-License-Identifier: MIT
/// \file
/// The bar codes of bar_code.hpp as a figure to be printed: SVG 1.1, 170 mm wide (the text of a page), letters of 8 points.
///
///     write_svg_bar_codes(output, bars);
///
/// Each query has a panel with a row for each text, whose hits are strokes; the horizontal axis is the place in the text
/// in per cent of its tokens, the vertical one lists the texts. Nothing in it depends on fonts that are installed,
/// refers to something outside, or moves. Strokes that would be drawn at the same tenth of a point are one; so a row
/// takes at most some 30 KB. The same bars give the same bytes. Costs a look at each position.
#pragma once

#include <span>

#include "corpus/report/bar_code.hpp"
#include "corpus/report/output.hpp"

namespace corpus::report {

/// Bars of the same query follow each other. Does not flush the output.
void write_svg_bar_codes(Output& output, std::span<const BarCode> bars);

}  // namespace corpus::report
