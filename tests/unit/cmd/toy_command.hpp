// SPDX-License-Identifier: MIT
/// \file
/// An option tree with one option of each kind, for the tests of what reads such trees.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cmd/command.hpp"
#include "cmd/parse.hpp"
#include "cmd/values.hpp"

namespace corpus::cmd {

enum class Fruit { apple, pear, quince };
inline constexpr Named<Fruit> fruit_names[] = {
    {"apple", Fruit::apple}, {"pear", Fruit::pear}, {"quince", Fruit::quince}};
inline constexpr std::string_view color_names[] = {"red", "green", "blue"};

struct Toy {
  std::vector<std::string> inputs;
  std::vector<std::string> globs;
  std::vector<std::string> colors;
  std::optional<std::uint64_t> top;
  std::uint64_t window = 50;
  double threshold = 0.72;
  std::optional<std::string> path;
  Fruit fruit = Fruit::pear;
  bool quiet = false;
  bool numbers = true;

  std::unique_ptr<CLI::App> app = new_app({"toy", "Playing", "show one option of each kind", nullptr});

  Toy() {
    add_operands(*app, "INPUT", inputs, "what to read")->group("Input");
    add_texts(*app, "--include", globs, "GLOB", "read only what matches")->group("Input");
    add_text(*app, "--path", path, "FILE", "a file")->group("Input");
    add_count(*app, "-t,--top", top, "print only the first N rows")->group("Output");
    add_count(*app, "--window", window, "tokens in a window", {1, 1000})->group("Output");
    add_real(*app, "--threshold", threshold, "where a factor ends", {0, 1})->group("Output");
    add_choice(*app, "--fruit", fruit, fruit_names, "which fruit")->group("Output");
    add_list(*app, "--colors", colors, "COLOR", color_names, "which colours")->group("Output");
    add_switch(*app, "-q,--quiet", quiet, "say less")->group("Output");
    add_switch(*app, "--keep-numbers,!--drop-numbers", numbers, "keep tokens of digits alone")->group("Output");
    add_examples(*app, {{"corpus toy --top 3 examples", "the first three"}, {"corpus toy -", "standard input"}});
  }
  Toy(const Toy&) = delete;
  Toy& operator=(const Toy&) = delete;

  Wish parse(const std::vector<std::string>& words) { return cmd::parse(*app, words); }

  /// What a wrong command line is told.
  std::string mistake(const std::vector<std::string>& words) {
    try {
      cmd::parse(*app, words);
    } catch (const UsageError& error) {
      return error.what();
    }
    return "no mistake";
  }
};

}  // namespace corpus::cmd
