// SPDX-License-Identifier: MIT
/// \file
/// How documents are to be read.
#pragma once

#include <cstdint>

#include "corpus/text/blocks.hpp"
#include "corpus/text/conllu.hpp"
#include "corpus/text/layout.hpp"
#include "corpus/text/turns.hpp"

namespace corpus::text {

/// What is done about turns.
enum class Turns : std::uint8_t {
  ignored,         ///< nothing is looked for
  found,           ///< they are numbered; the labels that mark them stay in the text
  without_labels,  ///< they are numbered, and their labels are left out of the text
};

/// What a block is at most.
enum class Grain : std::uint8_t { block, turn, paragraph };

struct ReadOptions {
  DecodingOptions decoding = {};
  LayoutOptions layout = {};
  Turns turns = Turns::ignored;
  TurnOptions turn_options = {};
  Grain grain = Grain::block;
  Attribute attribute = Attribute::form;
};

}  // namespace corpus::text
