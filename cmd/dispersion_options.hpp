// SPDX-License-Identifier: MIT
/// \file
/// What `corpus dispersion` was asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "cmd/frequency_rows.hpp"
#include "cmd/kwic_queries.hpp"
#include "cmd/options.hpp"

namespace corpus::cmd {

struct DispersionOptions {
  QueryArguments queries;
  bool all = false;

  std::optional<std::uint64_t> parts;

  // Of all types:
  RowArguments rows;
  std::optional<std::string> match;
  std::optional<std::size_t> sort;  ///< one of `dispersion_orders()`
  bool uneven = false;

  bool plot = false;
  std::optional<std::string> svg;

  InputArguments inputs;
  TokenArguments tokens;
  OutputArguments output;
};

}  // namespace corpus::cmd
