// SPDX-License-Identifier: MIT
/// \file
/// Remarks on standard error, each a line of its own.
///
///     remark("passed over 2 symbolic links");  // corpus: passed over 2 symbolic links
#pragma once

#include <string_view>

namespace corpus::cmd {

/// Prints the text with control characters made visible. Where standard error is closed or full, nobody is told: that
/// is no reason to stop, nor to end otherwise than one would have.
void remark(std::string_view text);

}  // namespace corpus::cmd
