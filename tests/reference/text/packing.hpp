// SPDX-License-Identifier: MIT
/// \file
/// Documents packed into one file, as archives and tables hold them. The writers are libarchive's, and a few lines of
/// our own for tables, which quote and escape more than they must.
///
///     pack(Container::tar, Compression::zstd, {{"a/b.txt", "text"}});
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reference/dice.hpp"

namespace corpus::reference {

enum class Container : std::uint8_t { none, tar, zip };
enum class Compression : std::uint8_t { none, gzip, bzip2, xz, zstd };

struct PackedMember {
  std::string name;
  std::string bytes;
};

/// Without a container there is one member, whose name does not matter. A zip compresses by itself.
std::string pack(Container container, Compression compression, const std::vector<PackedMember>& members);

using Row = std::vector<std::string>;

/// The first row is the header.
std::string csv_of(const std::vector<Row>& rows, Dice& dice);

/// The first row holds the names.
std::string json_lines_of(const std::vector<Row>& rows, Dice& dice);

}  // namespace corpus::reference
