// SPDX-License-Identifier: MIT
#include "cmd/help.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "toy_command.hpp"

namespace corpus::cmd {
namespace {

using testing::HasSubstr;

TEST(Wrapped, BreaksAtSpacesAndIndents) {
  EXPECT_EQ(wrapped("one two three", 80, 0, 0), "one two three");
  EXPECT_EQ(wrapped("one two three", 9, 2, 2), "one two\n  three");
  EXPECT_EQ(wrapped("one two", 7, 0, 0), "one two");
  EXPECT_EQ(wrapped("one two", 6, 0, 0), "one\ntwo");
  EXPECT_EQ(wrapped("", 10, 2, 2), "");
  EXPECT_EQ(wrapped("unbreakable", 4, 2, 2), "unbreakable");
  EXPECT_EQ(wrapped("\u00e4\u00e4 \u00e4\u00e4", 5, 0, 0), "\u00e4\u00e4 \u00e4\u00e4");  // columns, not bytes
}

TEST(HelpPage, IsThisPage) {
  const Toy toy;
  EXPECT_EQ(help_page(*toy.app, 60), R"(Show one option of each kind.

Usage: corpus toy [OPTION...] [INPUT...]

Input:
  INPUT...              what to read
      --include GLOB    read only what matches (repeatable)
      --path FILE       a file

Output:
  -t, --top N           print only the first N rows
      --window N        tokens in a window [default: 50]
      --threshold X     where a factor ends [default: 0.72]
      --fruit apple|pear|quince
                        which fruit [default: pear]
      --colors COLOR,...
                        which colours: red, green, blue
  -q, --quiet           say less
      --keep-numbers / --drop-numbers
                        keep tokens of digits alone

Help:
  -h, --help            show this page

Examples:
  # the first three
  $ corpus toy --top 3 examples
  # standard input
  $ corpus toy -
)");
}

TEST(HelpPage, FitsTheWindow) {
  for (const Command& command : commands()) {
    const auto app = new_app(command);
    const Action action = command.configure(*app);
    for (const std::size_t width : {60U, 80U, 120U}) {
      std::istringstream lines(help_page(*app, width));
      for (std::string line; std::getline(lines, line);) {
        // A line that cannot be broken may stand out: a command to be copied, or the words of a choice.
        const bool whole = line.starts_with("  $ ") || line.find('|') != std::string::npos;
        if (!whole) {
          const auto columns = std::count_if(line.begin(), line.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
          EXPECT_LE(static_cast<std::size_t>(columns), width) << command.name << ": " << line;
        }
      }
    }
  }
}

TEST(OverviewPage, NamesEveryCommandUnderItsGroup) {
  const std::string page = overview_page(80);
  for (const Command& command : commands()) {
    const std::size_t group = page.find("\n" + std::string(command.group) + ":\n");
    ASSERT_NE(group, std::string::npos) << command.group;
    EXPECT_EQ(page.find("\n" + std::string(command.group) + ":\n", group + 1), std::string::npos);
    const std::size_t row = page.find("\n  " + std::string(command.name) + " ");
    EXPECT_GT(row, group) << command.name;
    EXPECT_THAT(page, HasSubstr(command.purpose));
  }
}

TEST(VersionPage, NamesWhatAResultDependsOn) {
  const std::string page = version_page();
  EXPECT_THAT(page, HasSubstr("word@1, Unicode 15.0.0, ICU "));
  EXPECT_THAT(page, HasSubstr("MIT"));
}

}  // namespace
}  // namespace corpus::cmd
