// SPDX-License-Identifier: MIT
#include "corpus/unicode/word_masks.hpp"

#include <algorithm>
#include <bit>

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
  if (masks_.size() < count) {
    masks_.resize(count);
    tokens_.resize(count);
    odd_.resize(count);
    folded_.resize(count * mask_bytes + mask_bytes);
  }
  hard_places_.clear();
  hard_.clear();
  partings_.clear();
  mark_end_ = 0;
  any_hangul_ = false;

  const AsciiCase ascii_case = types.letter_case == Case::fold ? AsciiCase::fold : AsciiCase::keep;
  kernel_->classify(text, ascii_case, masks_.data(), folded_.data());
  look_up_characters();
  apply_rules();
  if (any_hangul_) part_hangul();
  if (!hard_places_.empty()) clear_hard();
}

void WordMasks::look_up_characters() {
  for (std::size_t i = 0, count = size(); i < count; ++i) {
    for (std::uint64_t lead = masks_[i].lead; lead != 0; lead &= lead - 1) {
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
  if (properties.irregular || (properties.combines && mark_end_ == at && at > 0))
    set(&ByteMasks::irregular, at, length);
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
    for (const Mask mask : {&ByteMasks::letter, &ByteMasks::digit, &ByteMasks::connector}) {
      if (test(mask, at - 1)) set(mask, at, length);
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

void WordMasks::apply_rules() {
  const std::size_t count = size();
  const bool all_odd = types_.locale != CaseLocale::root;
  std::uint64_t letter_before = 0;
  std::uint64_t digit_before = 0;
  std::uint64_t token_before = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const ByteMasks& m = masks_[i];
    const std::uint64_t next_letter = i + 1 < count ? masks_[i + 1].letter << 63U : 0;
    const std::uint64_t next_digit = i + 1 < count ? masks_[i + 1].digit << 63U : 0;
    const std::uint64_t between_letters = ((m.letter << 1U) | letter_before) & ((m.letter >> 1U) | next_letter);
    const std::uint64_t between_digits = ((m.digit << 1U) | digit_before) & ((m.digit >> 1U) | next_digit);
    const std::uint64_t token = m.letter | m.digit | m.connector | m.hangul |
                                (m.mid_both & (between_letters | between_digits)) | (m.mid_number & between_digits);
    tokens_[i] = token;
    const std::uint64_t begins = token & ~((token << 1U) | token_before);
    odd_[i] = all_odd ? begins : (m.irregular & token) | (m.digit & begins);
    letter_before = m.letter >> 63U;
    digit_before = m.digit >> 63U;
    token_before = token >> 63U;
  }
}

void WordMasks::part_hangul() {
  const std::size_t count = size();
  const bool all_odd = types_.locale != CaseLocale::root;
  partings_.resize(count);
  std::uint64_t hangul_before = 0;
  std::uint64_t token_before = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t hangul = masks_[i].hangul;
    const std::uint64_t before = (hangul << 1U) | hangul_before;
    partings_[i] = tokens_[i] & ((tokens_[i] << 1U) | token_before) & (hangul ^ before);
    odd_[i] |= all_odd ? partings_[i] : masks_[i].digit & partings_[i];
    hangul_before = hangul >> 63U;
    token_before = tokens_[i] >> 63U;
  }
}

std::uint32_t* WordMasks::edges(std::size_t first, std::size_t last, std::uint32_t* out) const {
  if (partings_.empty()) return kernel_->edges(tokens_.data(), first, last, out);
  for (std::size_t i = first; i < last; ++i) {
    std::uint32_t* const begin = out;
    out = kernel_->edges(tokens_.data(), i, i + 1, out);
    for (std::uint64_t parted = partings_[i]; parted != 0; parted &= parted - 1) {
      // One word ends here, and the next begins.
      const auto at = static_cast<std::uint32_t>(i * mask_bytes) + static_cast<std::uint32_t>(std::countr_zero(parted));
      std::uint32_t* const after = std::upper_bound(begin, out, at);
      std::copy_backward(after, out, out + 2);
      std::fill_n(after, 2, at);
      out += 2;
    }
  }
  return out;
}

void WordMasks::clear_hard() {
  for (const std::uint32_t place : hard_places_) {
    if (!hard_.empty() && place < hard_.back().end) continue;
    std::uint32_t begin = place;
    while (begin > 0 && !ascii_white_space(text_[begin - 1])) --begin;
    while (begin > 0 && ascii_white_space(text_[begin - 1])) --begin;  // a mark may attach to the space before it
    std::uint32_t end = place;
    while (end < text_.size() && !ascii_white_space(text_[end])) ++end;
    if (!hard_.empty()) begin = std::max(begin, hard_.back().end);
    hard_.push_back({begin, end});
    for (std::uint32_t at = begin; at < end;) {
      const std::uint32_t bit = at % mask_bytes;
      const std::uint32_t size = std::min<std::uint32_t>(mask_bytes - bit, end - at);
      const std::uint64_t bits = (size == mask_bytes ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1) << bit;
      tokens_[at / mask_bytes] &= ~bits;
      odd_[at / mask_bytes] &= ~bits;
      if (!partings_.empty()) partings_[at / mask_bytes] &= ~bits;
      at += size;
    }
    odd_[begin / mask_bytes] |= std::uint64_t{1} << (begin % mask_bytes);
  }
}

bool WordMasks::any(Mask mask, std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t at = begin; at < end;) {
    const std::uint32_t bit = at % mask_bytes;
    const std::uint32_t size = std::min<std::uint32_t>(mask_bytes - bit, end - at);
    const std::uint64_t bits = (size == mask_bytes ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1) << bit;
    if ((masks_[at / mask_bytes].*mask & bits) != 0) return true;
    at += size;
  }
  return false;
}

}  // namespace corpus::unicode
