// SPDX-License-Identifier: MIT
#include "corpus/text/block.hpp"

#include <gtest/gtest.h>

#include <array>

#include "corpus/text/place.hpp"

namespace corpus::text {
namespace {

// As in the header: `ter-\nritories` is one word of the text, over a line end of the source.
constexpr std::string_view raw = "seven ter-\nritories\nlie  \n\f12\n here";
constexpr std::string_view text = "seven territories lie here";
//                                 0         1         2
//                                 01234567890123456789012345
constexpr std::array<Cut, 2> cuts{{{9, 2}, {21, 9}}};

Block block() {
  Block made = Block::of(text, {12, 1});
  made.raw = raw;
  made.offset = 100;
  made.cuts = cuts;
  return made;
}

std::string_view raw_of(const Block& part, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t from = part.raw_begin(begin);
  return part.raw.substr(from, part.raw_end(end) - from);
}

TEST(Block, TextThatWasNotCutIsItsOwnSource) {
  const Block plain = Block::of("one two");
  EXPECT_EQ(plain.raw_begin(4), 4U);
  EXPECT_EQ(plain.raw_end(7), 7U);
  EXPECT_EQ(plain.span(4, 7), (Span{4, 7}));
}

TEST(Block, AWordOverACutSpansWhatWasCut) {
  EXPECT_EQ(raw_of(block(), 6, 17), "ter-\nritories");
  EXPECT_EQ(block().span(6, 17), (Span{106, 119}));
}

TEST(Block, AWordBesideACutHoldsNothingOfIt) {
  EXPECT_EQ(raw_of(block(), 18, 21), "lie");
  EXPECT_EQ(raw_of(block(), 22, 26), "here");
  EXPECT_EQ(raw_of(block(), 6, 9), "ter");
  EXPECT_EQ(raw_of(block(), 9, 17), "ritories");
}

TEST(Block, OfTranscodedTextSpansAreThoseOfTheSource) {
  Block wide = block();
  std::vector<std::uint64_t> sources;
  for (std::uint64_t i = 0; i <= raw.size(); ++i) sources.push_back(2 + 2 * i);  // UTF-16 behind a byte order mark
  wide.sources = sources;
  EXPECT_EQ(wide.span(6, 17), (Span{14, 40}));
  EXPECT_EQ(wide.bytes(), 2 * raw.size());
  const Block part = wide.slice(18, 26, {13, 10});
  EXPECT_EQ(part.span(0, 3), (Span{2 + 2 * 20, 2 + 2 * 23}));
}

TEST(Block, PlacesAreThoseOfTheSource) {
  const Block made = block();
  PlaceFinder places{made};
  EXPECT_EQ(places.at(6), (Place{12, 7}));
  EXPECT_EQ(places.at(18), (Place{14, 1}));
  EXPECT_EQ(places.at(22), (Place{16, 2}));
}

/// Every way to cut the text in three gives the same words of the source, and raws without a gap.
TEST(Block, SlicesLeadToTheSamePlaces) {
  const Block whole = block();
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t first = 0; first <= size; ++first) {
    for (std::uint32_t second = first; second <= size; ++second) {
      std::string joined;
      for (const auto& [begin, end] : {std::pair{0U, first}, {first, second}, {second, size}}) {
        const Place place = advance(whole.place, raw.substr(0, whole.raw_slice(begin)));
        const Block part = whole.slice(begin, end, place);
        joined += part.raw;
        ASSERT_EQ(part.text, text.substr(begin, end - begin));
        PlaceFinder places{part};
        PlaceFinder places_in_whole{whole};
        for (std::uint32_t at = 0; at + 1 < part.text.size(); ++at) {
          ASSERT_EQ(part.span(at, at + 1), whole.span(begin + at, begin + at + 1)) << begin << ' ' << end << ' ' << at;
          ASSERT_EQ(places.at(at), places_in_whole.at(begin + at)) << begin << ' ' << end << ' ' << at;
        }
      }
      ASSERT_EQ(joined, raw);
    }
  }
}

TEST(Block, ASliceOfASliceIsASlice) {
  const Block part = block().slice(6, 26, {12, 7}).slice(12, 20, {14, 1});
  EXPECT_EQ(part.text, "lie here");
  EXPECT_EQ(raw_of(part, 4, 8), "here");
  EXPECT_EQ(part.span(0, 3), (Span{120, 123}));
}

}  // namespace
}  // namespace corpus::text
