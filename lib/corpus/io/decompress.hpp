// SPDX-License-Identifier: MIT
/// \file
/// What a compressed file holds. Files of several members, one after the other, are read to the end of the last.
///
///     document.bytes = io::decompress(io::Container::gzip, std::move(document.bytes), document.name);
///
/// Damage, an end that comes too early, and anything that follows the end are an Error. What the formats themselves
/// cannot tell: a file that was cut between two members; what was changed in a zstd frame that has no checksum (the
/// zstd program writes one), in the name, time and comment that a gzip header may hold, in a skippable frame of zstd.
#pragma once

#include <memory>
#include <string>

#include "corpus/document.hpp"
#include "corpus/io/container.hpp"

namespace corpus::io {

/// `format` is gzip, zstd, xz or bzip2; `name` is for messages.
std::unique_ptr<ByteSource> decompress(Container format, std::unique_ptr<ByteSource> bytes, std::string name);

}  // namespace corpus::io
