// SPDX-License-Identifier: MIT
/// \file
/// Printing counts files, which `freq` and `merge` share.
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/report/output.hpp"

namespace corpus::cmd {

/// One row of a counts file.
void write_counts_row(report::Output& output, std::string_view type, std::uint64_t freq, std::uint64_t range);

}  // namespace corpus::cmd
