// SPDX-License-Identifier: MIT
// Lines are counted by hand: Han, kana, syllables of Hangul, flags and emoji take two columns, marks and joiners none.
#include "corpus/report/concordance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "rows.hpp"

namespace corpus::report {
namespace {

std::vector<Column> columns(std::size_t place = 0) {
  return {{.name = "place", .kind = Kind::place, .width = place},
          {"left", Kind::left},
          {"node", Kind::node},
          {"right", Kind::right}};
}

/// A concordance without header in a window of 40 columns: 5 and 2 for the place, 10 and 2 for the left context, so that
/// nodes begin behind 19.
std::string shown(std::initializer_list<Row> rows, std::vector<Column> all = columns(5)) {
  return written({.format = Format::table, .header = Header::hidden, .terminal_width = 40}, std::move(all), rows);
}

TEST(Concordance, PutsNodesBelowEachOther) {
  EXPECT_EQ(written({.format = Format::table, .terminal_width = 60}, columns(12),
                    {{"keeper.txt:1", "In the night the first ", "snow", " fell"},
                     {"cook.txt:203", "they melted ", "snow", " for the kettle, and then for the soup"}},
                    "2 hits"),
            // 12 and 2 for the place; 17 and 2 for the left context, half of what a node of 8 and its gaps leave
            "place                      left  node  right\n"
            "keeper.txt:1  e night the first  snow  fell\n"
            "cook.txt:203        they melted  snow  for the kettle, and t\n"
            "2 hits\n");
}

TEST(Concordance, IsTextInEveryOtherFormat) {
  const auto in = [](Format format) {
    return written({.format = format}, columns(), {{"a:1", "the ", "snow", " fell"}});
  };
  EXPECT_EQ(in(Format::tsv), "place\tleft\tnode\tright\na:1\tthe \tsnow\t fell\n");
  EXPECT_EQ(in(Format::csv), "place,left,node,right\na:1,the ,snow, fell\n");
  EXPECT_EQ(in(Format::markdown),
            "| place | left | node | right |\n| --- | --- | --- | --- |\n| a:1 | the  | snow |  fell |\n");
  EXPECT_EQ(in(Format::jsonl), "{\"place\":\"a:1\",\"left\":\"the \",\"node\":\"snow\",\"right\":\" fell\"}\n");
}

TEST(Concordance, WithoutANodeIsAnyTable) {
  EXPECT_EQ(written({.format = Format::table, .selection = {0, 1}}, columns(), {{"a:1", "the", "snow", " fell"}}),
            "place  left\na:1    the\n");
}

TEST(Concordance, WithoutHitsIsAFooterAtMost) {
  EXPECT_EQ(written({.format = Format::table}, columns(), {}), "");
  EXPECT_EQ(written({.format = Format::table, .color = Color::on}, columns(), {}, "no hits"),
            "\x1b[2mno hits\x1b[0m\n");
}

TEST(Concordance, ContextsEndAtTheEdges) {
  EXPECT_EQ(shown({{"a:1", "of the ", "snow", " fell"},
                   {"a:2", "it had covered", "snow", "ploughs in the valley"},
                   {"a:3", "1234567890", "snow", " 123456789012345"},
                   {"a:4", "01234567890  ", "snow", "  1234567890123456"},
                   {"a:5", "", "snow", ""},
                   {"a:7", "a    b   c ", "new  snow", "    d  e"},
                   {"a:6", "   ", "snow", "   "}}),
            "a:1        of the  snow  fell\n"
            "a:2    ad covered  snow  ploughs in the\n"
            "a:3    1234567890  snow  123456789012345\n"
            "a:4    1234567890  snow  123456789012345\n"
            "a:5                snow\n"
            "a:7         a b c  new snow  d e\n"
            "a:6                snow\n");
}

TEST(Concordance, MeasuresWhatIsDrawn) {
  const std::string zalgo = "s\u0337\u0322\u031bn\u0336o\u0334w\u0335";
  EXPECT_EQ(shown({{"a:1", "雪が山に降った", "雪", "は白い"},
                   {"a:2", "雪が山に降った、x", "雪", "は白い雪が山に降った"},  // an odd column stays empty
                   {"a:3", "eeeeeee\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", "e\u0301te\u0301", "e\u0301"},
                   {"a:4", "x👩‍🌾👩‍🌾👩‍🌾👩‍🌾👩‍🌾", "👍🏽", "🇳🇴🇸🇪"},
                   {"a:5", "\u1112\u1161\u11ab한각\u1100\u1161", "\u1112\u1161\u11ab", "가"},
                   {"a:6", "ที่นี่หิมะตก ", "หิมะ", "ที่นี่"},
                   {"a:7", "नदी के पार ", "हिम", "नदी"},
                   {"a:8", zalgo + zalgo + zalgo, zalgo, zalgo},
                   {"a:9", "\u200b\u00adxy\u200d", "x\ufe0f", "\u2060y"}}),
            "a:1    山に降った  雪  は白い\n"
            "a:2     降った、x  雪  は白い雪が山に降\n"
            "a:3    eeeee\u0301e\u0301e\u0301e\u0301e\u0301e\u0301  e\u0301te\u0301  e\u0301\n"
            "a:4    👩‍🌾👩‍🌾👩‍🌾👩‍🌾👩‍🌾  👍🏽  🇳🇴🇸🇪\n"
            "a:5      \u1112\u1161\u11ab한각\u1100\u1161  \u1112\u1161\u11ab  가\n"
            "a:6       ที่นี่หิมะตก  หิมะ  ที่นี่\n"
            "a:7     नदी के पार  हिम  नदी\n"
            "a:8    " +
                zalgo.substr(7 + 3) + zalgo + zalgo + "  " + zalgo + "  " + zalgo + "\n" +
                "a:9           \u200b\u00adxy\u200d  x\ufe0f  \u2060y\n");
}

TEST(Concordance, LongNodesEndVisibly) {
  EXPECT_EQ(shown({{"a:1", "then ", "one two three four five six", " seven"},
                   {"a:2", "then ", "one two three four fi", " six"},
                   {"a:3", "then ", "one two three fou", "r five"},
                   {"a:4", "then ", "雪雪雪雪雪雪雪雪雪雪雪", ""}}),
            "a:1          then  one two three four f…\n"
            "a:2          then  one two three four fi\n"
            "a:3          then  one two three fou  r\n"
            "a:4          then  雪雪雪雪雪雪雪雪雪雪…\n");
}

TEST(Concordance, PlacesLoseTheirBeginnings) {
  EXPECT_EQ(shown({{"a:1", "0123456789", "snow", ""},
                   {"far/away.txt:120", "0123456789", "snow", ""},
                   {"b:1", "0123456789", "snow", ""},
                   {"a.txt:123456789012", "0123456789", "snow", ""},
                   {"no line at all", "0123456789", "snow", ""}}),
            "a:1    0123456789  snow\n"
            "…y.txt:120  56789  snow\n"
            "b:1         56789  snow\n"
            "…:123456789012  9  snow\n"
            "…ne at all      9  snow\n");
}

TEST(Concordance, PlacesThatTakeAllMoveTheNode) {
  EXPECT_EQ(shown({{"a:1", "0123456789", "snow", " fell"},
                   {"a:12345678901234", "0123456789", "snow", " fell"},
                   {"a:1234567890123456789", "0123456789", "snow", " fell"}}),
            "a:1    0123456789  snow  fell\n"
            "…:12345678901234   snow  fell\n"
            "…:1234567890123456789  snow  fell\n");
}

TEST(Concordance, TheFirstRowTellsHowWidePlacesAre) {
  // 5 and 4 for longer numbers, 2; 8 and 2 for the left context
  EXPECT_EQ(shown({{"abcd:1", "0123456789", "snow", ""}, {"abcd:9999", "0123456789", "snow", ""}}, columns(0)),
            "abcd:1     23456789  snow\n"
            "abcd:9999  23456789  snow\n");
}

TEST(Concordance, OtherColumnsStandBefore) {
  const std::vector<Column> all{{.name = "line", .kind = Kind::ordinal, .width = 4},
                                {"node", Kind::node},
                                {"speaker"},
                                {"left", Kind::left},
                                {"n", Kind::count}};
  EXPECT_EQ(written({.format = Format::table, .terminal_width = 50}, all,
                    {{std::uint64_t{7}, "snow", "Anna", "some ", std::uint64_t{1}},
                     {std::uint64_t{1200}, "snow", "The second cook", "a lot of ", std::uint64_t{1000}}}),
            // 4, 7 and 4 with gaps are 21, and 8 and 2 for the context; later on the speaker takes 12, and the number 5
            "line  speaker     n      left  node\n"
            "   7  Anna        1      some  snow\n"
            "1200  The second …  1,000  of  snow\n");
}

TEST(Concordance, ContextsAreNoWiderThanTheirColumns) {
  const std::vector<Column> all{{.name = "left", .kind = Kind::left, .width = 5}, {"node", Kind::node}};
  EXPECT_EQ(shown({{"0123456789", "snow"}}, all), "56789  snow\n");
}

TEST(Concordance, WithoutAWindowNodesAreWhole) {
  const std::string left(70, 'l');
  const std::string node(100, 'n');
  const std::string right(70, 'r');
  EXPECT_EQ(written({.format = Format::table, .header = Header::hidden}, columns(5), {{"a:1", left, node, right}}),
            "a:1    " + left.substr(10) + "  " + node + "  " + right.substr(10) + "\n");
  EXPECT_EQ(written({.format = Format::table, .header = Header::hidden},
                    {{.name = "left", .kind = Kind::left, .width = 3},
                     {"node", Kind::node},
                     {.name = "right", .kind = Kind::right, .width = 4}},
                    {{left, node, right}}),
            "lll  " + node + "  rrrr\n");
}

TEST(Concordance, ControlsAreShown) {
  EXPECT_EQ(shown({{"a\x1b:1", "\x1b[m\t", "sn\now", "\u202eabc\xff"}}),
            "a\\x1b:1  \\x1b[m\\t  sn\\now  \\u202eabc\\xff\n");
}

TEST(Concordance, ColoursTheNode) {
  EXPECT_EQ(written({.format = Format::table, .color = Color::on, .terminal_width = 40}, columns(5),
                    {{"a:1", "of the ", "snow", " fell"}}, "1 hit"),
            "\x1b[1mplace  \x1b[0m      left  \x1b[1mnode\x1b[0m  right\n"
            "\x1b[2ma:1    \x1b[0m    of the  \x1b[1;31msnow\x1b[0m  fell\n"
            "\x1b[2m1 hit\x1b[0m\n");
}

TEST(Concordance, GoesToTheColumnOnATerminalThatMayMeasureOtherwise) {
  const auto in = [](Target target, Color color) {
    return written(
        {.format = Format::table, .header = Header::hidden, .target = target, .color = color, .terminal_width = 40},
        columns(5), {{"a:1", "हिम ", "snow", ""}, {"a:2", "the", "snow", ""}});
  };
  EXPECT_EQ(in(Target::terminal, Color::on),
            "\x1b[2ma:1    \x1b[0m       हिम\x1b[18G\x1b[K  \x1b[1;31msnow\x1b[0m\n"
            "\x1b[2ma:2    \x1b[0m       the  \x1b[1;31msnow\x1b[0m\n");
  EXPECT_EQ(in(Target::pipe, Color::on).find('G'), std::string::npos);
  EXPECT_EQ(in(Target::terminal, Color::off).find('\x1b'), std::string::npos);
}

TEST(Concordance, HoldsNothingBack) {
  Capture capture;
  const auto writer = make_writer(capture.output(), columns(5), {.format = Format::table, .terminal_width = 40});
  writer->row({"a:1", "the ", "snow", " fell"});
  EXPECT_EQ(capture.text(), "place        left  node  right\na:1           the  snow  fell\n");
}

/// A part of a text, as it is drawn, in so many columns.
struct Piece {
  std::string_view text;
  std::size_t width;
};

constexpr std::array pieces{Piece{"a", 1},
                            Piece{" ", 1},
                            Piece{"é", 1},
                            Piece{"e\u0301", 1},
                            Piece{"雪", 2},
                            Piece{"👩‍🌾", 2},
                            Piece{"👍🏽", 2},
                            Piece{"🇳🇴", 2},
                            Piece{"한", 2},
                            Piece{"\u1112\u1161\u11ab", 2},
                            Piece{"ที่", 1},
                            Piece{"नि", 2},
                            Piece{"n\u0334\u0335", 1},
                            Piece{"ｱ", 1},
                            Piece{"Ａ", 2},
                            Piece{"\u200b", 0},
                            Piece{"\u2060", 0},
                            Piece{"1\ufe0f\u20e3", 2}};

std::string random_text(std::mt19937& random, std::size_t most) {
  std::string text;
  for (std::size_t left = random() % (most + 1); left > 0; --left) {
    const std::string_view piece = pieces[random() % pieces.size()].text;
    if (piece != " " || !text.ends_with(' ')) text += piece;
  }
  return text;
}

/// Columns of a text of such pieces, and of what stands around them in ASCII; no piece begins another.
std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const auto* piece = std::find_if(pieces.begin(), pieces.end(),
                                     [&](const Piece& p) { return p.text.size() > 1 && text.starts_with(p.text); });
    if (piece == pieces.end()) {
      const bool dots = text.starts_with("…");
      EXPECT_TRUE(dots || static_cast<unsigned char>(text.front()) < 0x80) << text;
      text.remove_prefix(dots ? 3 : 1);
      ++width;
    } else {
      text.remove_prefix(piece->text.size());
      width += piece->width;
    }
  }
  return width;
}

TEST(Concordance, NodesOfRandomTextBeginInOneColumn) {
  std::mt19937 random{5};
  for (std::size_t window = 24; window < 130; ++window) {
    std::optional<std::size_t> column;
    for (int row = 0; row < 100; ++row) {
      const std::string left = random_text(random, 80);
      const std::string right = random_text(random, 80);
      const std::string line = written({.format = Format::table, .header = Header::hidden, .terminal_width = window},
                                       columns(5), {{"a:12", left, "<" + random_text(random, 6) + ">", right}});
      const std::size_t at = line.find('<');
      ASSERT_NE(at, std::string::npos);
      const std::size_t begin = width_of(std::string_view{line}.substr(0, at));
      ASSERT_EQ(begin, column.value_or(begin)) << line;
      column = begin;
      ASSERT_LE(width_of(std::string_view{line}.substr(0, line.size() - 1)), window) << line;
      // The left context is as much of the end of the text as there is room for; half a wide character is a blank.
      const std::string_view text = std::string_view{left}.substr(0, left.find_last_not_of(' ') + 1);
      const std::string_view field = std::string_view{line}.substr(7, at - 2 - 7);
      if (width_of(text) >= begin - 2 - 7) {
        ASSERT_TRUE(text.ends_with(field) || (field.front() == ' ' && text.ends_with(field.substr(1)))) << line;
      } else {
        ASSERT_TRUE(field.ends_with(text)) << line;
      }
    }
  }
}

TEST(Concordance, NarrowWindowsKeepNumbersAndNodes) {
  std::mt19937 random{6};
  for (std::size_t window = 0; window <= 20; ++window) {
    for (std::size_t row = 0; row < 200; ++row) {
      const std::string line =
          written({.format = Format::table, .header = Header::hidden, .terminal_width = window}, columns(row % 12),
                  {{"name.txt:120", random_text(random, 20), "<>" + random_text(random, 12), random_text(random, 20)}});
      ASSERT_NE(line.find(":120"), std::string::npos) << line;
      ASSERT_NE(line.find("<>"), std::string::npos) << line;
      // …:120, a gap and a node of 8
      ASSERT_LE(width_of(std::string_view{line}.substr(0, line.size() - 1)), std::max<std::size_t>(window, 15)) << line;
    }
  }
}

}  // namespace
}  // namespace corpus::report
