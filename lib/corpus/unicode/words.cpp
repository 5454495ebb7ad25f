// SPDX-License-Identifier: MIT
#include "corpus/unicode/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>

#include "corpus/error.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::unicode {
namespace {

/// How much of the text a batch is made of. A few hundred words stay in the nearest cache, whoever comes next.
constexpr std::size_t masks_in_batch = 16;
constexpr std::size_t words_in_batch = 256;

/// ICU counts positions in 32 bits and grows slow on huge runs; a run without spaces of this many bytes is divided
/// piecewise.
constexpr std::uint32_t longest_run = 1 << 20;

/// Whether a stretch that is known to be one word holds a letter or a digit.
RuleSegment contents_of(std::string_view word) {
  RuleSegment contents;
  for (std::size_t at = 0; at < word.size();) {
    const auto [code_point, length] = decode(word, at);
    contents.letter = contents.letter || word_letter(code_point);
    contents.digit = contents.digit || word_class(code_point) == WordClass::numeric;
    at += length;
  }
  return contents;
}

bool ascii_letter(char c) { return static_cast<unsigned char>((static_cast<unsigned char>(c) | 0x20U) - 'a') < 26; }

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
    : options_(options), masks_(kernel), begins_(masks_in_batch * mask_bytes + mask_bytes + 1), ends_(begins_.size()) {}
WordScanner::WordScanner(WordScanner&&) noexcept = default;
WordScanner& WordScanner::operator=(WordScanner&&) noexcept = default;
WordScanner::~WordScanner() = default;

void WordScanner::start(std::string_view text) {
  text_ = text;
  mask_ = 0;
  hard_ = 0;
  position_ = 0;
  open_ = 0;
  if (options_.parts == Parts::words) {
    masks_.fill(text, options_.types.letter_case == Case::fold ? AsciiCase::fold : AsciiCase::keep);
  }
}

std::span<const Word> WordScanner::next() {
  batch_.clear();
  types_.clear();
  made_.clear();
  if (options_.parts == Parts::everything) {
    while (position_ < text_.size() && batch_.size() < words_in_batch) scan_segment(text_);
  } else {
    while (batch_.empty() && mask_ < masks_.size()) scan_masks();
    if (mask_ == masks_.size()) scan_hard_before(static_cast<std::uint32_t>(text_.size()));
  }
  types_.append(type_padding, '\0');
  // Only now, for `types_` moved while it grew.
  const char* type = types_.data();
  for (const std::size_t i : made_) {
    batch_[i].type = {type, batch_[i].type.size()};
    type += batch_[i].type.size();
  }
  return batch_;
}

/// The words of the next few masks.
void WordScanner::scan_masks() {
  const std::size_t last = std::min(mask_ + masks_in_batch, masks_.size());
  std::uint32_t* begins_end = begins_.data() + open_;
  std::uint32_t* ends_end = ends_.data();
  if (open_ == 0) irregular_ = 0;
  for (; mask_ < last; ++mask_) {
    irregular_ |= masks_.irregular(mask_);
    const auto base = static_cast<std::uint32_t>(mask_ * mask_bytes);
    const WordMasks::Edges edges = masks_.edges(mask_);
    begins_end = masks_.kernel().positions(edges.begins, base, begins_end);
    ends_end = masks_.kernel().positions(edges.ends, base, ends_end);
  }
  const auto ended = static_cast<std::size_t>(ends_end - ends_.data());
  const char* const folded = masks_.folded();
  const bool regular = irregular_ == 0 && hard_ == masks_.hard().size() && options_.types.locale == CaseLocale::root;
  for (std::size_t i = 0; i < ended; ++i) {
    const std::uint32_t begin = begins_[i];
    const std::uint32_t end = ends_[i];
    if (regular && ascii_letter(folded[begin]) && folded[end - 1] != '_') {
      batch_.push_back({begin, end, WordKind::word, {folded + begin, end - begin}});
    } else {
      scan_hard_before(begin);
      add_masked(begin, end);
    }
  }
  open_ = static_cast<std::size_t>(begins_end - begins_.data()) - ended;
  if (open_ != 0) begins_[0] = begins_[ended];
}

void WordScanner::scan_hard_before(std::uint32_t place) {
  for (; hard_ < masks_.hard().size() && masks_.hard()[hard_].begin <= place; ++hard_) {
    position_ = masks_.hard()[hard_].begin;
    const std::uint32_t end = masks_.hard()[hard_].end;
    while (position_ < end) scan_segment(text_.substr(0, end));
  }
}

/// A word that the masks found. It begins with `_` (which is shed), a digit or `@`, or is irregular: then it is
/// looked at.
void WordScanner::add_masked(std::uint32_t begin, std::uint32_t end) {
  const char* const folded = masks_.folded();
  const char first = folded[begin];
  const bool letter_first = ascii_letter(first) || (static_cast<unsigned char>(first) >= 0x80 && !masks_.digit(begin));
  if (letter_first && folded[end - 1] != '_' && options_.types.locale == CaseLocale::root &&
      !masks_.irregular(begin, end)) {
    batch_.push_back({begin, end, WordKind::word, {folded + begin, end - begin}});
    return;
  }
  add(begin, end, contents_of(text_.substr(begin, end - begin)));
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
  const std::size_t before = types_.size();
  append_type(types_, text_.substr(begin, end - begin), options_.types);
  made_.push_back(batch_.size());
  batch_.push_back({begin, end, kind, std::string_view(types_).substr(before)});
}

}  // namespace corpus::unicode
