// SPDX-License-Identifier: MIT
#include "corpus/expr/expression.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "corpus/expr/scanner.hpp"
#include "corpus/expr/tree.hpp"

namespace corpus::expr {
namespace {

constexpr std::size_t deepest = 100;

bool is_name(const Token& token) { return token.kind == TokenKind::name || token.kind == TokenKind::quoted_name; }

enum class Patterns : std::uint8_t { refused, allowed };

/// By recursive descent.
class Parser {
 public:
  Parser(std::string_view text, Patterns patterns) : text_(text), scanner_(text), patterns_(patterns) { step(); }

  Node read() {
    Node node = read_any();
    if (token_.kind != TokenKind::end) throw unexpected_after_condition();
    return node;
  }

  [[nodiscard]] std::vector<Name> take_names() { return std::move(names_); }

 private:
  // NOLINTBEGIN(misc-no-recursion): its depth is bounded
  Node read_any() { return read_chain(Node::Kind::any, TokenKind::disj, &Parser::read_all); }
  Node read_all() { return read_chain(Node::Kind::all, TokenKind::conj, &Parser::read_one); }

  /// Conditions with `sign` between them; a single one stays as it is.
  Node read_chain(Node::Kind kind, TokenKind sign, Node (Parser::*read_next)()) {
    Node first = (this->*read_next)();
    if (token_.kind != sign) return first;
    Node chain{.kind = kind};
    chain.children.push_back(std::move(first));
    while (token_.kind == sign) {
      step();
      chain.children.push_back((this->*read_next)());
    }
    return chain;
  }

  Node read_one() {
    if (token_.kind != TokenKind::negation && token_.kind != TokenKind::open) return read_condition();
    if (++depth_ > deepest) {
      throw scanner_.error(token_.begin,
                           fmt::format("more than {} parentheses and negations inside each other", deepest), "");
    }
    Node node = token_.kind == TokenKind::open ? read_parenthesis() : read_negation();
    --depth_;
    return node;
  }

  Node read_negation() {
    step();
    return negation(read_one());
  }

  Node read_parenthesis() {
    const Token open = step();
    Node node = read_any();
    if (token_.kind != TokenKind::close) throw unexpected_after_condition(&open);
    step();
    return node;
  }
  // NOLINTEND(misc-no-recursion)

  static Node negation(Node node) {
    Node result{.kind = Node::Kind::negation};
    result.children.push_back(std::move(node));
    return result;
  }

  Node read_condition() {
    const Token first = token_;
    Node node{.left = read_operand("a name, a text or a number")};
    if (token_.kind == TokenKind::relation) return read_comparison(std::move(node));
    if (token_.kind == TokenKind::in) return read_list(std::move(node));
    if (token_.kind == TokenKind::negation) {
      const Token negated = step();
      if (token_.kind != TokenKind::in) throw unexpected(negated, "not in, or !=");
      return negation(read_list(std::move(node)));
    }
    if (is_name(first)) {
      node.kind = Node::Kind::presence;
      return node;
    }
    throw scanner_.error(first.begin, fmt::format("{} alone is no condition", written(first)),
                         fmt::format("name == {0}, or name in ({0}, …)", written(first)));
  }

  Node read_comparison(Node node) {
    const Token relation = step();
    node.kind = Node::Kind::comparison;
    node.relation = relation.relation;
    const bool pattern = relation.relation == Relation::like || relation.relation == Relation::unlike;
    if (pattern && patterns_ == Patterns::refused)
      throw scanner_.error(relation.begin, "there are no patterns here", "");
    node.right.push_back(read_operand(fmt::format("a text, a number or a name after {}", written(relation))));
    return node;
  }

  Node read_list(Node node) {
    step();
    if (token_.kind != TokenKind::open) throw expected("( after in", R"(name in ("a", "b"))");
    const Token open = token_;
    node.kind = Node::Kind::comparison;
    do {
      step();
      if (is_name(token_)) {
        throw scanner_.error(token_.begin, "a list holds texts and numbers, not names",
                             fmt::format("a text stands in quotes: \"{}\"", written(token_)));
      }
      node.right.push_back(read_operand("a text or a number"));
    } while (token_.kind == TokenKind::comma);
    if (token_.kind != TokenKind::close) {
      throw expected(fmt::format(", or ) to close the list that begins in column {}", open.column), "");
    }
    step();
    return node;
  }

  Operand read_operand(std::string_view what) {
    Operand operand{.column = token_.column};
    if (is_name(token_)) {
      Name name{token_.text, token_.kind == TokenKind::quoted_name};
      if (known_.emplace(name.text, name.quoted).second) names_.push_back(name);
      operand.what = std::move(name);
    } else if (token_.kind == TokenKind::number) {
      operand.what = token_.number;
    } else if (token_.kind == TokenKind::text) {
      operand.what = token_.text;
    } else {
      throw expected(what, token_.kind == TokenKind::end ? "" : hint_for_operand());
    }
    step();
    return operand;
  }

  /// What is wrong where a condition has ended and something else stands. `open` is the parenthesis around it, if any.
  Error unexpected_after_condition(const Token* open = nullptr) {
    if (token_.kind == TokenKind::end) {
      return scanner_.error(open->begin, "the parenthesis that begins here is not closed", "");
    }
    if (token_.kind == TokenKind::close) return scanner_.error(token_.begin, "this ) closes nothing", "");
    if (token_.kind == TokenKind::relation || token_.kind == TokenKind::in) {
      return scanner_.error(token_.begin, "a comparison cannot be compared again", "a < b && b < c");
    }
    return unexpected(token_, hint_after_condition());
  }

  Error unexpected(const Token& token, std::string hint) {
    return scanner_.error(token.begin, fmt::format("expected an operator before {}", written(token)), std::move(hint));
  }

  [[nodiscard]] Error expected(std::string_view what, std::string hint) const {
    if (token_.kind == TokenKind::end) {
      return scanner_.error(token_.begin, fmt::format("expected {}, but the expression ends", what), std::move(hint));
    }
    return scanner_.error(token_.begin, fmt::format("expected {}, not {}", what, written(token_)), std::move(hint));
  }

  [[nodiscard]] std::string hint_after_condition() const {
    const bool touches = before_.end == token_.begin;
    const bool value = token_.kind == TokenKind::number || token_.kind == TokenKind::text;
    if (before_.kind == TokenKind::number && token_.kind == TokenKind::comma) return "a number has no comma: 1000";
    if (before_.kind == TokenKind::number && value && touches) return "what is not just a number stands in quotes";
    if (before_.kind == TokenKind::name && (token_.kind == TokenKind::name || (value && touches))) {
      return fmt::format("operators are == != < <= > >= ~ in && ||; a name with spaces stands in backquotes: `{} …`",
                         written(before_));
    }
    if (before_.kind == TokenKind::name && value) return fmt::format("{} == {}", written(before_), written(token_));
    return "&& or ||";
  }

  [[nodiscard]] std::string hint_for_operand() const {
    const bool word = token_.kind == TokenKind::conj || token_.kind == TokenKind::disj ||
                      token_.kind == TokenKind::in || token_.kind == TokenKind::negation;
    if (!word || written(token_).find_first_of("&|!") != std::string::npos) return "";
    return fmt::format("a name that is a word of the language stands in backquotes: `{}`", written(token_));
  }

  /// The token as the expression has it; only the beginning of a long one.
  [[nodiscard]] std::string written(const Token& token) const {
    constexpr std::size_t longest = 40;
    std::size_t length = token.end - token.begin;
    if (length <= longest) return std::string(text_.substr(token.begin, length));
    length = longest;
    while (length > 0 && (static_cast<unsigned char>(text_[token.begin + length]) & 0xC0) == 0x80) --length;
    return std::string(text_.substr(token.begin, length)) + "…";
  }

  /// Goes to the next token; returns the one that was at hand.
  Token step() {
    before_ = std::exchange(token_, scanner_.next());
    return before_;
  }

  std::string_view text_;
  Scanner scanner_;
  Patterns patterns_;
  Token token_;
  Token before_;
  std::size_t depth_ = 0;
  std::vector<Name> names_;
  std::set<std::pair<std::string, bool>> known_;
};

}  // namespace

Expression Expression::parse(std::string_view text, Matches matches) {
  Parser parser{text, matches ? Patterns::allowed : Patterns::refused};
  Expression expression;
  expression.root_ = std::make_shared<const Node>(parser.read());
  expression.names_ = parser.take_names();
  expression.matches_ = std::move(matches);
  return expression;
}

bool Expression::holds(const ValueOf& value_of) const {
  const auto known = [&](const Name& name) { return std::optional{value_of(name)}; };
  return decide(*root_, known, matches_, OnIncomparable::stop) == Verdict::yes;
}

std::optional<bool> Expression::decided(const KnownValueOf& value_of) const {
  const Verdict verdict = decide(*root_, value_of, matches_, OnIncomparable::unknown);
  return verdict == Verdict::unknown ? std::nullopt : std::optional{verdict == Verdict::yes};
}

}  // namespace corpus::expr
