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
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/unicode/byte_masks.hpp"
#include "corpus/unicode/fold.hpp"
#include "corpus/unicode/word_masks.hpp"

namespace corpus::unicode {

enum class WordKind : std::uint8_t {
  word,         ///< holds a letter
  number,       ///< holds a digit and no letter
  punctuation,  ///< begins with a character of general category P
  symbol        ///< anything else that is not white space: symbols, emoji, stray marks, controls
};

/// So many bytes can be read from where a type begins, however short it is.
inline constexpr std::size_t type_padding = 32;

struct Word {
  Word() = default;
  Word(std::uint32_t the_begin, std::uint32_t the_end, WordKind the_kind, std::string_view type)
      : begin(the_begin),
        end(the_end),
        type_begin(type.data()),
        type_size(static_cast<std::uint32_t>(type.size())),
        kind(the_kind) {}

  std::uint32_t begin = 0;  ///< bytes [begin, end) of the text are the form
  std::uint32_t end = 0;
  const char* type_begin = nullptr;
  std::uint32_t type_size = 0;
  WordKind kind = WordKind::word;

  /// Valid until the next call of `next`; `type_padding` bytes from its begin can be read.
  [[nodiscard]] std::string_view type() const { return {type_begin, type_size}; }
  [[nodiscard]] std::string_view form(std::string_view text) const { return text.substr(begin, end - begin); }
};

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
  std::span<const Word> next();

 private:
  class Dictionary;

  void scan_masks();
  void add_plain_before(std::uint32_t place);
  void add_masked();
  void scan_hard();
  void scan_segment(std::string_view text);
  void divide(std::uint32_t begin, std::uint32_t end);
  void add(std::uint32_t begin, std::uint32_t end, const RuleSegment& contents);
  Word* room();

  ScannerOptions options_;
  WordMasks masks_;
  std::string_view text_;
  std::size_t mask_ = 0;              ///< the masks before this one are done
  std::size_t hard_ = 0;              ///< the hard stretches before this one are done
  std::uint32_t position_ = 0;        ///< of the slow way
  std::vector<std::uint32_t> edges_;  ///< begin, end, begin … of the words in a few masks, and two that are none …
  std::uint32_t* next_edge_ = nullptr;      ///< … of which those before this one are done
  bool open_ = false;                       ///< the first word began before these masks
  std::vector<Word> batch_;                 ///< grows only, …
  std::size_t words_ = 0;                   ///< … and the first of them are the batch
  std::string types_;                       ///< of the words that the folded text does not serve, end to end
  std::vector<std::size_t> made_;           ///< which words of the batch those are
  std::unique_ptr<Dictionary> dictionary_;  ///< made when the first run that needs it is met
};

}  // namespace corpus::unicode
