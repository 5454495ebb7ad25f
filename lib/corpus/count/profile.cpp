// SPDX-License-Identifier: MIT
#include "corpus/count/profile.hpp"

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
    : abbreviations_(std::move(abbreviations)), readability_(readability), language_(language) {
  total_.documents = 0;
}

void Profiler::start_document(std::string name) {
  document_ = {};
  document_.name = std::move(name);
  units_.emplace(abbreviations_);
  ++total_.documents;
}

void Profiler::add(std::string_view text, std::span<const text::Token> tokens) {
  for (const text::Token& token : tokens) {
    const text::TypeId id = vocabulary_.intern(token.type);
    if (id == types_.size()) types_.emplace_back();
    TypeData& data = types_[id];
    if (data.document != total_.documents) {
      data.document = total_.documents;
      data.local = document_.types++;
    }
    document_.tokens.push_back(data.local);
    total_.tokens.push_back(id);
    if (token.kind != text::Kind::word && token.kind != text::Kind::number) continue;
    ++document_.readability.words;
    document_.word_characters += unicode::count_graphemes(token.form(text));
    if (readability_ == Readability::counted) add_letters(token.form(text), token.type, data);
  }
}

void Profiler::add_letters(std::string_view form, std::string_view type, TypeData& data) {
  stats::ReadabilityCounts& counts = document_.readability;
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

Profile Profiler::finish_document(std::uint64_t bytes) {
  document_.bytes = bytes;
  document_.units = units_->counts();
  document_.readability.sentences = document_.units.sentences;
  total_.bytes += bytes;
  total_.units.characters += document_.units.characters;
  total_.units.lines += document_.units.lines;
  total_.units.paragraphs += document_.units.paragraphs;
  total_.units.sentences += document_.units.sentences;
  total_.word_characters += document_.word_characters;
  add_to(total_.readability, document_.readability);
  return std::move(document_);
}

Profile Profiler::total() && {
  total_.types = static_cast<std::uint32_t>(vocabulary_.size());
  return std::move(total_);
}

}  // namespace corpus::count
