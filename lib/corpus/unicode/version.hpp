// SPDX-License-Identifier: MIT
/// \file
/// The versions on which a result depends: of the property tables that this project generates and commits, and of the
/// ICU that is loaded, which decides only in the scripts that need a dictionary.
///
///     fmt::format("Unicode {}, ICU {}", unicode::unicode_version(), unicode::icu_version());
#pragma once

#include <string>
#include <string_view>

namespace corpus::unicode {

/// Of the committed tables: "15.0.0".
std::string_view unicode_version();

/// Of the ICU in use at run time: "72.1".
std::string icu_version();

}  // namespace corpus::unicode
