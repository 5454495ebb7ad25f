// SPDX-License-Identifier: MIT
/// \file
/// Completion for every shell: the words typed so far in, the words that could stand at the cursor out. The scripts in
/// completions/ only translate; they hold no names.
///
///     complete({"freq", "--form"})  // "--format\thow the rows are written\n"
///
/// The last of `words` is the one under the cursor, perhaps empty. The answer has a line for each candidate, the word
/// and, after a tab, what it is; and at last a line `:file` or `:directory` where such names fit as well. For
/// `--name=part` the candidates are values, without the name. Configures one command.
#pragma once

#include <span>
#include <string>

namespace corpus::cmd {

std::string complete(std::span<const std::string> words);

}  // namespace corpus::cmd
