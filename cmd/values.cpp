// SPDX-License-Identifier: MIT
#include "cmd/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <utility>

#include "cmd/contains.hpp"
#include "cmd/suggest.hpp"

namespace corpus::cmd {
namespace {

/// The whole of `text` as a number in decimal digits. CLI11's own reading takes 010 for 8.
template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

std::string range_text(Bounds<std::uint64_t> bounds) {
  if (bounds.least == any_count.least && bounds.most == any_count.most) return "a whole number";
  if (bounds.most == any_count.most) return fmt::format("a whole number of at least {}", bounds.least);
  return fmt::format("a whole number from {} to {}", bounds.least, bounds.most);
}

std::string range_text(Bounds<double> bounds) {
  if (bounds.least == any_real.least && bounds.most == any_real.most) return "a number";
  if (bounds.most == any_real.most) return fmt::format("a number of at least {}", bounds.least);
  return fmt::format("a number from {} to {}", bounds.least, bounds.most);
}

CLI::Option* add_valued(CLI::App& app, const std::string& names, const CLI::callback_t& read, const std::string& kind,
                        const std::string& description) {
  return app.add_option(names, read, description)->type_name(kind)->expected(1);
}

/// CLI11 gives the values of all occurrences; of a value that can stand once, the last one holds.
template <typename Number>
CLI::Option* add_number(CLI::App& app, const std::string& names, const std::string& kind, Bounds<Number> bounds,
                        std::function<void(Number)> store, const std::string& description) {
  auto read = [bounds, store = std::move(store)](const CLI::results_t& words) {
    const std::string& word = words.back();
    const std::optional<Number> number = parse_number<Number>(word);
    if (!number || !(*number >= bounds.least && *number <= bounds.most)) {
      throw CLI::ValidationError(fmt::format("'{}' is not {}", word, range_text(bounds)));
    }
    store(*number);
    return true;
  };
  return add_valued(app, names, read, kind, description);
}

std::string joined(std::span<const std::string_view> words, std::string_view separator) {
  return fmt::format("{}", fmt::join(words, separator));
}

/// What stands between commas.
std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    words.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

constexpr std::string_view size_letters = "KMGT";

/// Nothing where it is no size, or more than 64 bits hold.
std::optional<std::uint64_t> parse_size(std::string_view word) {
  unsigned shift = 0;
  if (!word.empty()) {
    const std::size_t power = size_letters.find(word.back());
    if (power != std::string_view::npos) {
      shift = 10 * (static_cast<unsigned>(power) + 1);
      word.remove_suffix(1);
    }
  }
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc{} || end != word.data() + word.size() || number > UINT64_MAX >> shift) return std::nullopt;
  return number << shift;
}

std::string format_size(std::uint64_t size) {
  for (std::size_t power = size_letters.size(); power > 0; --power) {
    const std::uint64_t unit = std::uint64_t{1} << (10 * power);
    if (size % unit == 0 && size > 0) return fmt::format("{}{}", size / unit, size_letters[power - 1]);
  }
  return std::to_string(size);
}

/// Checks nothing: it is where the tree keeps the allowed words.
CLI::Validator words_of(std::span<const std::string_view> allowed) { return CLI::Validator{joined(allowed, "|")}; }

[[noreturn]] void refuse_word(const std::string& word, std::span<const std::string_view> allowed) {
  std::string message = fmt::format("'{}' is not one of {}", word, joined(allowed, ", "));
  if (const auto near = nearest(word, allowed)) message += fmt::format(" (did you mean {}?)", *near);
  throw CLI::ValidationError(message);
}

}  // namespace

CLI::Option* add_switch(CLI::App& app, const std::string& names, bool& value, const std::string& description) {
  return app.add_flag(names, value, description);
}

CLI::Option* add_count(CLI::App& app, const std::string& names, std::uint64_t& value, const std::string& description,
                       Bounds<std::uint64_t> bounds) {
  auto store = [&value](std::uint64_t number) { value = number; };
  return add_number<std::uint64_t>(app, names, "N", bounds, store, description)->default_str(std::to_string(value));
}

CLI::Option* add_count(CLI::App& app, const std::string& names, std::optional<std::uint64_t>& value,
                       const std::string& description, Bounds<std::uint64_t> bounds) {
  auto store = [&value](std::uint64_t number) { value = number; };
  return add_number<std::uint64_t>(app, names, "N", bounds, store, description);
}

CLI::Option* add_real(CLI::App& app, const std::string& names, double& value, const std::string& description,
                      Bounds<double> bounds) {
  auto store = [&value](double number) { value = number; };
  return add_number<double>(app, names, "X", bounds, store, description)->default_str(fmt::format("{}", value));
}

CLI::Option* add_text(CLI::App& app, const std::string& names, std::string& value, const std::string& kind,
                      const std::string& description) {
  auto read = [&value](const CLI::results_t& words) {
    value = words.back();
    return true;
  };
  return add_valued(app, names, read, kind, description)->default_str(value);
}

CLI::Option* add_text(CLI::App& app, const std::string& names, std::optional<std::string>& value,
                      const std::string& kind, const std::string& description) {
  auto read = [&value](const CLI::results_t& words) {
    value = words.back();
    return true;
  };
  return add_valued(app, names, read, kind, description);
}

CLI::Option* add_texts(CLI::App& app, const std::string& names, std::vector<std::string>& values,
                       const std::string& kind, const std::string& description) {
  auto read = [&values](const CLI::results_t& words) {
    values = words;
    return true;
  };
  return add_valued(app, names, read, kind, description)
      ->expected(1, CLI::detail::expected_max_vector_size)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

CLI::Option* add_operands(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                          const std::string& description) {
  return add_texts(app, name, values, name, description);
}

CLI::Option* add_list(CLI::App& app, const std::string& names, std::vector<std::string>& values,
                      const std::string& kind, std::span<const std::string_view> allowed,
                      const std::string& description) {
  auto read = [&values,
               words = std::vector<std::string_view>(allowed.begin(), allowed.end())](const CLI::results_t& given) {
    values = split(given.back());
    for (const std::string& word : values) {
      if (!contains(words, word)) refuse_word(word, words);
    }
    return true;
  };
  return add_valued(app, names, read, kind, description)
      ->check(words_of(allowed))
      ->default_str(fmt::format("{}", fmt::join(values, ",")));
}

CLI::Option* add_names(CLI::App& app, const std::string& names, std::vector<std::string>& values,
                       const std::string& kind, const std::string& description) {
  auto read = [&values](const CLI::results_t& given) {
    values = split(given.back());
    for (std::string& value : values) {
      value.erase(0, std::min(value.find_first_not_of(' '), value.size()));
      value.erase(value.find_last_not_of(' ') + 1);
    }
    if (contains(values, "")) {
      throw CLI::ValidationError(fmt::format("'{}' has an empty name between its commas", given.back()));
    }
    return true;
  };
  return add_valued(app, names, read, kind, description);
}

CLI::Option* add_size(CLI::App& app, const std::string& names, std::uint64_t& value, const std::string& description) {
  auto read = [&value](const CLI::results_t& words) {
    const auto size = parse_size(words.back());
    if (!size) throw CLI::ValidationError(fmt::format("'{}' is not a size such as 500M, 64G or 4096", words.back()));
    value = *size;
    return true;
  };
  return add_valued(app, names, read, "SIZE", description)->default_str(format_size(value));
}

CLI::Option* add_word(CLI::App& app, const std::string& names, const std::vector<std::string_view>& allowed,
                      std::size_t standing, std::function<void(std::size_t)> store, const std::string& description) {
  auto read = [allowed, store = std::move(store)](const CLI::results_t& words) {
    const auto found = std::find(allowed.begin(), allowed.end(), words.back());
    if (found == allowed.end()) refuse_word(words.back(), allowed);
    store(static_cast<std::size_t>(found - allowed.begin()));
    return true;
  };
  CLI::Option* option = add_valued(app, names, read, joined(allowed, "|"), description)->check(words_of(allowed));
  if (standing < allowed.size()) option->default_str(std::string(allowed[standing]));
  return option;
}

}  // namespace corpus::cmd
