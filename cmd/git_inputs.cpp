// SPDX-License-Identifier: MIT
#include "cmd/git_inputs.hpp"

#include <unistd.h>

#include <filesystem>
#include <string>

#include "corpus/io/git.hpp"

namespace corpus::cmd {
namespace {

bool is_in_git(const io::InputOptions& options) {
  if (options.inputs.size() != 1 || options.files_from) return false;
  std::error_code none;
  return !std::filesystem::exists(std::filesystem::symlink_status(options.inputs.front(), none)) &&
         io::split_git_path(options.inputs.front());
}

}  // namespace

io::Listing find_inputs(const io::InputOptions& options) {
  if (!is_in_git(options)) return io::find_sources(options);
  // Git's words are shown to users, in English as all others are; of two values the first holds.
  io::GitProgram git{.environment = {"LC_ALL=C"}};
  for (char** variable = environ; *variable != nullptr; ++variable) git.environment.emplace_back(*variable);
  return io::find_in_git(options.inputs.front(),
                         {.program = std::move(git), .include = options.include, .exclude = options.exclude});
}

}  // namespace corpus::cmd
