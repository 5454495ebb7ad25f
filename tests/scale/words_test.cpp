// SPDX-License-Identifier: MIT
/// \file
/// Words, their bytes and their types are what ICU and a few plain rules make of random strings and of real texts,
/// wherever the strings lie: at every alignment, across the borders of masks and batches, and across those of what a
/// reader reads at once.
///
/// CORPUS_WORDS_STRINGS is how many strings are tried (20,000), CORPUS_WORDS_SEED where they start (1), CORPUS_WORDS_BYTES
/// how much of each real text is read (1,000,000).
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "corpus/text/blocks.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/unicode/version.hpp"
#include "reference/unicode/icu_words.hpp"
#include "scale/prose.hpp"
#include "unit/text/scripted_source.hpp"
#include "unit/unicode/random_text.hpp"

namespace corpus::scale {
namespace {

using reference::Segment;
using unicode::Parts;

struct TypedSegment {
  Segment segment;
  std::string type;

  bool operator==(const TypedSegment&) const = default;
};
using TypedSegments = std::vector<TypedSegment>;

void PrintTo(const TypedSegment& word, std::ostream* out) {
  *out << '[' << word.segment.begin << ',' << word.segment.end << ") "
       << "wnps"[static_cast<int>(word.segment.kind)] << ' ' << ::testing::PrintToString(word.type);
}

std::size_t setting(const char* name, std::size_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

#define SKIP_UNLESS_ICU_IS_THE_ORACLE()           \
  if (!unicode::icu_version().starts_with("72.")) \
  GTEST_SKIP() << "the rules are those of ICU 72, here is " << unicode::icu_version()

/// What the oracle finds, with all that is no white space.
TypedSegments oracle(std::string_view text, const unicode::TypeRules& rules) {
  TypedSegments found;
  for (const Segment& segment : reference::icu_words(text)) {
    found.push_back({segment, reference::icu_type(text.substr(segment.begin, segment.end - segment.begin), rules)});
  }
  return found;
}

TypedSegments words_of(TypedSegments segments) {
  std::erase_if(segments, [](const TypedSegment& typed) {
    return typed.segment.kind != unicode::WordKind::word && typed.segment.kind != unicode::WordKind::number;
  });
  return segments;
}

void append_shifted(TypedSegments& to, const TypedSegments& from, std::size_t by) {
  const auto shift = static_cast<std::uint32_t>(by);
  for (const auto& [segment, type] : from)
    to.push_back({{segment.begin + shift, segment.end + shift, segment.kind}, type});
}

TypedSegments scan(unicode::WordScanner& scanner, std::string_view text) {
  TypedSegments found;
  scanner.start(text);
  for (auto batch = scanner.next(); !batch.empty(); batch = scanner.next()) {
    for (const unicode::Word& word : batch)
      found.push_back({{word.begin, word.end, word.kind}, std::string(word.type())});
  }
  return found;
}

/// What differs first.
void expect_same(const TypedSegments& found, const TypedSegments& expected, std::string_view text) {
  const auto [ours, theirs] = std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
  if (ours == found.end() && theirs == expected.end()) return;
  const auto& place = ours == found.end() ? *theirs : *ours;
  const std::size_t begin = std::max<std::size_t>(place.segment.begin, 100) - 100;
  FAIL() << "found " << (ours == found.end() ? "nothing" : ::testing::PrintToString(*ours)) << " for "
         << (theirs == expected.end() ? "nothing" : ::testing::PrintToString(*theirs)) << " in "
         << ::testing::PrintToString(text.substr(begin, 300));
}

constexpr unicode::TypeRules all_rules[] = {
    {}, {.letter_case = unicode::Case::keep}, {.locale = unicode::CaseLocale::turkic}};

/// One set of rules, and all that finds words by it: everything, and words alone by each kernel.
class Scanners {
 public:
  explicit Scanners(const unicode::TypeRules& rules) : all_{{.types = rules, .parts = Parts::everything}} {
    for (const unicode::ByteKernel& kernel : unicode::byte_kernels()) {
      words_.emplace_back(unicode::ScannerOptions{.types = rules, .parts = Parts::words}, kernel);
    }
  }

  void expect_all(std::string_view text, const TypedSegments& expected) {
    expect_same(scan(all_, text), expected, text);
  }
  /// By the kernels in turn.
  void expect_words(std::string_view text, const TypedSegments& expected) {
    expect_same(scan(words_[turn_++ % words_.size()], text), expected, text);
  }
  void expect_words_by_each(std::string_view text, const TypedSegments& expected) {
    for (std::size_t left = words_.size(); left > 0; --left) expect_words(text, expected);
  }

 private:
  unicode::WordScanner all_;
  std::vector<unicode::WordScanner> words_;
  std::size_t turn_ = 0;
};

/// In chunks of a few bytes, of many, or as they are asked for.
std::vector<std::size_t> random_chunks(std::mt19937& random) {
  const std::size_t most = random() % 3 == 0 ? 300 : 70000;
  return random() % 4 == 0 ? std::vector<std::size_t>{} : std::vector{1 + random() % most, 1 + random() % most};
}

/// Reads the text as a command reads a document.
TypedSegments read(const std::string& text, const unicode::TypeRules& rules, Parts parts, std::mt19937& random) {
  Document document = corpus::testing::document_of(text, random_chunks(random));
  const bool all = parts == Parts::everything;
  text::Tokenizer tokenizer{{.types = rules, .punctuation = all ? text::Punctuation::keep : text::Punctuation::drop}};
  text::BlockReader reader{document, {}};
  TypedSegments found;
  while (const auto block = reader.next()) {
    tokenizer.start(*block);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
      for (const text::Token& token : batch) {
        const Span span = block->span(token.begin, token.end);
        found.push_back({{static_cast<std::uint32_t>(span.begin), static_cast<std::uint32_t>(span.end), token.kind},
                         std::string(token.type())});
      }
    }
  }
  return found;
}

/// The text where `alignment` bytes of a cache line stand before it. Letters on both its sides are none of its own.
class Aligned {
 public:
  std::string_view operator()(std::string_view text, std::size_t alignment) {
    std::fill(std::begin(bytes_), std::end(bytes_), 'x');
    text.copy(bytes_ + alignment, text.size());
    return {bytes_ + alignment, text.size()};
  }

 private:
  alignas(64) char bytes_[1024];
};

/// The text behind words of one letter, so that it lies across a border of masks or of batches; and its words and theirs.
std::pair<std::string, TypedSegments> across_a_border(const std::string& text, const TypedSegments& words,
                                                      std::mt19937& random) {
  const std::size_t border = random() % 16 == 0 ? 2048 : 64 * (4 + random() % 5);
  const std::size_t begin = border - random() % (std::min<std::size_t>(text.size(), 200) + 1);
  std::pair<std::string, TypedSegments> whole;
  for (std::uint32_t at = 0; at + 1 < begin; at += 2) {
    whole.first += "i\n";
    whole.second.push_back({{at, at + 1, unicode::WordKind::word}, "i"});
  }
  whole.first.resize(begin, '\n');
  append_shifted(whole.second, words, begin);
  whole.first += text + "\nx";
  const auto end = static_cast<std::uint32_t>(whole.first.size());
  whole.second.push_back({{end - 1, end, unicode::WordKind::word}, "x"});
  return whole;
}

/// Of up to 200 characters, mostly of fewer. ICU works a millisecond on scripts that it has no dictionary for, so they are
/// not in every string.
std::string random_string(const unicode::testing::RandomText& random_text, std::mt19937& random) {
  static const std::vector<unicode::WordClass> complex = {unicode::WordClass::complex,
                                                          unicode::WordClass::complex_extend};
  const std::size_t length = random() % 4 == 0 ? random() % 201 : random() % 30;
  return random_text(length, random, random() % 10 == 0 ? std::vector<unicode::WordClass>{} : complex);
}

/// Strings alone or across a border, and all in one document.
void try_strings(std::size_t count, const unicode::testing::RandomText& random_text, const unicode::TypeRules& rules,
                 std::mt19937& random) {
  Scanners scanners{rules};
  Aligned aligned;
  const Parts parts = random() % 2 == 0 ? Parts::everything : Parts::words;
  std::string document = "\n";  // a byte order mark in the first string is none of the document's
  TypedSegments expected;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text = random_string(random_text, random);
    const TypedSegments all = oracle(text, rules);
    const TypedSegments words = words_of(all);
    if (i % 2 == 0) {
      scanners.expect_words(aligned(text, i / 2 % 64), words);
    } else {
      const auto [longer, more_words] = across_a_border(text, words, random);
      scanners.expect_words(longer, more_words);
    }
    append_shifted(expected, parts == Parts::everything ? all : words, document.size());
    document += text + '\n';
    if (::testing::Test::HasFailure()) return;
  }
  expect_same(read(document, rules, parts, random), expected, document);
}

TEST(WordsAtScale, OfRandomStrings) {
  SKIP_UNLESS_ICU_IS_THE_ORACLE();
  const unicode::testing::RandomText random_text{40};
  std::size_t seed = setting("CORPUS_WORDS_SEED", 1);
  for (std::size_t left = setting("CORPUS_WORDS_STRINGS", 20000); left > 0; ++seed) {
    SCOPED_TRACE("CORPUS_WORDS_SEED=" + std::to_string(seed));
    std::mt19937 random(static_cast<std::uint32_t>(seed));
    const std::size_t count = std::min<std::size_t>(left, 500);
    try_strings(count, random_text, all_rules[seed % std::size(all_rules)], random);
    if (HasFailure()) return;
    left -= count;
  }
}

TEST(WordsAtScale, AroundEveryCharacter) {
  SKIP_UNLESS_ICU_IS_THE_ORACLE();
  std::vector<Scanners> scanners;
  for (const unicode::TypeRules& rules : all_rules) scanners.emplace_back(rules);
  std::size_t turn = 0;
  std::string text;
  for (char32_t c = 1; c < 0x110000; ++c) {
    // A million characters that no rule tells apart: those of the private planes, and those that are no characters yet.
    const bool like_others = c >= 0xF0000 || !unicode::assigned(c);
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    if (!surrogate && (!like_others || c % 256 == 0)) {
      std::string character;
      unicode::append(character, c);
      // Nothing joins across a line feed.
      for (const auto& [left, right] : {std::pair{"", ""}, {"a", "b"}, {"1", "2"}, {" ", " "}, {"א", "א"}}) {
        text += left + character + right + '\n';
      }
    }
    if (text.size() > 2000 || c == 0x10FFFF) {
      const std::size_t which = turn++ % std::size(all_rules);
      const TypedSegments all = oracle(text, all_rules[which]);
      scanners[which].expect_all(text, all);
      scanners[which].expect_words_by_each(text, words_of(all));
      if (HasFailure()) FAIL() << "before U+" << std::hex << static_cast<unsigned>(c);
      text.clear();
    }
  }
}

TEST(WordsAtScale, OfLinesLongerThanABlock) {  // which the reader breaks where it can
  SKIP_UNLESS_ICU_IS_THE_ORACLE();
  const unicode::testing::RandomText random_text{40};
  std::mt19937 random(static_cast<std::uint32_t>(setting("CORPUS_WORDS_SEED", 1)));
  for (std::size_t left = setting("CORPUS_WORDS_STRINGS", 20000) / 10; left > 0;) {
    std::string line = "\n";
    const std::size_t count = std::min<std::size_t>(left, 500);
    for (std::size_t i = 0; i < count; ++i) {
      line += random_text(random() % 201, random, {unicode::WordClass::cr, unicode::WordClass::lf});
      line += i % 2 == 0 ? "To be, or, " : "ἦν δέ, ὡς ";
    }
    left -= count;
    const TypedSegments all = oracle(line, {});
    const Parts parts = random() % 2 == 0 ? Parts::everything : Parts::words;
    expect_same(read(line, {}, parts, random), parts == Parts::everything ? all : words_of(all), line);
    if (HasFailure()) return;
  }
}

void try_text(const char* name) {
  SKIP_UNLESS_ICU_IS_THE_ORACLE();
  const auto whole = shared_text(name);
  if (!whole) GTEST_SKIP() << name << " is not here";
  std::string_view rest = std::string_view(*whole).substr(0, setting("CORPUS_WORDS_BYTES", 1'000'000));
  rest = rest.substr(0, rest.rfind('\n') + 1);
  std::mt19937 random(1);
  Scanners scanners{{}};
  while (!rest.empty()) {
    const std::size_t size = rest.find('\n', std::min<std::size_t>(rest.size(), 1'000'000) - 1) + 1;
    const std::string text(rest.substr(0, size));
    rest.remove_prefix(size);
    const TypedSegments all = oracle(text, {});
    const TypedSegments words = words_of(all);
    scanners.expect_all(text, all);
    scanners.expect_words_by_each(text, words);
    expect_same(read(text, {}, Parts::words, random), words, text);
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(WordsAtScale, OfEnglish) { try_text("bench-en.txt.zst"); }

TEST(WordsAtScale, OfManyLanguages) { try_text("bench-multi.txt.zst"); }

}  // namespace
}  // namespace corpus::scale
