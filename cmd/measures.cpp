// SPDX-License-Identifier: MIT
#include "cmd/measures.hpp"

#include <array>

#include "corpus/stats/diversity.hpp"
#include "corpus/stats/entropy.hpp"
#include "corpus/stats/growth.hpp"

namespace corpus::cmd {
namespace {

using report::Cell;
using report::cell;
using enum report::Kind;
using enum Shown;
using enum MeasureNeeds;

std::optional<double> ratio(std::uint64_t numerator, std::uint64_t denominator) {
  if (denominator == 0) return std::nullopt;
  return static_cast<double>(numerator) / static_cast<double>(denominator);
}

const stats::ReadabilityCounts& readable(const Measured& m) { return m.profile.readability; }

/// A formula that has constants for some languages only.
template <std::optional<double> (*formula)(const stats::ReadabilityCounts&, stats::Language)>
Cell in_language(const Measured& m) {
  return m.parameters.language ? cell(formula(readable(m), *m.parameters.language)) : Cell{};
}

// clang-format off
constexpr Measure table[] = {
    {"bytes",             count, 0, always,     units,       [](const Measured& m) { return Cell{m.profile.bytes}; }},
    {"characters",        count, 0, always,     units,       [](const Measured& m) { return Cell{m.profile.units.characters}; }},
    {"lines",             count, 0, always,     units,       [](const Measured& m) { return Cell{m.profile.units.lines}; }},
    {"paragraphs",        count, 0, always,     units,       [](const Measured& m) { return Cell{m.profile.units.paragraphs}; }},
    {"sentences",         count, 0, always,     units,       [](const Measured& m) { return Cell{m.profile.units.sentences}; }},
    {"turns",             count, 0, with_turns, units,       [](const Measured& m) { return Cell{m.profile.turns}; }},
    {"turn_length",       real,  2, with_turns, units,       [](const Measured& m) { return cell(ratio(m.profile.turn_tokens, m.profile.turns)); }},
    {"tokens",            count, 0, always,     frequencies, [](const Measured& m) { return Cell{m.spectrum.tokens()}; }},
    {"types",             count, 0, always,     frequencies, [](const Measured& m) { return Cell{m.spectrum.types()}; }},
    {"hapaxes",           count, 0, always,     frequencies, [](const Measured& m) { return Cell{m.spectrum.types_with(1)}; }},
    {"word_length",       real,  2, always,     units,       [](const Measured& m) { return cell(ratio(m.profile.word_characters, readable(m).words)); }},
    {"sentence_length",   real,  2, always,     units,       [](const Measured& m) { return cell(ratio(readable(m).words, m.profile.units.sentences)); }},
    {"ttr",               real,  4, always,     frequencies, [](const Measured& m) { return cell(stats::ttr(m.spectrum.size())); }},
    {"sttr",              real,  4, always,     order,       [](const Measured& m) { return cell(stats::msttr(m.profile.tokens, {.segment = m.parameters.sttr_segment})); }},
    {"msttr",             real,  4, always,     order,       [](const Measured& m) { return cell(stats::msttr(m.profile.tokens, {.segment = m.parameters.msttr_segment})); }},
    {"mattr",             real,  4, always,     order,       [](const Measured& m) { return cell(stats::mattr(m.profile.tokens, {.window = m.parameters.mattr_window})); }},
    {"mtld",              real,  2, always,     order,       [](const Measured& m) { return cell(stats::mtld(m.profile.tokens, {.threshold = m.parameters.mtld_threshold})); }},
    {"hdd",               real,  4, always,     frequencies, [](const Measured& m) { return cell(stats::hdd(m.spectrum, {.sample = m.parameters.hdd_sample})); }},
    {"yule_k",            real,  2, always,     frequencies, [](const Measured& m) { return cell(stats::yule_k(m.spectrum)); }},
    {"guiraud_r",         real,  2, always,     frequencies, [](const Measured& m) { return cell(stats::guiraud_r(m.spectrum.size())); }},
    {"herdan_c",          real,  4, always,     frequencies, [](const Measured& m) { return cell(stats::herdan_c(m.spectrum.size())); }},
    {"entropy",           real,  3, always,     frequencies, [](const Measured& m) { return cell(stats::shannon_entropy(m.spectrum)); }},

    {"cttr",              real,  2, on_request, frequencies, [](const Measured& m) { return cell(stats::cttr(m.spectrum.size())); }},
    {"summer_s",          real,  4, on_request, frequencies, [](const Measured& m) { return cell(stats::summer_s(m.spectrum.size())); }},
    {"dugast_u",          real,  2, on_request, frequencies, [](const Measured& m) { return cell(stats::dugast_u(m.spectrum.size())); }},
    {"maas_a2",           real,  5, on_request, frequencies, [](const Measured& m) { return cell(stats::maas_a2(m.spectrum.size())); }},
    {"maas_lgv0",         real,  3, on_request, frequencies, [](const Measured& m) { return cell(stats::maas_lgv0(m.spectrum.size())); }},
    {"fisher_alpha",      real,  2, on_request, frequencies, [](const Measured& m) { return cell(stats::fisher_alpha(m.spectrum.size())); }},
    {"yule_i",            real,  2, on_request, frequencies, [](const Measured& m) { return cell(stats::yule_i(m.spectrum)); }},
    {"simpson_d",         real,  5, on_request, frequencies, [](const Measured& m) { return cell(stats::simpson_d(m.spectrum)); }},
    {"herdan_vm",         real,  4, on_request, frequencies, [](const Measured& m) { return cell(stats::herdan_vm(m.spectrum)); }},
    {"honore_h",          real,  1, on_request, frequencies, [](const Measured& m) { return cell(stats::honore_h(m.spectrum)); }},
    {"sichel_s",          real,  4, on_request, frequencies, [](const Measured& m) { return cell(stats::sichel_s(m.spectrum)); }},
    {"hapaxes_per_token", real,  4, on_request, frequencies, [](const Measured& m) { return cell(stats::hapaxes_per_token(m.spectrum)); }},
    {"hapaxes_per_type",  real,  4, on_request, frequencies, [](const Measured& m) { return cell(stats::hapaxes_per_type(m.spectrum)); }},
    {"vocd_d",            real,  2, on_request, frequencies, [](const Measured& m) { return cell(stats::vocd_d(m.spectrum)); }},
    {"mtld_ma",           real,  2, on_request, order,       [](const Measured& m) { return cell(stats::mtld_ma(m.profile.tokens, {.threshold = m.parameters.mtld_threshold})); }},
    {"entropy_mm",        real,  3, on_request, frequencies, [](const Measured& m) { return cell(stats::entropy_miller_madow(m.spectrum)); }},
    {"repeat_rate",       real,  5, on_request, frequencies, [](const Measured& m) { return cell(stats::repeat_rate(m.spectrum)); }},
    {"chao1",             real,  1, on_request, frequencies, [](const Measured& m) { return cell(stats::chao1_classic(m.spectrum)); }},

    {"flesch",            real,  1, with_readability, units, in_language<stats::flesch_reading_ease>},
    {"fk_grade",          real,  1, with_readability, units, in_language<stats::flesch_kincaid_grade>},
    {"fog",               real,  1, with_readability, units, in_language<stats::gunning_fog>},
    {"smog",              real,  1, with_readability, units, in_language<stats::smog>},
    {"ari",               real,  1, with_readability, units, [](const Measured& m) { return cell(stats::automated_readability_index(readable(m))); }},
    {"coleman_liau",      real,  1, with_readability, units, [](const Measured& m) { return cell(stats::coleman_liau(readable(m))); }},
    {"lix",               real,  1, with_readability, units, [](const Measured& m) { return cell(stats::lix(readable(m))); }},
    {"rix",               real,  2, with_readability, units, [](const Measured& m) { return cell(stats::rix(readable(m))); }},
};
// clang-format on

}  // namespace

std::span<const Measure> measures() { return table; }

bool has_constants(const Measure& measure, std::optional<stats::Language> language) {
  // A formula without constants gives nothing whatever the text is, this one among others.
  count::Profile profile;
  profile.readability = {
      .words = 100, .sentences = 30, .letters = 400, .syllables = 130, .polysyllables = 5, .long_words = 9};
  const stats::FrequencySpectrum spectrum{std::span<const std::uint64_t>{}};
  return !std::holds_alternative<std::monostate>(measure.value({profile, spectrum, {.language = language}}));
}

}  // namespace corpus::cmd
