// SPDX-License-Identifier: MIT
/// \file
/// What `corpus collocates` was asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/kwic_queries.hpp"
#include "cmd/options.hpp"
#include "corpus/search/collocates.hpp"

namespace corpus::cmd {

/// Which two-by-two table measures look at.
enum class TableKind : std::uint8_t {
  exact,  ///< of the tokens that are no nodes: those in windows, and the others
  span,   ///< of all tokens: as many in windows as if none were clipped and none overlapped
  plain,  ///< of all tokens: the nodes stand for their windows
};

struct CollocatesOptions {
  QueryArguments queries;

  std::string window = "5L,5R";
  search::Within within = search::Within::sentence;

  std::vector<std::string> measures{"g2", "log_dice", "mi", "t"};
  TableKind table = TableKind::exact;
  bool by_position = false;
  bool marginals = false;
  std::string sort = "g2";
  bool reverse = false;
  std::optional<std::uint64_t> top;
  std::uint64_t min_freq = 1;
  std::uint64_t min_range = 0;

  InputArguments inputs;
  TokenArguments tokens;
  OutputArguments output;
};

/// Throws UsageError where --window cannot be read.
search::WindowSize read_window(std::string_view text);

}  // namespace corpus::cmd
