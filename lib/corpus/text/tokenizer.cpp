// SPDX-License-Identifier: MIT
#include "corpus/text/tokenizer.hpp"

namespace corpus::text {
namespace {

bool is_word(const unicode::Segment& segment) { return segment.kind == Kind::word || segment.kind == Kind::number; }

bool is_hyphen(std::string_view text) { return text == "-" || text == "\u2010" || text == "\u2011"; }

}  // namespace

void Tokenizer::start(std::string_view text) {
  text_ = text;
  scanner_.start(text);
  held_.clear();
}

std::span<const Token> Tokenizer::next() {
  batch_.clear();
  types_.clear();
  type_ends_.clear();
  while (batch_.empty()) {
    const auto segments = scanner_.next();
    if (segments.empty()) {
      release();
      break;
    }
    for (const unicode::Segment& segment : segments) {
      if (options_.hyphens == Hyphens::join) {
        join(segment);
      } else {
        add(segment);
      }
    }
  }
  // Only now: `types_` moved while it grew.
  std::size_t begin = 0;
  for (std::size_t i = 0; i < batch_.size(); ++i) {
    batch_[i].type = std::string_view(types_).substr(begin, type_ends_[i] - begin);
    begin = type_ends_[i];
  }
  return batch_;
}

void Tokenizer::join(const unicode::Segment& segment) {
  const bool adjacent = !held_.empty() && held_.back().end == segment.begin;
  if (adjacent && held_.size() == 1 && is_hyphen(text_.substr(segment.begin, segment.end - segment.begin))) {
    held_.push_back(segment);
  } else if (adjacent && held_.size() == 2 && is_word(segment)) {
    const bool number = held_[0].kind == Kind::number && segment.kind == Kind::number;
    held_ = {{held_[0].begin, segment.end, number ? Kind::number : Kind::word}};
  } else {
    release();
    if (is_word(segment)) {
      held_.push_back(segment);
    } else {
      add(segment);
    }
  }
}

void Tokenizer::release() {
  for (const unicode::Segment& segment : held_) add(segment);
  held_.clear();
}

void Tokenizer::add(const unicode::Segment& segment) {
  if (segment.kind == Kind::number && options_.numbers == Numbers::drop) return;
  if (!is_word(segment) && options_.punctuation == Punctuation::drop) return;
  const std::size_t begin = types_.size();
  unicode::append_type(types_, text_.substr(segment.begin, segment.end - segment.begin), options_.types);
  if (!options_.stopwords.empty() && options_.stopwords.contains(std::string_view(types_).substr(begin))) {
    types_.resize(begin);
    return;
  }
  batch_.push_back({segment.begin, segment.end, segment.kind, {}});
  type_ends_.push_back(types_.size());
}

std::string type_of(std::string_view form, const TokenizerOptions& options) {
  std::string type;
  unicode::append_type(type, form, options.types);
  return type;
}

}  // namespace corpus::text
