// SPDX-License-Identifier: MIT
#include "corpus/text/tokenizer.hpp"

#include <utility>

namespace corpus::text {
namespace {

bool is_word(const Token& token) { return token.kind == Kind::word || token.kind == Kind::number; }

bool is_hyphen(std::string_view text) { return text == "-" || text == "\u2010" || text == "\u2011"; }

unicode::ScannerOptions scanner_options(const TokenizerOptions& options) {
  return {.types = options.types,
          .parts = options.punctuation == Punctuation::keep ? unicode::Parts::everything : unicode::Parts::words};
}

}  // namespace

Tokenizer::Tokenizer(TokenizerOptions options) : options_(std::move(options)), scanner_(scanner_options(options_)) {}

void Tokenizer::start(std::string_view text) {
  text_ = text;
  scanner_.start(text);
  held_.reset();
  hyphen_.reset();
}

void Tokenizer::start(const Block& block) {
  start(block.pretokenized ? block.text.substr(0, 0) : block.text);
  text_ = block.text;
  given_ = block.tokens;
}

Tokens Tokenizer::next() {
  const bool join_hyphens = options_.hyphens == Hyphens::join;
  if (given_.empty() && !join_hyphens && options_.numbers == Numbers::keep && options_.stopwords.empty())
    return scanner_.next();
  batch_.clear();
  add_given();
  while (batch_.empty()) {
    const auto words = scanner_.next();
    if (words.empty()) {
      release();
      break;
    }
    for (const Token& word : words) {
      if (join_hyphens) {
        join(word);
      } else if (wanted(word)) {
        batch_.refer(word);
      }
    }
  }
  return batch_.words();
}

/// Holds each word back until it is known that no hyphen continues it.
void Tokenizer::join(const Token& token) {
  if (held_ && is_word(token) && is_hyphen(text_.substr(held_->end, token.begin - held_->end))) {
    held_->end = token.end;
    if (token.kind == Kind::word) held_->kind = Kind::word;
    hyphen_.reset();
  } else if (held_ && !hyphen_ && token.begin == held_->end && is_hyphen(token.form(text_))) {
    hyphen_ = token;
  } else {
    release();
    if (is_word(token)) {
      held_ = token;
    } else {
      add(token, token.form(text_));
    }
  }
}

void Tokenizer::release() {
  if (held_) add(*held_, held_->form(text_));
  if (hyphen_) add(*hyphen_, hyphen_->form(text_));
  held_.reset();
  hyphen_.reset();
}

/// All tokens that came with the block, in one batch.
void Tokenizer::add_given() {
  for (const GivenToken& given : given_) {
    const Token token{given.begin, given.end, given.kind, {}};
    if (is_word(token) || options_.punctuation == Punctuation::keep) add(token, given.value);
  }
  given_ = {};
}

/// A token whose type the scanner has not made, or no longer holds: the type of `form`.
void Tokenizer::add(const Token& token, std::string_view form) {
  type_.clear();
  unicode::append_type(type_, form, options_.types);
  if (wanted({token.begin, token.end, token.kind, type_})) batch_.add(token.begin, token.end, token.kind, type_);
}

bool Tokenizer::wanted(const Token& token) const {
  if (token.kind == Kind::number && options_.numbers == Numbers::drop) return false;
  return options_.stopwords.empty() || !options_.stopwords.contains(token.type());
}

std::string type_of(std::string_view form, const TokenizerOptions& options) {
  std::string type;
  unicode::append_type(type, form, options.types);
  return type;
}

}  // namespace corpus::text
