// SPDX-License-Identifier: MIT
/// \file
/// gzip, by zlib: libarchive does not look at its checksums.
#pragma once

#include <memory>
#include <string>

#include "corpus/document.hpp"

namespace corpus::io {

std::unique_ptr<ByteSource> decompress_gzip(std::unique_ptr<ByteSource> bytes, std::string name);

}  // namespace corpus::io
