// SPDX-License-Identifier: MIT
/// \file
/// The two sides of `corpus diff`, read: texts, each content once however many documents hold it; or a counts file or a
/// lock, which stand for texts.
///
///     const Sides sides = read_sides(inputs, arguments, {.profile = …});
///     sides.before.documents[0].record.tokens;
///
/// What is identical is computed once: a document of the new side whose bytes the old side has too is compared by its
/// hash, not tokenized. Memory: four bytes a token of different documents.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cmd/counts.hpp"
#include "cmd/inputs.hpp"
#include "cmd/profile_inputs.hpp"
#include "corpus/compare/record.hpp"
#include "corpus/compare/vocabulary.hpp"
#include "corpus/count/profile.hpp"
#include "corpus/text/vocabulary.hpp"

namespace corpus::cmd {

/// What was read of a document's bytes.
struct Content {
  std::vector<text::TypeId> tokens;  ///< numbers of Sides::types
  count::Profile profile;            ///< without tokens and types
};

struct Side {
  std::string name;  ///< as it was given
  FileKind kind = FileKind::text;
  std::string rules = {};                                     ///< under which its tokens were made
  std::vector<std::string> names = {};                        ///< of its documents
  std::vector<compare::DocumentRecord> records = {};          ///< of its documents; none of a counts file
  std::vector<std::shared_ptr<const Content>> contents = {};  ///< of its documents; of texts alone
  std::optional<compare::TypeCounts> counts = std::nullopt;   ///< by numbers of Sides::types; none of a bare lock
  std::uint64_t tokens = 0;
};

struct Sides {
  text::Vocabulary types;
  Side before;
  Side after;
};

/// Whether documents are to be told apart, or to be the same, by their words.
enum class RecordsWanted : std::uint8_t { no, yes };

/// Whether units beside tokens are wanted: sentences, characters and so on.
enum class UnitsCounted : std::uint8_t { no, yes };

struct SideOptions {
  ProfileOptions profile = {};
  UnitsCounted units = UnitsCounted::yes;
  RecordsWanted records = RecordsWanted::yes;
};

/// Throws Error where a side is empty, or the two were made under different rules.
Sides read_sides(Inputs& inputs, const InputArguments& arguments, const SideOptions& options);

}  // namespace corpus::cmd
