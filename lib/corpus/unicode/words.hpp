// SPDX-License-Identifier: MIT
/// \file
/// Word boundaries: `word@1`, that is UAX #29 with Unicode 15.0 data and CLDR's root tailoring as ICU 72 has it (a colon joins
/// nothing, `@` is a letter, Han and kana runs do not join letters, Hangul syllables join only each other).
///
///     WordScanner scanner;
///     scanner.start("It snowed.");
///     for (auto batch = scanner.next(); !batch.empty(); batch = scanner.next())
///       for (const Segment& segment : batch) …   // [0,2) word, [3,9) word, [9,10) punctuation
///
/// White space, with any mark that attaches to it, is not reported; everything else is, in order. A word holds at least one letter
/// or digit. Only runs of a script that is written without spaces (Han, kana, Thai, Lao, Khmer, Burmese) are divided by ICU's
/// dictionaries; all else depends on the committed tables alone. Linear in the text; a scanner is reused from text to text and
/// is not shared between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace corpus::unicode {

enum class SegmentKind : std::uint8_t {
  word,         ///< holds a letter
  number,       ///< holds a digit and no letter
  punctuation,  ///< begins with a character of general category P
  symbol        ///< anything else that is not white space: symbols, emoji, stray marks, controls
};

/// Bytes [begin, end) of the text.
struct Segment {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  SegmentKind kind = SegmentKind::word;

  bool operator==(const Segment&) const = default;
};

struct RuleSegment;

class WordScanner {
 public:
  WordScanner();
  WordScanner(WordScanner&&) noexcept;
  WordScanner& operator=(WordScanner&&) noexcept;
  ~WordScanner();

  /// `text` is well-formed UTF-8 of less than 4 GiB and must outlive the calls to `next`. Its two ends count as boundaries.
  void start(std::string_view text);

  /// The next segments, at least one; none at the end. Valid until the next call.
  std::span<const Segment> next();

 private:
  class Dictionary;

  void add(std::uint32_t begin, std::uint32_t end, const RuleSegment& contents);
  void divide(std::uint32_t begin, std::uint32_t end);

  std::string_view text_;
  std::uint32_t position_ = 0;
  std::vector<Segment> batch_;
  std::unique_ptr<Dictionary> dictionary_;  ///< made when the first run that needs it is met
};

}  // namespace corpus::unicode
