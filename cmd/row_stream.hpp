// SPDX-License-Identifier: MIT
/// \file
/// For commands whose rows are printed as the documents are read.
///
///     Inputs inputs{options.inputs, options.tokens, {.progress = progress_beside_rows()}};
///     return print_each(inputs, result, [&](Document& document) { … result.row(…); });
#pragma once

#include <unistd.h>

#include "cmd/inputs.hpp"
#include "cmd/result.hpp"
#include "corpus/error.hpp"
#include "corpus/report/terminal.hpp"

namespace corpus::cmd {

/// Where rows go to a terminal as they come, a second line that moves would stand among them.
inline Progress::Mode progress_beside_rows() {
  return report::is_terminal(STDOUT_FILENO) ? Progress::Mode::silent : Progress::Mode::automatic;
}

/// Calls `use` with each document, and returns the exit code. A row that stands before the trouble is printed, even where
/// a table still holds it.
template <typename Use>
int print_each(Inputs& inputs, Result& result, Use use) {
  try {
    inputs.each(use);
  } catch (const Error&) {
    result.finish();
    throw;
  }
  result.finish();
  return inputs.finish();
}

}  // namespace corpus::cmd
