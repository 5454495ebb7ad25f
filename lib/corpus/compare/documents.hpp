// SPDX-License-Identifier: MIT
/// \file
/// What became of the documents of a corpus from one version to the next.
///
///     for (const DocumentChange& change : match_documents(old_records, new_records)) … change.kind …
///
/// Documents of the same path are one document. Of the others, those that hold the same words are one that was renamed:
/// pairs whose bytes agree too are made first, then those whose last part of the path agrees, then in the order of paths.
/// Of those left, two that are alike enough are one that was renamed and edited: by the estimated resemblance of their
/// shingles, best first, each document once (similarity/near.hpp). A document without words is never a renamed one.
///
/// The same for the same records, whatever their order. O(n log n).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/compare/record.hpp"

namespace corpus::compare {

enum class ChangeKind : std::uint8_t {
  unchanged,   ///< the same path and bytes
  re_encoded,  ///< the same path and words, other bytes: encoding, line ends, layout, punctuation
  changed,     ///< the same path, other words
  renamed,     ///< another path; the same words, or nearly
  removed,
  added,
};

/// As a user reads it: `unchanged`, `re-encoded`, `changed`, `renamed`, `removed`, `added`.
std::string_view name_of(ChangeKind kind);

enum class Words : std::uint8_t { same, other };

struct DocumentChange {
  ChangeKind kind = ChangeKind::unchanged;
  std::optional<std::size_t> before = std::nullopt;  ///< index on the old side, but of one that was added …
  std::optional<std::size_t> after = std::nullopt;   ///< … and on the new, but of one that was removed
  Words words = Words::other;
  /// Of the shingles, 0 to 1: 1 where the words are the same, else estimated, where both are there and hold words.
  std::optional<double> similarity = std::nullopt;

  bool operator==(const DocumentChange&) const = default;
};

struct MatchOptions {
  double threshold = 0.5;  ///< the least similarity of a document that was renamed and edited
};

/// One for each document of either side, by path: the new one where there is one.
std::vector<DocumentChange> match_documents(std::span<const DocumentRecord> before,
                                            std::span<const DocumentRecord> after, const MatchOptions& options = {});

}  // namespace corpus::compare
