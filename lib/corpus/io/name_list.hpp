// SPDX-License-Identifier: MIT
/// \file
/// A list of names, as `find` prints it: one a line, or each ended by NUL.
///
///     for (const ListedName& entry : read_name_list("names.txt", Separator::line)) ...
///
/// Costs reading the whole list into memory.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/io/inputs.hpp"

namespace corpus::io {

struct ListedName {
  std::string name;
  std::uint64_t number = 0;  ///< of the line, or of the NUL-ended record, from 1
};

/// `list` is a file or `-`; InputOptions says what a list may hold. Throws Error where it cannot be read, where a
/// list of lines holds a NUL byte, where a name between NUL bytes is empty, and where there is no name at all.
std::vector<ListedName> read_name_list(const std::string& list, Separator separator);

}  // namespace corpus::io
