// SPDX-License-Identifier: MIT
#include "corpus/unicode/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <bit>
#include <limits>

#include "corpus/error.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::unicode {
namespace {

/// How much of the text a batch is made of. A few hundred words stay in the nearest cache, whoever comes next.
constexpr std::size_t masks_in_batch = 16;
constexpr std::size_t words_in_batch = 256;

/// More than any place in a text.
constexpr std::uint32_t no_edge = std::numeric_limits<std::uint32_t>::max();

/// ICU counts positions in 32 bits and grows slow on huge runs; a run without spaces of this many bytes is divided
/// piecewise.
constexpr std::uint32_t longest_run = 1 << 20;

/// Whether a stretch that is known to be one word holds a letter or a digit: with a letter, digits do not matter.
RuleSegment contents_of(std::string_view word) {
  RuleSegment contents;
  for (std::size_t at = 0; at < word.size() && !contents.letter;) {
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

WordScanner::WordScanner(const ScannerOptions& options, const ByteKernel& kernel)
    : options_(options), masks_(kernel), edges_(2 * masks_in_batch * mask_bytes + 3) {}
WordScanner::WordScanner(WordScanner&&) noexcept = default;
WordScanner& WordScanner::operator=(WordScanner&&) noexcept = default;
WordScanner::~WordScanner() = default;

void WordScanner::start(std::string_view text) {
  text_ = text;
  mask_ = 0;
  hard_ = 0;
  position_ = 0;
  open_ = false;
  if (options_.parts == Parts::words) {
    masks_.fill(text, options_.types);
  }
}

std::span<const Word> WordScanner::next() {
  words_ = 0;
  types_.clear();
  made_.clear();
  if (options_.parts == Parts::everything) {
    while (position_ < text_.size() && words_ < words_in_batch) scan_segment(text_);
  } else {
    while (words_ == 0 && mask_ < masks_.size()) scan_masks();
  }
  types_.append(type_padding, '\0');
  // Only now, for `types_` moved while it grew.
  const char* type = types_.data();
  for (const std::size_t i : made_) {
    batch_[i].type_begin = type;
    type += batch_[i].type_size;
  }
  return std::span(batch_).first(words_);
}

/// The words of the next few masks: plain ones in a tight loop, up to what needs a look.
void WordScanner::scan_masks() {
  const std::size_t last = std::min(mask_ + masks_in_batch, masks_.size());
  std::uint32_t* const edges_end = masks_.edges(mask_, last, edges_.data() + (open_ ? 1 : 0));
  std::fill_n(edges_end, 2, no_edge);
  next_edge_ = edges_.data();
  if (open_ && next_edge_[1] != no_edge) add_masked();  // what it needs a look for may have been in the masks before
  for (; mask_ < last; ++mask_) {
    const auto base = static_cast<std::uint32_t>(mask_ * mask_bytes);
    for (std::uint64_t odd = masks_.odd(mask_); odd != 0; odd &= odd - 1) {
      const std::uint32_t place = base + static_cast<std::uint32_t>(std::countr_zero(odd));
      add_plain_before(place);
      if (hard_ < masks_.hard().size() && masks_.hard()[hard_].begin == place) {
        scan_hard();
      } else if (next_edge_[0] <= place && next_edge_[1] != no_edge) {
        add_masked();
      }
    }
  }
  add_plain_before(no_edge - 1);
  open_ = *next_edge_ != no_edge;
  edges_[0] = *next_edge_;
}

/// Words that end at `place` or before it.
void WordScanner::add_plain_before(std::uint32_t place) {
  std::uint32_t* edge = next_edge_;
  const char* const folded = masks_.folded();
  if (batch_.size() < words_ + edges_.size() / 2) batch_.resize(2 * words_ + edges_.size() / 2);
  Word* word = batch_.data() + words_;
  for (; edge[1] <= place; edge += 2) {
    const std::uint32_t begin = edge[0];
    const std::uint32_t end = edge[1];
    *word++ = {begin, end, WordKind::word, {folded + begin, end - begin}};
  }
  next_edge_ = edge;
  words_ = static_cast<std::size_t>(word - batch_.data());
}

void WordScanner::scan_hard() {
  const Range stretch = masks_.hard()[hard_++];
  position_ = stretch.begin;
  while (position_ < stretch.end) scan_segment(text_.substr(0, stretch.end));
}

/// A word that the masks found, which may be anything.
void WordScanner::add_masked() {
  const std::uint32_t begin = next_edge_[0];
  const std::uint32_t end = next_edge_[1];
  next_edge_ += 2;
  if (masks_.regular(begin, end)) {
    const WordKind kind = masks_.number(begin, end) ? WordKind::number : WordKind::word;
    *room() = {begin, end, kind, {masks_.folded() + begin, end - begin}};
  } else {
    add(begin, end, contents_of(text_.substr(begin, end - begin)));
  }
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
  if (options_.parts == Parts::words && masks_.regular(begin, end)) {
    *room() = {begin, end, kind, {masks_.folded() + begin, end - begin}};
    return;
  }
  const std::size_t before = types_.size();
  append_type(types_, text_.substr(begin, end - begin), options_.types);
  made_.push_back(words_);
  *room() = {begin, end, kind, std::string_view(types_).substr(before)};
}

/// Where the next word of the batch goes.
Word* WordScanner::room() {
  if (batch_.size() == words_) batch_.resize(2 * words_ + 1);
  return &batch_[words_++];
}

}  // namespace corpus::unicode
