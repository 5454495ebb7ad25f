// SPDX-License-Identifier: MIT
/// \file
/// The order of the lines of a concordance: by the words around the node, the node, the document.
///
///     const std::vector<SortKey> keys = read_sort_keys({"1R", "2R", "node"});
///     LineOrder order{keys, Compared::types, locale};
///     order.set(slot, line, document.name);        // for each line that is kept
///     for (const std::size_t slot : order.slots()) …
///
/// Memory: four bytes a key and line, and each word that stands at such a place once.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/search/concordance.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/unicode/collation.hpp"

namespace corpus::cmd {

/// What --sort takes.
inline constexpr std::array<std::string_view, 21> sort_words{"node", "doc", "freq", "1R", "2R", "3R", "4R",
                                                             "5R",   "6R",  "7R",   "8R", "9R", "1L", "2L",
                                                             "3L",   "4L",  "5L",   "6L", "7L", "8L", "9L"};

enum class SortBy : std::uint8_t { node, document, frequency, left, right };

struct SortKey {
  SortBy by = SortBy::node;
  std::uint32_t distance = 0;  ///< from the node: 1 for the word next to it
};

/// `words` are of `sort_words`.
std::vector<SortKey> read_sort_keys(const std::vector<std::string>& words);

/// How many words beside the node the keys look at.
std::uint32_t neighbours_of(std::span<const SortKey> keys);

/// What of words is compared, and shown where a row stands for many.
enum class WordForm : std::uint8_t { type, form };

/// The words of a node, with a space between them.
std::string node_of(const search::Line& line, WordForm form);
/// The word at that distance from the node; empty where there is none.
std::string_view left_of(const search::Line& line, std::uint32_t distance, WordForm form);
std::string_view right_of(const search::Line& line, std::uint32_t distance, WordForm form);

class LineOrder {
 public:
  /// `keys` must outlive the order. Throws Error where the locale is unknown.
  LineOrder(std::span<const SortKey> keys, WordForm form, const std::string& locale);

  /// The line of this slot is the next of the text, whatever was there. Slots are taken up one after the other.
  void set(std::size_t slot, const search::Line& line, std::string_view document);

  /// All slots in order; those that are equal, by place.
  [[nodiscard]] std::vector<std::size_t> slots() const;

 private:
  using Word = std::uint32_t;

  Word number_of(std::string_view word);
  Word value(const SortKey& key, const search::Line& line, std::string_view document);
  [[nodiscard]] std::vector<std::uint32_t> collated() const;
  [[nodiscard]] std::vector<std::uint32_t> by_frequency(std::size_t key, std::span<const std::uint32_t> collated) const;

  std::span<const SortKey> keys_;
  WordForm form_;
  unicode::Collator collator_;
  std::unordered_map<std::string, Word, text::StringHash, std::equal_to<>> numbers_;
  std::vector<const std::string*> words_;  ///< by number
  std::vector<Word> values_;               ///< of the keys of slot 0, of slot 1 …
  std::vector<std::uint64_t> places_;      ///< by slot: which line of the text it is
  std::uint64_t lines_ = 0;
};

}  // namespace corpus::cmd
