// SPDX-License-Identifier: MIT
/// \file
/// Books set in pages at random and read again: nearly all words must come out as they went in.
///
/// Read from the environment: CORPUS_SCALE_DOCUMENTS, how many documents there are of each language; CORPUS_SCALE_SEED,
/// where the dice start; CORPUS_SCALE_REPORT, a file that is told what went wrong, with examples; CORPUS_SCALE_FOLDER,
/// where each document and its report are put.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "scale/prose.hpp"
#include "scale/score.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::scale {
namespace {

using reference::Dice;

std::size_t setting(const char* name, std::size_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

#ifdef CORPUS_SANITIZED
constexpr std::size_t kDocuments = 4;
#else
constexpr std::size_t kDocuments = 60;
#endif
constexpr std::size_t kEnough = 40;  // documents to speak of a share of rare events

struct Book {
  std::string language;
  std::string chapter_word;
  std::size_t least = 200'000;
  std::size_t most = 400'000;
};

text::ReadOptions reading(const std::string& language) {
  text::ReadOptions options;
  options.layout.language = language;
  return options;
}

/// Where the same dice were used, the same document comes out.
reference::WrappedText wrapped_book(const std::vector<std::string>& paragraphs, const Book& book,
                                    const reference::SplitPoints& split_points, text::Tokenizer& tokenizer,
                                    std::uint64_t seed) {
  Dice dice{seed};
  reference::PageStyle style = reference::random_style(dice, book.language);
  const auto text = stretch(paragraphs, dice, dice.between(book.least, book.most), book.chapter_word);
  style.pages = book.most / (style.width * style.height);
  reference::Wrapping wrapping{style, split_points, tokenizer, seed};
  for (const reference::Paragraph& paragraph : text) wrapping.add(paragraph);
  return wrapping.finish();
}

/// Every second document is read with compounds as one token.
Score read_books(const std::vector<std::string>& paragraphs, const Book& book,
                 const reference::SplitPoints& split_points) {
  text::Tokenizer splitting{{.hyphens = text::Hyphens::split}};
  text::Tokenizer joining{{.hyphens = text::Hyphens::join}};
  Score sum;
  const std::size_t documents = setting("CORPUS_SCALE_DOCUMENTS", kDocuments);
  const std::size_t first = setting("CORPUS_SCALE_SEED", 1);
  for (std::uint64_t seed = first; seed < first + documents; ++seed) {
    text::Tokenizer& tokenizer = seed % 2 == 0 ? splitting : joining;
    const auto truth = wrapped_book(paragraphs, book, split_points, tokenizer, seed);
    Document document{"book.txt", std::make_unique<testing::ScriptedSource>(truth.bytes, std::vector<std::size_t>{})};
    Score one = score(truth, reference::read_tokens(document, reading(book.language), tokenizer));
    if (one.detected == 0) one.examples["taken for plain"].push_back(fmt::format("seed {}", seed));
    if (const char* folder = std::getenv("CORPUS_SCALE_FOLDER"); folder != nullptr) {
      const std::string name = fmt::format("{}/{}-{}", folder, book.language, seed);
      std::ofstream(name + ".txt", std::ios::binary) << truth.bytes;
      std::ofstream(name + ".score") << report(name, one);
    }
    sum += one;
  }
  if (const char* file = std::getenv("CORPUS_SCALE_REPORT"); file != nullptr) {
    std::ofstream(file, std::ios::app) << report(book.language, sum) << '\n';
  }
  return sum;
}

void expect_good(const std::string& language, const Score& score) {
  SCOPED_TRACE(report(language, score));
  EXPECT_EQ(score.detected, score.documents);
  EXPECT_GT(score.split.all, 100U);
  EXPECT_GT(score.compound.all, 10U);
  if (score.documents >= kEnough) {
    EXPECT_GE(score.split.percent_right(), 98.0);
    EXPECT_LE(score.own_hyphens_lost_percent(), 0.5);
  }
  EXPECT_EQ(score.leaked, 0U);
  EXPECT_EQ(score.lost, 0U);
  EXPECT_EQ(score.misplaced, 0U);
  EXPECT_EQ(score.changed, 0U);
  EXPECT_EQ(score.invented, 0U);
}

reference::SplitPoints split_points_of(const reference::Hyphenator& hyphenator) {
  return [hyphenator](std::string_view word) { return hyphenator.split_points(word); };
}

TEST(WrappedBooks, ofAnInventedLanguage) {
  Dice dice{1};
  const Book book{"", "CHAPTER", 60'000, 100'000};
  expect_good("invented", read_books(invented_paragraphs(dice, 500'000), book, reference::syllable_split_points));
}

TEST(WrappedBooks, ofEnglish) {
  const auto hyphenator = reference::Hyphenator::open("en_US");
  const auto text = shared_text("bench-en.txt.zst");
  if (!hyphenator || !text) GTEST_SKIP() << "no patterns, or no books";
  const Book book{"en", "CHAPTER"};
  expect_good("English", read_books(english_paragraphs(*text), book, split_points_of(*hyphenator)));
}

TEST(WrappedBooks, ofGerman) {
  const auto hyphenator = reference::Hyphenator::open("de_DE");
  const auto text = shared_text("bench-multi.txt.zst");
  if (!hyphenator || !text) GTEST_SKIP() << "no patterns, or no texts";
  const Book book{"de", "Kapitel"};
  expect_good("German", read_books(paragraphs_in("de", *text), book, split_points_of(*hyphenator)));
}

TEST(WrappedBooks, ofFrench) {
  const auto hyphenator = reference::Hyphenator::open("fr");
  const auto text = shared_text("bench-multi.txt.zst");
  if (!hyphenator || !text) GTEST_SKIP() << "no patterns, or no texts";
  const Book book{"fr", "Chapitre"};
  expect_good("French", read_books(paragraphs_in("fr", *text), book, split_points_of(*hyphenator)));
}

}  // namespace
}  // namespace corpus::scale
