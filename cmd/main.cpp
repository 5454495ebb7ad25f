// SPDX-License-Identifier: MIT
/// \file
/// Dispatch, the only catch, the exit code.
#include <fcntl.h>
#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/command.hpp"
#include "cmd/complete.hpp"
#include "cmd/help.hpp"
#include "cmd/manpage.hpp"
#include "cmd/parse.hpp"
#include "cmd/remark.hpp"
#include "cmd/suggest.hpp"
#include "corpus/error.hpp"
#include "corpus/report/output.hpp"
#include "corpus/report/safety.hpp"
#include "corpus/report/terminal.hpp"

namespace {

using namespace corpus;

constexpr int done = 0;
constexpr int trouble = 2;

int print(std::string_view page) {
  report::Output output{STDOUT_FILENO, "standard output"};
  output.write(page);
  output.close();
  return done;
}

std::size_t page_width() { return report::terminal_width(STDOUT_FILENO).value_or(80); }

/// ` (did you mean freq?)`, or nothing.
std::string suggestion(std::string_view typed, std::span<const std::string_view> known) {
  const auto near = cmd::nearest(typed, known);
  return near ? fmt::format(" (did you mean {}?)", *near) : "";
}

const cmd::Command& known_command(const std::string& name) {
  if (const cmd::Command* command = cmd::find_command(name)) return *command;
  std::vector<std::string_view> names{"help"};
  for (const cmd::Command& command : cmd::commands()) names.push_back(command.name);
  throw cmd::UsageError(fmt::format("unknown command {}{}", name, suggestion(name, names)));
}

[[noreturn]] void refuse_option(const std::string& name) {
  static constexpr std::string_view known[] = {"--help", "--version"};
  throw cmd::UsageError(fmt::format("unknown option {}{}", name, suggestion(name, known)));
}

int run_command(const cmd::Command& command, std::span<const std::string> words) {
  const auto app = cmd::new_app(command);
  const cmd::Action action = command.configure(*app);
  if (cmd::parse(*app, words) == cmd::Wish::help) return print(cmd::help_page(*app, page_width()));
  return action();
}

int show_help(std::span<const std::string> words) {
  if (words.empty() || words[0] == "help" || words[0].starts_with('-')) return print(cmd::overview_page(page_width()));
  const cmd::Command& command = known_command(words[0]);
  const std::vector<std::string> help{"--help"};
  return run_command(command, help);
}

int dispatch(std::span<const std::string> words) {
  if (words.empty()) return print(cmd::overview_page(page_width()));
  const std::string& first = words[0];
  const auto rest = words.subspan(1);
  if (first == "help" || first == "--help" || first == "-h") return show_help(rest);
  if (first == "--version" || first == "-V") return print(cmd::version_page());
  if (first == "__complete") return print(cmd::complete(rest));
  if (first == "__manpage" && rest.size() == 2) {
    cmd::write_manual_page(rest[0], rest[1]);
    return done;
  }
  if (first.starts_with('-')) refuse_option(first);
  return run_command(known_command(first), rest);
}

int complain(std::string_view message) {
  cmd::remark(message);
  return trouble;
}

/// What is wrong with the command line, and where to read how it should be.
int complain_about_usage(std::string_view message, const std::vector<std::string>& words) {
  const cmd::Command* command = words.empty() ? nullptr : cmd::find_command(words[0]);
  const std::string context = command == nullptr ? "" : fmt::format("{}: ", command->name);
  // What follows the first line is a picture of the place.
  const std::size_t first = std::min(message.find('\n'), message.size());
  complain(context + std::string(message.substr(0, first)));
  for (std::size_t at = first; at < message.size();) {
    const std::size_t end = std::min(message.find('\n', at + 1), message.size());
    const std::string line = report::visible(message.substr(at + 1, end - at - 1)) + '\n';
    (void)std::fwrite(line.data(), 1, line.size(), stderr);
    at = end;
  }
  const std::string hint =
      fmt::format("Try 'corpus {}--help'.\n", command == nullptr ? "" : fmt::format("{} ", command->name));
  (void)std::fwrite(hint.data(), 1, hint.size(), stderr);
  return trouble;
}

/// A standard stream that was closed is opened the wrong way round, so that using it fails; otherwise the next file
/// to be opened would be taken for it.
void occupy_standard_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;
    ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

/// Tables that grow are given back to the system at once. By itself the C library learns from what is freed to keep ever
/// larger pieces, and memory grows with the length of the input.
void keep_memory_small() {
#ifdef __GLIBC__
  ::mallopt(M_MMAP_THRESHOLD, 128 << 10);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  keep_memory_small();
  occupy_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is then an error of `write`, and ends us quietly
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  try {
    return dispatch(words);
  } catch (const report::ClosedPipe&) {
    return done;
  } catch (const cmd::UsageError& error) {
    return complain_about_usage(error.what(), words);
  } catch (const std::bad_alloc&) {
    return complain("not enough memory");
  } catch (const std::exception& error) {
    return complain(error.what());
  }
}
