// SPDX-License-Identifier: MIT
/// \file
/// Whether somebody watches, and how wide the window is. Each is one call to the system.
///
///     if (report::is_terminal(STDOUT_FILENO)) options.terminal_width = report::terminal_width(STDOUT_FILENO);
#pragma once

#include <cstddef>
#include <optional>

namespace corpus::report {

[[nodiscard]] bool is_terminal(int descriptor) noexcept;

/// In columns; nothing where there is no terminal, or it does not say.
[[nodiscard]] std::optional<std::size_t> terminal_width(int descriptor) noexcept;

}  // namespace corpus::report
