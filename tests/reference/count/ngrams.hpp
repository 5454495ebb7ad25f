// SPDX-License-Identifier: MIT
/// \file
/// The slow twin of the counter of n-grams: maps of strings over whole texts.
///
///     const MadeText text = make_text(dice, …);
///     EXPECT_EQ(…, count_slowly(text, group, rules, options));
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpus/count/ngrams.hpp"
#include "reference/dice.hpp"

namespace corpus::reference {

/// What stands between a token and the one before it.
enum class Gap : std::uint8_t { space, line_end, blank_line, full_stop, turn, passed_over };

struct MadeWord {
  std::string word;
  Gap before = Gap::space;
  std::size_t group = 0;
};

using MadeDocument = std::vector<MadeWord>;
using MadeText = std::vector<MadeDocument>;

struct MadeTextOptions {
  std::size_t documents = 3;
  std::size_t tokens = 50;  ///< of a document at most
  std::size_t types = 10;
  std::size_t gaps_in_1000 = 100;  ///< that are no mere space
  std::size_t groups = 1;
};

MadeText make_text(Dice& dice, const MadeTextOptions& options);

struct SlowNgram {
  std::vector<std::string> words;
  std::uint64_t freq = 0;
  std::uint64_t range = 0;
  std::uint64_t fillers = 0;
  std::optional<count::NgramSpread> spread = {};

  /// But for the last digits of the spread.
  bool operator==(const SlowNgram& other) const;
};

struct SlowCounts {
  std::vector<SlowNgram> ngrams;  ///< in order
  std::map<unsigned, std::uint64_t> windows;
  std::map<std::string, std::uint64_t> freqs;
  std::map<std::string, std::uint64_t> firsts;
  std::map<std::string, std::uint64_t> seconds;
  std::uint64_t tokens = 0;
  std::uint64_t documents = 0;

  bool operator==(const SlowCounts&) const = default;
};

SlowCounts count_slowly(const MadeText& text, std::size_t group, const count::NgramRules& rules,
                        const count::NgramOptions& options, count::NgramOrder order, text::Paragraphs paragraphs);

}  // namespace corpus::reference
