// SPDX-License-Identifier: MIT
#include "corpus/count/occurrences.hpp"

#include <limits>

#include "corpus/error.hpp"

namespace corpus::count {
namespace {

/// Types whose chains are followed at a time, and about how many tokens these have.
constexpr std::size_t most_abreast = 32;
constexpr std::uint64_t most_tokens_abreast = std::uint64_t{1} << 20;

}  // namespace

void Occurrences::add(const text::Vocabulary& types, std::span<const TypeId> ids) {
  if (ids.size() > std::numeric_limits<std::uint32_t>::max() - list_.tokens) {
    throw Error{{.cause = "more than 4,294,967,295 tokens, whose places cannot be kept", .hint = "--where takes less"}};
  }
  const std::vector<TypeId> numbers = list_.types.intern(types);
  list_.entries.resize(list_.types.size(), {.freq = 0, .range = 1});
  last_.resize(list_.types.size());
  for (const TypeId id : ids) {
    const TypeId type = numbers[id];
    const std::uint64_t token = list_.tokens++;
    if (token / chunk_size == chunks_.size()) chunks_.push_back(std::make_unique<std::uint32_t[]>(chunk_size));
    before(token) = last_[type];
    last_[type] = static_cast<std::uint32_t>(token);
    ++list_.entries[type].freq;
  }
  list_.documents = 1;
}

void Occurrences::each(std::span<const TypeId> types,
                       const std::function<void(std::size_t, stats::Counts)>& use) const {
  for (std::size_t begin = 0; begin < types.size();) {
    std::size_t end = begin;
    std::uint64_t tokens = 0;
    while (end < types.size() && end - begin < most_abreast && tokens < most_tokens_abreast) {
      tokens += list_.entries[types[end++]].freq;
    }
    const auto found = positions(types.subspan(begin, end - begin));
    for (const std::vector<std::uint64_t>& of_type : found) use(begin++, of_type);
  }
}

std::vector<std::vector<std::uint64_t>> Occurrences::positions(std::span<const TypeId> types) const {
  struct Chain {
    std::uint64_t* begin;  ///< of the positions …
    std::uint64_t* end;    ///< … and of those that are missing
    std::uint64_t token;
  };
  std::vector<std::vector<std::uint64_t>> positions;
  std::vector<Chain> chains;
  for (const TypeId type : types) {
    auto& of_type = positions.emplace_back(list_.entries[type].freq);
    chains.push_back({of_type.data(), of_type.data() + of_type.size(), last_[type]});
  }
  while (!chains.empty()) {
    for (std::size_t i = 0; i < chains.size();) {
      Chain& chain = chains[i];
      *--chain.end = chain.token;
      if (chain.end != chain.begin) {
        chain.token = before(chain.token);
        ++i;
      } else {
        chain = chains.back();
        chains.pop_back();
      }
    }
  }
  return positions;
}

}  // namespace corpus::count
