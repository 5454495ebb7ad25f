// SPDX-License-Identifier: MIT
/// \file
/// CLI11's option tree as help, manual, completion and the parser read it: one flat record an option.
///
///     for (const OptionView& option : options_of(app)) page += option.names.front();
///
/// Costs a few allocations an option.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace corpus::cmd {

enum class Arity {
  none,  ///< a switch
  one,   ///< a value; of several, the last one holds
  many,  ///< a value, each time it is given
};

struct OptionView {
  CLI::Option* option;
  std::vector<std::string> names;  ///< as typed, short ones first: `-j`, `--threads`; empty for an operand
  std::string kind;                ///< the name of its value: `N`, `FILE`, `fold|keep`; of an operand, its name
  std::vector<std::string> words;  ///< the allowed values, where they can be listed
  std::string description;
  std::string standing;  ///< the default, as it would be typed
  std::string group;     ///< the heading it stands under
  Arity arity;

  [[nodiscard]] bool is_operand() const { return names.empty(); }
  /// Names that mean opposites (`--keep-numbers / --drop-numbers`) and not the same.
  [[nodiscard]] bool has_opposites() const;
  /// A list of words joined by commas, rather than one of them.
  [[nodiscard]] bool is_list() const;
};

/// In the order they were added, but the help option last.
std::vector<OptionView> options_of(const CLI::App& app);

/// The headings in the order of their first option.
std::vector<std::string> groups_of(const std::vector<OptionView>& options);

/// The option a user types as `name`, or null.
const OptionView* find_option(const std::vector<OptionView>& options, std::string_view name);

/// `corpus freq [OPTION...] [INPUT...]`
std::string usage_of(const CLI::App& app);

/// The option's value as it is shown: `N`, `fold|keep`, `COLUMN,...`; empty for a switch.
std::string value_text(const OptionView& option);

/// The description as a sentence's worth, with the allowed words of a list and the default.
std::string full_description(const OptionView& option);

}  // namespace corpus::cmd
