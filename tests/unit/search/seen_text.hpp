// SPDX-License-Identifier: MIT
/// \file
/// A text as a matcher sees it, made in the plainest way: white space joins, an empty line parts, anything else
/// interrupts.
///
///     const SeenText text{"The well-known path.", rules};
///     text.hits(query)   // {"well-known"}
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/search/matcher.hpp"
#include "corpus/search/query.hpp"
#include "corpus/text/tokenizer.hpp"

namespace corpus::search::testing {

class SeenText {
 public:
  explicit SeenText(std::string text, const text::TokenizerOptions& rules = {}) : text_(std::move(text)) {
    text::Tokenizer tokenizer{rules};
    tokenizer.start(text_);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
      for (const text::Token& token : batch) tokens_.push_back({token.begin, token.end, std::string(token.type())});
    }
  }

  /// The bytes of the hits.
  [[nodiscard]] std::vector<std::string> hits(const Query& query) const {
    std::vector<std::string> found;
    Matcher matcher{query};
    matcher.start();
    for (std::size_t i = 0; i < tokens_.size(); ++i) matcher.add(seen(i), joint(i));
    matcher.cut();
    while (const auto hit = matcher.next()) {
      found.push_back(text_.substr(tokens_[hit->first].begin, tokens_[hit->last].end - tokens_[hit->first].begin));
    }
    return found;
  }

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] SeenToken seen(std::size_t i) const {
    const Part& part = tokens_[i];
    return {.form = std::string_view(text_).substr(part.begin, part.end - part.begin),
            .type = part.type,
            .before = before(i)};
  }
  [[nodiscard]] Joint joint(std::size_t i) const {
    if (i == 0 || before(i).find("\n\n") != std::string_view::npos) return Joint::parted;
    return before(i).find_first_not_of(" \n") == std::string_view::npos ? Joint::follows : Joint::interrupted;
  }

 private:
  struct Part {
    std::size_t begin;
    std::size_t end;
    std::string type;
  };

  [[nodiscard]] std::string_view before(std::size_t i) const {
    if (i == 0) return {};
    return std::string_view(text_).substr(tokens_[i - 1].end, tokens_[i].begin - tokens_[i - 1].end);
  }

  std::string text_;
  std::vector<Part> tokens_;
};

}  // namespace corpus::search::testing
