// SPDX-License-Identifier: MIT
#include "corpus/text/layout.hpp"

#include <algorithm>
#include <vector>

#include "corpus/text/lines.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::text {
namespace {

/// Fewer lines tell nothing.
constexpr std::size_t least_lines = 6;
constexpr std::size_t least_broken = 3;

/// Characters: lists of words and names are narrower, columns of print are not.
constexpr std::size_t least_width = 20;

struct SampledLine {
  std::size_t width = 0;       ///< in characters
  std::size_t first_word = 0;  ///< likewise
  std::size_t words = 0;
  bool after_blank = true;
  bool lower = false;  ///< begins with a small letter
  bool cased = false;  ///< holds a small letter
  bool ends_sentence = false;
};

SampledLine sample(std::string_view shown, bool after_blank) {
  SampledLine line;
  line.width = unicode::count_code_points(shown);
  line.first_word = unicode::count_code_points(shown.substr(0, shown.find_first_of(" \t")));
  line.words = 1 + static_cast<std::size_t>(std::count(shown.begin(), shown.end(), ' '));
  line.after_blank = after_blank;
  line.lower = starts_small(shown);
  line.cased = has_lower(shown);
  line.ends_sentence = closes_sentence(shown);
  return line;
}

std::vector<SampledLine> sample_lines(std::string_view start) {
  std::vector<SampledLine> lines;
  LineScanner scanner(start);
  bool after_blank = true;
  while (const auto line = scanner.next()) {
    // Of the last line only a part may be there.
    if (!line->ended() && start.size() >= layout_sample) break;
    if (!line->blank()) lines.push_back(sample(line->shown(start), after_blank));
    after_blank = line->blank();
  }
  return lines;
}

/// The width that one line in ten exceeds.
std::size_t usual_width(const std::vector<SampledLine>& lines) {
  std::vector<std::size_t> widths;
  for (const SampledLine& line : lines) widths.push_back(line.width);
  const auto at = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), at, widths.end());
  return *at;
}

}  // namespace

Layout decide_layout(std::string_view start) {
  const std::vector<SampledLine> lines = sample_lines(start);
  if (lines.size() < least_lines) return Layout::plain;
  const std::size_t width = usual_width(lines);
  if (width < least_width) return Layout::plain;

  std::size_t unfinished = 0;  // no sentence ends with them
  std::size_t broken = 0;      // of these, how many end for want of space: the next word would not have fitted
  std::size_t lower = 0;       // of these, how many go on with a small letter
  std::size_t cased = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const SampledLine& next = lines[i + 1];
    words += lines[i].words;
    cased += lines[i].cased ? 1 : 0;
    if (lines[i].ends_sentence) continue;
    ++unfinished;
    const bool full = (lines[i].width + 1 + next.first_word) * 10 >= width * 9;
    if (!full || (next.after_blank && !next.lower)) continue;
    ++broken;
    lower += next.lower ? 1 : 0;
  }
  if (broken < least_broken) return Layout::plain;
  const bool most = broken * 10 >= unfinished * 7;
  if (cased * 2 < lines.size()) return most && broken * 10 >= lines.size() * 6 ? Layout::wrapped : Layout::plain;
  // Full lines of words that nearly always go on small are prose, even among headings, verse and tables.
  const bool plainly = broken * 20 >= unfinished * 11 && lower * 5 >= broken * 4 && words >= lines.size() * 8;
  const bool prose = words >= lines.size() * 3 && unfinished * 4 >= lines.size() && lower * 5 >= broken * 2;
  return prose && (most || plainly) ? Layout::wrapped : Layout::plain;
}

}  // namespace corpus::text
