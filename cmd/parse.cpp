// SPDX-License-Identifier: MIT
#include "cmd/parse.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "cmd/suggest.hpp"

namespace corpus::cmd {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// `-x` and `--long`, but neither `-`, nor a negative number such as `-3` or `-.5`.
bool looks_like_option(std::string_view word) {
  return word.size() > 1 && word[0] == '-' && !is_digit(word[1]) && word[1] != '.';
}

class Words {
 public:
  Words(const CLI::App& app, std::span<const std::string> words)
      : options_(options_of(app)), help_(app.get_help_ptr()), words_(words) {}

  /// Gives each word to its option.
  Wish read() {
    bool only_operands = false;
    while (at_ < words_.size()) {
      const std::string_view word = words_[at_++];
      if (only_operands || word.size() < 2 || word[0] != '-') {
        take_operand(word);
      } else if (word == "--") {
        only_operands = true;
      } else if (word[1] == '-') {
        take_long(word);
      } else {
        take_short(word);
      }
      if (help_wanted_) return Wish::help;
    }
    return Wish::run;
  }

  /// Converts what was given, so that a wrong value is named together with its option.
  void convert() const {
    for (const OptionView& option : options_) {
      if (option.option->count() == 0) continue;
      // The one that does not hold would be a condition that nobody asks any more.
      if (option.kind == "EXPR" && option.option->count() > 1) {
        throw UsageError(fmt::format("{} is given twice: && and || join expressions", option.names.back()));
      }
      try {
        option.option->run_callback();
      } catch (const CLI::ParseError& error) {
        refuse_value(option, error);
      }
    }
  }

 private:
  [[noreturn]] static void refuse_value(const OptionView& option, const CLI::ParseError& error) {
    std::string_view cause = error.what();
    const std::string prefix = option.option->get_name() + ": ";
    if (cause.starts_with(prefix)) cause.remove_prefix(prefix.size());
    throw UsageError(fmt::format("{}: {}", option.is_operand() ? option.kind : option.names.back(), cause));
  }

  [[noreturn]] void refuse_option(std::string_view name) const {
    std::vector<std::string_view> known;
    for (const OptionView& option : options_) {
      for (const std::string& other : option.names) {
        if (other.starts_with("--")) known.push_back(other);
      }
    }
    const auto near = nearest(name, known);
    throw UsageError(fmt::format("unknown option {}{}", name, near ? fmt::format(" (did you mean {}?)", *near) : ""));
  }

  void take_operand(std::string_view word) {
    for (const OptionView& option : options_) {
      if (!option.is_operand()) continue;
      if (option.arity == Arity::many || option.option->count() == 0) return give(option, word);
    }
    throw UsageError(fmt::format("unexpected operand '{}'", word));
  }

  void take_long(std::string_view word) {
    const std::size_t equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    const OptionView* option = find_option(options_, name);
    if (option == nullptr) refuse_option(name);
    if (equals == std::string_view::npos) return take(*option, name, std::nullopt);
    if (option->arity == Arity::none) throw UsageError(fmt::format("{} takes no value", name));
    take(*option, name, word.substr(equals + 1));
  }

  void take_short(std::string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i) {
      const std::string name = {'-', word[i]};
      const OptionView* option = find_option(options_, name);
      if (option == nullptr) refuse_option(i == 1 && !is_digit(word[1]) ? word : std::string_view(name));
      if (option->arity == Arity::none) {
        take(*option, name, std::nullopt);
        continue;
      }
      const std::string_view rest = word.substr(i + 1);
      return take(*option, name, rest.empty() ? std::nullopt : std::optional(rest));
    }
  }

  void take(const OptionView& option, std::string_view name, std::optional<std::string_view> value) {
    if (option.option == help_) {
      help_wanted_ = true;
    } else if (option.arity == Arity::none) {
      const std::string bare(name.substr(name.find_first_not_of('-')));
      give(option, option.option->get_flag_value(bare, ""));
    } else {
      give(option, value ? *value : next_word(option, name));
    }
  }

  std::string_view next_word(const OptionView& option, std::string_view name) {
    const std::string missing = fmt::format("{} needs a value: {}", name, value_text(option));
    if (at_ == words_.size() || find_option(options_, words_[at_]) != nullptr) throw UsageError(missing);
    const std::string_view word = words_[at_];
    if (looks_like_option(word)) {
      throw UsageError(fmt::format("{} (for '{}': {}{}{})", missing, word, name, name.size() > 2 ? "=" : "", word));
    }
    ++at_;
    return word;
  }

  static void give(const OptionView& option, std::string_view value) {
    option.option->allow_extra_args(false);  // with it, CLI11 splits `[a,b]`
    option.option->add_result(std::string(value));
  }

  std::vector<OptionView> options_;
  const CLI::Option* help_;
  std::span<const std::string> words_;
  std::size_t at_ = 0;
  bool help_wanted_ = false;
};

}  // namespace

Wish parse(CLI::App& app, std::span<const std::string> words) {
  Words reader(app, words);
  if (reader.read() == Wish::help) return Wish::help;
  reader.convert();
  try {
    app.parse(std::vector<std::string>{});  // what options require of each other
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what());
  }
  return Wish::run;
}

}  // namespace corpus::cmd
