// SPDX-License-Identifier: MIT
/// \file
/// The words of the command line, given to the options they belong to. CLI11 holds the tree, converts, and checks what
/// options require of each other; splitting words is done here, because CLI11 2.1 takes `--top --min-freq` for a value,
/// `--top=` for "see the next word", and a file named `[a,b]` for two.
///
///     if (parse(app, words) == Wish::help) print(help_page(app));
///
/// `--name VALUE`, `--name=VALUE`, `-n VALUE`, `-nVALUE`; switches with one letter can be joined (`-0q`); `--` ends the
/// options; `-` alone is an operand; options may follow operands. A value that looks like an option needs the `=`.
#pragma once

#include <span>
#include <stdexcept>
#include <string>

#include "cmd/tree.hpp"

namespace corpus::cmd {

/// The command line itself is wrong. `main` puts the command's name before it and points at the help.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class Wish { run, help };

/// Throws UsageError. Where help is asked for, nothing else is checked.
Wish parse(CLI::App& app, std::span<const std::string> words);

}  // namespace corpus::cmd
