// SPDX-License-Identifier: MIT
#include "corpus/unicode/sentence.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "../../reference/unicode/sentence.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

/// The sentences, with a stroke between them.
std::string divided(std::string_view text, std::string_view language) {
  std::string result;
  std::size_t begin = 0;
  for (const std::uint32_t end : sentence_ends(text, Abbreviations::of_language(language))) {
    if (begin > 0) result += '|';
    result += text.substr(begin, end - begin);
    begin = end;
  }
  return result;
}

/// The strokes in `expected` are where sentences end.
void expect_divided(std::string_view expected, std::string_view language) {
  std::string text(expected);
  std::erase(text, '|');
  EXPECT_EQ(divided(text, language), expected) << language;
}

TEST(Sentence, RandomTextIsAsTheRulesSay) {
  // Two of each class where there are: other, CR, LF, Sep, Extend, Format, Sp, Lower, Upper, OLetter, Numeric, ATerm,
  // SContinue, STerm, Close.
  const std::u32string alphabet = U"/★\r\n\u0085\u2029\u0301\u200D\u00AD\u2060 \u3000aéЯBא漢1٢.．,–!。\"）";
  // Classes that the longer rules are made of come more often.
  const std::u32string frequent = U"..!? \u0301a\")1";
  std::mt19937 random(31);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t length = random() % (round % 50 == 0 ? 200 : 20); length > 0; --length) {
      const std::u32string& from = random() % 2 == 0 ? alphabet : frequent;
      append(text, from[random() % from.size()]);
    }
    ASSERT_EQ(sentence_ends(text, Abbreviations::none()), reference::sentence_ends(text))
        << testing::PrintToString(text);
  }
}

TEST(Sentence, StopsAreWhereTheRulesStop) {
  for (char32_t point = 1; point < 0x110000; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    using enum SentenceClass;
    const SentenceClass kind = sentence_class(point);
    if (kind != cr && kind != lf && kind != separator && kind != full_stop && kind != terminator) continue;
    std::string character;
    append(character, point);
    EXPECT_TRUE(sentence_stops.holds(character[0])) << std::hex << std::uint32_t{point};
  }
}

TEST(Sentence, Empty) { EXPECT_TRUE(sentence_ends("", Abbreviations::of_language("en")).empty()); }

TEST(Sentence, OffsetsAreAfterTheWhiteSpace) {
  EXPECT_EQ(sentence_ends("Mr. Smith left. He ran.", Abbreviations::of_language("en")),
            (std::vector<std::uint32_t>{16, 23}));
}

TEST(Sentence, NoneIsTheBareStandard) {
  EXPECT_EQ(sentence_ends("Mr. A. B", Abbreviations::none()), (std::vector<std::uint32_t>{4, 7, 8}));
}

TEST(Sentence, English) {
  for (const char* text : {
           "Mr. Smith left. |He ran.",
           "MR. SMITH LEFT. |HE RAN.",
           "I saw Mrs. “Kay” Jones. |She left.",
           "Tea, milk, etc. were gone. |We left.",
           "Tea, milk, etc. |We left.",
           "At 5 p.m. (5 exactly) it rang.",
           "At 5 p.m. |We left.",
           "At 5 p. m. |We left.",
           "They met in the U.S. |Nobody came.",
           "the U.S. 5 and 6",
           "J. Smith and J. R. R. Tolkien met. |They left.",
           "No. 5 is alive.",
           "No. |I said so.",
           "no. 5 was",
           "See Fig. A and fig. 5. |It was a fig. |It was green.",
           "So do I. |Then he left.",
           "I. M. Pei built it.",
           "A. I. Smith built it.",
           "Ж. I. Smith built it.",
           "They said No. |I. |Then he left.",
           "He fell. |Dr. No ran.",
           "Smith vs. Jones ended.",
           "He has a Ph.D. |She has two.",
           "We saw e.g. Berlin.",
           "a cat. |The dog",
           "Really? |Mr. Smith! |Yes.",
           "Wait... |What? |No.",
           "Mr.\n|Smith",
           "John Smith Jr. |Nobody came.",
           "John Smith Jr. (born 1950) came.",
           "Vitamin B.) |Then",
           "He said “etc.” |Then he left.",
       }) {
    expect_divided(text, "en");
  }
}

TEST(Sentence, OtherLanguages) {
  expect_divided("Er kam z. B. Montag. |Hr. Meier, Nr. 5, kam am 3. Oktober usw. nicht. |Dann kam er usw. |Ende.",
                 "de");
  expect_divided("Das war im Jahr 1983. |Oktober war es. |Es waren 3. |Alle kamen. |Siehe S. 12, Abs. 3.", "de-AT");
  expect_divided("M. Dupont et Mme Curie, p. ex. Marie, etc. |Elle vint, p. 12, av. J.-C. Voir.", "fr");
  expect_divided("El Sr. García vive en EE. UU. desde 1990. |Véase pág. 5. |Ud. |Llegó.", "es");
  expect_divided("Il Sig. Rossi e la Dott.ssa Bianchi, ecc. |Poi cfr. Roma, p. es. Milano.", "it");
  expect_divided("Dhr. Jansen, bijv. Piet, enz. |Zie blz. 12.", "nl");
  expect_divided("O Sr. Silva e a Dra. Costa, p. ex. Ana, etc. |Ver pág. 5.", "pt");
  expect_divided("Проф. Иванов, т. е. Пётр, и т. д. |Потом см. рис. 5. |А. С. Пушкин писал.", "ru");
  expect_divided("Prof. Nowak, np. Jan, itd. |Potem ul. Długa, nr 5, ok. 10 osób.", "pl");
}

TEST(Sentence, WithoutALanguageTitlesAreKnown) {
  for (const char* language : {"", "und", "xx", "fi-FI"}) {
    expect_divided("Mr. Smith, Prof. Li and Frl. Meier met. |No. |They left, z. B. Dr. Who.", language);
  }
}

TEST(Sentence, LongRunsTakeNoLongerThanTheirLength) {
  // Each would take minutes if a rule's search began again at each of its full stops.
  const std::size_t size = 300000;
  for (const std::string unit : {"1.", ". ", ".1 ", "A.", "A. ", ".\u0301", ".\"", "z. ", "\u0301", "(", ".("}) {
    std::string text = "a. ";
    while (text.size() < size) text += unit;
    const auto ends = sentence_ends(text, Abbreviations::of_language("de"));
    EXPECT_EQ(ends.back(), text.size());
  }
}

}  // namespace
}  // namespace corpus::unicode
