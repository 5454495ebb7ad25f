// SPDX-License-Identifier: MIT
#include "corpus/text/place.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "corpus/unicode/utf8.hpp"
#include "reference/text/place.hpp"

namespace corpus {

// For messages of failed comparisons.
void PrintTo(const Place& place, std::ostream* out) { *out << place.line << ':' << place.column; }

namespace text {
namespace {

TEST(Place, LineEndsByHand) {
  EXPECT_EQ(count_line_ends(""), 0U);
  EXPECT_EQ(count_line_ends("ab"), 0U);
  EXPECT_EQ(count_line_ends("a\nb\n"), 2U);
  EXPECT_EQ(count_line_ends("a\r\nb\r\n"), 2U);
  EXPECT_EQ(count_line_ends("a\rb\r"), 2U);
  EXPECT_EQ(count_line_ends("\r\r\n\n"), 3U);
  EXPECT_EQ(count_line_ends("a\u2028b\u0085c\fd"), 0U);            // other separators part no lines
  EXPECT_EQ(count_line_ends(std::string(100000, '\n')), 100000U);  // more than a byte counts
  EXPECT_EQ(count_line_ends(std::string(100000, '\r')), 100000U);
}

TEST(Place, ColumnsAreCodePoints) {
  EXPECT_EQ(advance({}, ""), (Place{1, 1}));
  EXPECT_EQ(advance({}, "añ😀"), (Place{1, 4}));
  EXPECT_EQ(advance({}, "e\u0301"), (Place{1, 3}));
  EXPECT_EQ(advance({3, 5}, "ab"), (Place{3, 7}));
  EXPECT_EQ(advance({3, 5}, "ab\n"), (Place{4, 1}));
  EXPECT_EQ(advance({3, 5}, "ab\r\né"), (Place{4, 2}));
  EXPECT_EQ(advance({3, 5}, "\r\r\n\nxyz"), (Place{6, 4}));
}

TEST(Place, AgreesWithTheTwin) {
  const std::string letters[] = {"a", "b", "é", "漢", "😀", "\n", "\r", "\r\n", " "};
  std::mt19937 random(6);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t kinds = random() % 2 == 0 ? std::size(letters) : 6;
    for (std::size_t length = random() % 600; length > 0; --length) text += letters[random() % kinds];
    ASSERT_EQ(advance({}, text), reference::place_of(text, text.size())) << ::testing::PrintToString(text);
    const Block block = Block::of(text);
    PlaceFinder places{block};
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool within = unicode::continues(text[at]) || (at > 0 && text[at] == '\n' && text[at - 1] == '\r');
      if (within || random() % 16 != 0) continue;
      ASSERT_EQ(places.at(static_cast<std::uint32_t>(at)), reference::place_of(text, at));
      ASSERT_EQ(places.at(static_cast<std::uint32_t>(at)), reference::place_of(text, at));  // asked again
    }
  }
}

}  // namespace
}  // namespace text
}  // namespace corpus
