// SPDX-License-Identifier: MIT
/// \file
/// The words behind abbreviations.hpp, which is what to include.
///
/// Each list is one string: words in the order of their bytes, without the last full stop and without inner spaces,
/// with a space between them.
#pragma once

#include <span>
#include <string_view>

namespace corpus::unicode {

struct AbbreviationLists {
  std::string_view language;  ///< "und" for the default
  std::string_view never_final;
  std::string_view maybe_final;
  std::string_view before_number;
  std::string_view after_ordinal = {};
};

/// By language; the default comes last.
std::span<const AbbreviationLists> abbreviation_lists() noexcept;

}  // namespace corpus::unicode
