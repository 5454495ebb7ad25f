// SPDX-License-Identifier: MIT
/// \file
/// Text as it grows from what is kept of its source, and the cuts that lead back.
///
///     WrappedText text;
///     text.append("ter-", 10);     // stands at 10 in the source
///     text.take_back(1);           // the hyphen
///     text.append("ritories", 15);
///     text.view();                 // "territories", with 2 bytes cut before its fourth
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/block.hpp"

namespace corpus::text {

class WrappedText {
 public:
  /// `kept` stands at `offset` in the source, after all that was appended before.
  void append(std::string_view kept, std::size_t offset);
  /// A space for the line end at `offset`.
  void append_space(std::size_t offset) { append(" ", offset); }
  /// Leaves out the last bytes after all.
  void take_back(std::size_t size) { text_.resize(text_.size() - size); }
  /// Forgets the first bytes.
  void drop(std::size_t size);

  [[nodiscard]] std::string_view view() const { return text_; }
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  /// The text and its cuts.
  [[nodiscard]] Block block() const;
  /// Where in the source the text begins, and where its first `size` bytes end.
  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end_of(std::size_t size) const;

 private:
  std::string text_;
  std::vector<Cut> cuts_;
  std::size_t begin_ = 0;    ///< of text_[0], in the source
  std::size_t removed_ = 0;  ///< bytes of the source since then that are not in the text
};

}  // namespace corpus::text
