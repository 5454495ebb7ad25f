// SPDX-License-Identifier: MIT
// The same hits by bytes and by tokens, and as many as a frequency list has, in documents as a reader gives them.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "corpus/search/concordance.hpp"
#include "corpus/text/reader.hpp"
#include "reference/dice.hpp"
#include "unit/search/made_text.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::search {
namespace {

struct FoundLine {
  std::size_t query = 0;
  Place place = {};
  Span span = {};
  std::string left;
  std::string node;
  std::string right;

  bool operator==(const FoundLine&) const = default;
};

std::ostream& operator<<(std::ostream& out, const FoundLine& line) {
  return out << line.query << " at " << line.place.line << ':' << line.place.column << " [" << line.span.begin << ", "
             << line.span.end << ") " << line.left << " | " << line.node << " | " << line.right;
}

std::vector<FoundLine> search_document(Document& document, const text::ReadOptions& reading,
                                       std::span<const Query> queries, const ConcordanceOptions& options) {
  std::vector<FoundLine> lines;
  Concordance concordance{queries, options};
  const auto take = [&] {
    while (const auto line = concordance.next()) {
      lines.push_back({line->query, line->place, line->span, std::string(line->left), std::string(line->node),
                       std::string(line->right)});
    }
  };
  text::Reader reader{document, reading};
  concordance.start_document();
  while (const auto block = reader.next()) {
    const bool plain = reader.layout() == text::Layout::plain && !block->pretokenized;
    concordance.add(*block, plain ? Paragraphs::blank_lines : Paragraphs::line_ends);
    take();
  }
  concordance.end_document();
  take();
  return lines;
}

std::string utf16(std::string_view text) {
  std::string bytes = "\xFF\xFE";
  const auto unit = [&](char32_t value) {
    bytes += static_cast<char>(value & 0xFFU);
    bytes += static_cast<char>(value >> 8U);
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = unicode::decode(text, at);
    if (point < 0x10000) {
      unit(point);
    } else {
      unit(0xD800 + ((point - 0x10000) >> 10U));
      unit(0xDC00 + ((point - 0x10000) & 0x3FFU));
    }
    at += length;
  }
  return bytes;
}

void expect_same(const std::string& bytes, std::vector<std::size_t> chunks, DocumentKind kind,
                 const text::ReadOptions& reading, std::span<const Query> queries, ConcordanceOptions options) {
  std::vector<std::vector<FoundLine>> lines;
  for (const Shortcut shortcut : {Shortcut::used, Shortcut::unused}) {
    options.shortcut = shortcut;
    Document document = corpus::testing::document_of(bytes, chunks);
    document.kind = kind;
    lines.push_back(search_document(document, reading, queries, options));
  }
  ASSERT_EQ(lines[0].size(), lines[1].size());
  for (std::size_t i = 0; i < lines[0].size(); ++i) ASSERT_EQ(lines[0][i], lines[1][i]);
}

std::vector<Query> made_queries(reference::Dice& dice) {
  static constexpr std::array words{"time",           "of course", "the", "the the",
                                    "course|time of", "kiss",      "*o*", "well-known"};
  std::vector<Query> queries;
  queries.push_back(parse_words(dice.pick(words), {}));
  if (dice.one_in(3)) queries.push_back(parse_words(dice.pick(words), {}));
  return queries;
}

TEST(ShortcutTest, GivesTheSameLinesFromEveryReading) {
  for (std::size_t seed = 0; seed < 600; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    reference::Dice dice{seed};
    const std::vector<Query> queries = made_queries(dice);
    std::string text = testing::made_text(dice, dice.below(120));
    text::ReadOptions reading;
    reading.layout.layout = dice.one_in(2) ? text::LayoutChoice::wrapped : text::LayoutChoice::plain;
    reading.turns = dice.one_in(4) ? text::Turns::found : text::Turns::ignored;
    if (dice.one_in(4)) reading.grain = text::Grain::paragraph;
    ConcordanceOptions options;
    options.context.size = static_cast<std::uint32_t>(dice.below(50));
    if (dice.one_in(4)) options.across = Across::yes;
    const std::string bytes = dice.one_in(3) ? utf16(text) : text;
    expect_same(bytes, {dice.between(1, 40), dice.between(1, 400)}, DocumentKind::text, reading, queries, options);
  }
}

/// Blocks of 32 KiB that end in the middle of what is looked for, in lines of any length.
TEST(ShortcutTest, GivesTheSameLinesAcrossBlocks) {
  const std::vector<Query> queries = [] {
    std::vector<Query> two;
    two.push_back(parse_words("of course", {}));
    two.push_back(parse_words("time", {}));
    return two;
  }();
  for (std::size_t seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    reference::Dice dice{seed};
    std::string text;
    const std::size_t line = dice.pick(std::array{40U, 4'000U, 100'000U});
    while (text.size() < 150'000) {
      text += testing::made_words[dice.below(12)];
      text += dice.one_in(line / 5) ? "\n" : dice.one_in(30) ? ", " : " ";
    }
    ConcordanceOptions options;
    options.context.size = 60;
    expect_same(text, {}, DocumentKind::text, {}, queries, options);
  }
}

TEST(ShortcutTest, IsNotTakenForTokensThatAreGiven) {
  const std::string rows =
      "1\tTimes\ttime\tNOUN\t_\t_\t0\troot\t_\t_\n"
      "2\tfly\tfly\tVERB\t_\t_\t1\tdep\t_\tSpaceAfter=No\n"
      "3\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_\n\n";
  std::vector<Query> queries;
  queries.push_back(parse_words("time", {}));
  text::ReadOptions reading;
  reading.attribute = text::Attribute::lemma;
  Document document = corpus::testing::document_of(rows);
  document.kind = DocumentKind::conllu;
  const auto lines = search_document(document, reading, queries, {});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].node, "Times");
  EXPECT_EQ(lines[0].place, (Place{1, 3}));
  EXPECT_EQ(lines[0].right.substr(0, 5), " fly.");
}

TEST(ShortcutTest, FindsAsManyAsAreCounted) {
  for (std::size_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    reference::Dice dice{seed};
    const std::string text = testing::made_text(dice, 200);
    std::map<std::string, std::size_t> frequencies;
    text::Tokenizer tokenizer;
    tokenizer.start(text);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
      for (const text::Token& token : batch) ++frequencies[std::string(token.type())];
    }
    for (const auto& [type, frequency] : frequencies) {
      if (type.find_first_of("*?|\\@\"'") != std::string::npos) continue;  // means something else in a query
      std::vector<Query> queries;
      queries.push_back(parse_words(type, {}));
      Document document = corpus::testing::document_of(text, {dice.between(1, 300)});
      ConcordanceOptions options;
      options.parts = LineParts::nothing;
      options.across = Across::yes;
      ASSERT_EQ(search_document(document, {}, queries, options).size(), frequency) << type;
    }
  }
}

}  // namespace
}  // namespace corpus::search
