// SPDX-License-Identifier: MIT
/// \file
/// The pages that the program prints about itself: the overview of the commands, a command's help, the versions. All
/// are made from the table of commands and the option tree, for a window of `width` columns.
///
///     std::string page = help_page(app, 80);
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace corpus::cmd {

/// What `corpus` alone prints: the commands, grouped.
std::string overview_page(std::size_t width);

/// What `corpus freq --help` and `corpus help freq` print.
std::string help_page(const CLI::App& app, std::size_t width);

/// What `corpus --version` prints.
std::string version_page();

/// `text` broken at spaces so that no line is longer than `width` columns where that can be; each line but the first
/// begins with `indent` spaces, and the first is taken to stand at `column` already.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent, std::size_t column);

}  // namespace corpus::cmd
