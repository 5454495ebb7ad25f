// SPDX-License-Identifier: MIT
#include "corpus/unicode/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include "corpus/error.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::unicode {
namespace {

constexpr std::size_t batch_size = 256;

/// ICU counts positions in 32 bits and grows slow on huge runs; a run without spaces of this many bytes is divided piecewise.
constexpr std::uint32_t longest_run = 1 << 20;

/// Whether a piece of a run, after the dictionary has cut it, holds a letter or a digit.
RuleSegment contents_of(std::string_view piece) {
  RuleSegment contents;
  for (std::uint32_t at = 0; at < piece.size();) {
    const RuleSegment part = rule_segment(piece, at);
    contents.letter = contents.letter || part.letter;
    contents.digit = contents.digit || part.digit;
    at = part.end;
  }
  return contents;
}

}  // namespace

/// ICU's break iterator of the root locale, fed one run at a time.
class WordScanner::Dictionary {
 public:
  Dictionary() {
    UErrorCode status = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) {
      throw Error{{.cause = std::string("ICU has no word rules: ") + u_errorName(status), .hint = "reinstall ICU"}};
    }
  }

  /// The boundaries inside `run` and its end, as byte offsets.
  std::span<const std::uint32_t> boundaries(std::string_view run) {
    units_.clear();
    bytes_.clear();
    for (std::size_t at = 0; at < run.size();) {
      const auto [code_point, length] = decode(run, at);
      UChar unit[U16_MAX_LENGTH];
      int32_t count = 0;
      U16_APPEND_UNSAFE(unit, count, static_cast<UChar32>(code_point));
      for (int32_t i = 0; i < count; ++i) {
        units_.push_back(unit[i]);
        bytes_.push_back(static_cast<std::uint32_t>(at));
      }
      at += length;
    }
    bytes_.push_back(static_cast<std::uint32_t>(run.size()));

    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUChars(&text, units_.data(), static_cast<int64_t>(units_.size()), &status);
    iterator_->setText(&text, status);
    utext_close(&text);
    boundaries_.clear();
    iterator_->first();
    for (int32_t at = iterator_->next(); at != icu::BreakIterator::DONE; at = iterator_->next()) {
      boundaries_.push_back(bytes_[static_cast<std::size_t>(at)]);
    }
    return boundaries_;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
  std::vector<UChar> units_;
  std::vector<std::uint32_t> bytes_;  ///< where each unit comes from
  std::vector<std::uint32_t> boundaries_;
};

WordScanner::WordScanner() { batch_.reserve(batch_size); }
WordScanner::WordScanner(WordScanner&&) noexcept = default;
WordScanner& WordScanner::operator=(WordScanner&&) noexcept = default;
WordScanner::~WordScanner() = default;

void WordScanner::start(std::string_view text) {
  text_ = text;
  position_ = 0;
}

std::span<const Segment> WordScanner::next() {
  batch_.clear();
  while (position_ < text_.size() && batch_.size() < batch_size) {
    const std::uint32_t begin = position_;
    const RuleSegment segment = rule_segment(text_, begin);
    position_ = segment.end;
    if (segment.dictionary) {
      divide(begin, segment.end);
    } else {
      add(begin, segment.end, segment);
    }
  }
  return batch_;
}

void WordScanner::add(std::uint32_t begin, std::uint32_t end, const RuleSegment& contents) {
  if (contents.letter) {
    batch_.push_back({begin, end, SegmentKind::word});
  } else if (contents.digit) {
    batch_.push_back({begin, end, SegmentKind::number});
  } else {
    const char32_t first = decode(text_, begin).value;
    if (white_space(first)) return;
    const bool punctuation = category(first) == Category::punctuation;
    batch_.push_back({begin, end, punctuation ? SegmentKind::punctuation : SegmentKind::symbol});
  }
}

void WordScanner::divide(std::uint32_t begin, std::uint32_t end) {
  if (!dictionary_) dictionary_ = std::make_unique<Dictionary>();
  while (begin < end) {
    std::uint32_t stop = end;
    if (end - begin > longest_run) {
      stop = begin + longest_run;
      while (continues(text_[stop])) --stop;
    }
    std::uint32_t piece = begin;
    for (const std::uint32_t boundary : dictionary_->boundaries(text_.substr(begin, stop - begin))) {
      add(piece, begin + boundary, contents_of(text_.substr(piece, begin + boundary - piece)));
      piece = begin + boundary;
    }
    begin = stop;
  }
}

}  // namespace corpus::unicode
