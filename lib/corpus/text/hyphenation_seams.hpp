// SPDX-License-Identifier: MIT
/// \file
/// Whether a hyphen at a line end stands where words have a seam: well-/known, or within one: ter-/ritories.
///
///     HyphenSeams seams;
///     seams.ask("well", "known");
///     seams.ask("ter", "ritories");
///     seams.learn(evidence, {.rejoined = 120, .kept = 6});   // once, when all that will be asked is known
///     seams.has_seam("well", "known");       // true
///
/// Of a word that occurs nowhere else in its document this is all that can be known. For a seam it speaks that both parts
/// are words of their own, and that the first stands before hyphens elsewhere. Against it, that many types begin as the
/// first part does (territory, terrible) or end as the second, that one begins with the first part and the two letters
/// after it, or ends with the two letters before the second part and this, or holds the four letters around the hyphen;
/// and that few of the hyphens at line ends that were decided already belong to their words. How much of this can be
/// found grows with the vocabulary, so what is asked of a seam falls with its size: a text of a page hardly has any.
///
/// The weights were found by logistic regression on 90 books of English, German and French of 200 to 400 KB, wrapped by
/// machine so that the truth is known, and rounded; one set for all three. What is asked of a seam was set by hand, on
/// texts of 10 KB to 3 MB. In such books about 98 % of the split English words are rejoined and 99 % of the others; the
/// hyphens of compounds that are lost are some 0.5 % of all hyphens in English (0.4 to 0.8 from one sample of 60 books to
/// another), 0.2 % in German, 0.3 to 0.6 % in French. In texts of a few pages more compounds are lost.
///
/// Learning looks at each letter of each type three times, and at nothing where nothing was asked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/text/hyphenation_evidence.hpp"

namespace corpus::text {

class HyphenSeams {
 public:
  /// Parts of words without hyphens, folded.
  void ask(std::string_view left, std::string_view right);

  /// Of the hyphens at line ends that need no seams to decide.
  struct Decided {
    std::size_t rejoined = 0;
    std::size_t kept = 0;
  };
  void learn(const HyphenEvidence& evidence, const Decided& decided);

  /// False where it was not asked for.
  [[nodiscard]] bool has_seam(std::string_view left, std::string_view right) const;

 private:
  /// How many types have a beginning, an end or a stretch in the middle that was asked for; not the whole type.
  using Found = std::unordered_map<std::uint64_t, std::uint32_t>;

  struct Pair {
    std::string left;
    std::string right;
  };

  void look_for(Found& found, std::uint64_t key);
  void count(Found& found, std::uint64_t key);
  void learn_type(std::string_view type);
  [[nodiscard]] double score(const HyphenEvidence& evidence, const Pair& pair) const;

  std::vector<Pair> pairs_;
  Found begins_;
  Found ends_;
  Found holds_;
  std::vector<std::uint64_t> filter_;  ///< a bit for each key that was asked for: most letters ask for none
  std::unordered_map<std::string, bool> seams_;
};

}  // namespace corpus::text
