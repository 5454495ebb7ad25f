// SPDX-License-Identifier: MIT
#include "cmd/complete.hpp"

#include <CLI/CLI.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "cmd/command.hpp"
#include "cmd/tree.hpp"

namespace corpus::cmd {
namespace {

class Candidates {
 public:
  explicit Candidates(std::string_view begun) : begun_(begun) {}

  void add(std::string_view word, std::string_view description) {
    if (!word.starts_with(begun_)) return;
    text_ += word;
    if (!description.empty()) text_.append("\t").append(description);
    text_ += '\n';
  }
  void add_commands() {
    for (const Command& command : commands()) add(command.name, command.purpose);
  }
  /// What can stand for `option`'s value, or for an operand.
  void add_values(const OptionView& option) {
    // Of a list, the last word is the one being typed.
    const std::size_t comma = option.is_list() ? begun_.rfind(',') : std::string_view::npos;
    const std::string_view done = comma == std::string_view::npos ? "" : begun_.substr(0, comma + 1);
    for (const std::string& word : option.words) add(std::string(done) + word, "");
    if (!option.words.empty()) return;
    if (option.kind == "FILE" || option.kind == "INPUT") text_ += ":file\n";
    if (option.kind == "DIR") text_ += ":directory\n";
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string_view begun_;
  std::string text_;
};

/// What the words before the cursor leave open.
struct State {
  const OptionView* wants_value = nullptr;
  bool only_operands = false;
};

State state_after(const std::vector<OptionView>& options, std::span<const std::string> words) {
  State state;
  for (const std::string& word : words) {
    if (state.wants_value != nullptr) {
      state.wants_value = nullptr;
    } else if (word == "--") {
      state.only_operands = true;
    } else if (!state.only_operands) {
      const OptionView* option = find_option(options, word);
      if (option != nullptr && option->arity != Arity::none) state.wants_value = option;
    }
  }
  return state;
}

std::string complete_command(const Command& command, std::span<const std::string> words) {
  const auto app = new_app(command);
  command.configure(*app);
  const std::vector<OptionView> options = options_of(*app);
  const State state = state_after(options, words.first(words.size() - 1));
  const std::string_view current = words.back();

  const std::size_t equals = current.find('=');
  if (state.wants_value == nullptr && !state.only_operands && current.starts_with("--") &&
      equals != std::string::npos) {
    Candidates values(current.substr(equals + 1));
    const OptionView* option = find_option(options, current.substr(0, equals));
    if (option != nullptr) values.add_values(*option);
    return values.text();
  }
  Candidates candidates(current);
  if (state.wants_value != nullptr) {
    candidates.add_values(*state.wants_value);
    return candidates.text();
  }
  if (current.starts_with('-') && !state.only_operands) {
    for (const OptionView& option : options) {
      for (const std::string& name : option.names) candidates.add(name, option.description);
    }
    return candidates.text();
  }
  for (const OptionView& option : options) {
    if (option.is_operand()) candidates.add_values(option);
  }
  return candidates.text();
}

}  // namespace

std::string complete(std::span<const std::string> words) {
  if (words.empty()) return {};
  Candidates candidates(words.back());
  if (words.size() == 1) {
    candidates.add_commands();
    candidates.add("help", "explain a command");
    if (words.back().starts_with('-')) {
      candidates.add("--help", "show the commands");
      candidates.add("--version", "name the versions a result depends on");
    }
    return candidates.text();
  }
  if (words.front() == "help") {
    if (words.size() == 2) candidates.add_commands();
    return candidates.text();
  }
  const Command* command = find_command(words.front());
  return command == nullptr ? "" : complete_command(*command, words.subspan(1));
}

}  // namespace corpus::cmd
