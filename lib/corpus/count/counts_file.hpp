// SPDX-License-Identifier: MIT
/// \file
/// The counts file: a frequency list that can be read back, added up and compared.
///
///     #corpus-counts 1 <TAB> tokens=3 <TAB> documents=1 <TAB> tokenizer=word@1 <TAB> case=fold <TAB> … <TAB> cut=none
///     type <TAB> freq <TAB> range
///     snow <TAB> 2 <TAB> 1
///     wind <TAB> 1 <TAB> 1
///
/// A list of n-grams says how many there are too (`windows=2`, after the documents), which is what its frequencies add up
/// to, and in its rules how they are made (`n=2`). A type is then the words of one, with a space between them.
///
/// Rows ascend by the bytes of the type (which is the order of code points), so lists are merged in one pass. A tab,
/// line end or backslash in a type or in `cut` is written \t, \n, \r, \\. Counts and ranges of disjoint documents add
/// up; a list that was cut says so (`cut=min-freq=2`) and is refused where a sum would be wrong. Reading checks
/// everything that can be checked: the order, the numbers, and that the frequencies add up to the tokens.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/text/read_options.hpp"
#include "corpus/text/tokenizer.hpp"

namespace corpus::count {

/// What the first line of every counts file begins with.
inline constexpr std::string_view counts_mark = "#corpus-counts ";

struct CountsHeader {
  std::uint64_t tokens = 0;
  std::uint64_t documents = 0;
  std::string rules;         ///< how tokens were made: `tokenizer=word@1<TAB>case=fold<TAB>…`, as `rules_of` has it
  std::string cut = "none";  ///< what was left out, such as `min-freq=2`
  std::optional<std::uint64_t> windows = std::nullopt;  ///< of a list of n-grams: how many there are in the texts

  /// What the frequencies of a whole list add up to.
  [[nodiscard]] std::uint64_t sum() const { return windows.value_or(tokens); }
};

/// The tokenizer and every option that decides what a token and its type are; two lists can be added if these are
/// equal. How texts were read is named where it is not as usual: `layout=plain`, `labels=drop`.
std::string rules_of(const text::TokenizerOptions& options, const text::ReadOptions& reading = {});

/// In what two lists' rules differ, as a reader is told: `case=keep against case=fold`.
std::string difference_of_rules(std::string_view one, std::string_view other);

/// How much text lists are of.
struct CountsSize {
  std::uint64_t tokens = 0;
  std::uint64_t documents = 0;
  std::uint64_t windows = 0;  ///< of lists of n-grams
};

/// With what the list of that header adds; nothing where a number grows beyond what 64 bits hold.
std::optional<CountsSize> add_sizes(CountsSize size, const CountsHeader& header);

/// The first two lines.
std::string format_header(const CountsHeader& header);

/// A field of a file of lines: with tabs, line ends and backslashes written \t, \n, \r, \\.
std::string escape_field(std::string_view text);
/// Undone; nothing where there is an escape of another kind.
std::optional<std::string> unescape_field(std::string_view field);

struct CountsRow {
  std::string type;
  std::uint64_t freq = 0;
  std::uint64_t range = 0;
};

/// Reads one list. Throws Error with file and line where it is malformed.
class CountsReader {
 public:
  /// Reads the header.
  explicit CountsReader(Document document);

  [[nodiscard]] const std::string& name() const { return document_.name; }
  [[nodiscard]] const CountsHeader& header() const { return header_; }

  /// The next row; nothing at the end, after checking that the list is whole.
  std::optional<CountsRow> next();

 private:
  std::optional<std::string_view> next_line();
  void read_more();
  [[noreturn]] void fail(std::string cause, std::uint64_t column = 0) const;
  void check_whole() const;
  [[nodiscard]] std::string sum_text() const;

  Document document_;
  CountsHeader header_;
  std::string buffer_;
  std::size_t begin_ = 0;     ///< of what is not yet read in `buffer_`
  std::size_t searched_ = 0;  ///< before here is no line end any more
  std::uint64_t line_ = 0;
  bool ended_ = false;
  std::optional<std::string> previous_;
  std::uint64_t sum_ = 0;
};

/// Adds lists of disjoint documents in one pass; memory is one buffer a list.
class CountsMerger {
 public:
  /// Throws Error, naming both lists, where two were made under different rules, and where one was cut.
  explicit CountsMerger(std::vector<std::unique_ptr<CountsReader>> lists);

  /// Of the sum.
  [[nodiscard]] const CountsHeader& header() const { return header_; }

  std::optional<CountsRow> next();

 private:
  struct Head {
    CountsRow row;
    std::size_t list;
  };
  void advance(std::size_t list);

  std::vector<std::unique_ptr<CountsReader>> lists_;
  std::vector<Head> heads_;  ///< a heap, the smallest type on top
  CountsHeader header_;
};

}  // namespace corpus::count
