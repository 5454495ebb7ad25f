// SPDX-License-Identifier: MIT
/// \file
/// Makes any bytes fit to be read twice.
#pragma once

#include <memory>
#include <string>

#include "corpus/document.hpp"

namespace corpus::io {

/// Keeps a copy of what is read until `settle`: in memory, and what is beyond 16 MiB in an unlinked file in `folder`.
/// `name` is for errors. A full disk is an Error naming `folder`.
std::unique_ptr<ByteSource> rewindable(std::unique_ptr<ByteSource> bytes, std::string name, std::string folder);

}  // namespace corpus::io
