// SPDX-License-Identifier: MIT
#include "cmd/command.hpp"

namespace corpus::cmd {

/// A row declares the function that configures its command, so that a new subcommand `foo` is cmd/foo.cpp, which
/// defines `Action configure_foo(CLI::App& app)`, and one row here.
// clang-format off
#define COMMAND(name, group, purpose)         \
  {#name, group, purpose, [](CLI::App& app) { \
    Action configure_##name(CLI::App&);       \
    return configure_##name(app);             \
  }}

static constexpr Command table[] = {
    COMMAND(tokens, "Looking", "list the tokens of a text, each with its place"),
    COMMAND(turns, "Looking", "list what each speaker says, turn by turn"),
    COMMAND(stats, "Looking", "measure texts: sizes, lexical diversity, readability"),

    COMMAND(kwic, "Searching", "show words in their contexts"),
    COMMAND(collocates, "Searching", "find the words that keep company with a word"),

    COMMAND(freq, "Counting", "count how often each type occurs"),
    COMMAND(ngrams, "Counting", "count sequences of words, with gaps or without"),
    COMMAND(dispersion, "Counting", "measure how evenly words are spread, and show where"),
    COMMAND(merge, "Counting", "add up frequency lists of disjoint documents"),

    COMMAND(keywords, "Comparing", "find what is more frequent in one corpus than in another"),

    COMMAND(diff, "Comparing", "tell what changed between two versions of a corpus"),
    COMMAND(lock, "Comparing", "write down what each document is, to compare with later"),
};
// clang-format on

std::span<const Command> commands() { return table; }

const Command* find_command(std::string_view name) {
  for (const Command& command : table) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

}  // namespace corpus::cmd
