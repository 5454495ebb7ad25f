// SPDX-License-Identifier: MIT
/// \file
/// What the measures of one document, or of several as one text, are made of.
///
///     Profiler profiler{abbreviations};
///     profiler.start("a.txt");
///     profiler.add(block);
///     profiler.add(block, tokens);                    // tokens of the block, in batches
///     Profile document = profiler.finish();
///     Profile corpus = std::move(profiler).total();
///
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
  std::string name;
  std::uint64_t bytes = 0;  ///< of the source
  text::UnitCounts units;
  std::vector<std::uint32_t> tokens;  ///< in order: dense numbers of types, 0 to types - 1
  std::uint32_t types = 0;
  std::uint64_t turns = 0;
  std::uint64_t turn_tokens = 0;         ///< said in them: their labels do not count
  std::uint64_t word_characters = 0;     ///< grapheme clusters in words and numbers
  stats::ReadabilityCounts readability;  ///< words and sentences always, the rest where a language was named
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

  /// A new profile: of a document, or of whatever is to be measured by itself.
  void start(std::string name);
  /// Every block of it, then its tokens.
  void add(const text::Block& block);
  void add(const text::Block& block, std::span<const text::Token> tokens);
  /// So many bytes of the source are what was added: the reader knows.
  void add_bytes(std::uint64_t bytes) { profile_.bytes += bytes; }
  /// What is added next is of another document, if of the same profile.
  void end_document() { units_->end_document(); }
  Profile finish();

  /// All as one text, in their order.
  Profile total() &&;

 private:
  struct TypeData {
    std::uint64_t profile = 0;    ///< where it was met last …
    std::uint32_t local = 0;      ///< … and its number there
    std::uint32_t syllables = 0;  ///< 0 where not yet counted
  };

  void add(const text::Block& block, const text::Token& token, text::TypeId id);
  void add_letters(std::string_view form, std::string_view type, TypeData& data);

  unicode::Abbreviations abbreviations_;
  Readability readability_;
  std::optional<stats::Language> language_;
  text::Vocabulary vocabulary_;
  std::vector<TypeData> types_;
  std::optional<text::UnitCounter> units_;
  std::uint64_t profiles_ = 0;
  Profile profile_;  ///< the one at hand
  Profile total_;
};

}  // namespace corpus::count
