// SPDX-License-Identifier: MIT
#include "corpus/unicode/words.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/version.hpp"
#include "random_text.hpp"
#include "reference/unicode/icu_words.hpp"

namespace corpus {
namespace reference {

// For messages of failed comparisons.
void PrintTo(const Segment& segment, std::ostream* out) {
  *out << '[' << segment.begin << ',' << segment.end << ")="
       << "wnps"[static_cast<std::size_t>(segment.kind)];
}

}  // namespace reference

namespace unicode {
namespace {

using reference::Segment;

constexpr ScannerOptions everything{.types = {}, .parts = Parts::everything};

/// What the scanner finds, after a check that each type is that of the form.
std::vector<Segment> scan(WordScanner& scanner, std::string_view text, const TypeRules& rules = {}) {
  std::vector<Segment> segments;
  std::string type;
  scanner.start(text);
  for (auto batch = scanner.next(); !batch.empty(); batch = scanner.next()) {
    for (const Word& word : batch) {
      segments.push_back({word.begin, word.end, word.kind});
      type.clear();
      append_type(type, word.form(text), rules);
      EXPECT_EQ(word.type(), type) << ::testing::PrintToString(text);
    }
  }
  return segments;
}

/// The segments, each with a letter for its kind: "w:It", "n:3.14", "p:.", "s:+".
std::vector<std::string> words(std::string_view text) {
  WordScanner scanner{everything};
  std::vector<std::string> forms;
  for (const Segment& segment : scan(scanner, text)) {
    const char kind = "wnps"[static_cast<std::size_t>(segment.kind)];
    forms.push_back(std::string{kind, ':'} + std::string(text.substr(segment.begin, segment.end - segment.begin)));
  }
  return forms;
}

using Forms = std::vector<std::string>;

/// Newer and older ICUs have other rules.
bool icu_is_the_oracle() { return icu_version().starts_with("72."); }

/// Scanners of every kernel, rule and part, which must agree on what words there are.
class Scanners {
 public:
  Scanners() {
    for (const TypeRules& rules :
         {TypeRules{}, TypeRules{.letter_case = Case::keep}, TypeRules{.locale = CaseLocale::turkic}}) {
      for (const ByteKernel& kernel : byte_kernels()) {
        scanners_.push_back({WordScanner{{.types = rules, .parts = Parts::words}, kernel}, rules});
      }
    }
  }

  /// Asks the scanner of everything, and the others in turn.
  void expect_as_icu(std::string_view text) {
    const std::vector<Segment> all = reference::icu_words(text);
    ASSERT_EQ(scan(all_, text), all) << ::testing::PrintToString(text);
    std::vector<Segment> expected;
    for (const Segment& segment : all) {
      if (segment.kind == WordKind::word || segment.kind == WordKind::number) expected.push_back(segment);
    }
    auto& [scanner, rules] = scanners_[turn_++ % scanners_.size()];
    ASSERT_EQ(scan(scanner, text, rules), expected) << ::testing::PrintToString(text);
    ASSERT_FALSE(::testing::Test::HasFailure());
  }

 private:
  WordScanner all_{everything};
  std::vector<std::pair<WordScanner, TypeRules>> scanners_;
  std::size_t turn_ = 0;
};

#define SKIP_UNLESS_ICU_IS_THE_ORACLE() \
  if (!icu_is_the_oracle()) GTEST_SKIP() << "the rules are those of ICU 72, here is " << icu_version()

TEST(Words, AsTheIcuIteratorFindsThemWhereTheyAreLong) {
  // A word goes on from batch to batch, and what makes it irregular stands in any of them.
  SKIP_UNLESS_ICU_IS_THE_ORACLE();
  const std::vector<std::string> joiners = {" ", " ",  "_", "_",  "1", "@",      "’", "'",
                                            ".", "한", "ก", "漢", "é", "\u0301", "\n"};
  std::mt19937 random(12);
  Scanners scanners;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto pieces = 1 + random() % 8; pieces > 0; --pieces) {
      text += std::string(random() % (random() % 3 == 0 ? 2500 : 5), random() % 9 == 0 ? '7' : 'a');
      text += joiners[random() % joiners.size()];
    }
    scanners.expect_as_icu(text);
    if (HasFatalFailure()) return;
  }
}

TEST(Words, AsTheIcuIteratorFindsThemInRunsOfAFewKinds) {
  SKIP_UNLESS_ICU_IS_THE_ORACLE();
  const testing::RandomText random_text{40};
  std::mt19937 random(2);
  Scanners scanners;
  for (int round = 0; round < 30000; ++round) {
    // Three classes alone meet in every order that a rule may ask for.
    std::vector<std::vector<char32_t>> classes;
    for (int i = 0; i < 3; ++i) classes.push_back(random_text.classes()[random() % random_text.classes().size()]);
    std::string text;
    for (std::size_t length = random() % 12; length > 0; --length) {
      const auto& members = classes[random() % classes.size()];
      append(text, members[random() % members.size()]);
    }
    scanners.expect_as_icu(text);
    if (HasFatalFailure()) return;
  }
}

TEST(Words, AsTheIcuIteratorFindsThemWhereStrangersAreFew) {
  SKIP_UNLESS_ICU_IS_THE_ORACLE();
  const testing::RandomText random_text{40};
  constexpr std::string_view ascii = "aaaabcxyzABCZ  eeii  0129..,,;:''\"_-@\n";
  std::mt19937 random(3);
  Scanners scanners;
  for (int round = 0; round < 20000; ++round) {
    // Long enough that words lie across every border of 64 bytes, with strangers before, on and behind it.
    std::string text;
    const std::size_t rarity = 4 + random() % 60;
    for (std::size_t length = random() % 200; length > 0; --length) {
      if (random() % rarity == 0) {
        text += random_text(1, random);
      } else {
        text += ascii[random() % ascii.size()];
      }
    }
    scanners.expect_as_icu(text);
    if (HasFatalFailure()) return;
  }
}

TEST(Words, EveryKernelFindsTheSame) {
  const testing::RandomText random_text{40};
  constexpr std::string_view ascii = "aaaabcxyzABCZ  eeii  0129..,,;:''\"_-@\n";
  std::mt19937 random(4);
  std::vector<WordScanner> scanners;
  for (const ByteKernel& kernel : byte_kernels()) scanners.emplace_back(ScannerOptions{}, kernel);
  ASSERT_FALSE(scanners.empty());
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t length = random() % 300; length > 0; --length) {
      text += random() % 30 == 0 ? random_text(1, random) : std::string(1, ascii[random() % ascii.size()]);
    }
    const std::vector<Segment> expected = scan(scanners.back(), text);
    for (WordScanner& scanner : scanners) ASSERT_EQ(scan(scanner, text), expected) << ::testing::PrintToString(text);
  }
}

TEST(Words, BatchesFollowOneAnother) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "a b, ";
  WordScanner scanner{everything};
  const std::vector<Segment> segments = scan(scanner, text);
  ASSERT_EQ(segments.size(), 15000U);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    ASSERT_EQ(segments[3 * i], (Segment{5 * i, 5 * i + 1, WordKind::word}));
    ASSERT_EQ(segments[3 * i + 1], (Segment{5 * i + 2, 5 * i + 3, WordKind::word}));
    ASSERT_EQ(segments[3 * i + 2], (Segment{5 * i + 3, 5 * i + 4, WordKind::punctuation}));
  }
}

TEST(Words, NothingInNothing) {
  WordScanner scanner{everything};
  EXPECT_TRUE(scan(scanner, "").empty());
  EXPECT_TRUE(scan(scanner, std::string(100000, ' ')).empty());
  EXPECT_TRUE(scan(scanner, " \t\r\n\u00A0\u2028\u3000").empty());
}

TEST(Words, AScannerIsUsedAgain) {
  WordScanner scanner{everything};
  const std::string many(3000, '!');
  scanner.start(many);
  (void)scanner.next();  // and the rest is never asked for
  EXPECT_EQ(scan(scanner, "ab c"), (std::vector<Segment>{{0, 2, WordKind::word}, {3, 4, WordKind::word}}));
  WordScanner moved = std::move(scanner);
  EXPECT_EQ(scan(moved, "d"), (std::vector<Segment>{{0, 1, WordKind::word}}));
}

// By hand from the rules of UAX #29, version 15.0; they hold whatever ICU is installed.

TEST(Words, MarksInsideWords) {  // WB6, WB7
  EXPECT_EQ(words("can't"), (Forms{"w:can't"}));
  EXPECT_EQ(words("can’t"), (Forms{"w:can’t"}));
  EXPECT_EQ(words("'tis' ''"), (Forms{"p:'", "w:tis", "p:'", "p:'", "p:'"}));
  EXPECT_EQ(words("e.g. U.S.A"), (Forms{"w:e.g", "p:.", "w:U.S.A"}));
  EXPECT_EQ(words("l·l"), (Forms{"w:l·l"}));
  EXPECT_EQ(words("a,b"), (Forms{"w:a", "p:,", "w:b"}));
  EXPECT_EQ(words("a..b"), (Forms{"w:a", "p:.", "p:.", "w:b"}));
  EXPECT_EQ(words("a\u0301'\u0301b"), (Forms{"w:a\u0301'\u0301b"}));  // WB4: marks are not seen
}

TEST(Words, Numbers) {  // WB8 to WB12
  EXPECT_EQ(words("3.14"), (Forms{"n:3.14"}));
  EXPECT_EQ(words("1,000.5"), (Forms{"n:1,000.5"}));
  EXPECT_EQ(words("1;2 1'000"), (Forms{"n:1;2", "n:1'000"}));
  EXPECT_EQ(words("3."), (Forms{"n:3", "p:."}));
  EXPECT_EQ(words("1\u202F000"), (Forms{"n:1\u202F000"}));  // U+202F is ExtendNumLet since Unicode 11
  EXPECT_EQ(words("3a a3 3.a"), (Forms{"w:3a", "w:a3", "n:3", "p:.", "w:a"}));
  EXPECT_EQ(words("-5 +5"), (Forms{"p:-", "n:5", "s:+", "n:5"}));
}

TEST(Words, Connectors) {  // WB13a, WB13b
  EXPECT_EQ(words("_the_"), (Forms{"w:_the_"}));
  EXPECT_EQ(words("a_1"), (Forms{"w:a_1"}));
  EXPECT_EQ(words("_1"), (Forms{"n:_1"}));
  EXPECT_EQ(words("__"), (Forms{"p:__"}));
}

TEST(Words, TheRootTailoring) {  // a colon joins nothing, `@` is a letter that makes no word
  EXPECT_EQ(words("a:b"), (Forms{"w:a", "p::", "w:b"}));
  EXPECT_EQ(words("user@example.com"), (Forms{"w:user@example.com"}));
  EXPECT_EQ(words("@"), (Forms{"p:@"}));
  EXPECT_EQ(words("@ @@ @1"), (Forms{"p:@", "p:@@", "n:@1"}));
  EXPECT_EQ(words("가a"), (Forms{"w:가", "w:a"}));
  EXPECT_EQ(words("가나 a가"), (Forms{"w:가나", "w:a", "w:가"}));
  EXPECT_EQ(words("漢a"), (Forms{"w:漢", "w:a"}));
}

TEST(Words, FillersThatShowNothingAreNoWords) {
  EXPECT_EQ(words("\u3164"), (Forms{"s:\u3164"}));
  EXPECT_EQ(words("\u115F"), (Forms{"s:\u115F"}));
}

TEST(Words, Hebrew) {  // WB7a to WB7c
  EXPECT_EQ(words("א\"ב"), (Forms{"w:א\"ב"}));
  EXPECT_EQ(words("א'"), (Forms{"w:א'"}));
  EXPECT_EQ(words("א\""), (Forms{"w:א", "p:\""}));
  EXPECT_EQ(words("a\"b"), (Forms{"w:a", "p:\"", "w:b"}));
  EXPECT_EQ(words("א\"b"), (Forms{"w:א", "p:\"", "w:b"}));
}

TEST(Words, Emoji) {  // WB3c, WB15, WB16
  EXPECT_EQ(words("👩‍👩‍👧‍👦"), (Forms{"s:👩‍👩‍👧‍👦"}));
  EXPECT_EQ(words("👍🏽👍"), (Forms{"s:👍🏽", "s:👍"}));
  EXPECT_EQ(words("🇩🇪🇫🇷"), (Forms{"s:🇩🇪", "s:🇫🇷"}));
  EXPECT_EQ(words("🇩🇪🇫"), (Forms{"s:🇩🇪", "s:🇫"}));
  EXPECT_EQ(words("a🇩🇪b"), (Forms{"w:a", "s:🇩🇪", "w:b"}));
}

TEST(Words, LineEndsPartEverything) {  // WB3 to WB3b
  EXPECT_EQ(words("a\r\nb\rc\nd"), (Forms{"w:a", "w:b", "w:c", "w:d"}));
  EXPECT_EQ(words("a\n\u0301b"), (Forms{"w:a", "s:\u0301", "w:b"}));
}

TEST(Words, SpacesOfAWord) {  // WB3c, WB3d, WB4: a joiner holds on to the space before it, and that to another one
  for (const std::string before : {"a", "漢", "a,", "漢 \t漢"}) {
    for (const std::string spaces : {" ", "  ", "\u2000 ", " \u2000 ", "\u3000  \u2000 "}) {
      const std::string word = spaces + "\u200D\u2139";
      const std::string text = before + word + " b";
      for (const ByteKernel& kernel : byte_kernels()) {
        WordScanner scanner{{}, kernel};
        const std::vector<Segment> found = scan(scanner, text);
        ASSERT_GE(found.size(), 3U) << text;
        const auto begin = static_cast<std::uint32_t>(before.size());
        const auto end = static_cast<std::uint32_t>(before.size() + word.size());
        EXPECT_EQ(found.end()[-2], (Segment{begin, end, WordKind::word})) << text;
      }
    }
  }
}

TEST(Words, RunsWithoutSpacesAreDividedWithoutLoss) {
  const std::string thai = "ภาษาไทยเป็นภาษาที่มีระดับเสียง";
  std::string text;
  while (text.size() < 3000000) text += thai;
  WordScanner scanner{everything};
  std::uint32_t end = 0;
  std::size_t count = 0;
  scanner.start(text);
  for (auto batch = scanner.next(); !batch.empty(); batch = scanner.next()) {
    for (const Word& segment : batch) {
      ASSERT_EQ(segment.begin, end);
      ASSERT_EQ(segment.kind, WordKind::word);
      ASSERT_FALSE(continues(text[segment.begin]));
      end = segment.end;
      ++count;
    }
  }
  EXPECT_EQ(end, text.size());
  EXPECT_GT(count, 10000U);
}

}  // namespace
}  // namespace unicode
}  // namespace corpus
