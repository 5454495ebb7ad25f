// SPDX-License-Identifier: MIT
/// \file
/// The corpus query language, by recursive descent:
///
///     query        = alternatives [ "within" ( "s" | "turn" | "p" ) ]
///     alternatives = sequence { "|" sequence }
///     sequence     = repetition { repetition }
///     repetition   = element [ "?" | "*" | "+" | "{" [ n ] [ "," [ m ] ] "}" ]
///     element      = value | "[" [ some ] "]" | "(" alternatives ")"
///     some         = all { "|" all }
///     all          = one { "&" one }
///     one          = "!" one | "(" some ")" | attribute ( "=" | "!=" ) value
#include <fmt/format.h>

#include <array>
#include <memory>
#include <utility>

#include "corpus/search/cql_text.hpp"
#include "corpus/search/query.hpp"
#include "corpus/search/query_state.hpp"
#include "corpus/search/regex.hpp"
#include "corpus/unicode/diacritics.hpp"

namespace corpus::search {
namespace {

constexpr std::size_t deepest = 100;

struct AttributeName {
  std::string_view name;
  Attribute attribute;
};
constexpr std::array<AttributeName, 4> attributes{
    {{"word", Attribute::form}, {"type", Attribute::type}, {"lemma", Attribute::lemma}, {"upos", Attribute::upos}}};

/// What is meant by a name that is none of those; they begin with different letters.
std::string hint_for_attribute(std::string_view name) {
  std::string hint = "the attributes are word, type, lemma and upos";
  if (name == "pos" || name == "tag") return "upos? " + hint;
  for (const AttributeName& known : attributes) {
    if (!name.empty() && (name.front() | 0x20) == known.name.front()) return fmt::format("{}? {}", known.name, hint);
  }
  return hint;
}

class CqlParser {
 public:
  CqlParser(const QueryText& text, const text::TokenizerOptions& rules)
      : query_text_(text),
        text_(text),
        rules_(rules),
        state_(std::make_unique<QueryState>(text.all(), rules.types.locale)) {}

  Query parse() {
    const Node node = read_alternatives();
    if (!text_.ended()) read_within();
    if (!text_.ended()) fail_after_element();
    return QueryState::finish(std::move(state_), node, query_text_);
  }

 private:
  // NOLINTBEGIN(misc-no-recursion): its depth is bounded
  Node read_alternatives() {
    std::vector<Node> nodes;
    do {
      nodes.push_back(read_sequence());
    } while (text_.take('|'));
    return Node::alternatives(std::move(nodes));
  }

  Node read_sequence() {
    const std::size_t begin = text_.at();
    std::vector<Node> nodes;
    do {
      if (!nodes.empty()) nodes.push_back(Node::gap(Node::follows));
      nodes.push_back(read_repetition());
    } while (text_.is_at_value() || text_.is_at('[') || text_.is_at('('));
    Node node = Node::sequence(std::move(nodes));
    QueryState::check_size(node, query_text_, begin);
    return node;
  }

  Node read_repetition() {
    Node node = read_element();
    const std::size_t begin = text_.at();
    if (text_.take('?')) {
      node = Node::repetition(std::move(node), 0, 1);
    } else if (text_.take('*')) {
      node = Node::repetition(std::move(node), 0, Node::no_limit);
    } else if (text_.take('+')) {
      node = Node::repetition(std::move(node), 1, Node::no_limit);
    } else if (text_.take('{')) {
      node = read_numbers(std::move(node), begin);
    } else {
      return node;
    }
    QueryState::check_size(node, query_text_, begin);
    if (text_.is_at('?') || text_.is_at('*') || text_.is_at('+') || text_.is_at('{')) {
      text_.fail(text_.at(), "a quantifier follows a quantifier",
                 "put what the first one stands behind in parentheses");
    }
    return node;
  }

  /// What stands behind `{`.
  Node read_numbers(Node node, std::size_t begin) {
    const auto least = text_.take_number();
    const bool comma = text_.take(',');
    const auto most = comma ? text_.take_number() : least;
    if (!least && !most) {
      if (comma && text_.is_at('}')) text_.fail(begin, "{,} says nothing", "* stands for any number");
      text_.fail_expected(comma ? "a number or }" : "a number after {", "{2}, {2,5}, {2,} or {,5}");
    }
    if (!text_.take('}')) text_.fail_expected(comma ? "} behind the numbers" : ", or } behind the number");
    if (most && *most < least.value_or(0)) {
      text_.fail(begin, fmt::format("{{{},{}}} runs backwards", *least, *most),
                 fmt::format("{{{},{}}}", *most, *least));
    }
    return Node::repetition(std::move(node), least.value_or(0), most.value_or(Node::no_limit));
  }

  Node read_element() {
    const std::size_t begin = text_.at();
    if (text_.is_at_value()) return state_->token(read_comparison(Attribute::form));
    if (text_.take('(')) {
      enter(begin);
      Node node = read_alternatives();
      if (!text_.take(')')) {
        if (!text_.ended()) fail_bare_word("a token, | or )");
        fail_unclosed('(', ')', begin, "a token, | or )");
      }
      --depth_;
      return node;
    }
    if (!text_.take('[')) fail_element();
    if (text_.take(']')) return state_->token(Condition::any());
    Condition condition = read_some();
    if (!text_.take(']')) fail_unclosed('[', ']', begin, "&, | or ]");
    return state_->token(std::move(condition));
  }

  Condition read_some() {
    std::vector<Condition> parts;
    do {
      parts.push_back(read_all());
    } while (text_.take('|'));
    return Condition::joined(Condition::Kind::some, std::move(parts));
  }

  Condition read_all() {
    std::vector<Condition> parts;
    do {
      parts.push_back(read_one());
    } while (text_.take('&'));
    return Condition::joined(Condition::Kind::all, std::move(parts));
  }

  Condition read_one() {
    const std::size_t begin = text_.at();
    if (text_.take('!')) {
      enter(begin);
      Condition condition = Condition::negation(read_one());
      --depth_;
      return condition;
    }
    if (text_.take('(')) {
      enter(begin);
      Condition condition = read_some();
      if (!text_.take(')')) fail_unclosed('(', ')', begin, "&, | or )");
      --depth_;
      return condition;
    }
    return read_attribute();
  }
  // NOLINTEND(misc-no-recursion)

  Condition read_attribute() {
    const std::size_t begin = text_.at();
    if (text_.is_at_value()) text_.fail_expected("an attribute", R"([word="take"], or "take" without brackets)");
    const std::string_view name = text_.take_name();
    if (name.empty()) text_.fail_expected("an attribute", R"([word="take"]; [] is any token)");
    for (const AttributeName& known : attributes) {
      if (known.name != name) continue;
      const bool unequal = text_.take('!');
      if (!text_.take('=')) text_.fail_expected(unequal ? "= after !" : "= or !=", fmt::format("{}=\"take\"", name));
      if (!text_.is_at_value()) text_.fail_expected("a value in quotes", fmt::format("{}=\"take\"", name));
      Condition condition = read_comparison(known.attribute);
      return unequal ? Condition::negation(std::move(condition)) : std::move(condition);
    }
    text_.fail(begin, fmt::format("there is no attribute {}", shortened(name)), hint_for_attribute(name));
  }

  /// A value, and how it is compared.
  Condition read_comparison(Attribute attribute) {
    const CqlValue value = text_.take_value();
    try {
      return attribute == Attribute::type ? type_condition(value) : word_condition(attribute, value);
    } catch (const unicode::PatternError& error) {
      const std::size_t character = std::min(error.character() - 1, value.offsets.size() - 1);
      text_.fail(value.offsets[character], "the regular expression is malformed here", error.problem().hint);
    }
  }

  Condition word_condition(Attribute attribute, const CqlValue& value) {
    const Reading reading{.attribute = attribute,
                          .equivalence = Equivalence::canonical,
                          .letter_case = value.fold_case ? unicode::Case::fold : unicode::Case::keep,
                          .diacritics = value.drop_diacritics ? Diacritics::drop : Diacritics::keep};
    const std::uint32_t index = state_->readings.add(reading);
    if (const auto literal = literal_of(value)) {
      return Condition::one_of(index, {read_value(*literal, reading, rules_.types.locale)});
    }
    Reading as_written = reading;  // folding would turn \W into \w
    as_written.letter_case = unicode::Case::keep;
    return Condition::regex(index, read_value(value.text, as_written, rules_.types.locale),
                            value.fold_case ? unicode::PatternCase::insensitive : unicode::PatternCase::sensitive);
  }

  Condition type_condition(const CqlValue& value) {
    const bool fold = value.fold_case || rules_.types.letter_case == unicode::Case::fold;
    const Reading reading{.attribute = Attribute::type,
                          .letter_case = value.fold_case ? unicode::Case::fold : unicode::Case::keep,
                          .diacritics = value.drop_diacritics ? Diacritics::drop : Diacritics::keep};
    const std::uint32_t index = state_->readings.add(reading);
    if (const auto literal = literal_of(value)) {
      return Condition::one_of(index, {read_value(text::type_of(*literal, rules_), reading, rules_.types.locale)});
    }
    return Condition::regex(index, value.drop_diacritics ? unicode::without_diacritics(value.text) : value.text,
                            fold ? unicode::PatternCase::insensitive : unicode::PatternCase::sensitive);
  }

  static std::optional<std::string> literal_of(const CqlValue& value) {
    return value.literal ? value.text : plain_text(value.text);
  }

  void read_within() {
    if (!text_.take_word("within")) fail_after_element();
    const std::size_t unit = text_.at();
    const std::string_view name = text_.take_name();
    if (name == "s") {
      state_->within = Within::sentence;
    } else if (name == "turn") {
      state_->within = Within::turn;
    } else if (name == "p") {
      state_->within = Within::paragraph;
    } else {
      const std::string what = name.empty() ? text_.found() : shortened(name);
      text_.fail(unit, fmt::format("expected s, turn or p after within, not {}", what),
                 "within s: in one sentence; within turn; within p: in one paragraph");
    }
  }

  void enter(std::size_t at) {
    if (++depth_ > deepest) {
      text_.fail(at, fmt::format("more than {} parentheses and negations inside each other", deepest));
    }
  }

  [[noreturn]] void fail_unclosed(char open, char close, std::size_t begin, std::string_view what) const {
    if (text_.ended()) text_.fail(begin, fmt::format("the {} that begins here lacks its closing {}", open, close));
    text_.fail_expected(what);
  }

  [[noreturn]] void fail_element() {
    fail_bare_word("a token");
    if (text_.is_at('?') || text_.is_at('*') || text_.is_at('+') || text_.is_at('{')) {
      text_.fail_expected("a token before the quantifier", "[] is any token");
    }
    text_.fail_expected("a token", R"("take", [word="take"], [] or a sequence in parentheses)");
  }

  /// Where the query is complete, and something stands there.
  [[noreturn]] void fail_after_element() {
    const std::size_t begin = text_.at();
    if (text_.take(')')) text_.fail(begin, "this ) closes nothing");
    if (text_.take(']')) text_.fail(begin, "this ] closes nothing");
    if (text_.take('%')) text_.fail(begin, "a flag stands behind a value", R"([word="take" %c])");
    if (text_.take('&')) text_.fail(begin, "& joins conditions on one token", R"([word="take" & upos="VERB"])");
    fail_bare_word("a token, | or within");
    text_.fail_expected("a token, |, within or the end");
  }

  /// If a word stands there.
  void fail_bare_word(std::string_view expected) {
    const std::size_t begin = text_.at();
    const std::string name = shortened(text_.take_name());
    if (name.empty()) return;
    text_.fail(begin, fmt::format("expected {}, not {}", expected, name),
               fmt::format("words stand in quotes: \"{}\"", name));
  }

  const QueryText& query_text_;
  CqlText text_;
  const text::TokenizerOptions& rules_;
  std::unique_ptr<QueryState> state_;
  std::size_t depth_ = 0;
};

}  // namespace

Query parse_cql(std::string_view text, const text::TokenizerOptions& rules) {
  const QueryText query{text};
  return CqlParser{query, rules}.parse();
}

}  // namespace corpus::search
