// SPDX-License-Identifier: MIT
/// \file
/// How the lines of a document make up its text. In plain text every line is a paragraph. In wrapped text, as it comes
/// out of a PDF or from a typewriter, lines were broken to fit a page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/text/tokenizer.hpp"

namespace corpus::text {

enum class Layout : std::uint8_t { plain, wrapped };

enum class LayoutChoice : std::uint8_t { automatic, plain, wrapped };

/// What happens to a hyphen at a line end in a wrapped document.
enum class Dehyphenate : std::uint8_t {
  automatic,  ///< the word is rejoined unless there is a reason not to
  always,
  never,
};

/// Headers, footers and page numbers of a wrapped document.
enum class RunningLines : std::uint8_t { drop, keep };

struct LayoutOptions {
  LayoutChoice layout = LayoutChoice::automatic;
  Dehyphenate dehyphenate = Dehyphenate::automatic;
  RunningLines running_lines = RunningLines::drop;
  std::string language = {};         ///< `de`, or empty if unknown: whether a capital speaks against rejoining
  const TypeSet* lexicon = nullptr;  ///< types that are words of the language, with and without hyphens; must outlive
};

/// How much of a document's beginning the choice is made by.
inline constexpr std::size_t layout_sample = std::size_t{1} << 16;

/// Decides by the first `layout_sample` bytes of the text, or all of it if it is shorter: wrapped if most of its lines are
/// about equally long and break off inside sentences.
Layout decide_layout(std::string_view start);

}  // namespace corpus::text
