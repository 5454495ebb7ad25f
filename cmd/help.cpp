// SPDX-License-Identifier: MIT
#include "cmd/help.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <vector>

#include "cmd/command.hpp"
#include "cmd/tree.hpp"
#include "corpus/unicode/version.hpp"

namespace corpus::cmd {
namespace {

constexpr std::size_t margin = 2;
constexpr std::size_t description_column = 24;  ///< where descriptions begin

/// Help is plain text of one column a code point.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// `  term    description`, the description on a line of its own where the term is long.
std::string entry(std::string_view term, std::string_view description, std::size_t column, std::size_t width) {
  std::string text = std::string(margin, ' ') + std::string(term);
  const std::size_t end = margin + columns(term);
  if (end + 2 > column) {
    text += "\n" + std::string(column, ' ');
  } else {
    text.append(column - end, ' ');
  }
  return text + wrapped(description, width, column, column) + "\n";
}

/// `-j, --threads N`; long names line up whether or not there is a short one.
std::string term_of(const OptionView& option) {
  if (option.is_operand()) return option.kind + (option.arity == Arity::many ? "..." : "");
  std::string term = option.names.front().starts_with("--") ? "    " : "";
  term += fmt::format("{}", fmt::join(option.names, option.has_opposites() ? " / " : ", "));
  if (option.arity != Arity::none) term += " " + value_text(option);
  return term;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent, std::size_t column) {
  std::string lines;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t size = columns(word);
    if (!first && column + 1 + size > width) {
      lines += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += size;
    first = false;
  }
  return lines;
}

std::string overview_page(std::size_t width) {
  std::string page = "corpus: how often, where, next to what. A toolkit for text corpora.\n";
  page += "\nUsage: corpus COMMAND [OPTION...] [INPUT...]\n";
  std::size_t column = 0;
  for (const Command& command : commands()) column = std::max(column, margin + command.name.size() + 3);
  std::string_view group;
  for (const Command& command : commands()) {
    if (command.group != group) page += fmt::format("\n{}:\n", command.group);
    group = command.group;
    page += entry(command.name, command.purpose, column, width);
  }
  return page +
         "\n'corpus help COMMAND' explains a command, and 'man corpus' the whole;\n"
         "'corpus --version' names the versions a result depends on.\n";
}

std::string help_page(const CLI::App& app, std::size_t width) {
  std::string page = wrapped(capitalised(app.get_description()) + ".", width, 0, 0) + "\n";
  page += "\nUsage: " + usage_of(app) + "\n";
  const std::vector<OptionView> options = options_of(app);
  for (const std::string& group : groups_of(options)) {
    page += fmt::format("\n{}:\n", group);
    for (const OptionView& option : options) {
      if (option.group == group) page += entry(term_of(option), full_description(option), description_column, width);
    }
  }
  const std::vector<Example> examples = examples_of(app);
  if (!examples.empty()) page += "\nExamples:\n";
  for (const Example& example : examples) {
    page += "  # " + wrapped(example.purpose, width, margin, margin + 2) + "\n  $ " + example.command + "\n";
  }
  return page;
}

std::string version_page() {
  return fmt::format(
      "corpus {}\n"
      "tokenizer word@1, Unicode {}, ICU {}\n"
      "MIT licence; there is no warranty.\n",
      CORPUS_VERSION, unicode::unicode_version(), unicode::icu_version());
}

}  // namespace corpus::cmd
