// SPDX-License-Identifier: MIT
/// \file
/// Prose whose paragraphs are whole: what wrapping is tried on.
///
///     const Prose prose = english_prose(text);      // books whose lines are joined again where that is safe
///     prose.stretch(dice, 300'000);                 // paragraphs that follow each other, of so many bytes together
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reference/dice.hpp"
#include "reference/text/wrapping.hpp"

namespace corpus::scale {

/// A file of the texts that tests may run on, decompressed; nothing where they are not there.
std::optional<std::string> shared_text(const std::string& name);

/// The paragraphs of English books, whose lines are broken between words. Left out are tables, verse, headings, lists,
/// and whatever has a hyphen or dash at a line end, which could be a part of the word or not.
std::vector<std::string> english_paragraphs(std::string_view text);

/// The lines in `language` (`de` or `fr`) of a text of many languages, that are long enough to be sure of it, each a
/// paragraph. None comes twice.
std::vector<std::string> paragraphs_in(std::string_view language, std::string_view text);

/// Paragraphs of a language that does not exist, of syllables of a consonant and a vowel: words that recur as words do,
/// compounds with a hyphen among them.
std::vector<std::string> invented_paragraphs(reference::Dice& dice, std::size_t bytes);

/// Of about `bytes` bytes, from anywhere in `paragraphs`, with a heading now and then.
std::vector<reference::Paragraph> stretch(const std::vector<std::string>& paragraphs, reference::Dice& dice,
                                          std::size_t bytes, const std::string& chapter_word);

}  // namespace corpus::scale
