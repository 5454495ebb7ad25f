// SPDX-License-Identifier: MIT
#include "corpus/count/profile.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

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

/// Where the first byte from text[at] on stands that is not ASCII, or the end.
std::size_t find_beyond_ascii(std::string_view text, std::size_t at) {
  for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if ((bytes & 0x8080'8080'8080'8080U) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
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
  profile_ = {.name = std::move(name)};
  syllables_.clear();
  units_.emplace(abbreviations_);
}

void Profiler::add(const text::Block& block) {
  units_->add(block);
  if (block.begins_turn) ++profile_.turns;
}

void Profiler::add(const text::Block& block, const text::Tokens& tokens) {
  const auto ids = profile_.types.intern(tokens);
  profile_.tokens.insert(profile_.tokens.end(), ids.begin(), ids.end());
  auto id = ids.begin();
  std::size_t beyond_ascii = 0;
  for (const text::Token& token : tokens) {
    const text::TypeId type = *id++;
    if (block.turn != 0 && token.begin >= block.speech) ++profile_.turn_tokens;
    if (token.kind != text::Kind::word && token.kind != text::Kind::number) continue;
    ++profile_.readability.words;
    const std::string_view form = token.form(block.text);
    // In words, ASCII characters are clusters by themselves.
    if (beyond_ascii <= token.begin) beyond_ascii = find_beyond_ascii(block.text, token.begin);
    profile_.word_characters += beyond_ascii >= token.end ? form.size() : unicode::count_graphemes(form);
    if (readability_ == Readability::counted) add_letters(form, token.type(), type);
  }
}

void Profiler::add_letters(std::string_view form, std::string_view type, text::TypeId id) {
  stats::ReadabilityCounts& counts = profile_.readability;
  const std::uint32_t letters = count_letters(form);
  counts.letters += letters;
  if (letters >= stats::long_word_from) ++counts.long_words;
  if (!language_) return;
  if (syllables_.size() <= id) syllables_.resize(profile_.types.size());
  std::uint32_t& syllables = syllables_[id];
  if (syllables == 0) {
    std::string folded;
    unicode::append_type(folded, type, {});
    syllables = stats::syllables(folded, *language_);
  }
  counts.syllables += syllables;
  if (syllables >= stats::polysyllable_from) ++counts.polysyllables;
}

Profile Profiler::finish() {
  profile_.units = units_->counts();
  profile_.readability.sentences = profile_.units.sentences;
  return std::move(profile_);
}

void Profile::add(Profile&& other) {
  if (!tokens.empty()) return add(std::as_const(other));
  std::swap(tokens, other.tokens);
  std::swap(types, other.types);
  add(std::as_const(other));
}

void Profile::add(const Profile& other) {
  bytes += other.bytes;
  units.characters += other.units.characters;
  units.lines += other.units.lines;
  units.paragraphs += other.units.paragraphs;
  units.sentences += other.units.sentences;
  turns += other.turns;
  turn_tokens += other.turn_tokens;
  word_characters += other.word_characters;
  add_to(readability, other.readability);
  const std::vector<text::TypeId> numbers = types.intern(other.types);
  const std::size_t before = tokens.size();
  tokens.resize(before + other.tokens.size());
  std::transform(other.tokens.begin(), other.tokens.end(), tokens.begin() + static_cast<std::ptrdiff_t>(before),
                 [&](text::TypeId id) { return numbers[id]; });
}

}  // namespace corpus::count
