// SPDX-License-Identifier: MIT
/// \file
/// From a command's inputs to profiles: of each document, or each group of --by, and of all together.
///
///     const count::Profile total = profile_inputs(inputs, options, measure, show);
///
/// A document is profiled by one thread. Memory: four bytes a token of all documents, and those that wait for their turn.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "cmd/inputs.hpp"
#include "corpus/count/profile.hpp"
#include "corpus/report/writer.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/unicode/abbreviations.hpp"

namespace corpus::cmd {

struct ProfileOptions {
  text::TokenizerOptions rules = {};
  unicode::Abbreviations abbreviations = unicode::Abbreviations::none();
  count::Readability readability = count::Readability::none;
  std::optional<stats::Language> language = std::nullopt;
};

using Cells = std::vector<report::Cell>;

/// Called on any thread.
using MeasureProfile = std::function<Cells(const count::Profile&)>;
/// Shown each profile as it is complete, with what it was measured as, in order.
using ShowProfile = std::function<void(const count::Profile&, const Cells&)>;

/// Returns the profile of all together, `total`, which is not shown.
count::Profile profile_inputs(Inputs& inputs, const ProfileOptions& options, const MeasureProfile& measure,
                              const ShowProfile& show);

}  // namespace corpus::cmd
