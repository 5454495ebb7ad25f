// SPDX-License-Identifier: MIT
/// \file
/// Pairs of documents that resemble each other, one from each side, found by their signatures without comparing all with
/// all.
///
///     for (const NearPair& pair : find_near(left, right, {.threshold = 0.5})) … pair.resemblance …
///
/// Locality-sensitive hashing: documents that agree in one of 42 bands of three bins are compared; an empty bin borrows
/// from the first that is not, in an order of its own (Shrivastava 2017, "Optimal densification for fast and accurate
/// minwise hashing"). A pair of resemblance J meets with probability 1 - (1 - J^3)^42: 0.996 for J = 0.5, 0.99996 for
/// 0.6, 0.04 for 0.1. Whether a pair that met is near is told by the estimate from all 128 bins. O(n log n); memory: 16
/// bytes a document, and 24 a pair that is near.
///
/// Where hundreds agree in a band, because all hold the same page of legal text, each is compared with the `most_met` of
/// the other side that stand about where it stands among them: what is found is near, some pairs may be missed, and the
/// cost stays in proportion to the documents.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corpus/similarity/minhash.hpp"

namespace corpus::similarity {

struct NearOptions {
  double threshold = 0.5;     ///< the least estimated resemblance
  std::size_t most_met = 16;  ///< that a document is compared with, in each band
};

struct NearPair {
  std::size_t left = 0;
  std::size_t right = 0;
  double resemblance = 0;  ///< estimated
};

/// The most alike first; those equally alike by `left`, then by `right`. Each pair once. Empty signatures are near
/// nothing.
std::vector<NearPair> find_near(std::span<const Signature* const> left, std::span<const Signature* const> right,
                                const NearOptions& options = {});

/// Of such pairs those that remain when every document has but one partner: the best first.
std::vector<NearPair> one_to_one(std::span<const NearPair> pairs);

}  // namespace corpus::similarity
