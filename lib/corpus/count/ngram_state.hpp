// SPDX-License-Identifier: MIT
/// \file
/// What counters and what they counted are made of; for their sources alone.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "corpus/count/ngram_source.hpp"
#include "corpus/count/ngram_stream.hpp"
#include "corpus/count/ngram_tally.hpp"
#include "corpus/count/ngram_types.hpp"
#include "corpus/count/ngrams.hpp"

namespace corpus::count {

/// By group.
using NgramStreams = std::vector<std::vector<StreamChunk>>;

struct NgramCounter::State {
  State(const text::TokenizerOptions& the_tokens, const NgramRules& the_rules, NgramOptions the_options)
      : tokens(the_tokens),
        rules(the_rules),
        options(std::move(the_options)),
        store(std::make_unique<StreamStore>(options.memory / 2, options.folder)) {}

  text::TokenizerOptions tokens;
  NgramRules rules;
  NgramOptions options;
  std::unique_ptr<StreamStore> store;
  std::mutex mutex;  ///< guards what follows
  std::vector<text::Vocabulary> vocabularies;
  NgramStreams groups;
};

struct NgramCounts::State {
  NgramRules rules;
  NgramOptions options;
  std::unique_ptr<StreamStore> store;
  NgramTypes types;
  std::vector<std::uint8_t> met;  ///< by type, the conditions that it meets, a bit each; empty where there are none
  NgramStreams groups;
  bool spilled = false;
};

struct NgramList::State {
  NgramTally tally;
  std::vector<std::uint64_t> firsts = {};
  std::vector<std::uint64_t> seconds = {};
  std::unique_ptr<NgramSource> source = {};
};

}  // namespace corpus::count
