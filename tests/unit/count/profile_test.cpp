// SPDX-License-Identifier: MIT
#include "corpus/count/profile.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace corpus::count {
namespace {

/// Takes a text as one block.
Profile add(Profiler& profiler, const std::string& name, const std::string& text,
            const text::TokenizerOptions& options = {}) {
  text::Tokenizer tokenizer{options};
  profiler.start(name);
  const text::Block block = text::Block::of(text);
  if (!text.empty()) profiler.add(block);
  profiler.add_bytes(text.size());
  tokenizer.start(text);
  for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) profiler.add(block, batch);
  return profiler.finish();
}

using Ids = std::vector<std::uint32_t>;

TEST(Profile, ADocumentByHand) {
  Profiler profiler{unicode::Abbreviations::of_language("en")};
  const Profile profile = add(profiler, "a.txt", "The snow, the snow!\n\nMr. Ek saw 3.5 m of it.\n");
  EXPECT_EQ(profile.name, "a.txt");
  EXPECT_EQ(profile.bytes, 45U);
  EXPECT_EQ(profile.units.characters, 45U);
  EXPECT_EQ(profile.units.lines, 3U);
  EXPECT_EQ(profile.units.paragraphs, 2U);
  EXPECT_EQ(profile.units.sentences, 2U);
  EXPECT_EQ(profile.tokens, (Ids{0, 1, 0, 1, 2, 3, 4, 5, 6, 7, 8}));
  EXPECT_EQ(profile.types.size(), 9U);
  EXPECT_EQ(profile.word_characters, 3 + 4 + 3 + 4 + 2 + 2 + 3 + 3 + 1 + 2 + 2U);
  EXPECT_EQ(profile.readability.words, 11U);
  EXPECT_EQ(profile.readability.sentences, 2U);
  EXPECT_EQ(profile.readability.letters, 0U);  // nobody asked
}

TEST(Profile, TheTotalIsAllDocumentsAsOneText) {
  Profiler profiler{unicode::Abbreviations::none()};
  Profile first = add(profiler, "1", "a b a\nc");
  const Profile empty = add(profiler, "2", "");
  const Profile last = add(profiler, "3", "d b. B d e\n");
  EXPECT_EQ(first.tokens, (Ids{0, 1, 0, 2}));
  EXPECT_EQ(first.types.size(), 3U);
  EXPECT_EQ(empty.tokens, Ids{});
  EXPECT_EQ(empty.types.size(), 0U);
  EXPECT_EQ(empty.units.lines, 0U);
  EXPECT_EQ(last.tokens, (Ids{0, 1, 1, 0, 2}));  // numbers are the document's own
  EXPECT_EQ(last.types.size(), 3U);
  Profile total;
  total.add(empty);
  total.add(std::move(first));
  total.add(last);
  EXPECT_EQ(total.bytes, 7U + 11U);
  EXPECT_EQ(total.tokens, (Ids{0, 1, 0, 2, 3, 1, 1, 3, 4}));
  ASSERT_EQ(total.types.size(), 5U);
  EXPECT_EQ(total.types[0], "a");
  EXPECT_EQ(total.types[4], "e");
  EXPECT_EQ(total.units.characters, 18U);
  EXPECT_EQ(total.units.lines, 2U + 1U);
  EXPECT_EQ(total.units.paragraphs, 3U);
  EXPECT_EQ(total.units.sentences, 2U + 2U);
  EXPECT_EQ(total.word_characters, 9U);
  EXPECT_EQ(total.readability.words, 9U);
  EXPECT_EQ(total.readability.sentences, 4U);
}

TEST(Profile, TurnsAddUp) {
  Profiler profiler{unicode::Abbreviations::none()};
  const std::string text = "Ada: yes, I did.\n";
  text::Tokenizer tokenizer;
  Profile total;
  for (int document = 0; document < 2; ++document) {
    profiler.start("");
    text::Block block = text::Block::of(text);
    block.turn = 1;
    block.begins_turn = true;
    block.speech = 5;
    profiler.add(block);
    tokenizer.start(text);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) profiler.add(block, batch);
    total.add(profiler.finish());
  }
  EXPECT_EQ(total.turns, 2U);
  EXPECT_EQ(total.turn_tokens, 6U);  // without the label
  EXPECT_EQ(total.tokens.size(), 8U);
}

TEST(Profile, WordCharactersAreGraphemesOfTheForm) {
  Profiler profiler{unicode::Abbreviations::none()};
  EXPECT_EQ(add(profiler, "", "e\u0301te\u0301 _x_").word_characters, 3U + 3U);
}

TEST(Profile, PunctuationIsATokenAndNoWord) {
  Profiler profiler{unicode::Abbreviations::none(), Readability::counted, stats::Language::english};
  const Profile profile = add(profiler, "", "Yes, 5 + 5!", {.punctuation = text::Punctuation::keep});
  EXPECT_EQ(profile.tokens.size(), 6U);
  EXPECT_EQ(profile.types.size(), 5U);
  EXPECT_EQ(profile.readability.words, 3U);
  EXPECT_EQ(profile.word_characters, 5U);
  EXPECT_EQ(profile.readability.letters, 5U);
  EXPECT_EQ(profile.readability.syllables, 3U);
}

TEST(Profile, ReadabilityByHand) {
  // the=1, readers=2, understand=3, it=1, twice; letters: 3+7+10+2; long: readers, understand.
  Profiler profiler{unicode::Abbreviations::none(), Readability::counted, stats::Language::english};
  Profile total;
  const Profile once = add(profiler, "", "The readers understand it.");
  EXPECT_EQ(once.readability.letters, 22U);
  EXPECT_EQ(once.readability.long_words, 2U);
  EXPECT_EQ(once.readability.syllables, 7U);
  EXPECT_EQ(once.readability.polysyllables, 1U);
  total.add(once);
  total.add(add(profiler, "", "UNDERSTAND the-readers’ it!"));  // the same types again
  EXPECT_EQ(total.readability.letters, 44U);
  EXPECT_EQ(total.readability.long_words, 4U);
  EXPECT_EQ(total.readability.syllables, 14U);
  EXPECT_EQ(total.readability.polysyllables, 2U);
}

TEST(Profile, LettersAreLettersAndDigits) {
  Profiler profiler{unicode::Abbreviations::none(), Readability::counted};
  const Profile profile = add(profiler, "", "don’t 3.14 e\u0301 _ab_ 1234567");
  EXPECT_EQ(profile.readability.letters, 4U + 3U + 1U + 2U + 7U);
  EXPECT_EQ(profile.readability.long_words, 1U);
  EXPECT_EQ(profile.readability.syllables, 0U);  // of no language
}

TEST(Profile, CaseThatWasKeptDoesNotChangeSyllables) {
  Profiler profiler{unicode::Abbreviations::none(), Readability::counted, stats::Language::english};
  const text::TokenizerOptions keep{.types = {.letter_case = unicode::Case::keep}};
  EXPECT_EQ(add(profiler, "", "UNDERSTAND Understand", keep).readability.syllables, 6U);
}

}  // namespace
}  // namespace corpus::count
