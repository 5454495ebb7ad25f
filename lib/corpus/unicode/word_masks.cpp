// SPDX-License-Identifier: MIT
#include "corpus/unicode/word_masks.hpp"

#include <algorithm>
#include <bit>

#include "corpus/unicode/mask_rules.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

using enum WordClass;

bool is_letter(WordClass c) { return c == letter || c == letter_pictographic || c == hebrew; }

bool ascii_white_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Whether a mark stands here that may join what is on both sides of it.
bool ascii_joiner(char c) { return c == '.' || c == '\'' || c == ',' || c == ';'; }

}  // namespace

void WordMasks::fill(std::string_view text, const TypeRules& types) {
  text_ = text;
  types_ = types;
  const std::size_t count = size();
  masks_.resize(count);
  tokens_.resize(count);
  if (folded_.size() < (count + 1) * mask_bytes) folded_.resize((count + 1) * mask_bytes);
  hard_places_.clear();
  hard_.clear();
  partings_.clear();
  mark_end_ = 0;
  any_hangul_ = false;

  const AsciiCase ascii_case = types.letter_case == Case::fold ? AsciiCase::fold : AsciiCase::keep;
  kernel_->classify(text, ascii_case, masks_, folded_.data());
  look_up_characters();
  kernel_->join(masks_, count, tokens_);
  if (types.locale != CaseLocale::root) mark_all();
  if (any_hangul_) part_hangul();
  if (!hard_places_.empty()) clear_hard();
}

void WordMasks::look_up_characters() {
  for (std::size_t i = 0, count = size(); i < count; ++i) {
    for (std::uint64_t lead = masks_.lead[i]; lead != 0; lead &= lead - 1) {
      const std::size_t at = i * mask_bytes + static_cast<std::size_t>(std::countr_zero(lead));
      const CodePoint character = decode(text_, at);
      const WordProperties properties = word_properties(character.value);
      if (properties.folds && types_.letter_case == Case::fold) fold(at, character);
      if (properties.word_class == letter && !properties.irregular && !properties.combines) {
        set(&ByteMasks::letter, at, character.length);  // nearly all there are
      } else {
        look_up(at, character, properties);
      }
    }
  }
}

/// By a character of the same length.
void WordMasks::fold(std::size_t at, CodePoint character) {
  char32_t target = *case_folding(character.value).begin();
  for (std::size_t i = at + character.length - 1; i > at; --i, target >>= 6U) {
    folded_[i] = static_cast<char>(0x80U | (target & 0x3FU));
  }
  constexpr unsigned char first_byte[] = {0, 0, 0xC0, 0xE0, 0xF0};
  folded_[at] = static_cast<char>(first_byte[character.length] | target);
}

void WordMasks::look_up(std::size_t at, CodePoint character, WordProperties properties) {
  const auto [code_point, length] = character;
  if (properties.irregular || (properties.combines && mark_end_ == at && at > 0)) set(&ByteMasks::irregular, at, 1);
  if (properties.combines) mark_end_ = at + length;

  switch (properties.word_class) {
    case hebrew:
      // WB7a to WB7c: a quotation mark may belong to the word although no letter follows.
      if (at + length < text_.size() && (text_[at + length] == '\'' || text_[at + length] == '"'))
        hard_places_.push_back(static_cast<std::uint32_t>(at));
      [[fallthrough]];
    case letter:
    case letter_pictographic:
      set(&ByteMasks::letter, at, length);
      if (default_ignorable(code_point)) hard_places_.push_back(static_cast<std::uint32_t>(at));
      break;
    case numeric:
      set(&ByteMasks::digit, at, length);
      break;
    case extend_num_let:
      set(&ByteMasks::connector, at, length);
      break;
    case hangul:
      set(&ByteMasks::hangul, at, length);
      any_hangul_ = true;
      break;
    case extend:
    case zwj:
      attach(at, length);
      break;
    case mid_letter:
    case mid_num:
    case mid_num_let:
      join_if_between(at, length, properties.word_class);
      break;
    case katakana:
    case kana_kanji:
    case ideograph:
    case complex:
    case complex_extend:
      hard_places_.push_back(static_cast<std::uint32_t>(at));
      break;
    default:
      break;  // no part of a word
  }
}

/// WB4: an attaching character goes with its predecessor.
void WordMasks::attach(std::size_t at, std::uint32_t length) {
  const std::size_t after = at + length;
  const WordClass next = after < text_.size() ? class_at(after) : other;
  const bool before_quote = next == single_quote || next == double_quote;
  const bool after_joiner = at > 0 && (ascii_joiner(text_[at - 1]) || text_[at - 1] == '"');
  const bool before_hangul = next == hangul || (at > 0 && test(&ByteMasks::hangul, at - 1));
  if (before_quote || after_joiner || before_hangul || next == pictographic || next == letter_pictographic) {
    hard_places_.push_back(static_cast<std::uint32_t>(at));
  } else if (at > 0) {
    for (const Row row : {&ByteMasks::letter, &ByteMasks::digit, &ByteMasks::connector}) {
      if (test(row, at - 1)) set(row, at, length);
    }
  }
}

/// WB6, WB7, WB11, WB12 for a mark beyond ASCII, such as the apostrophe U+2019.
void WordMasks::join_if_between(std::size_t at, std::uint32_t length, WordClass mark) {
  const std::size_t after = at + length;
  if (at == 0 || after >= text_.size()) return;
  const WordClass next = class_at(after);
  if (next == extend || next == zwj) {
    hard_places_.push_back(static_cast<std::uint32_t>(at));
  } else if (mark != mid_num && is_letter(next) && test(&ByteMasks::letter, at - 1)) {
    set(&ByteMasks::letter, at, length);
  } else if (mark != mid_letter && next == numeric && test(&ByteMasks::digit, at - 1)) {
    set(&ByteMasks::digit, at, length);
  }
}

WordClass WordMasks::class_at(std::size_t at) const { return word_class(decode(text_, at).value); }

/// A bit at the beginning of each word.
void WordMasks::mark_all() {
  for (std::size_t i = 0, count = size(); i < count; ++i) {
    tokens_.odd[i] = tokens_.token[i] & ~previous_of(tokens_.token.data() + i);
  }
}

void WordMasks::part_hangul() {
  const std::size_t count = size();
  const bool all_odd = types_.locale != CaseLocale::root;
  partings_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t hangul = masks_.hangul[i];
    const std::uint64_t inside = tokens_.token[i] & previous_of(tokens_.token.data() + i);
    partings_[i] = inside & (hangul ^ previous_of(masks_.hangul.data() + i));
    tokens_.odd[i] |= all_odd ? partings_[i] : masks_.digit[i] & partings_[i];
  }
}

std::uint32_t* WordMasks::edges(std::size_t first, std::size_t last, std::uint32_t* out) {
  first_ = first;
  before_.resize(last - first);
  if (partings_.empty()) return kernel_->edges(tokens_.token, first, last, out, before_.data());
  std::uint32_t* const begin = out;
  for (std::size_t i = first; i < last; ++i) {
    std::uint32_t* const begin_of_mask = out;
    out = kernel_->edges(tokens_.token, i, i + 1, out, &before_[i - first]);
    before_[i - first] = static_cast<std::uint32_t>(begin_of_mask - begin);
    for (std::uint64_t parted = partings_[i]; parted != 0; parted &= parted - 1) {
      // One word ends here, and the next begins.
      const auto at = static_cast<std::uint32_t>(i * mask_bytes) + static_cast<std::uint32_t>(std::countr_zero(parted));
      std::uint32_t* const after = std::upper_bound(begin_of_mask, out, at);
      std::copy_backward(after, out, out + 2);
      std::fill_n(after, 2, at);
      out += 2;
    }
  }
  return out;
}

std::size_t WordMasks::edges_up_to(std::size_t place) const {
  const std::size_t i = place / mask_bytes;
  const std::uint64_t up_to = ~std::uint64_t{0} >> (mask_bytes - 1 - place % mask_bytes);
  const auto count = [&](std::uint64_t bits) { return static_cast<std::size_t>(std::popcount(bits & up_to)); };
  const std::size_t parted = partings_.empty() ? 0 : 2 * count(partings_[i]);
  return before_[i - first_] + count(changes_of(tokens_.token.data() + i)) + parted;
}

void WordMasks::clear_hard() {
  for (const std::uint32_t place : hard_places_) {
    const std::uint32_t cleared = hard_.empty() ? 0 : hard_.back().end;
    if (place < cleared) continue;
    std::uint32_t begin = place;
    do {  // a mark may attach to the space before it, and that to another one by WB3d
      while (begin > cleared && !ascii_white_space(text_[begin - 1])) --begin;
      while (begin > cleared && ascii_white_space(text_[begin - 1])) --begin;
    } while (begin > cleared && after_space(begin));
    std::uint32_t end = place;
    while (end < text_.size() && !ascii_white_space(text_[end])) ++end;
    if (begin > 0 && begin == cleared && after_space(begin)) {
      hard_.back().end = end;
    } else {
      hard_.push_back({begin, end});
    }
    for (std::uint32_t at = begin; at < end;) {
      const std::uint32_t bit = at % mask_bytes;
      const std::uint32_t size = std::min<std::uint32_t>(mask_bytes - bit, end - at);
      const std::uint64_t bits = (size == mask_bytes ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1) << bit;
      tokens_.token[at / mask_bytes] &= ~bits;
      tokens_.odd[at / mask_bytes] &= ~bits;
      if (!partings_.empty()) partings_[at / mask_bytes] &= ~bits;
      at += size;
    }
    const std::uint32_t first = hard_.back().begin;
    tokens_.odd[first / mask_bytes] |= std::uint64_t{1} << (first % mask_bytes);
  }
}

/// Whether a space stands before this place, in Unicode's sense: U+2000 is one, a no-break space is none.
bool WordMasks::after_space(std::uint32_t at) const { return word_class(decode_before(text_, at).value) == space; }

bool WordMasks::any(Row row, std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t at = begin; at < end;) {
    const std::uint32_t bit = at % mask_bytes;
    const std::uint32_t size = std::min<std::uint32_t>(mask_bytes - bit, end - at);
    const std::uint64_t bits = (size == mask_bytes ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1) << bit;
    if (((masks_.*row)[at / mask_bytes] & bits) != 0) return true;
    at += size;
  }
  return false;
}

}  // namespace corpus::unicode
