// SPDX-License-Identifier: MIT
/// \file
/// The sections of `corpus diff`, printed: for programs as one stream of rows whose first column names the section, for
/// people as a table each, under a heading.
///
///     print_sections(comparison, {Section::documents, Section::distance}, measures, options);
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "cmd/diff_figures.hpp"
#include "cmd/diff_options.hpp"

namespace corpus::cmd {

inline constexpr std::array<std::string_view, 4> section_names{"documents", "vocabulary", "profile", "distance"};

/// The columns, in their order.
inline constexpr std::array<std::string_view, 15> diff_columns{
    "section",         "change",      "name",    "old_name", "old",        "new",
    "difference",      "relative",    "removed", "added",    "similarity", "old_per_million",
    "new_per_million", "per_million", "value"};

/// `wanted` are the measures of the profile. Throws UsageError where --columns names one that these sections lack.
void print_sections(Comparison& comparison, const std::vector<Section>& sections,
                    const std::vector<const Measure*>& wanted, const DiffOptions& options, unsigned threads);

}  // namespace corpus::cmd
