// SPDX-License-Identifier: MIT
#include "corpus/text/hyphenation.hpp"

#include <gtest/gtest.h>

#include <string>

#include "corpus/text/hyphenation_words.hpp"
#include "unit/text/wrapped_reading.hpp"

namespace corpus::text {
namespace {

using corpus::testing::read_wrapped;

/// One paragraph, and what stands between the hyphens of `text` and their line ends as it came out.
std::string joined(const std::string& text, const LayoutOptions& options = {}) {
  std::string read = read_wrapped(text, {.options = options}).text;
  while (!read.empty() && read.back() == '\n') read.pop_back();
  return read;
}

TEST(HyphenationWords, lineEndHyphen) {
  EXPECT_EQ(line_end_hyphen("seven ter-")->at, 9U);
  EXPECT_EQ(line_end_hyphen("seven ter\u2010")->sign, U'\u2010');
  EXPECT_EQ(line_end_hyphen("seven ter\u00AD")->sign, U'\u00AD');
  EXPECT_EQ(line_end_hyphen("1990-")->at, 4U);
  EXPECT_EQ(line_end_hyphen("caf\u00E9-")->at, 5U);
  for (const char* none : {"", "-", "a -", "a--", "a\u2014", "a.-", "a", "(-", "--"}) {
    EXPECT_FALSE(line_end_hyphen(none)) << none;
  }
}

TEST(HyphenationWords, wordsAroundIt) {
  EXPECT_EQ(word_at_end("of Nagorno-Kara"), "Nagorno-Kara");
  EXPECT_EQ(word_at_end("(don\u2019t"), "don\u2019t");
  EXPECT_EQ(word_at_end("wait--for"), "for");
  EXPECT_EQ(word_at_end("none "), "");
  EXPECT_EQ(word_at_end(""), "");
  EXPECT_EQ(word_at_begin("ritories?"), "ritories");
  EXPECT_EQ(word_at_begin("gorno-Karabakh by"), "gorno-Karabakh");
  EXPECT_EQ(word_at_begin("tion--and"), "tion");
  EXPECT_EQ(word_at_begin("e\u0301te\u0301 "), "e\u0301te\u0301");
  EXPECT_EQ(word_at_begin("-x"), "");
  EXPECT_EQ(last_part("a-b-c"), "c");
  EXPECT_EQ(first_part("a-b-c"), "a");
  EXPECT_EQ(last_part("abc"), "abc");
}

TEST(Hyphenation, wordsAreRejoined) {
  EXPECT_EQ(joined("the seven ter-\nritories"), "the seven territories");
  EXPECT_EQ(joined("the seven ter\u2010\nritories"), "the seven territories");
  EXPECT_EQ(joined("the seven ter\u00AD\nritories"), "the seven territories");
  EXPECT_EQ(joined("the seven ter-  \r\n    ritories"), "the seven territories");
  EXPECT_EQ(joined("die Gro\u00DFst\u00E4d-\nte"), "die Gro\u00DFst\u00E4dte");
  EXPECT_EQ(joined("THE INTER-\nVIEW"), "THE INTERVIEW");
}

TEST(Hyphenation, aShortTextRejoinsWhatItKnowsNothingOf) {
  EXPECT_EQ(joined("He wrote it in a note-\nbook."), "He wrote it in a notebook.");
  EXPECT_EQ(joined("Das ist der Haus-\nmeister.", {.language = "de"}), "Das ist der Hausmeister.");
  EXPECT_EQ(joined("a note, a book, a note-\nbook"), "a note, a book, a notebook");
}

TEST(Hyphenation, aWordOverThreeLines) {
  EXPECT_EQ(joined("an ex-\ntraor-\ndinary day"), "an extraordinary day");
  EXPECT_EQ(joined("an ex-\n\ntraor-\n\ndinary day"), "an extraordinary day");
}

TEST(Hyphenation, aCapitalBelongsToACompound) {
  EXPECT_EQ(joined("on Haber-\nTurk today"), "on Haber-Turk today");
  EXPECT_EQ(joined("in Nagorno-Kara-\nbakh. Karabakh"), "in Nagorno-Karabakh. Karabakh");
  EXPECT_EQ(joined("in Na-\ngorno-Karabakh"), "in Nagorno-Karabakh");
  EXPECT_EQ(joined("the anti-\nAmerican mood", {.language = "de"}), "the anti-American mood");
}

TEST(Hyphenation, theDocumentKnowsItsCompounds) {
  EXPECT_EQ(joined("a well-known man, as well-\nknown as any"), "a well-known man, as well-known as any");
  EXPECT_EQ(joined("a Well-Known man, as well-\nknown as any"), "a Well-Known man, as well-known as any");
  EXPECT_EQ(joined("as well-\nknown as a well\u2011known or well-known man"),
            "as well-known as a well\u2011known or well-known man");
  EXPECT_EQ(joined("a face-to-face talk, face-\nto-face"), "a face-to-face talk, face-to-face");
  EXPECT_EQ(joined("a face-to-face talk, face-to-\nface"), "a face-to-face talk, face-to-face");
}

TEST(Hyphenation, theMoreFrequentFormWins) {
  EXPECT_EQ(joined("today, today, to-day, to-\nday"), "today, today, to-day, today");
  EXPECT_EQ(joined("today, to-day, to-day, to-\nday"), "today, to-day, to-day, to-day");
  EXPECT_EQ(joined("today, to-day, to-\nday"), "today, to-day, to-day") << "as often: nothing is left out";
}

TEST(Hyphenation, partsOfSplitWordsAreNoEvidence) {
  // `well-` and `known` at line ends do not make `well-known` a compound, nor `ter` a word.
  EXPECT_EQ(joined("the ter-\nritories and the ter-\nritories"), "the territories and the territories");
}

TEST(Hyphenation, splitAtTwoPlacesItIsAWord) {
  EXPECT_EQ(joined("the ca-\nstles and cast-\nles of old, a ca-stle"), "the castles and castles of old, a ca-stle");
}

TEST(Hyphenation, theLexiconDecidesWhatTheDocumentDoesNot) {
  const TypeSet lexicon = {"inland", "half-mad", "sea", "wall"};
  const LayoutOptions options{.lexicon = &lexicon};
  EXPECT_EQ(joined("an in-\nland half-\nmad sea-\nwall ter-\nritory", options),
            "an inland half-mad sea-wall territory");
  EXPECT_EQ(joined("an in-land, an in-\nland", options), "an in-land, an in-land") << "the document comes first";
}

TEST(Hyphenation, whatIsNoHyphenOfAWord) {
  EXPECT_EQ(joined("in 1990-\n1995 and"), "in 1990-1995 and");
  EXPECT_EQ(joined("a 20-\nyear term"), "a 20-year term");
  EXPECT_EQ(joined("he paused--\nthen left"), "he paused-- then left");
  EXPECT_EQ(joined("he paused -\nthen left"), "he paused - then left");
  EXPECT_EQ(joined("he paused\u2014\nthen left"), "he paused\u2014 then left");
  EXPECT_EQ(joined("so-\n(called)"), "so- (called)");
}

TEST(Hyphenation, suspendedHyphensKeepTheirSpace) {
  EXPECT_EQ(joined("two-\nand three-legged"), "two- and three-legged");
  EXPECT_EQ(joined("vor-\nund nachmittags", {.language = "de"}), "vor- und nachmittags");
}

TEST(Hyphenation, frenchPronouns) {
  EXPECT_EQ(joined("oui, dit-\nil alors", {.language = "fr"}), "oui, dit-il alors");
  EXPECT_EQ(joined("oui, dit-\nil alors"), "oui, ditil alors");
}

TEST(Hyphenation, alwaysAndNever) {
  const std::string text = "a well-known and well-\nknown ter-\nritory of Haber-\nTurk in 1990-\n1995";
  EXPECT_EQ(joined(text, {.dehyphenate = Dehyphenate::always}),
            "a well-known and wellknown territory of HaberTurk in 1990-1995");
  EXPECT_EQ(joined(text, {.dehyphenate = Dehyphenate::never}),
            "a well-known and well-known ter-ritory of Haber-Turk in 1990-1995");
}

TEST(Hyphenation, aDocumentThatSplitsNoWordsKeepsAllHyphens) {
  const std::string known = "half-past and half-past, twenty-one and twenty-one, sea-wall and sea-wall.\n";
  EXPECT_EQ(joined(known + "half-\npast twenty-\none sea-\nwall grey-\neyed"),
            "half-past and half-past, twenty-one and twenty-one, sea-wall and sea-wall. "
            "half-past twenty-one sea-wall grey-eyed");
}

TEST(HyphenSeams, aVocabularyTellsSeamsFromTheInsideOfWords) {
  // Words with the beginning of the first pair and the end of the second are many; both parts of the third are words.
  HyphenEvidence evidence;
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    std::string word;
    for (int rest = i + 1; rest > 0; rest /= 7) word += std::string(1, "bdfgklm"[rest % 7]) + "aeiou"[rest % 5];
    text += "ter" + word + " " + word + "tion ";
  }
  text += "grey grey-haired eyed\n";
  evidence.start(text);
  evidence.add(text);
  HyphenSeams seams;
  seams.ask("ter", "ritories");
  seams.ask("na", "tion");
  seams.ask("grey", "eyed");
  seams.learn(evidence, {.rejoined = 100, .kept = 10});
  EXPECT_FALSE(seams.has_seam("ter", "ritories"));
  EXPECT_FALSE(seams.has_seam("na", "tion"));
  EXPECT_TRUE(seams.has_seam("grey", "eyed"));
  EXPECT_FALSE(seams.has_seam("not", "asked"));
}

}  // namespace
}  // namespace corpus::text
