// SPDX-License-Identifier: MIT
/// \file
/// The columns of `corpus stats`: one table of names and formulas.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/count/profile.hpp"
#include "corpus/report/writer.hpp"
#include "corpus/stats/language.hpp"
#include "corpus/stats/spectrum.hpp"

namespace corpus::cmd {

struct MeasureParameters {
  std::uint64_t sttr_segment = 1000;
  std::uint64_t msttr_segment = 100;
  std::uint64_t mattr_window = 50;
  double mtld_threshold = 0.72;
  std::uint64_t hdd_sample = 42;
  std::optional<stats::Language> language;  ///< of the readability formulas
};

/// What a formula may look at.
struct Measured {
  const count::Profile& profile;
  const stats::FrequencySpectrum& spectrum;
  const MeasureParameters& parameters;
};

/// When a column is shown without being named: always those `with_turns` too, but only for their sake are turns looked
/// for.
enum class Shown : std::uint8_t { always, with_turns, on_request, with_readability };

/// What a formula looks at: how often types occur, which a list of them tells; or tokens in their order; or what is no
/// token, as sentences, characters, syllables.
enum class MeasureNeeds : std::uint8_t { frequencies, order, units };

struct Measure {
  std::string_view name;
  report::Kind kind;
  int decimals;
  Shown shown;
  MeasureNeeds needs;
  report::Cell (*value)(const Measured&);
};

/// In the order of the columns; `doc` stands before them all.
std::span<const Measure> measures();

/// Whether the formula has constants for the language (all do that need no syllables).
bool has_constants(const Measure& measure, std::optional<stats::Language> language);

}  // namespace corpus::cmd
