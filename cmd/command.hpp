// SPDX-License-Identifier: MIT
/// \file
/// What a subcommand is: a row of the table in commands.cpp, and a function that describes its options and hands back
/// what to do once they are known. Configuring opens no file and costs microseconds; only the chosen one is configured.
///
///     Action configure_freq(CLI::App& app) {
///       auto options = std::make_shared<Options>();
///       add_inputs(app, options->inputs);
///       add_examples(app, {{"corpus freq --top 10 examples/station", "the ten most frequent words"}});
///       return [options] { return run(*options); };
///     }
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace corpus::cmd {

/// Does the work and returns the exit code.
using Action = std::function<int()>;

struct Command {
  std::string_view name;
  std::string_view group;    ///< the heading it stands under in the overview
  std::string_view purpose;  ///< one line, without a capital or a full stop
  Action (*configure)(CLI::App& app);
};

/// A command line that a reader can run as it stands where `examples/` is, and what it shows.
struct Example {
  std::string command;
  std::string purpose;
};

/// The whole table, in the order of the overview.
std::span<const Command> commands();

/// The command of that name, or null.
const Command* find_command(std::string_view name);

/// The only place where the examples of a command stand: `--help`, its manual page and the tests read them there.
void add_examples(CLI::App& app, const std::vector<Example>& examples);
std::vector<Example> examples_of(const CLI::App& app);

/// An empty option tree for `command`, as every view and the parser want it (a repeated option: the last one holds).
std::unique_ptr<CLI::App> new_app(const Command& command);

}  // namespace corpus::cmd
