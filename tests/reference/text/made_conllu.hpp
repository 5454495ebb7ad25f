// SPDX-License-Identifier: MIT
/// \file
/// CoNLL-U made at random, with the tokens that its documents must give and where they stand in the file.
///
///     const MadeConllu made = make_conllu(dice, text::Attribute::lemma);
#pragma once

#include <string>
#include <vector>

#include "corpus/text/conllu.hpp"
#include "reference/dice.hpp"
#include "reference/text/made_document.hpp"

namespace corpus::reference {

struct MadeConllu {
  struct Part {
    std::string name;  ///< what stands behind the file's name; empty where the file is one document
    std::vector<MadeToken> tokens;
  };
  std::string bytes;
  std::vector<Part> documents;
};

MadeConllu make_conllu(Dice& dice, text::Attribute attribute);

}  // namespace corpus::reference
