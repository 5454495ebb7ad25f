// SPDX-License-Identifier: MIT
#include "corpus/text/slicer.hpp"

#include <gtest/gtest.h>

#include <array>

namespace corpus::text {
namespace {

struct Part {
  std::string text;
  std::uint64_t turn = 0;
  std::string speaker;
  bool begins_turn = false;
  std::uint32_t speech = 0;
  std::uint64_t paragraph = 0;
  std::uint64_t line = 0;

  bool operator==(const Part&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Part& part) {
  return out << '"' << part.text << "\" turn " << part.turn << " of '" << part.speaker << "' begins "
             << part.begins_turn << " speech " << part.speech << " paragraph " << part.paragraph << " line "
             << part.line;
}

void add(Slicer& slicer, std::vector<Part>& parts, const Block& block) {
  slicer.start(block);
  while (const auto part = slicer.next()) {
    parts.push_back({std::string(part->text), part->turn, std::string(part->speaker), part->begins_turn, part->speech,
                     part->paragraph, part->place.line});
  }
}

constexpr std::string_view text = "Title\n\nA: One.\nMore.\nB: Two.\n";
constexpr std::array<TurnMark, 2> marks{{{7, 10, "A"}, {21, 24, "B"}}};

std::vector<Part> slices(const ReadOptions& options) {
  Block block = Block::of(text);
  block.turns = marks;
  Slicer slicer{options};
  std::vector<Part> parts;
  add(slicer, parts, block);
  return parts;
}

TEST(Slicer, TurnsWithTheirLabels) {
  EXPECT_EQ(slices({.turns = Turns::found, .grain = Grain::turn}),
            (std::vector<Part>{{"Title\n\n", 0, "", false, 0, 1, 1},
                               {"A: One.\nMore.\n", 1, "A", true, 3, 2, 3},
                               {"B: Two.\n", 2, "B", true, 3, 3, 5}}));
}

TEST(Slicer, TurnsWithoutLabels) {
  EXPECT_EQ(slices({.turns = Turns::without_labels, .grain = Grain::turn}),
            (std::vector<Part>{{"Title\n\n", 0, "", false, 0, 1, 1},
                               {"One.\nMore.\n", 1, "A", true, 0, 2, 3},
                               {"Two.\n", 2, "B", true, 0, 3, 5}}));
}

TEST(Slicer, ParagraphsWithinTurns) {
  EXPECT_EQ(slices({.turns = Turns::without_labels, .grain = Grain::paragraph}),
            (std::vector<Part>{{"Title\n\n", 0, "", false, 0, 1, 1},
                               {"One.\n", 1, "A", true, 0, 2, 3},
                               {"More.\n", 1, "A", false, 0, 3, 4},
                               {"Two.\n", 2, "B", true, 0, 4, 5}}));
}

TEST(Slicer, SpeakersAlternate) {
  const auto parts = slices(
      {.turns = Turns::without_labels, .turn_options = {.marker = "", .speakers = {"Q", "A"}}, .grain = Grain::turn});
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].speaker, "");
  EXPECT_EQ(parts[1].speaker, "Q");
  EXPECT_EQ(parts[2].speaker, "A");
}

TEST(Slicer, ATurnInWhichNothingIsSaidIsOne) {
  constexpr std::array<TurnMark, 2> empty{{{0, 2, "A"}, {2, 4, "B"}}};
  Block block = Block::of("A:B:");
  block.turns = empty;
  Slicer slicer{{.turns = Turns::without_labels, .grain = Grain::turn}};
  std::vector<Part> parts;
  add(slicer, parts, block);
  EXPECT_EQ(parts, (std::vector<Part>{{"", 1, "A", true, 0, 0, 1}, {"", 2, "B", true, 0, 0, 1}}));
}

TEST(Slicer, TurnsAndParagraphsGoOnInTheNextBlock) {
  Slicer slicer{{.turns = Turns::without_labels, .grain = Grain::paragraph}};
  std::vector<Part> parts;
  constexpr std::array<TurnMark, 1> mark{{{0, 3, "A"}}};
  Block first = Block::of("A: one and ");
  first.turns = mark;
  first.line_goes_on = true;
  add(slicer, parts, first);
  add(slicer, parts, Block::of("so on\nThe end", {1, 12}));
  EXPECT_EQ(parts, (std::vector<Part>{{"one and ", 1, "A", true, 0, 1, 1},
                                      {"so on\n", 1, "A", false, 0, 1, 1},
                                      {"The end", 1, "A", false, 0, 2, 2}}));
}

}  // namespace
}  // namespace corpus::text
