// SPDX-License-Identifier: MIT
/// \file
/// What the end of a zip archive says of it. libarchive looks for it without asking whether it is the end of this
/// archive: of one that was cut off, the last bytes may be the whole of another one.
#pragma once

#include <cstdint>
#include <string>

#include "corpus/io/kept.hpp"

namespace corpus::io {

/// How many members the archive holds. Throws Error naming `name` where the directory at its end is not there, does not
/// reach from where it says to its end, or something follows it.
std::uint64_t count_zip_members(const Kept& bytes, const std::string& name);

}  // namespace corpus::io
