// SPDX-License-Identifier: MIT
/// \file
/// Where temporary files go.
#pragma once

#include <cstdlib>
#include <string>

namespace corpus::cmd {

/// What TMPDIR says, or else /tmp.
inline std::string temporary_folder() {
  const char* const folder = std::getenv("TMPDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

}  // namespace corpus::cmd
