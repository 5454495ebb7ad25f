// SPDX-License-Identifier: MIT
#include "corpus/unicode/version.hpp"

#include <gtest/gtest.h>
#include <unicode/uvernum.h>

#include <string>

namespace corpus::unicode {
namespace {

TEST(Version, OfTheTablesIsThatOfWord1) { EXPECT_EQ(unicode_version(), "15.0.0"); }

// The headers and the library that is loaded come from one package here, so their major versions agree.
TEST(Version, OfIcuIsTheOneLoaded) {
  const std::string major = std::to_string(U_ICU_VERSION_MAJOR_NUM) + ".";
  EXPECT_TRUE(icu_version().starts_with(major)) << icu_version();
}

}  // namespace
}  // namespace corpus::unicode
