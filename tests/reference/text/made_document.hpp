// SPDX-License-Identifier: MIT
/// \file
/// Small documents of hostile make, each with the tokens it must give and where they stand. All that is said of a token
/// is noted while it is written.
///
///     Dice dice{seed};
///     const MadeRules rules = random_rules(dice);            // layout, encoding, what is done about hyphens
///     const MadeDocument document = make_document(dice, rules);
///     read_tokens(…, document.reading, …) == document.tokens
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/text/read_options.hpp"
#include "corpus/text/tokenizer.hpp"
#include "reference/dice.hpp"
#include "reference/text/scribe.hpp"

namespace corpus::reference {

/// What somebody wrote, and what it counts as.
struct SampleWord {
  std::string_view form;
  std::string_view type;
};

/// Words of many scripts that are one token each, wherever they stand between spaces. The types are those that
/// Unicode's CaseFolding.txt and composition give.
const std::vector<SampleWord>& sample_words();

/// Whether `text` can be written in `encoding`.
bool fits(std::string_view text, Encoding encoding);

struct MadeToken {
  std::string form;
  std::string type;
  Span span;
  Place place;

  bool operator==(const MadeToken&) const = default;
};

/// What holds for all documents that are read together.
struct MadeRules {
  text::ReadOptions reading = {};
  text::Hyphens hyphens = text::Hyphens::split;
  Encoding encoding = Encoding::utf8;
};

/// `only` utf8 or any.
enum class Encodings : std::uint8_t { utf8, any };
MadeRules random_plain_rules(Dice& dice, Encodings encodings);
MadeRules random_wrapped_rules(Dice& dice, Encodings encodings);

struct MadeDocument {
  std::string bytes;
  std::vector<MadeToken> tokens;
};

/// Plain or wrapped, as `rules` say.
MadeDocument make_document(Dice& dice, const MadeRules& rules);

}  // namespace corpus::reference
