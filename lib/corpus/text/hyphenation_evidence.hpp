// SPDX-License-Identifier: MIT
/// \file
/// What a document tells of its hyphens: its words, those that hyphens hold together, and the hyphens at its line ends.
///
///     HyphenEvidence evidence;
///     evidence.start("a well-known man in the ter-\nritories\n");
///     evidence.add_left("ter");
///     evidence.add_split("ter", "ritories");
///     if (evidence.needs_words()) evidence.add("a well-known man in the ter-\nritories\n");   // in a second reading
///     evidence.words("man");             // 1
///     evidence.words("ter");             // 0: it is no word, only a part
///     evidence.hyphenated("well-known"); // 1
///
/// Words with a hyphen are counted throughout. Single words are learnt from the first 8 MiB of a document, whose
/// vocabulary there is large and grows slowly; and some 16,000 hyphens at line ends are kept in mind. So memory is bounded
/// by some 20 MB, and by far less for a book.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/tokenizer.hpp"
#include "corpus/text/vocabulary.hpp"
#include "corpus/unicode/words.hpp"

namespace corpus::text {

class HyphenEvidence {
 public:
  /// A hyphen at a line end, and the words before and after it.
  struct Split {
    std::string left;
    std::string right;
  };

  /// The next block, in a first reading.
  void start(std::string_view text);
  /// The word before a hyphen at a line end of it …
  void add_left(std::string_view left);
  /// … and how it goes on, once that is known.
  void add_split(std::string_view left, std::string_view right);

  /// Whether the next block of a second reading is to be added. If no hyphen stands at a line end nobody will ask about
  /// words, and they need not be known.
  [[nodiscard]] bool needs_words() const { return any_ && sampled_ < vocabulary_sample; }
  /// The next block's words, in a second reading.
  void add(std::string_view text);

  /// How often `type`, which holds no hyphen, occurs, but for the parts of words that line ends split.
  [[nodiscard]] std::int64_t words(std::string_view type) const;
  /// How often the words of `type` occur with these hyphens, within one line, alone or in a longer one.
  [[nodiscard]] std::int64_t hyphenated(std::string_view type) const;
  /// Whether a hyphen stands after `type` within a line.
  [[nodiscard]] bool before_hyphen(const std::string& type) const;

  [[nodiscard]] const std::vector<Split>& splits() const { return splits_; }
  /// Calls `use` with each type that occurs as a word.
  template <typename Use>
  void each_word(Use use) const {
    for (TypeId id = 0; id < counts_.size(); ++id) {
      if (counts_[id] > 0) use(vocabulary_[id]);
    }
  }

 private:
  static constexpr std::size_t vocabulary_sample = std::size_t{8} << 20;

  void add_words(std::string_view text);
  void add_hyphenated(std::string_view text);
  void add_compound(std::string_view word);
  void count_compound(std::string_view type);
  void note_part(std::string_view part);
  void take_out_parts();

  unicode::WordScanner scanner_{{}};
  Vocabulary vocabulary_;
  std::vector<std::int32_t> counts_;
  std::size_t sampled_ = 0;  ///< bytes whose words are counted

  /// What is counted as a word in the blocks up to there, and is only a part of one.
  struct Part {
    std::uint64_t end;
    std::string part;
  };
  std::vector<Part> parts_;
  std::size_t taken_out_ = 0;  ///< of these
  bool any_ = false;
  std::uint64_t noted_ = 0;  ///< bytes of the first reading …
  std::uint64_t added_ = 0;  ///< … and of the second
  Vocabulary compounds_;     ///< words with hyphens, and words with the hyphen behind them
  std::vector<std::uint32_t> compound_counts_;
  std::vector<Split> splits_;
};

}  // namespace corpus::text
