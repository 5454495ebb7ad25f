// SPDX-License-Identifier: MIT
#include "corpus/unicode/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::unicode {
namespace {

/// How much of the text a batch is made of. A few hundred words stay in the nearest cache, whoever comes next.
constexpr std::size_t masks_in_batch = 32;
constexpr std::size_t words_in_batch = 256;

/// ICU counts positions in 32 bits and grows slow on huge runs; a run without spaces of this many bytes is divided
/// piecewise.
constexpr std::uint32_t longest_run = 1 << 20;

/// Whether a stretch that is known to be one word holds a letter or a digit: with a letter, digits do not matter.
RuleSegment contents_of(std::string_view word) {
  RuleSegment contents;
  for (std::size_t at = 0; at < word.size() && !contents.letter;) {
    if ((word[at] >= 'a' && word[at] <= 'z') || (word[at] >= 'A' && word[at] <= 'Z')) {  // nearly always the first
      contents.letter = true;
      break;
    }
    const auto [code_point, length] = decode(word, at);
    contents.letter = word_letter(code_point);
    contents.digit = contents.digit || word_class(code_point) == WordClass::numeric;
    at += length;
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

WordScanner::WordScanner(const ScannerOptions& options, const ByteKernel& kernel) : options_(options), masks_(kernel) {}
WordScanner::WordScanner(WordScanner&&) noexcept = default;
WordScanner& WordScanner::operator=(WordScanner&&) noexcept = default;
WordScanner::~WordScanner() = default;

void WordScanner::start(std::string_view text) {
  text_ = text;
  mask_ = 0;
  hard_ = 0;
  position_ = 0;
  open_.reset();
  open_odd_ = false;
  if (options_.parts == Parts::words) {
    masks_.fill(text, options_.types);
  }
}

Words WordScanner::next() {
  if (options_.parts == Parts::everything) {
    batch_.clear();
    while (position_ < text_.size() && batch_.size() < words_in_batch) scan_segment(text_);
  } else {
    batch_.clear(masks_.folded());
    while (batch_.empty() && mask_ < masks_.size()) scan_masks();
  }
  return batch_.words();
}

/// The words of the next few masks: all at once, and then those that need a look.
void WordScanner::scan_masks() {
  const std::size_t last = std::min(mask_ + masks_in_batch, masks_.size());
  std::uint32_t* const edges = batch_.room_for_edges(2 * mask_bytes * (last - mask_) + 1);
  const std::size_t opened = open_ ? 1 : 0;
  if (open_) edges[0] = *open_;
  const auto size = static_cast<std::size_t>(masks_.edges(mask_, last, edges + opened) - edges);
  batch_.take_edges(size);
  open_ = size % 2 != 0 ? std::optional(edges[size - 1]) : std::nullopt;

  const std::size_t whole = batch_.size();
  std::size_t fewer = 0;  // words in the batch than edges said, modulo 2^64: hard stretches bring more
  std::size_t looked = std::numeric_limits<std::size_t>::max();
  const auto look = [&](std::size_t index) {
    if (index == looked || index == whole) return;
    looked = index;
    if (!look_at(index - fewer)) ++fewer;
  };
  if (std::exchange(open_odd_, open_odd_ && whole == 0)) look(0);
  for (; mask_ < last; ++mask_) {
    for (std::uint64_t odd = masks_.odd(mask_); odd != 0; odd &= odd - 1) {
      const std::size_t place = mask_ * mask_bytes + static_cast<std::size_t>(std::countr_zero(odd));
      const std::size_t index = (opened + masks_.edges_up_to(place)) / 2;  // of the word at the place, or behind it
      if (hard_ < masks_.hard().size() && masks_.hard()[hard_].begin == place) {
        fewer -= scan_hard(index - fewer);
      } else {
        look(index);
        open_odd_ = open_odd_ || index == whole;
      }
    }
  }
}

/// A word that the masks found, which may be anything: drops it if it is none, and says whether it is one.
bool WordScanner::look_at(std::size_t index) {
  const std::uint32_t begin = batch_.begin_of(index);
  const std::uint32_t end = batch_.end_of(index);
  if (masks_.regular(begin, end)) {
    if (masks_.number(begin, end)) batch_.set_kind(index, WordKind::number);
    return true;
  }
  const std::string_view form = text_.substr(begin, end - begin);
  const RuleSegment contents = contents_of(form);
  if (!contents.letter && !contents.digit) {
    batch_.drop(index);
    return false;
  }
  type_.clear();
  append_type(type_, form, options_.types);
  batch_.set_type(index, contents.letter ? WordKind::word : WordKind::number, type_);
  return true;
}

/// Puts the words of the next hard stretch before the one at `index`, and says how many there are.
std::size_t WordScanner::scan_hard(std::size_t index) {
  const std::vector<std::uint32_t> behind = batch_.cut(index);
  const Range stretch = masks_.hard()[hard_++];
  position_ = stretch.begin;
  while (position_ < stretch.end) scan_segment(text_.substr(0, stretch.end));
  const std::size_t words = batch_.size() - index;
  batch_.append(behind);
  return words;
}

/// The next segment of the slow way.
void WordScanner::scan_segment(std::string_view text) {
  const std::uint32_t begin = position_;
  const RuleSegment segment = rule_segment(text, begin);
  position_ = segment.end;
  if (segment.dictionary) {
    divide(begin, segment.end);
  } else {
    add(begin, segment.end, segment);
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
    const std::uint32_t run = begin;
    for (const std::uint32_t boundary : dictionary_->boundaries(text_.substr(run, stop - run))) {
      add(begin, run + boundary, contents_of(text_.substr(begin, run + boundary - begin)));
      begin = run + boundary;
    }
  }
}

void WordScanner::add(std::uint32_t begin, std::uint32_t end, const RuleSegment& contents) {
  WordKind kind = contents.letter ? WordKind::word : WordKind::number;
  if (!contents.letter && !contents.digit) {
    const char32_t first = decode(text_, begin).value;
    if (options_.parts == Parts::words || white_space(first)) return;
    kind = category(first) == Category::punctuation ? WordKind::punctuation : WordKind::symbol;
  }
  if (options_.parts == Parts::words && masks_.regular(begin, end)) return batch_.add_folded(begin, end, kind);
  type_.clear();
  append_type(type_, text_.substr(begin, end - begin), options_.types);
  batch_.add(begin, end, kind, type_);
}

}  // namespace corpus::unicode
