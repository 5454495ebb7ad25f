// SPDX-License-Identifier: MIT
/// \file
/// `corpus diff --words DOC`: the word-level changes inside one document.
///
///     return print_words(options);
#pragma once

#include <array>
#include <string_view>

#include "cmd/diff_options.hpp"

namespace corpus::cmd {

/// The columns, where a change is a row.
inline constexpr std::array<std::string_view, 9> word_columns{"change",   "old_place", "new_place", "left", "old_text",
                                                              "new_text", "right",     "removed",   "added"};

/// Returns the exit code. Throws Error where no document is called so, or it is on one side alone.
int print_words(const DiffOptions& options);

}  // namespace corpus::cmd
