// SPDX-License-Identifier: MIT
#include "corpus/report/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

namespace corpus::report {

bool is_terminal(int descriptor) noexcept { return ::isatty(descriptor) == 1; }

std::optional<std::size_t> terminal_width(int descriptor) noexcept {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

}  // namespace corpus::report
