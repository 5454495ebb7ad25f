// SPDX-License-Identifier: MIT
// The measures that depend on the order of the tokens. Sums are of integers, so they do not depend on rounding.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "corpus/stats/diversity.hpp"

namespace corpus::stats {
namespace {

std::size_t types_bound(std::span<const std::uint32_t> tokens) {
  return tokens.empty() ? 0 : std::size_t{*std::max_element(tokens.begin(), tokens.end())} + 1;
}

/// The types met since the last `restart`, without clearing anything: a type was met if it bears the current stamp.
class TypesMet {
 public:
  explicit TypesMet(std::size_t types) : stamps_(types) {}

  void restart() noexcept {
    types_ = 0;
    tokens_ = 0;
    ++stamp_;
  }

  void add(std::uint32_t type) noexcept {
    ++tokens_;
    types_ += stamps_[type] != stamp_ ? 1 : 0;  // without a branch: it would be guessed wrong too often
    stamps_[type] = stamp_;
  }

  [[nodiscard]] std::uint64_t types() const noexcept { return types_; }
  [[nodiscard]] std::uint64_t tokens() const noexcept { return tokens_; }
  [[nodiscard]] double ttr() const noexcept { return static_cast<double>(types_) / static_cast<double>(tokens_); }

 private:
  std::vector<std::uint64_t> stamps_;
  std::uint64_t stamp_ = 1;
  std::uint64_t types_ = 0;
  std::uint64_t tokens_ = 0;
};

bool is_ratio(double threshold) { return threshold > 0 && threshold < 1; }

/// The factors of one reading, from `first` to `last`.
template <typename Iterator>
double factors(Iterator first, Iterator last, double threshold, TypesMet& met) {
  std::uint64_t complete = 0;
  met.restart();
  for (; first != last; ++first) {
    met.add(*first);
    if (met.ttr() < threshold) {
      ++complete;
      met.restart();
    }
  }
  const double rest = met.tokens() == 0 ? 0 : (1 - met.ttr()) / (1 - threshold);
  return static_cast<double>(complete) + rest;
}

}  // namespace

std::optional<double> msttr(std::span<const std::uint32_t> tokens, MsttrOptions options) {
  if (options.segment == 0 || tokens.size() < options.segment) return std::nullopt;
  TypesMet met(types_bound(tokens));
  std::uint64_t types = 0;
  std::uint64_t segments = 0;
  for (const std::uint32_t token : tokens) {
    met.add(token);
    if (met.tokens() < options.segment) continue;
    types += met.types();
    ++segments;
    met.restart();
  }
  return static_cast<double>(types) / (static_cast<double>(segments) * static_cast<double>(options.segment));
}

std::optional<double> mattr(std::span<const std::uint32_t> tokens, MattrOptions options) {
  if (options.window == 0 || tokens.size() < options.window) return std::nullopt;
  const auto window = static_cast<std::size_t>(options.window);
  std::vector<std::uint64_t> inside(types_bound(tokens));
  std::uint64_t types = 0;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i >= window && --inside[tokens[i - window]] == 0) --types;
    if (inside[tokens[i]]++ == 0) ++types;
    if (i + 1 >= window) sum += types;
  }
  const auto windows = static_cast<double>(tokens.size() - window + 1);
  return static_cast<double>(sum) / (windows * static_cast<double>(window));
}

std::optional<double> mtld(std::span<const std::uint32_t> tokens, MtldOptions options) {
  if (!is_ratio(options.threshold)) return std::nullopt;
  TypesMet met(types_bound(tokens));
  const double forwards = factors(tokens.begin(), tokens.end(), options.threshold, met);
  const double backwards = factors(tokens.rbegin(), tokens.rend(), options.threshold, met);
  if (!(forwards > 0) || !(backwards > 0)) return std::nullopt;
  const auto n = static_cast<double>(tokens.size());
  return (n / forwards + n / backwards) / 2;
}

std::optional<double> mtld_ma(std::span<const std::uint32_t> tokens, MtldOptions options) {
  constexpr std::size_t shortest = 10;
  if (!is_ratio(options.threshold)) return std::nullopt;
  TypesMet met(types_bound(tokens));
  std::uint64_t counted = 0;
  std::uint64_t sum = 0;
  for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
    met.restart();
    std::size_t end = begin;
    while (end < tokens.size() && (met.tokens() == 0 || !(met.ttr() < options.threshold))) met.add(tokens[end++]);
    if (!(met.ttr() < options.threshold)) break;
    if (end - begin < shortest) continue;
    sum += end - begin;
    ++counted;
  }
  if (counted == 0) return std::nullopt;
  return static_cast<double>(sum) / static_cast<double>(counted);
}

}  // namespace corpus::stats
