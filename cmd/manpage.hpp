// SPDX-License-Identifier: MIT
/// \file
/// Manual pages: a template of prose in roff (man macros) whose lists of names come from the option tree.
///
///     std::string page = manual_page("man/corpus-freq.man.in", template_text);
///
/// A line of its own: `@SYNOPSIS@`, `@OPTIONS@` and `@EXAMPLES@` of the command that the template's name gives;
/// `@COMMANDS@`, the table. Inside a line: `@NAME@`, `@PURPOSE@`, `@VERSION@`, and `\opt{--window}`, an option of the
/// command (in other pages, of any); `\opt{freq --top}` is another command's. Other pages are that of the program, and
/// those of section 7, whose templates end in `.7.man.in`.
/// A name that does not exist throws Error with the template's line: that fails the build.
#pragma once

#include <string>
#include <string_view>

namespace corpus::cmd {

std::string manual_page(const std::string& path, std::string_view text);

/// Reads `path`, and writes the page to `output`.
void write_manual_page(const std::string& path, const std::string& output);

}  // namespace corpus::cmd
