// SPDX-License-Identifier: MIT
/// \file
/// Words and phrases as queries. The surface is words_text.hpp's; here the tokenizer has its say:
///
///     well-kn* folk|people   ->   the token `well`, a hyphen, a token `kn*`, white space, one of `folk` and `people`
#include <fmt/format.h>

#include <map>
#include <memory>
#include <utility>

#include "corpus/search/query.hpp"
#include "corpus/search/query_state.hpp"
#include "corpus/search/words_text.hpp"

namespace corpus::search {
namespace {

/// A token of an alternative: its bytes [begin, end).
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
  text::Kind kind = text::Kind::word;

  [[nodiscard]] bool is_word() const { return kind == text::Kind::word || kind == text::Kind::number; }
};

/// What a word can be, before the same marks.
struct Choices {
  std::vector<std::string> values = {};  ///< of one token
  std::vector<Node> nodes = {};
};

class WordsParser {
 public:
  WordsParser(const QueryText& text, const text::TokenizerOptions& rules, Compare compare)
      : text_(text),
        rules_(rules),
        compare_(compare),
        tokenizer_({.types = rules.types, .punctuation = rules.punctuation, .hyphens = rules.hyphens}),
        state_(std::make_unique<QueryState>(text.all(), rules.types.locale)),
        reading_(state_->readings.add({.attribute = compare == Compare::types ? Attribute::type : Attribute::form})) {}

  Query parse() {
    const std::vector<QueryWord> words = split_words(text_);
    const std::string lead = lead_of(words.front());
    if (!lead.empty()) fail_marks(words.front().front(), 0, lead);
    std::vector<Node> nodes;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) nodes.push_back(read_inner(words[i], lead_of(words[i + 1])));
    nodes.push_back(read_last(words.back()));
    return QueryState::finish(std::move(state_), Node::sequence(std::move(nodes)), text_);
  }

 private:
  /// The marks before a word: the same in all its alternatives.
  std::string lead_of(const QueryWord& word) {
    const auto lead = [this](const Alternative& alternative) {
      return alternative.shape.substr(0, divide(alternative).front().begin);
    };
    std::string marks = lead(word.front());
    for (const Alternative& alternative : word) {
      if (lead(alternative) != marks) {
        text_.fail(alternative.offsets.front(), "the alternatives of a word begin with different marks",
                   "leave the marks out, or --punctuation makes tokens of them");
      }
    }
    return marks;
  }

  /// A word, and what stands between it and the next one, which begins with the marks `next_lead`.
  Node read_inner(const QueryWord& word, const std::string& next_lead) {
    std::vector<Node> nodes;
    for (auto& [marks, choices] : read_choices(word)) {
      std::vector<Node> parts;
      parts.push_back(node_of(std::move(choices)));
      const bool bare = marks.empty() && next_lead.empty();
      parts.push_back(bare ? Node::gap(Node::follows) : gap_of(fmt::format("{} {}", marks, next_lead)));
      nodes.push_back(Node::sequence(std::move(parts)));
    }
    return Node::alternatives(std::move(nodes));
  }

  Node read_last(const QueryWord& word) {
    Choices all;
    for (auto& [marks, choices] : read_choices(word)) {
      // The full stop of an abbreviation, which the tokens of texts are without.
      if (!marks.empty() && marks != ".") fail_last(word, marks);
      std::move(choices.values.begin(), choices.values.end(), std::back_inserter(all.values));
      std::move(choices.nodes.begin(), choices.nodes.end(), std::back_inserter(all.nodes));
    }
    return node_of(std::move(all));
  }

  /// By the marks that follow.
  std::map<std::string, Choices> read_choices(const QueryWord& word) {
    std::map<std::string, Choices> choices;
    for (const Alternative& alternative : word) {
      const std::vector<Part> parts = divide(alternative);
      check(alternative, parts);
      const std::string marks = alternative.shape.substr(parts.back().end);
      add_divided(choices[marks], alternative, parts);
      // Where the tokens are given, such a word may be one of them.
      const bool may_be_whole = parts.front().begin == 0 && (parts.size() > 1 || !marks.empty());
      if (may_be_whole) add_token(choices[""], alternative, 0, alternative.shape.size());
    }
    return choices;
  }

  /// The tokens of an alternative.
  std::vector<Part> divide(const Alternative& alternative) {
    const bool literal = alternative.is_literal(0, alternative.shape.size());
    std::vector<Part> parts;
    tokenizer_.start(alternative.shape);
    for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) {
      for (const text::Token& token : batch) {
        const Part part{token.begin, token.end, token.kind};
        // A wildcard is part of the word beside it, whatever a dictionary says of the letter in its stead.
        if (!literal && !parts.empty() && parts.back().end == part.begin && parts.back().is_word() && part.is_word()) {
          parts.back().end = part.end;
        } else {
          parts.push_back(part);
        }
      }
    }
    if (parts.empty()) {
      text_.fail(alternative.offsets.front(), fmt::format("{} is in no token", shortened(alternative.shape)),
                 "--punctuation makes tokens of punctuation and symbols");
    }
    return parts;
  }

  void add_divided(Choices& choices, const Alternative& alternative, const std::vector<Part>& parts) {
    if (parts.size() == 1) return add_token(choices, alternative, parts.front().begin, parts.front().end);
    std::vector<Node> nodes;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) nodes.push_back(gap_of(alternative.shape.substr(parts[i - 1].end, parts[i].begin - parts[i - 1].end)));
      Choices part;
      add_token(part, alternative, parts[i].begin, parts[i].end);
      nodes.push_back(node_of(std::move(part)));
    }
    choices.nodes.push_back(Node::sequence(std::move(nodes)));
  }

  /// The bytes [begin, end) of an alternative are a token.
  void add_token(Choices& choices, const Alternative& alternative, std::size_t begin, std::size_t end) {
    if (alternative.is_literal(begin, end)) {
      choices.values.push_back(value_of(std::string_view(alternative.shape).substr(begin, end - begin)));
      return;
    }
    const std::string glob = value_of(alternative.glob(begin, end));
    const bool any = glob.find_first_not_of('*') == std::string::npos;
    choices.nodes.push_back(state_->token(any ? Condition::any() : Condition::glob(reading_, glob)));
  }

  [[nodiscard]] std::string value_of(std::string_view word) const {
    return compare_ == Compare::types ? text::type_of(word, rules_) : std::string(word);
  }

  Node node_of(Choices choices) {
    if (!choices.values.empty()) {
      choices.nodes.push_back(state_->token(Condition::one_of(reading_, std::move(choices.values))));
    }
    return Node::alternatives(std::move(choices.nodes));
  }

  Node gap_of(std::string_view text) { return state_->gap(Gap::of(text, compare_)); }

  /// Throws Error where a token is left out of texts, and so would never be found.
  void check(const Alternative& alternative, const std::vector<Part>& parts) const {
    for (const Part& part : parts) {
      if (!alternative.is_literal(part.begin, part.end)) continue;
      const std::string_view word = std::string_view(alternative.shape).substr(part.begin, part.end - part.begin);
      if (part.kind == text::Kind::number && rules_.numbers == text::Numbers::drop) {
        text_.fail(alternative.offsets[part.begin],
                   fmt::format("{} is a number, and numbers are dropped", shortened(word)), "--keep-numbers");
      }
      if (rules_.stopwords.contains(text::type_of(word, rules_))) {
        text_.fail(alternative.offsets[part.begin], fmt::format("{} is a stopword, which is left out", shortened(word)),
                   "leave out --stopwords");
      }
    }
  }

  [[noreturn]] void fail_last(const QueryWord& word, std::string_view marks) const {
    for (const Alternative& alternative : word) {
      if (alternative.shape.ends_with(marks)) fail_marks(alternative, alternative.shape.size() - marks.size(), marks);
    }
    fail_marks(word.back(), 0, marks);
  }

  /// Marks that stand at an end of the query.
  [[noreturn]] void fail_marks(const Alternative& alternative, std::size_t at, std::string_view marks) const {
    text_.fail(alternative.offsets[at], fmt::format("{} is part of no token", shortened(marks)),
               "leave it out, or --punctuation makes tokens of punctuation and symbols");
  }

  const QueryText& text_;
  const text::TokenizerOptions& rules_;
  Compare compare_;
  text::Tokenizer tokenizer_;
  std::unique_ptr<QueryState> state_;
  std::uint32_t reading_;
};

}  // namespace

Query parse_words(std::string_view text, const text::TokenizerOptions& rules, Compare compare) {
  const QueryText query{text};
  return WordsParser{query, rules, compare}.parse();
}

}  // namespace corpus::search
