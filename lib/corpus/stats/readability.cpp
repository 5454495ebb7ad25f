// SPDX-License-Identifier: MIT
#include "corpus/stats/readability.hpp"

#include <cmath>

namespace corpus::stats {
namespace {

/// numerator / denominator; not a number without a denominator, which `defined` turns into nothing.
double per(std::uint64_t numerator, std::uint64_t denominator) {
  return denominator == 0 ? std::nan("") : static_cast<double>(numerator) / static_cast<double>(denominator);
}

std::optional<double> defined(double value) {
  if (std::isnan(value)) return std::nullopt;
  return value;
}

double words_per_sentence(const ReadabilityCounts& counts) { return per(counts.words, counts.sentences); }

double syllables_per_word(const ReadabilityCounts& counts) { return per(counts.syllables, counts.words); }

struct FleschConstants {
  double base;
  double words_per_sentence;
  double syllables_per_word;
};

constexpr FleschConstants flesch_constants(Language language) {
  switch (language) {
    case Language::german:
      return {180, 1, 58.5};
    case Language::french:
      return {209, 1.15, 68};
    case Language::dutch:
      return {206.835, 0.93, 77};
    case Language::english:
      break;
  }
  return {206.835, 1.015, 84.6};
}

}  // namespace

std::optional<double> flesch_reading_ease(const ReadabilityCounts& counts, Language language) {
  const FleschConstants constants = flesch_constants(language);
  return defined(constants.base - constants.words_per_sentence * words_per_sentence(counts) -
                 constants.syllables_per_word * syllables_per_word(counts));
}

std::optional<double> flesch_kincaid_grade(const ReadabilityCounts& counts, Language language) {
  if (language != Language::english) return std::nullopt;
  return defined(0.39 * words_per_sentence(counts) + 11.8 * syllables_per_word(counts) - 15.59);
}

std::optional<double> gunning_fog(const ReadabilityCounts& counts, Language language) {
  if (language != Language::english) return std::nullopt;
  return defined(0.4 * (words_per_sentence(counts) + 100 * per(counts.polysyllables, counts.words)));
}

std::optional<double> smog(const ReadabilityCounts& counts, Language language) {
  if (language != Language::english) return std::nullopt;
  return defined(1.043 * std::sqrt(30 * per(counts.polysyllables, counts.sentences)) + 3.1291);
}

std::optional<double> automated_readability_index(const ReadabilityCounts& counts) {
  return defined(4.71 * per(counts.letters, counts.words) + 0.5 * words_per_sentence(counts) - 21.43);
}

std::optional<double> coleman_liau(const ReadabilityCounts& counts) {
  return defined(0.0588 * 100 * per(counts.letters, counts.words) - 0.296 * 100 * per(counts.sentences, counts.words) -
                 15.8);
}

std::optional<double> lix(const ReadabilityCounts& counts) {
  return defined(words_per_sentence(counts) + 100 * per(counts.long_words, counts.words));
}

std::optional<double> rix(const ReadabilityCounts& counts) { return defined(per(counts.long_words, counts.sentences)); }

}  // namespace corpus::stats
