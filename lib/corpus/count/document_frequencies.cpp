// SPDX-License-Identifier: MIT
#include "corpus/count/document_frequencies.hpp"

namespace corpus::count {

DocumentFrequencies::DocumentFrequencies(const std::vector<std::string_view>& types) : hits_(types.size()) {
  for (const std::string_view type : types) types_.intern(type);
}

void DocumentFrequencies::start_document() { here_.clear(); }

void DocumentFrequencies::add(const text::Tokens& tokens, std::size_t group) {
  if (tokens.empty()) return;
  const auto [found, fresh] = here_.try_emplace(group, parts_.size());
  if (fresh) parts_.push_back({.group = group});
  const std::size_t part = found->second;
  parts_[part].tokens += tokens.size();
  for (const text::Token& token : tokens) {
    const auto id = types_.find(token.type());
    if (!id) continue;
    std::vector<Hits>& hits = hits_[*id];
    if (hits.empty() || hits.back().part != part) hits.push_back({part, 0});
    ++hits.back().freq;
  }
}

std::optional<DocumentFrequencies::Rates> DocumentFrequencies::rates_of(std::string_view type,
                                                                        std::size_t group) const {
  const auto id = types_.find(type);
  if (!id) return std::nullopt;
  std::vector<std::uint64_t> freqs(parts_.size());
  for (const Hits& hits : hits_[*id]) freqs[hits.part] += hits.freq;
  Rates rates;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const bool target = parts_[i].group == group;
    const double rate = static_cast<double>(freqs[i]) / static_cast<double>(parts_[i].tokens);
    (target ? rates.target : rates.reference).push_back(rate);
    (target ? rates.target_freq : rates.reference_freq) += freqs[i];
  }
  return rates;
}

}  // namespace corpus::count
