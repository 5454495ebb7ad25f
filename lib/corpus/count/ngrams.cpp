// SPDX-License-Identifier: MIT
#include "corpus/count/ngrams.hpp"

#include <algorithm>
#include <utility>

#include "corpus/count/ngram_state.hpp"

namespace corpus::count {
namespace {

/// By type, what conditions it meets, a bit each.
std::vector<std::uint8_t> conditions_met(const std::vector<NgramCondition>& conditions, const NgramTypes& types) {
  if (conditions.empty()) return {};
  std::vector<std::uint8_t> met(types.size());
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    for (TypeId type = 0; type < types.size(); ++type) {
      if (type != types.slot() && conditions[i].matches(types.all()[type])) {
        met[type] = static_cast<std::uint8_t>(met[type] | (1U << i));
      }
    }
  }
  return met;
}

void put_in_order(std::vector<StreamChunk>& chunks) {
  std::stable_sort(chunks.begin(), chunks.end(),
                   [](const StreamChunk& a, const StreamChunk& b) { return a.source < b.source; });
  std::uint64_t documents = 0;
  for (StreamChunk& chunk : chunks) {
    chunk.documents = documents;
    documents += chunk.begun;
  }
}

}  // namespace

NgramCounter::NgramCounter(const text::TokenizerOptions& tokens, const NgramRules& rules, NgramOptions options)
    : state_(std::make_unique<State>(tokens, rules, std::move(options))) {}

NgramCounter::~NgramCounter() = default;

NgramCounts NgramCounter::take() && {
  State& fed = *state_;
  for (std::vector<StreamChunk>& chunks : fed.groups) put_in_order(chunks);
  NgramTypes types{std::move(fed.vocabularies), fed.rules.slots};
  std::vector<std::uint8_t> met = conditions_met(fed.options.conditions, types);
  return NgramCounts{std::make_unique<NgramCounts::State>(NgramCounts::State{fed.rules, std::move(fed.options),
                                                                             std::move(fed.store), std::move(types),
                                                                             std::move(met), std::move(fed.groups)})};
}

NgramCounts::NgramCounts(std::unique_ptr<State> state) : state_(std::move(state)) {}
NgramCounts::NgramCounts(NgramCounts&&) noexcept = default;
NgramCounts& NgramCounts::operator=(NgramCounts&&) noexcept = default;
NgramCounts::~NgramCounts() = default;

std::span<const std::string_view> NgramCounts::types() const { return state_->types.all(); }
std::optional<TypeId> NgramCounts::slot() const { return state_->types.slot(); }
std::size_t NgramCounts::groups() const { return state_->groups.size(); }
bool NgramCounts::spilled() const { return state_->spilled || state_->store->spilled(); }

NgramList NgramCounts::list(std::size_t group, const NgramListing& listing) {
  State& counts = *state_;
  const auto chunks =
      group < groups() ? std::span<const StreamChunk>(counts.groups[group]) : std::span<const StreamChunk>();
  const NgramText text{counts.types, *counts.store, chunks};
  auto state = std::make_unique<NgramList::State>(NgramList::State{NgramTally{counts.rules, counts.types.size()}});
  NgramTally& tally = state->tally;
  text.visit(tally, 0, text.chunks(), 0);
  state->firsts = tally.firsts();
  state->seconds = tally.seconds();
  const std::uint64_t memory = counts.options.memory - counts.store->in_memory();
  state->source = count_ngrams({counts.rules, counts.options, listing, text, tally, counts.met, memory});
  counts.spilled = counts.spilled || state->source->spilled();
  return NgramList{std::move(state)};
}

NgramList::NgramList(std::unique_ptr<State> state) : state_(std::move(state)) {}
NgramList::NgramList(NgramList&&) noexcept = default;
NgramList& NgramList::operator=(NgramList&&) noexcept = default;
NgramList::~NgramList() = default;

std::uint64_t NgramList::tokens() const { return state_->tally.tokens(); }
std::uint64_t NgramList::documents() const { return state_->tally.documents(); }
std::span<const std::uint64_t> NgramList::freqs() const { return state_->tally.freqs(); }
std::uint64_t NgramList::windows(unsigned n) const { return state_->tally.windows(n); }
std::span<const std::uint64_t> NgramList::firsts() const { return state_->firsts; }
std::span<const std::uint64_t> NgramList::seconds() const { return state_->seconds; }
std::uint64_t NgramList::size() const { return state_->source->size(); }
std::uint64_t NgramList::size(unsigned n) const { return state_->source->size(n); }
const Ngram* NgramList::next() { return state_->source->next(); }

}  // namespace corpus::count
