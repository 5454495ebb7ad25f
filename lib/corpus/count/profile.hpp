// SPDX-License-Identifier: MIT
/// \file
/// What the measures of one document, or of several as one text, are made of.
///
///     Profiler profiler{abbreviations};
///     profiler.start("a.txt");
///     profiler.add(block);
///     profiler.add(block, tokens);                    // tokens of the block, in batches
///     Profile document = profiler.finish();
///     corpus.add(std::move(document));                // another Profile: all documents as one text
///
/// Profiles of several documents can be made by as many threads, each by a profiler of its own, and added in order.
/// Measures of the order of tokens (MATTR, MTLD) need it whole and, for MTLD, backwards: four bytes a token are kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/stats/language.hpp"
#include "corpus/stats/readability.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/text/units.hpp"
#include "corpus/text/vocabulary.hpp"

namespace corpus::count {

struct Profile {
  std::string name = {};
  std::uint64_t bytes = 0;  ///< of the source
  text::UnitCounts units = {};
  text::Vocabulary types = {};
  std::vector<text::TypeId> tokens = {};  ///< in order
  std::uint64_t turns = 0;
  std::uint64_t turn_tokens = 0;              ///< said in them: their labels do not count
  std::uint64_t word_characters = 0;          ///< grapheme clusters in words and numbers
  stats::ReadabilityCounts readability = {};  ///< words and sentences always, the rest where a language was named

  /// Adds what follows it as one text. Costs O(1) where this one is empty.
  void add(Profile&& other);
  void add(const Profile& other);
  /// About how much memory it takes.
  [[nodiscard]] std::size_t size() const { return tokens.size() * sizeof(text::TypeId) + types.size() * 64; }
};

/// Whether letters are counted for readability formulas, and syllables where the language is known.
enum class Readability : std::uint8_t { none, counted };

/// Fills profiles block by block.
class Profiler {
 public:
  explicit Profiler(unicode::Abbreviations abbreviations, Readability readability = Readability::none,
                    std::optional<stats::Language> language = std::nullopt);
  Profiler(const Profiler&) = delete;
  Profiler& operator=(const Profiler&) = delete;

  /// A new profile: of a document, or of a part of it.
  void start(std::string name);
  /// Every block of it, then its tokens.
  void add(const text::Block& block);
  void add(const text::Block& block, const text::Tokens& tokens);
  /// So many bytes of the source are what was added: the reader knows.
  void add_bytes(std::uint64_t bytes) { profile_.bytes += bytes; }
  Profile finish();

 private:
  void add_letters(std::string_view form, std::string_view type, text::TypeId id);

  unicode::Abbreviations abbreviations_;
  Readability readability_;
  std::optional<stats::Language> language_;
  std::optional<text::UnitCounter> units_;
  std::vector<std::uint32_t> syllables_;  ///< by type; 0 where not yet counted
  Profile profile_;
};

}  // namespace corpus::count
