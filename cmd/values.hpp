// SPDX-License-Identifier: MIT
/// \file
/// The kinds of value an option can take. Each kind checks its value, names what is allowed when it is wrong, and
/// leaves in the option tree what help, the manual and completion show: the value's name, the allowed words, the
/// default.
///
///     add_choice(app, "--sort", options.sort, kSortNames, "order of the rows")->group("Output");
///     add_count(app, "--top", options.top, "print only the first N rows")->group("Output");
///
/// In names, `-j,--threads` gives a short and a long one. A value's default is what it holds when it is added.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace corpus::cmd {

/// One row of the table that gives an enum its words.
template <typename Enum>
struct Named {
  std::string_view name;
  Enum value;
};

template <typename Number>
struct Bounds {
  Number least;
  Number most;
};

inline constexpr Bounds<std::uint64_t> any_count{0, UINT64_MAX};
inline constexpr Bounds<double> any_real{-1e300, 1e300};

/// Present or not: `--no-header`.
CLI::Option* add_switch(CLI::App& app, const std::string& names, bool& value, const std::string& description);

/// A whole number in decimal digits: `--top N`. (The manifest knows numbers by their kinds, N and X.)
CLI::Option* add_count(CLI::App& app, const std::string& names, std::uint64_t& value, const std::string& description,
                       Bounds<std::uint64_t> bounds = any_count);
CLI::Option* add_count(CLI::App& app, const std::string& names, std::optional<std::uint64_t>& value,
                       const std::string& description, Bounds<std::uint64_t> bounds = any_count);

/// A real number: `--threshold X`.
CLI::Option* add_real(CLI::App& app, const std::string& names, double& value, const std::string& description,
                      Bounds<double> bounds = any_real);

/// Text that only the command understands. `kind` is its name in the help; FILE and DIR are completed by the shell.
CLI::Option* add_text(CLI::App& app, const std::string& names, std::string& value, const std::string& kind,
                      const std::string& description);
CLI::Option* add_text(CLI::App& app, const std::string& names, std::optional<std::string>& value,
                      const std::string& kind, const std::string& description);

/// The same, given any number of times: `--include GLOB --include GLOB`.
CLI::Option* add_texts(CLI::App& app, const std::string& names, std::vector<std::string>& values,
                       const std::string& kind, const std::string& description);

/// Words from a list, separated by commas: `--columns type,freq`.
CLI::Option* add_list(CLI::App& app, const std::string& names, std::vector<std::string>& values,
                      const std::string& kind, std::span<const std::string_view> allowed,
                      const std::string& description);

/// Names of any kind, separated by commas: `--speakers A,B`.
CLI::Option* add_names(CLI::App& app, const std::string& names, std::vector<std::string>& values,
                       const std::string& kind, const std::string& description);

/// A number of bytes: `--max-expanded 64G`, with K, M, G or T for powers of 1,024.
CLI::Option* add_size(CLI::App& app, const std::string& names, std::uint64_t& value, const std::string& description);

/// What stands on the command line without an option's name: `INPUT...`. `name` is INPUT; FILE and INPUT are completed
/// with file names.
CLI::Option* add_operands(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                          const std::string& description);

/// The position of a word among the allowed ones. `store` receives it; `standing` is the default's, or npos.
CLI::Option* add_word(CLI::App& app, const std::string& names, const std::vector<std::string_view>& allowed,
                      std::size_t standing, std::function<void(std::size_t)> store, const std::string& description);

/// One of the words of `table`: `--case fold|keep`. `value` and `table` must outlive the parsing.
template <typename Enum>
CLI::Option* add_choice(CLI::App& app, const std::string& names, Enum& value, std::span<const Named<Enum>> table,
                        const std::string& description) {
  std::vector<std::string_view> words;
  std::size_t standing = std::string_view::npos;
  for (std::size_t i = 0; i < table.size(); ++i) {
    words.push_back(table[i].name);
    if (table[i].value == value) standing = i;
  }
  auto store = [&value, table](std::size_t chosen) { value = table[chosen].value; };
  return add_word(app, names, words, standing, std::move(store), description);
}

template <typename Enum, std::size_t Size>
CLI::Option* add_choice(CLI::App& app, const std::string& names, Enum& value, const Named<Enum> (&table)[Size],
                        const std::string& description) {
  return add_choice(app, names, value, std::span<const Named<Enum>>(table), description);
}

template <typename Enum, std::size_t Size>
CLI::Option* add_choice(CLI::App& app, const std::string& names, Enum& value,
                        const std::array<Named<Enum>, Size>& table, const std::string& description) {
  return add_choice(app, names, value, std::span<const Named<Enum>>(table), description);
}

/// The word that stands for `value`: the other direction of the same table.
template <typename Enum>
std::string_view name_of(Enum value, std::span<const Named<Enum>> table) {
  for (const Named<Enum>& row : table) {
    if (row.value == value) return row.name;
  }
  return {};
}

}  // namespace corpus::cmd
