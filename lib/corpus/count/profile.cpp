// SPDX-License-Identifier: MIT
#include "corpus/count/profile.hpp"

#include <algorithm>

#include "corpus/stats/syllables.hpp"
#include "corpus/unicode/grapheme.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::count {
namespace {

std::uint32_t count_letters(std::string_view form) {
  std::uint32_t letters = 0;
  for (std::size_t at = 0; at < form.size();) {
    const auto [code_point, length] = unicode::decode(form, at);
    const auto category = unicode::category(code_point);
    if (category == unicode::Category::letter || category == unicode::Category::number) ++letters;
    at += length;
  }
  return letters;
}

/// Of words, whose ASCII characters are clusters by themselves.
bool is_ascii(std::string_view form) {
  unsigned bits = 0;
  for (const char byte : form) bits |= static_cast<unsigned char>(byte);
  return bits < 0x80;
}

void add_to(stats::ReadabilityCounts& sum, const stats::ReadabilityCounts& counts) {
  sum.words += counts.words;
  sum.sentences += counts.sentences;
  sum.letters += counts.letters;
  sum.syllables += counts.syllables;
  sum.polysyllables += counts.polysyllables;
  sum.long_words += counts.long_words;
}

}  // namespace

Profiler::Profiler(unicode::Abbreviations abbreviations, Readability readability,
                   std::optional<stats::Language> language)
    : abbreviations_(std::move(abbreviations)), readability_(readability), language_(language) {}

void Profiler::start(std::string name) {
  profile_ = {};
  profile_.name = std::move(name);
  units_.emplace(abbreviations_);
  ++profiles_;
}

void Profiler::add(const text::Block& block) {
  units_->add(block);
  if (block.begins_turn) ++profile_.turns;
}

void Profiler::add(const text::Block& block, std::span<const text::Token> tokens) {
  while (!tokens.empty()) {
    const auto batch = tokens.first(std::min(tokens.size(), text::Vocabulary::batch));
    const auto ids = vocabulary_.intern(batch);
    types_.resize(vocabulary_.size());
    for (std::size_t i = 0; i < batch.size(); ++i) add(block, batch[i], ids[i]);
    tokens = tokens.subspan(batch.size());
  }
}

void Profiler::add(const text::Block& block, const text::Token& token, text::TypeId id) {
  TypeData& data = types_[id];
  if (data.profile != profiles_) {
    data.profile = profiles_;
    data.local = profile_.types++;
  }
  profile_.tokens.push_back(data.local);
  total_.tokens.push_back(id);
  if (block.turn != 0 && token.begin >= block.speech) ++profile_.turn_tokens;
  if (token.kind != text::Kind::word && token.kind != text::Kind::number) return;
  ++profile_.readability.words;
  const std::string_view form = token.form(block.text);
  profile_.word_characters += is_ascii(form) ? form.size() : unicode::count_graphemes(form);
  if (readability_ == Readability::counted) add_letters(form, token.type(), data);
}

void Profiler::add_letters(std::string_view form, std::string_view type, TypeData& data) {
  stats::ReadabilityCounts& counts = profile_.readability;
  const std::uint32_t letters = count_letters(form);
  counts.letters += letters;
  if (letters >= stats::long_word_from) ++counts.long_words;
  if (!language_) return;
  if (data.syllables == 0) {
    std::string folded;
    unicode::append_type(folded, type, {});
    data.syllables = stats::syllables(folded, *language_);
  }
  counts.syllables += data.syllables;
  if (data.syllables >= stats::polysyllable_from) ++counts.polysyllables;
}

Profile Profiler::finish() {
  profile_.units = units_->counts();
  profile_.readability.sentences = profile_.units.sentences;
  total_.bytes += profile_.bytes;
  total_.units.characters += profile_.units.characters;
  total_.units.lines += profile_.units.lines;
  total_.units.paragraphs += profile_.units.paragraphs;
  total_.units.sentences += profile_.units.sentences;
  total_.turns += profile_.turns;
  total_.turn_tokens += profile_.turn_tokens;
  total_.word_characters += profile_.word_characters;
  add_to(total_.readability, profile_.readability);
  return std::move(profile_);
}

Profile Profiler::total() && {
  total_.types = static_cast<std::uint32_t>(vocabulary_.size());
  return std::move(total_);
}

}  // namespace corpus::count
