// SPDX-License-Identifier: MIT
#include "corpus/search/lines_to_come.hpp"

#include "corpus/search/excerpt.hpp"

namespace corpus::search {

void LinesToCome::text(std::string_view text, std::size_t node_begin, std::size_t node_end) {
  Stored& stored = lines_.back();
  const std::size_t begin = text_.size();
  if (append_line(text_, text) == 0) {
    stored.left = static_cast<std::uint32_t>(node_begin);
    stored.node = static_cast<std::uint32_t>(node_end - node_begin);
    stored.right = static_cast<std::uint32_t>(text.size() - node_end);
    return;
  }
  text_.resize(begin);
  const auto append = [&](std::string_view piece) {
    return static_cast<std::uint32_t>(piece.size() - append_line(text_, piece));
  };
  stored.left = append(text.substr(0, node_begin));
  stored.node = append(text.substr(node_begin, node_end - node_begin));
  stored.right = append(text.substr(node_end));
}

void LinesToCome::token(std::string_view form, std::string_view type, Span span) {
  StoredToken& token = tokens_.emplace_back();
  token.form = text_.size();
  text_ += form;
  token.type = text_.size();
  text_ += type;
  token.type_end = text_.size();
  token.span = span;
}

/// The line that was taken last.
Line LinesToCome::line(const Stored& stored) {
  const char* text = text_.data() + stored.text;
  const auto next = [&text](std::uint32_t size) {
    const std::string_view piece(text, size);
    text += size;
    return piece;
  };
  Line line;
  line.query = stored.about.query;
  line.group = stored.about.group;
  line.place = stored.about.place;
  line.span = stored.about.span;
  line.turn = stored.about.turn;
  line.token = stored.about.token;
  line.speaker = next(stored.speaker);
  line.left = next(stored.left);
  line.node = next(stored.node);
  line.right = next(stored.right);
  const std::size_t tokens_end = taken_ < lines_.size() ? lines_[taken_].tokens : tokens_.size();
  if (stored.tokens < tokens_end) add_tokens(line, stored, tokens_end);
  return line;
}

void LinesToCome::add_tokens(Line& line, const Stored& stored, std::size_t end) {
  const std::string_view text = text_;
  line_tokens_.clear();
  for (std::size_t i = stored.tokens; i < end; ++i) {
    const StoredToken& token = tokens_[i];
    line_tokens_.push_back({.form = text.substr(token.form, token.type - token.form),
                            .type = text.substr(token.type, token.type_end - token.type),
                            .span = token.span});
  }
  const std::span<const LineToken> tokens = line_tokens_;
  line.left_tokens = tokens.first(stored.left_tokens);
  line.node_tokens = tokens.subspan(stored.left_tokens, stored.node_tokens);
  line.right_tokens = tokens.subspan(stored.left_tokens + stored.node_tokens);
}

void LinesToCome::clear() {
  lines_.clear();
  text_.clear();
  tokens_.clear();
  taken_ = 0;
}

}  // namespace corpus::search
