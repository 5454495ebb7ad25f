// SPDX-License-Identifier: MIT
#include "cmd/collocates_options.hpp"

#include <fmt/format.h>

#include <charconv>

#include "cmd/parse.hpp"

namespace corpus::cmd {
namespace {

constexpr std::uint32_t widest_window = 1000;

/// `5L`, `3R`, or `5` for both sides. Nothing where it is none of these.
std::optional<search::WindowSize> read_side(std::string_view text) {
  std::uint32_t size = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, size);
  if (error != std::errc{} || size > widest_window) return std::nullopt;
  const std::string_view side = text.substr(static_cast<std::size_t>(rest - text.data()));
  if (side.empty()) return search::WindowSize{.left = size, .right = size};
  if (side == "L" || side == "l") return search::WindowSize{.left = size, .right = 0};
  if (side == "R" || side == "r") return search::WindowSize{.left = 0, .right = size};
  return std::nullopt;
}

std::optional<search::WindowSize> read_sides(std::string_view text) {
  const std::size_t comma = text.find(',');
  const auto first = read_side(text.substr(0, comma));
  if (!first || comma == std::string_view::npos) return first;
  const std::string_view rest = text.substr(comma + 1);
  const auto second = read_side(rest);
  const auto is_left = [](std::string_view side) { return side.ends_with('L') || side.ends_with('l'); };
  const auto is_right = [](std::string_view side) { return side.ends_with('R') || side.ends_with('r'); };
  const std::string_view front = text.substr(0, comma);
  if (!second || !((is_left(front) && is_right(rest)) || (is_right(front) && is_left(rest)))) return std::nullopt;
  return search::WindowSize{.left = first->left + second->left, .right = first->right + second->right};
}

}  // namespace

search::WindowSize read_window(std::string_view text) {
  const auto window = read_sides(text);
  if (!window) {
    throw UsageError(fmt::format(
        "--window: '{}' is not a window such as 5L,5R, 5 for the same, or 3R; at most {} words", text, widest_window));
  }
  if (window->places() == 0) throw UsageError("--window: a window of no words holds nothing");
  return *window;
}

}  // namespace corpus::cmd
