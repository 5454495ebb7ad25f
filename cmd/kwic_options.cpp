// SPDX-License-Identifier: MIT
#include "cmd/kwic_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "cmd/parse.hpp"
#include "cmd/values.hpp"

namespace corpus::cmd {
namespace {

constexpr std::array<Named<search::ContextUnit>, 5> context_units{{{"c", search::ContextUnit::characters},
                                                                   {"w", search::ContextUnit::words},
                                                                   {"s", search::ContextUnit::sentences},
                                                                   {"turn", search::ContextUnit::turns},
                                                                   {"turns", search::ContextUnit::turns}}};

}  // namespace

search::Context read_context(std::string_view text) {
  std::uint32_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  const std::string_view name = text.substr(static_cast<std::size_t>(end - text.data()));
  const auto* const unit =
      std::find_if(context_units.begin(), context_units.end(), [&](const auto& known) { return known.name == name; });
  const bool known = error == std::errc{} && unit != context_units.end();
  // That of a sentence or a turn is the one that the hit is in.
  const bool nothing = known && unit->value >= search::ContextUnit::sentences && size == 0;
  if (!known || nothing) {
    throw UsageError(fmt::format("--context: '{}' is not a context such as 60c, 8w, 1s or 1turn", text));
  }
  return {.size = size, .unit = unit->value};
}

}  // namespace corpus::cmd
