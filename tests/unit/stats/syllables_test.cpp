// SPDX-License-Identifier: MIT
/// \file
/// Words with their syllables counted as dictionaries divide them: Merriam-Webster, Duden, Petit Robert
/// (pronunciation), Groene Boekje; for endings that these leave open (-ically), the CMU Pronouncing Dictionary.
#include "corpus/stats/syllables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace corpus::stats {
namespace {

/// Each of the words, which stand between blanks, has so many syllables.
void expect_each(std::uint32_t expected, std::string_view words, Language language) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    EXPECT_EQ(syllables(words.substr(0, end), language), expected) << words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

TEST(Syllables, English) {
  const Language english = Language::english;
  expect_each(1, "a the strength through queue made makes called walked league eye they're don't james aisle played",
              english);
  expect_each(2,
              "table people wanted houses changes lion quiet didn't beyond lovely careful something james's science "
              "sometimes prism rhythm ocean ruin being trying handled hundred colleague statement business argue naked "
              "language nation weather station million soldier movement forehead statesman safety create marriage",
              english);
  expect_each(3,
              "beautiful area idea video museum radio family remember policeman everything familiar mechanic carefully "
              "september however serious previous industry mountaineer agreement element italy anyone typically",
              english);
  expect_each(
      4, "january reality society usually experience information geography absolutely situation agreeable mechanically",
      english);
  expect_each(5, "individual association university readability refrigerator", english);
}

TEST(Syllables, EnglishAccentsAndHyphens) {
  expect_each(2, "café naïve noël well-known", Language::english);
  expect_each(3, "résumés fiancée protégé cul-de-sac", Language::english);
}

TEST(Syllables, German) {
  const Language german = Language::german;
  expect_each(1, "haus baum spiel boot quark", german);
  expect_each(2, "häuser bauen neue treue lehrer yoga wetter spielen", german);
  expect_each(3, "theater nation beamte niveauvoll geburtstag spanien", german);
  expect_each(4, "italien familien energielos", german);
  expect_each(5, "universität", german);
}

TEST(Syllables, French) {
  const Language french = Language::french;
  expect_each(1, "chat table langue guerre quatre pied nuit rue l'homme feuille yeux oui fille qu'il eau", french);
  expect_each(2, "maison nation client famille journée voyage poète jusqu'à mangeait parlaient crayon théâtre", french);
  expect_each(3, "ambiguë ennuyer oublier aujourd'hui animal président aérien essuyer", french);
  expect_each(4, "réalité", french);
  expect_each(5, "université", french);
}

TEST(Syllables, Dutch) {
  const Language dutch = Language::dutch;
  expect_each(1, "huis boek nieuw leeuw ijs fraai bijt groei", dutch);
  expect_each(2, "mooie bloeien olie zeeën geïnd water koeien", dutch);
  expect_each(3, "familie station beïnvloed", dutch);
  expect_each(4, "beïnvloeden", dutch);
  expect_each(5, "universiteit", dutch);
}

TEST(Syllables, AreAtLeastOne) {
  for (const Language language : {Language::english, Language::german, Language::french, Language::dutch}) {
    expect_each(1, "1984 xyz-- brrr ' 中文 \xff", language);
    EXPECT_EQ(syllables("", language), 1u);
  }
}

TEST(Syllables, OfWhatIsNoWordAreFoundWithoutDelay) {
  for (const std::string_view piece : {"some", "elyely", "a'", "a-", "eing", "é"}) {
    std::string monster;
    while (monster.size() < 1'000'000) monster += piece;
    for (const Language language : {Language::english, Language::german, Language::french, Language::dutch}) {
      EXPECT_GE(syllables(monster, language), 1u);
      EXPECT_GE(syllables(std::string_view(monster).substr(0, 256), language), 1u);
    }
  }
}

}  // namespace
}  // namespace corpus::stats
