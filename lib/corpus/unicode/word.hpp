// SPDX-License-Identifier: MIT
/// \file
/// Words as they are handed out, some hundred at a time.
///
///     for (const Word& word : words) count(word.type());
///
/// Of nearly every word, its place is all there is to know: the word is made of letters, and the folded text under it is
/// its type. So a batch is an array of places, eight bytes a word, and a list of the others. A `Word` is put together
/// when it is looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

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
        kind(the_kind),
        type_size_(static_cast<std::uint32_t>(type.size())),
        type_(type.data()) {}

  std::uint32_t begin = 0;  ///< bytes [begin, end) of the text are the form
  std::uint32_t end = 0;
  WordKind kind = WordKind::word;

  /// Valid as long as the batch; `type_padding` bytes from its begin can be read.
  [[nodiscard]] std::string_view type() const { return {type_, type_size_}; }
  [[nodiscard]] std::string_view form(std::string_view text) const { return text.substr(begin, end - begin); }

 private:
  std::uint32_t type_size_ = 0;
  const char* type_ = nullptr;
};

/// A word that is not of letters alone, or whose type is not the folded text.
struct OtherWord {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t index = none;  ///< in the batch
  WordKind kind = WordKind::word;
  std::uint32_t type_size = 0;
  const char* type = nullptr;
};

/// A view of a batch, in order of place.
class Words {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Word;
    using difference_type = std::ptrdiff_t;
    using pointer = const Word*;
    using reference = Word;

    Iterator() = default;
    Word operator*() const {
      const std::uint32_t begin = edges_[2 * index_];
      const std::uint32_t end = edges_[2 * index_ + 1];
      if (index_ == next_) return {begin, end, other_->kind, {other_->type, other_->type_size}};
      return {begin, end, WordKind::word, {folded_ + begin, end - begin}};
    }
    Iterator& operator++() {
      if (index_++ == next_) next_ = (++other_)->index;
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    friend class Words;
    Iterator(const Words& words, std::size_t index)
        : edges_(words.edges_), folded_(words.folded_), other_(words.others_), next_(other_->index), index_(index) {}

    const std::uint32_t* edges_ = nullptr;
    const char* folded_ = nullptr;
    const OtherWord* other_ = nullptr;  ///< the next one …
    std::size_t next_ = 0;              ///< … and its index
    std::size_t index_ = 0;
  };

  Words() = default;
  /// Behind the last of the others is one with the index `none`.
  Words(const std::uint32_t* edges, std::size_t size, const char* folded, const OtherWord* others)
      : edges_(edges), folded_(folded), others_(others), end_(size) {}

  [[nodiscard]] Iterator begin() const { return {*this, begin_}; }
  [[nodiscard]] Iterator end() const { return {*this, end_}; }
  [[nodiscard]] std::size_t size() const { return end_ - begin_; }
  [[nodiscard]] bool empty() const { return begin_ == end_; }
  [[nodiscard]] std::uint32_t begin_of(std::size_t i) const { return edges_[2 * (begin_ + i)]; }
  /// Costs a search among the others.
  [[nodiscard]] Word operator[](std::size_t i) const {
    Iterator at = begin();
    at.index_ += i;
    while (at.next_ < at.index_) at.next_ = (++at.other_)->index;
    return *at;
  }

  [[nodiscard]] Words first(std::size_t size) const {
    Words front = *this;
    front.end_ = begin_ + size;
    return front;
  }
  [[nodiscard]] Words subspan(std::size_t from) const {
    Words rest = *this;
    rest.begin_ += from;
    while (rest.others_->index < rest.begin_) ++rest.others_;
    return rest;
  }

 private:
  static constexpr OtherWord nothing{};

  const std::uint32_t* edges_ = nullptr;
  const char* folded_ = nullptr;
  const OtherWord* others_ = &nothing;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

/// Puts batches together.
class WordBatch {
 public:
  /// An empty batch of a text whose folded form is `folded`, where there is one.
  void clear(const char* folded = nullptr);

  /// A word that is as the folded text has it, but for its kind.
  void add_folded(std::uint32_t begin, std::uint32_t end, WordKind kind = WordKind::word);
  /// A word of another type, which is copied.
  void add(std::uint32_t begin, std::uint32_t end, WordKind kind, std::string_view type);
  /// A word of another batch, which must outlive this one.
  void refer(const Word& word);

  /// Valid until something is added or cleared.
  Words words();

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

  // For who knows the places of many words first, and learns then which are others: those are told in order.

  /// Room for more edges; those that were written there are taken by `take_edges`.
  std::uint32_t* room_for_edges(std::size_t count);
  void take_edges(std::size_t count) { size_ += count / 2; }
  [[nodiscard]] std::uint32_t begin_of(std::size_t index) const { return edges_[2 * index]; }
  [[nodiscard]] std::uint32_t end_of(std::size_t index) const { return edges_[2 * index + 1]; }
  void set_kind(std::size_t index, WordKind kind);
  void set_type(std::size_t index, WordKind kind, std::string_view type);
  void drop(std::size_t index);
  /// Takes away the words from `index` on: their edges.
  std::vector<std::uint32_t> cut(std::size_t index);
  void append(const std::vector<std::uint32_t>& edges);

 private:
  void add_edges(std::uint32_t begin, std::uint32_t end);

  std::vector<std::uint32_t> edges_;  ///< grows only
  std::size_t size_ = 0;
  const char* folded_ = nullptr;
  std::vector<OtherWord> others_;  ///< without a type: it stands in `types_`
  std::string types_;              ///< end to end
};

}  // namespace corpus::unicode
