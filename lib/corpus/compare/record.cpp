// SPDX-License-Identifier: MIT
#include "corpus/compare/record.hpp"

#include <bit>
#include <utility>

namespace corpus::compare {

void Recorder::start_document() {
  ++documents_;
  record_ = {};
}

void Recorder::add(const text::Tokens& tokens) {
  const auto ids = vocabulary_.intern(tokens);
  learn_types();
  std::uint64_t words = record_.words;
  std::uint64_t fresh = 0;
  for (const text::TypeId id : ids) {
    Type& type = types_[id];
    ++type.freq;
    if (type.document != documents_) {
      type.document = documents_;
      ++type.range;
      ++fresh;
    }
    words = (std::rotl(words, 23) ^ type.hash) * 0x9E3779B97F4A7C15U;
    shingles_.add(type.hash, [this](std::uint64_t shingle) { sketch_.add(shingle); });
  }
  record_.words = words;
  record_.tokens += tokens.size();
  record_.types += fresh;
}

/// Hashes those that are new to the vocabulary.
void Recorder::learn_types() {
  for (auto id = static_cast<text::TypeId>(types_.size()); id < vocabulary_.size(); ++id) {
    types_.push_back({.hash = similarity::stable_hash(vocabulary_[id])});
  }
}

DocumentRecord Recorder::finish_document() {
  shingles_.finish([this](std::uint64_t shingle) { sketch_.add(shingle); });
  record_.words = similarity::scramble(record_.words ^ record_.tokens);
  record_.signature = sketch_.signature();
  sketch_.clear();
  tokens_ += record_.tokens;
  return std::exchange(record_, {});
}

count::FrequencyList Recorder::take() && {
  count::FrequencyList list;
  list.types = std::move(vocabulary_);
  for (const Type& type : types_) list.entries.push_back({type.freq, type.range});
  list.tokens = tokens_;
  list.documents = documents_;
  return list;
}

}  // namespace corpus::compare
