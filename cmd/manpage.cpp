// SPDX-License-Identifier: MIT
#include "cmd/manpage.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "cmd/command.hpp"
#include "cmd/tree.hpp"
#include "corpus/error.hpp"
#include "corpus/report/output.hpp"

namespace corpus::cmd {
namespace {

/// Text as roff shows it literally. A hyphen-minus is escaped, or it would be printed as a hyphen.
std::string roff(std::string_view text) {
  std::string escaped;
  if (text.starts_with('.') || text.starts_with('\'')) escaped += "\\&";
  for (const char byte : text) {
    if (byte == '\\') {
      escaped += "\\e";
    } else if (byte == '-') {
      escaped += "\\-";
    } else {
      escaped += byte;
    }
  }
  return escaped;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

/// A choice is typed as it stands, any other value is replaced.
std::string roff_value(const OptionView& option) {
  if (option.words.empty() || option.is_list()) return italic(value_text(option));
  std::string text;
  for (const std::string& word : option.words) text += (text.empty() ? "" : "|") + bold(word);
  return text;
}

std::string roff_term(const OptionView& option) {
  if (option.is_operand()) return italic(option.kind) + (option.arity == Arity::many ? "..." : "");
  std::string term;
  for (const std::string& name : option.names) {
    if (!term.empty()) term += option.has_opposites() ? " / " : ", ";
    term += bold(name);
  }
  if (option.arity != Arity::none) term += " " + roff_value(option);
  return term;
}

std::string synopsis(const CLI::App& app) {
  std::string text = bold("corpus " + app.get_name()) + " [" + italic("OPTION") + "...]";
  for (const OptionView& option : options_of(app)) {
    if (!option.is_operand()) continue;
    text += option.option->get_required() ? " " + roff_term(option) : " [" + roff_term(option) + "]";
  }
  return text + "\n";
}

std::string option_list(const CLI::App& app) {
  std::string text;
  const std::vector<OptionView> options = options_of(app);
  for (const std::string& group : groups_of(options)) {
    text += ".SS " + roff(group) + "\n";
    for (const OptionView& option : options) {
      if (option.group != group) continue;
      text += ".TP\n" + roff_term(option) + "\n" + roff(full_description(option)) + "\n";
    }
  }
  return text;
}

std::string example_list(const CLI::App& app) {
  std::string text;
  for (const Example& example : examples_of(app)) {
    text += ".TP\n" + roff(example.purpose) + "\n" + bold(example.command) + "\n";
  }
  return text;
}

std::string command_list() {
  std::string text;
  std::string_view group;
  for (const Command& command : commands()) {
    if (command.group != group) text += ".SS " + roff(command.group) + "\n";
    group = command.group;
    text += fmt::format(".TP\n{}(1)\n{}\n", bold(fmt::format("corpus-{}", command.name)), roff(command.purpose));
  }
  return text;
}

class Page {
 public:
  explicit Page(const std::string& path) : path_(path) {
    const std::string page = std::filesystem::path(path).filename().string();
    name_ = page.substr(0, page.find('.'));
    const bool of_command = !page.ends_with(".7.man.in");  // section 7 is about matters that commands share
    if (of_command && name_.starts_with("corpus-")) {
      command_ = find_command(std::string_view(name_).substr(7));
      if (command_ == nullptr) fail("there is no command of this name");
      app_ = configured(*command_);
    }
  }

  std::string fill(std::string_view text) {
    std::string page;
    while (!text.empty()) {
      ++line_;
      const std::size_t end = std::min(text.find('\n'), text.size());
      page += fill_line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return page;
  }

 private:
  static std::unique_ptr<CLI::App> configured(const Command& command) {
    auto app = new_app(command);
    command.configure(*app);
    return app;
  }

  [[noreturn]] void fail(const std::string& cause) const {
    throw Error{{.file = path_, .line = line_, .column = 0, .cause = cause, .hint = {}}};
  }

  const CLI::App& app() const {
    if (app_ == nullptr) fail("only the page of a command has this");
    return *app_;
  }

  std::string fill_line(std::string_view line) const {
    if (line == "@SYNOPSIS@") return synopsis(app());
    if (line == "@OPTIONS@") return option_list(app());
    if (line == "@EXAMPLES@") return example_list(app());
    if (line == "@COMMANDS@") return command_list();
    std::string filled;
    for (std::size_t i = 0; i < line.size();) {
      const std::string_view rest = line.substr(i);
      if (rest.starts_with("\\opt{")) {
        const std::size_t end = rest.find('}');
        if (end == std::string_view::npos) fail("\\opt{ without }");
        filled += reference(rest.substr(5, end - 5));
        i += end + 1;
      } else if (const std::size_t size = word_size(rest); size != 0) {
        filled += substitute(rest.substr(0, size));
        i += size;
      } else {
        filled += line[i++];
      }
    }
    return filled + "\n";
  }

  /// The length of `@WORD@` at the front, or 0. A lone `@` is text: the tokenizer's name has one.
  static std::size_t word_size(std::string_view text) {
    if (!text.starts_with('@')) return 0;
    const std::size_t end = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1);
    return end != std::string_view::npos && end > 1 && text[end] == '@' ? end + 1 : 0;
  }

  std::string substitute(std::string_view word) const {
    if (word == "@NAME@") return roff(name_);
    if (word == "@VERSION@") return roff(CORPUS_VERSION);
    if (word == "@PURPOSE@" && command_ != nullptr) return roff(command_->purpose);
    fail(fmt::format("nothing is known as {}", word));
  }

  std::string reference(std::string_view text) const {
    const std::size_t space = text.find(' ');
    const std::string_view option = space == std::string_view::npos ? text : text.substr(space + 1);
    if (space != std::string_view::npos) {
      const Command* other = find_command(text.substr(0, space));
      if (other == nullptr) fail(fmt::format("there is no command {}", text.substr(0, space)));
      if (!has_option(*configured(*other), option)) fail(fmt::format("{} has no option {}", other->name, option));
    } else if (app_ != nullptr) {
      if (!has_option(*app_, option)) fail(fmt::format("{} has no option {}", name_, option));
    } else if (std::none_of(commands().begin(), commands().end(),
                            [option](const Command& command) { return has_option(*configured(command), option); })) {
      fail(fmt::format("no command has an option {}", option));
    }
    return bold(option);
  }

  static bool has_option(const CLI::App& app, std::string_view name) {
    return find_option(options_of(app), name) != nullptr;
  }

  std::string path_;
  std::string name_;
  const Command* command_ = nullptr;
  std::unique_ptr<CLI::App> app_;
  std::uint64_t line_ = 0;
};

}  // namespace

std::string manual_page(const std::string& path, std::string_view text) { return Page(path).fill(text); }

void write_manual_page(const std::string& path, const std::string& output) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error{{.file = path, .line = 0, .column = 0, .cause = std::strerror(errno), .hint = {}}};
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::string page = manual_page(path, text);
  report::Output written = report::Output::to_file(output);
  written.write(page);
  written.close();
}

}  // namespace corpus::cmd
