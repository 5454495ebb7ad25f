// SPDX-License-Identifier: MIT
/// \file
/// What `corpus kwic` was asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/kwic_queries.hpp"
#include "cmd/options.hpp"
#include "corpus/search/concordance.hpp"

namespace corpus::cmd {

enum class GroupHits : std::uint8_t { no, node, left, right };

struct KwicOptions {
  QueryArguments queries;

  std::string context = "60c";
  std::vector<std::string> sort;
  std::optional<std::uint64_t> sample;
  std::optional<std::uint64_t> seed;
  std::optional<std::uint64_t> top;
  std::optional<std::uint64_t> max_count;

  bool count = false;
  GroupHits group_by = GroupHits::no;
  bool files_with = false;
  bool files_without = false;

  InputArguments inputs;
  TokenArguments tokens;
  OutputArguments output;
};

/// Throws UsageError where --context cannot be read.
search::Context read_context(std::string_view text);

}  // namespace corpus::cmd
