// SPDX-License-Identifier: MIT
/// \file
/// What `corpus keywords` is asked for: the options that more than one of its files looks at.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "cmd/options.hpp"
#include "corpus/stats/keyness.hpp"
#include "corpus/stats/keyness_documents.hpp"

namespace corpus::cmd {

/// What is drawn by lot where chance is asked: tokens alone, or documents too.
enum class KeynessTest : std::uint8_t { tokens, docs };

/// In which corpus a keyword is the more frequent.
enum class Direction : std::uint8_t { both, positive, negative };

struct KeywordsOptions {
  InputArguments inputs;  ///< with those of --ref
  TokenArguments tokens;
  OutputArguments output;
  bool force = false;
  std::optional<std::uint64_t> ngrams;
  std::optional<std::uint64_t> top;
  std::uint64_t min_freq = 1;
  std::uint64_t min_range = 1;
  Direction direction = Direction::both;
  std::string_view sort = "lrc";  ///< one of `keyness_orders`
  stats::Adjustment adjust = stats::Adjustment::holm;
  double confidence = 0.95;
  double k = 100;
  double prior = 1000;
  KeynessTest test = KeynessTest::tokens;
  std::optional<std::uint64_t> seed;
  std::optional<std::uint64_t> rounds;

  /// Of the measures, where that many types are tested: --adjust none is for one.
  [[nodiscard]] stats::KeynessOptions measuring(std::uint64_t family) const {
    return {.interval = {.confidence = confidence, .family = adjust == stats::Adjustment::none ? 1 : family},
            .simple_maths_k = k,
            .prior_scale = prior};
  }
  [[nodiscard]] stats::ResamplingOptions resampling() const {
    const stats::ResamplingOptions standing;
    return {.seed = seed.value_or(standing.seed), .rounds = rounds.value_or(standing.rounds)};
  }
};

}  // namespace corpus::cmd
