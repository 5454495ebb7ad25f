// SPDX-License-Identifier: MIT
/// \file
/// Inputs that may be a git revision and path, `HEAD~1:texts`, in place of files.
///
///     io::Listing listing = find_inputs(arguments.listing());
#pragma once

#include "corpus/io/inputs.hpp"

namespace corpus::cmd {

/// As io::find_sources; an only input that is no file here and has a colon in it is asked of git, which is found in PATH
/// and given this program's environment. Throws Error.
io::Listing find_inputs(const io::InputOptions& options);

}  // namespace corpus::cmd
