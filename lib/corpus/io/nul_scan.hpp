// SPDX-License-Identifier: MIT
/// \file
/// Whether a file is text, by the one sign that costs next to nothing to look for: text in UTF-8 and in the older
/// encodings holds no NUL byte.
///
///     std::vector<char> buffer(256 * 1024);
///     if (holds_nul(file, size, buffer, "a.bin")) ...
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "corpus/document.hpp"
#include "corpus/io/descriptor.hpp"

namespace corpus::io {

/// Reads `file`, which is `size` bytes long and at its start, to its first NUL byte, through `buffer` (of at least 4
/// bytes). A file that begins with a byte order mark of UTF-16 or UTF-32 is text. Throws Error naming `name`.
bool holds_nul(const Descriptor& file, std::uint64_t size, std::span<char> buffer, const std::string& name);

/// The same of bytes, of which about the first `most` are looked at.
bool holds_nul(ByteSource& bytes, std::uint64_t most, std::span<char> buffer);

}  // namespace corpus::io
