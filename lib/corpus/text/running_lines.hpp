// SPDX-License-Identifier: MIT
/// \file
/// Headers, footers and page numbers: lines that belong to the page and not to the text.
///
///     and so the first settlers of the
///     44                                   a page's mark: a number or an address alone
///     A HISTORY OF THE COAST               recurs where it interrupts: `of the` … `northern`
///     northern bays were fishermen.
///
/// A line that recurs is a running line if it often stands inside a sentence (what is before it ends none, what follows
/// begins with a small letter, and it does not fill the line as the text does, or is set off by blank lines or a page's
/// end), or at the top or bottom of one page and again of the next or the one after. Numbers are not told apart:
/// `12 Chapter One` and `14 Chapter One` are one line. A heading recurs too, but interrupts nothing; and where a text is
/// repeated, so is what stands around its lines, which then do not count.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/text/lines.hpp"

namespace corpus::text {

/// Looks at all lines of a document, once and in order. Keeps at most some 65,000 lines in mind, as numbers.
class RunningLineEvidence {
 public:
  /// `shown` is what shows of `line`, valid until `end_block`; `closes`, whether it closes a sentence.
  void add(const Line& line, std::string_view shown, bool closes);
  /// What was shown goes away.
  void end_block();

 private:
  friend class RunningLineSet;

  /// A line as it is compared with others.
  struct Seen {
    std::uint64_t key = 0;      ///< 0: it is too long to be a running line
    bool numbered = false;      ///< it holds a number …
    bool number_first = false;  ///< … at its beginning or end
    std::uint32_t size = 0;
    std::uint64_t begins = 0;  ///< its first eight bytes as they are compared; 0: it has fewer
  };

  /// What is known of the lines with one key.
  struct Sightings {
    Seen line;
    std::uint32_t alone = 0;      ///< between blank lines
    std::uint32_t inside = 0;     ///< inside a sentence …
    std::uint32_t set_off = 0;    ///< … of these, set off by a blank line, a form feed or a page's mark
    std::uint32_t apart = 0;      ///< … and of these, far from the one before and in other company
    std::uint64_t last_line = 0;  ///< where it stood inside a sentence last …
    std::uint64_t company = 0;    ///< … and what followed
    std::uint32_t edges = 0;      ///< at the top or bottom of a page …
    std::uint32_t bottoms = 0;    ///< … of these, at the bottom
    std::uint32_t again = 0;  ///< … of these, one or two pages after the one before, with another text on the page
    std::uint64_t last_page = 0;
    std::uint64_t page_text = 0;
  };

  /// A line that does not begin with a small letter, until the next one that does tells whether it stood inside a
  /// sentence.
  struct Waiting {
    Seen line;
    std::uint64_t number = 0;
    bool inside = false;      ///< what stands before it ends no sentence
    bool furniture = false;   ///< a page's mark, or known to stand inside sentences
    bool off_before = false;  ///< a blank line, a form feed or furniture stands right before it …
    bool off_after = false;   ///< … or right behind it
  };

  static Seen look_at(std::string_view shown);
  void note_alone();
  void wait(const Seen& line, bool mark, bool closes, bool set_off);
  void resolve(std::string_view follower, bool set_off);
  void note_inside(const Waiting& waiting, std::uint64_t follower);
  void add_to_page(std::string_view shown);
  void note_top(std::uint64_t page_text);
  void note_edge(const Seen& line, std::uint32_t bottom, std::uint64_t page_text);
  void turn_page();
  Sightings& sightings(const Seen& line);

  static constexpr std::size_t filter_bits = std::size_t{1} << 15;

  std::unordered_map<std::uint64_t, Sightings> sightings_;
  std::bitset<filter_bits> found_inside_;  ///< by their keys, lines that were once inside a sentence: few are
  std::uint64_t width_ = 0;                ///< of all lines that end no sentence, added up …
  std::uint64_t lines_ = 1;                ///< … and how many they are
  std::uint64_t number_ = 0;               ///< lines that are not blank, so far
  bool inside_ = false;                    ///< what stands so far, but for furniture, ends no sentence
  bool after_blank_ = true;                ///< a blank line or a form feed came after it
  std::string alone_;                      ///< it, if there was one before it too
  std::vector<Waiting> waiting_;

  // Of the page at hand, once a form feed was met.
  std::uint64_t page_ = 0;
  std::size_t page_lines_ = 0;
  std::uint64_t page_text_ = 0;
  std::array<Seen, 2> top_{};
  std::array<std::string_view, 2> last_{};    ///< its last two lines, the later one at page_lines_ % 2 …
  std::array<std::string, 2> last_before_{};  ///< … which stand here where they are of an earlier block
};

/// Which lines those are.
class RunningLineSet {
 public:
  explicit RunningLineSet(const RunningLineEvidence& evidence);
  /// Whether lines such as this one are running lines.
  [[nodiscard]] bool recurs(std::string_view shown) const;

 private:
  std::unordered_set<std::uint64_t> keys_;
  std::bitset<RunningLineEvidence::filter_bits> beginnings_;  ///< by their first eight bytes
};

}  // namespace corpus::text
