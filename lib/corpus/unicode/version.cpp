// SPDX-License-Identifier: MIT
#include "corpus/unicode/version.hpp"

#include <unicode/uversion.h>

namespace corpus::unicode {

std::string_view unicode_version() { return "15.0.0"; }

std::string icu_version() {
  UVersionInfo version;
  u_getVersion(version);
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_versionToString(version, text);
  return text;
}

}  // namespace corpus::unicode
