// SPDX-License-Identifier: MIT
/// \file
/// The stretch of a document's text that contexts can still reach: the part at hand, and what is kept of those before it.
/// Places are counted in bytes of the text as it is read, from the document's beginning.
///
///     window.add(part.text);
///     window.text(begin, end);       // may begin in an earlier part
///     window.keep_from(begin);       // before the part goes: a copy of what is needed of it
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace corpus::search {

class Window {
 public:
  void start();
  /// `keep_from` must be called before the next.
  void add(std::string_view part);
  /// What stands before `begin` is no longer wanted; what follows is copied. `begin` is the start of a character.
  void keep_from(std::uint64_t begin);

  /// Of the text there is.
  [[nodiscard]] std::uint64_t begin() const { return kept_begin_; }
  [[nodiscard]] std::uint64_t end() const { return part_begin_ + part_.size(); }
  /// [begin, end) of it; valid until the next call.
  [[nodiscard]] std::string_view text(std::uint64_t begin, std::uint64_t end) {
    if (begin >= part_begin_) return part_.substr(begin - part_begin_, end - begin);
    return kept_text(begin, end);
  }
  /// The first place not before `place` where a character begins.
  [[nodiscard]] std::uint64_t character_from(std::uint64_t place);

 private:
  std::string_view kept_text(std::uint64_t begin, std::uint64_t end);

  std::string kept_;  ///< of earlier parts; `unused_` bytes at its front are no longer wanted
  std::size_t unused_ = 0;
  std::uint64_t kept_begin_ = 0;  ///< of what is wanted
  std::string_view part_;
  std::uint64_t part_begin_ = 0;
  std::string joined_;  ///< what was asked for, where it lies in both
};

}  // namespace corpus::search
