// SPDX-License-Identifier: MIT
// The form is that of GitHub Flavored Markdown, section "Tables"; backslash escapes are CommonMark's, section 2.4.
#include <gtest/gtest.h>

#include "rows.hpp"

namespace corpus::report {
namespace {

std::string cell_of(std::string_view text) {
  return written({.format = Format::markdown, .header = Header::hidden}, {{"a"}}, {{text}});
}

TEST(Markdown, IsAPipeTableForPeople) {
  EXPECT_EQ(written({.format = Format::markdown}, example_columns(), {example_row(), undefined_row()}),
            "| type | freq | line | per_million |\n"
            "| --- | ---: | ---: | ---: |\n"
            "| snow | 8,431 | 1200 | 666,666.67 |\n"
            "| | | | |\n");
}

TEST(Markdown, EscapesWhatItWouldReadAsMarkup) {
  EXPECT_EQ(cell_of("a|b\\c"), "| a\\|b\\\\c |\n");
  EXPECT_EQ(cell_of("`c` *i* [l] <b> ~s~ &amp;"), "| \\`c\\` \\*i\\* \\[l\\] \\<b> \\~s\\~ \\&amp; |\n");
  EXPECT_EQ(cell_of("_so_ snake_case"), "| \\_so\\_ snake_case |\n");
}

TEST(Markdown, ShowsControls) {
  EXPECT_EQ(cell_of("two\nlines \x1b[0m"), "| two\\\\nlines \\\\x1b\\[0m |\n");
  EXPECT_EQ(cell_of("caf\xe9"), "| caf\\\\xe9 |\n");
}

}  // namespace
}  // namespace corpus::report
