// SPDX-License-Identifier: MIT
#include "corpus/unicode/sentence.hpp"

#include "corpus/unicode/full_stop.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

using enum SentenceClass;

constexpr bool paragraph_separator(SentenceClass kind) noexcept {
  return kind == cr || kind == lf || kind == separator;
}
constexpr bool terminates(SentenceClass kind) noexcept { return kind == full_stop || kind == terminator; }
constexpr bool attached(SentenceClass kind) noexcept { return kind == extend || kind == format; }

}  // namespace

std::span<const std::uint32_t> SentenceScanner::ends_in(std::size_t begin, std::size_t end) {
  ends_.clear();
  for (std::size_t at = stops_.next(begin); at < end; at = stops_.next(at)) {
    if (text_[at] == '\n') {  // the commonest
      end_at(++at);
      continue;
    }
    const auto [point, length] = decode(text_, at);
    const SentenceClass kind = sentence_class(point);
    if (paragraph_separator(kind)) {
      at += length;
      if (kind == cr && at < text_.size() && text_[at] == '\n') ++at;  // SB3
      end_at(at);                                                      // SB4
    } else {
      at = terminates(kind) ? after_terminator(at, length, kind) : at + length;
    }
  }
  return ends_;
}

/// Past the characters of class `kind` at `at`, and what SB5 attaches to them or to the character before.
std::size_t SentenceScanner::skip(std::size_t at, SentenceClass kind) const noexcept {
  while (at < text_.size()) {
    const auto [point, length] = decode(text_, at);
    const SentenceClass found = sentence_class(point);
    if (found != kind && !attached(found)) break;
    at += length;
  }
  return at;
}

/// The class of the character before `at` that is not attached to another; `other` where there is none.
SentenceClass SentenceScanner::class_before(std::size_t at) const noexcept {
  while (at > 0) {
    const CodePoint before = decode_before(text_, at);
    const SentenceClass kind = sentence_class(before.value);
    if (!attached(kind)) return kind;
    at -= before.length;
  }
  return other;
}

/// SB8: whether the first letter, terminator or separator from `at` on is a small letter. Each call stops at a
/// terminator at the latest, and the next begins after it: together they read the text once.
bool SentenceScanner::lower_follows(std::size_t at) const noexcept {
  while (at < text_.size()) {
    const auto [point, length] = decode(text_, at);
    const SentenceClass kind = sentence_class(point);
    if (kind == lower) return true;
    if (kind == upper || kind == letter || terminates(kind) || paragraph_separator(kind)) return false;
    at += length;
  }
  return false;
}

/// Applies SB6 to SB11 to the terminator at `at`: only after it, the Close* and the Sp* that follow can a sentence
/// end. Returns where to go on, which is that place.
std::size_t SentenceScanner::after_terminator(std::size_t at, std::size_t length, SentenceClass kind) {
  const std::size_t attached_end = skip(at + length, extend);
  const std::size_t close_end = skip(attached_end, close);
  const std::size_t next = skip(close_end, space);
  if (next == text_.size()) return next;
  const SentenceClass follower = sentence_class(decode(text_, next).value);
  if (paragraph_separator(follower) || follower == continuation || terminates(follower)) return next;  // SB8a to SB10
  if (kind == full_stop) {
    if (next == attached_end && follower == numeric) return next;  // SB6
    if (next == attached_end && follower == upper) {               // SB7
      const SentenceClass before = class_before(at);
      if (before == upper || before == lower) return next;
    }
    if (lower_follows(next)) return next;
    const bool plain = text_[at] == '.' && close_end == at + length && next > close_end;
    if (plain && closes_no_sentence(text_, at, next, abbreviations_)) return next;
  }
  end_at(next);  // SB11
  return next;
}

std::vector<std::uint32_t> sentence_ends(std::string_view text, const Abbreviations& abbreviations) {
  SentenceScanner scanner(text, abbreviations);
  const auto found = scanner.ends_in(0, text.size());
  std::vector<std::uint32_t> ends(found.begin(), found.end());
  if (!text.empty() && (ends.empty() || ends.back() != text.size())) {
    ends.push_back(static_cast<std::uint32_t>(text.size()));  // SB2
  }
  return ends;
}

}  // namespace corpus::unicode
