// SPDX-License-Identifier: MIT
/// \file
/// Lines of a concordance that are complete and wait to be taken, with their text on one line each.
///
///     lines.add({.query = 0, .place = place}, speaker);
///     lines.text(text, node_begin, node_end);
///     while (const auto line = lines.next()) …
///
/// Costs a copy of the text, and no allocation once enough is there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/search/concordance.hpp"

namespace corpus::search {

class LinesToCome {
 public:
  /// What is not text.
  struct About {
    std::size_t query = 0;
    std::size_t group = 0;
    std::uint64_t turn = 0;
    std::uint64_t token = 0;
    Place place = {};
    Span span = {};
  };

  void add(const About& about, std::string_view speaker) {
    lines_.push_back({about, text_.size(), tokens_.size(), static_cast<std::uint32_t>(speaker.size())});
    text_ += speaker;
  }
  /// The text of the line added last; [begin, end) of it is the node.
  void text(std::string_view text, std::size_t node_begin, std::size_t node_end);
  /// The next of its tokens.
  void token(std::string_view form, std::string_view type, Span span);
  void end_tokens_before() { lines_.back().left_tokens = tokens_of_last(); }
  void end_tokens_of_node() { lines_.back().node_tokens = tokens_of_last() - lines_.back().left_tokens; }

  /// Valid until the next call of any function here.
  std::optional<Line> next() {
    if (taken_ == lines_.size()) return std::nullopt;
    return line(lines_[taken_++]);
  }
  /// Forgets those that were taken, if that are all.
  void drop_taken() {
    if (taken_ == lines_.size()) clear();
  }
  /// Forgets all.
  void clear();

 private:
  /// Small, for there may be one for every dozen words.
  struct Stored {
    About about;
    std::size_t text = 0;  ///< where in `text_` it begins: the speaker, and what stands left, in and right of the node
    std::size_t tokens = 0;  ///< where in `tokens_` they begin
    std::uint32_t speaker = 0;
    std::uint32_t left = 0;
    std::uint32_t node = 0;
    std::uint32_t right = 0;
    std::uint32_t left_tokens = 0;
    std::uint32_t node_tokens = 0;
  };
  struct StoredToken {
    std::size_t form = 0;
    std::size_t type = 0;
    std::size_t type_end = 0;
    Span span;
  };

  [[nodiscard]] std::uint32_t tokens_of_last() const {
    return static_cast<std::uint32_t>(tokens_.size() - lines_.back().tokens);
  }
  Line line(const Stored& stored);
  void add_tokens(Line& line, const Stored& stored, std::size_t end);

  std::vector<Stored> lines_;
  std::size_t taken_ = 0;
  std::string text_;
  std::vector<StoredToken> tokens_;
  std::vector<LineToken> line_tokens_;  ///< of the line that was taken last
};

}  // namespace corpus::search
