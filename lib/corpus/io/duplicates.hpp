// SPDX-License-Identifier: MIT
/// \file
/// Finds documents that were given twice: under the same name, or under two that lead to one file through links and
/// detours such as `./a.txt`. Hard links are documents of their own.
///
///     for (const auto& [first, second] : find_duplicates(identities, sources)) ...
///
/// Costs a sort; a realpath(3) only for files whose device and inode another one has too.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <span>
#include <vector>

#include "corpus/io/source.hpp"

namespace corpus::io {

struct Identity {
  dev_t device = 0;
  ino_t inode = 0;
  std::size_t source = 0;  ///< its index
  std::size_t input = 0;   ///< the index of the input that led to it; only carried along
};

struct Duplicate {
  Identity first;
  Identity second;
};

/// In the order of the second ones; each source is second at most once.
std::vector<Duplicate> find_duplicates(std::vector<Identity> identities, std::span<const Source> sources);

}  // namespace corpus::io
