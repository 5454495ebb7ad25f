// SPDX-License-Identifier: MIT
/// \file
/// Words: `word@1`, that is UAX #29 with Unicode 15.0 data and CLDR's root tailoring as ICU 72 has it (a colon joins
/// nothing, `@` joins as a letter does, Han and kana runs do not join letters, Hangul syllables join only each
/// other).
///
///     WordScanner scanner{{.parts = Parts::everything}};
///     scanner.start("It snowed.");
///     for (auto batch = scanner.next(); !batch.empty(); batch = scanner.next())
///       for (const Word& word : batch) …   // [0,2) word "it", [3,9) word "snowed", [9,10) punctuation "."
///
/// White space, with any mark that attaches to it, is not reported. A word or number holds at least one letter or
/// digit. Only runs of a script that is written without spaces (Han, kana, Thai, Lao, Khmer, Burmese) are divided by
/// ICU's dictionaries; all else depends on the committed tables alone.
///
/// Words alone are found 64 bytes at a time (byte_masks.hpp, word_masks.hpp), at well over a gigabyte a second in
/// English; what masks cannot decide, and everything where punctuation is wanted, goes character by character
/// (word_rules.hpp). Linear in the text. A scanner is reused from text to text and is not shared between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/unicode/byte_masks.hpp"
#include "corpus/unicode/fold.hpp"
#include "corpus/unicode/word.hpp"
#include "corpus/unicode/word_masks.hpp"

namespace corpus::unicode {

/// What is reported.
enum class Parts : std::uint8_t { words, everything };

struct ScannerOptions {
  TypeRules types;
  Parts parts = Parts::words;  ///< words and numbers, or punctuation and symbols too
};

struct RuleSegment;

class WordScanner {
 public:
  explicit WordScanner(const ScannerOptions& options, const ByteKernel& kernel = byte_kernels().front());
  WordScanner(WordScanner&&) noexcept;
  WordScanner& operator=(WordScanner&&) noexcept;
  ~WordScanner();

  /// `text` is well-formed UTF-8 of less than 4 GiB and must outlive the calls to `next`. Its two ends count as
  /// boundaries.
  void start(std::string_view text);

  /// The next words in order of place, at least one; none at the end. Valid until the next call.
  Words next();

 private:
  class Dictionary;

  void scan_masks();
  bool look_at(std::size_t index);
  std::size_t scan_hard(std::size_t index);
  void scan_segment(std::string_view text);
  void divide(std::uint32_t begin, std::uint32_t end);
  void add(std::uint32_t begin, std::uint32_t end, const RuleSegment& contents);

  ScannerOptions options_;
  WordMasks masks_;
  std::string_view text_;
  std::size_t mask_ = 0;               ///< the masks before this one are done …
  std::optional<std::uint32_t> open_;  ///< … but for a word that began there …
  bool open_odd_ = false;              ///< … and needs a look
  std::size_t hard_ = 0;               ///< the hard stretches before this one are done
  std::uint32_t position_ = 0;         ///< of the slow way
  WordBatch batch_;
  std::string type_;                        ///< of the word at hand
  std::unique_ptr<Dictionary> dictionary_;  ///< made when the first run that needs it is met
};

}  // namespace corpus::unicode
