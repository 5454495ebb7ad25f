// SPDX-License-Identifier: MIT
/// \file
/// Expressions made at random, and what they must come to by a second reading of the rules: slow, and by cases.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <optional>
#include <random>
#include <regex>
#include <stdexcept>

#include "corpus/expr/expression.hpp"

namespace corpus::expr {
namespace {

const std::array<std::string, 6> names{"a", "b.c", "größe", "Date of birth", "in", "turn"};
const std::array<std::string, 10> texts{"",     "Q",  "10", " 9",         "2020-05-01",
                                        "n.d.", "5%", "é",  "\U0001F600", "it's \"\\\n"};
const std::array<std::string, 7> numbers{"10", "9", "-5%", "2.5", "0", "1e1", ".05"};
const std::array<std::string, 6> relations{"==", "!=", "<", "<=", ">", ">="};

/// What a name, a text or a number is worth: a text, a number, or nothing.
struct Worth {
  std::optional<double> number;
  std::optional<std::string> text;
};

struct Tree {
  std::string kind;  ///< a relation, `name`, `!`, `&&`, `||`, `in`; or of a leaf: `text`, `number`, `name`
  std::string text = {};
  std::vector<Tree> parts = {};
};

/// A value that is no number was asked for its order among numbers.
struct Undecided : std::runtime_error {
  Undecided() : std::runtime_error("undecided") {}
};

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

  template <typename List>
  const auto& one_of(const List& list) {
    return list[below(list.size())];
  }

  std::map<std::string, Worth> values() {
    std::map<std::string, Worth> result;
    for (const std::string& name : names) {
      const std::size_t kind = below(5);
      if (kind == 0) continue;
      if (kind == 1) {
        result[name] = {std::strtod(one_of(std::array<std::string, 3>{"10", "-0.05", "2.5"}).c_str(), nullptr), {}};
      } else {
        result[name] = {{}, one_of(texts)};
      }
    }
    return result;
  }

  Tree constant() { return below(2) == 0 ? Tree{"text", one_of(texts)} : Tree{"number", one_of(numbers)}; }
  Tree operand() { return below(2) == 0 ? Tree{"name", one_of(names)} : constant(); }

  Tree tree(std::size_t depth) {
    switch (depth == 0 ? below(3) : below(6)) {
      case 0:
        return {"name", one_of(names)};
      case 1: {
        Tree list{"in", "", {operand()}};
        for (std::size_t i = below(3) + 1; i > 0; --i) list.parts.push_back(constant());
        return list;
      }
      case 2:
        return {one_of(relations), "", {operand(), operand()}};
      case 3:
        return {"!", "", {tree(depth - 1)}};
      default: {
        Tree chain{below(2) == 0 ? "&&" : "||"};
        for (std::size_t i = below(3) + 2; i > 0; --i) chain.parts.push_back(tree(depth - 1));
        return chain;
      }
    }
  }

  std::string space() { return one_of(std::array<std::string, 5>{" ", "  ", "\t", "\n", "\u00A0"}); }
  std::string any_space() { return below(2) == 0 ? "" : space(); }

  std::string write_leaf(const Tree& leaf) {
    if (leaf.kind == "number") return leaf.text;
    if (leaf.kind == "name") {
      const bool must = leaf.text == "in" || leaf.text.find(' ') != std::string::npos;
      if (!must && below(3) != 0) return leaf.text;
      return below(2) == 0 ? "`" + leaf.text + "`" : "[" + leaf.text + "]";
    }
    const char quote = below(2) == 0 ? '"' : '\'';
    std::string result{quote};
    for (const char byte : leaf.text) {
      if (byte == '\n' && below(2) == 0) {
        result += "\\n";
      } else {
        if (byte == quote || byte == '\\') result += '\\';
        result += byte;
      }
    }
    return result + quote;
  }

  /// As a person might write it who puts parentheses where they must be, and now and then where they need not.
  std::string write(const Tree& tree) {
    if (tree.kind == "name" && tree.parts.empty()) return wrap(write_leaf(tree), 5);
    if (tree.kind == "!") {
      const bool chain = tree.parts[0].kind == "&&" || tree.parts[0].kind == "||";
      const std::string sign = below(2) == 0 ? "!" : "not" + space();
      return sign + any_space() + (chain ? "(" + write(tree.parts[0]) + ")" : write(tree.parts[0]));
    }
    if (tree.kind == "&&" || tree.kind == "||") {
      std::string result;
      for (const Tree& part : tree.parts) {
        if (!result.empty()) result += joint(tree.kind);
        const bool must = tree.kind == "&&" ? part.kind == "||" : false;
        result += must ? "(" + any_space() + write(part) + any_space() + ")" : write(part);
      }
      return wrap(result, 5);
    }
    if (tree.kind == "in") {
      std::string result = write_leaf(tree.parts[0]) + space() + "in" + any_space() + "(";
      for (std::size_t i = 1; i < tree.parts.size(); ++i) {
        result += (i == 1 ? "" : ",") + any_space() + write_leaf(tree.parts[i]) + any_space();
      }
      return wrap(result + ")", 5);
    }
    return wrap(write_leaf(tree.parts[0]) + any_space() + tree.kind + any_space() + write_leaf(tree.parts[1]), 5);
  }

 private:
  std::string wrap(const std::string& text, std::size_t one_in) {
    return below(one_in) == 0 ? "(" + any_space() + text + any_space() + ")" : text;
  }

  std::string joint(const std::string& sign) {
    if (below(2) == 0) return any_space() + sign + any_space();
    return space() + (sign == "&&" ? "and" : "OR") + space();
  }

  std::mt19937 random_;
};

std::optional<double> read_number(const std::string& text) {
  static const std::regex shape(R"(\s*([-+]?(?:\d+\.?\d*|\.\d+))(%|[eE][-+]?\d+)?\s*)");
  std::smatch found;
  if (!std::regex_match(text, found, shape)) return std::nullopt;
  return std::strtod((found[1].str() + (found[2] == "%" ? "e-2" : found[2].str())).c_str(), nullptr);
}

Worth worth_of(const Tree& leaf, const std::map<std::string, Worth>& values) {
  if (leaf.kind == "number") return {read_number(leaf.text), {}};
  if (leaf.kind == "text") return {{}, leaf.text};
  const auto found = values.find(leaf.text);
  return found == values.end() ? Worth{} : found->second;
}

bool is_empty(const Worth& worth) { return !worth.number && worth.text.value_or("").empty(); }

template <typename T>
bool compare(const T& left, const std::string& relation, const T& right) {
  if (relation == "==") return left == right;
  if (relation == "!=") return !(left == right);
  if (relation == "<") return left < right;
  if (relation == ">") return right < left;
  if (relation == "<=") return left < right || left == right;
  return right < left || left == right;
}

bool compare_leaves(const Tree& left, const std::string& relation, const Tree& right,
                    const std::map<std::string, Worth>& values) {
  const Worth l = worth_of(left, values);
  const Worth r = worth_of(right, values);
  const bool order = relation[0] == '<' || relation[0] == '>';
  if (is_empty(l) || is_empty(r)) return !order && (is_empty(l) == is_empty(r)) == (relation == "==");
  const auto as_number = [](const Worth& worth) { return worth.number ? worth.number : read_number(*worth.text); };
  const bool two_names = left.kind == "name" && right.kind == "name";
  if (l.number || r.number || (two_names && as_number(l) && as_number(r))) {
    if (as_number(l) && as_number(r)) return compare(*as_number(l), relation, *as_number(r));
    if (order) throw Undecided{};
    return relation == "!=";
  }
  return compare(*l.text, relation, *r.text);
}

bool evaluate(const Tree& tree, const std::map<std::string, Worth>& values) {
  if (tree.kind == "name") return !is_empty(worth_of(tree, values));
  if (tree.kind == "!") return !evaluate(tree.parts[0], values);
  if (tree.kind == "&&") {
    for (const Tree& part : tree.parts) {
      if (!evaluate(part, values)) return false;
    }
    return true;
  }
  if (tree.kind == "||") {
    for (const Tree& part : tree.parts) {
      if (evaluate(part, values)) return true;
    }
    return false;
  }
  if (tree.kind == "in") {
    for (std::size_t i = 1; i < tree.parts.size(); ++i) {
      if (compare_leaves(tree.parts[0], "==", tree.parts[i], values)) return true;
    }
    return false;
  }
  return compare_leaves(tree.parts[0], tree.kind, tree.parts[1], values);
}

/// `yes`, `no`, or `undecided`.
std::string expected(const Tree& tree, const std::map<std::string, Worth>& values) {
  try {
    return evaluate(tree, values) ? "yes" : "no";
  } catch (const Undecided&) {
    return "undecided";
  }
}

Value value_in(const std::map<std::string, Worth>& values, const Name& name) {
  const auto found = values.find(name.text);
  if (found == values.end()) return {};
  return found->second.number ? Value{*found->second.number} : Value{*found->second.text};
}

std::string actual(const Expression& expression, const std::map<std::string, Worth>& values) {
  try {
    return expression.holds([&](const Name& name) { return value_in(values, name); }) ? "yes" : "no";
  } catch (const Error&) {
    return "undecided";
  }
}

TEST(RandomExpressions, ComeToWhatTheirTreesSay) {
  Generator generator{20201};
  std::map<std::string, int> met;
  for (int round = 0; round < 20'000; ++round) {
    const Tree tree = generator.tree(generator.below(5));
    const std::string text = generator.write(tree);
    const auto expression = Expression::parse(text);
    for (int i = 0; i < 3; ++i) {
      const auto values = generator.values();
      const std::string wanted = expected(tree, values);
      ASSERT_EQ(actual(expression, values), wanted) << text;
      ++met[wanted];
    }
  }
  for (const char* const outcome : {"yes", "no", "undecided"}) EXPECT_GT(met[outcome], 1000) << outcome;
}

TEST(RandomExpressions, WhatIsCertainDoesNotDependOnTheRest) {
  Generator generator{20202};
  int certain = 0;
  for (int round = 0; round < 10'000; ++round) {
    const auto expression = Expression::parse(generator.write(generator.tree(generator.below(4))));
    auto values = generator.values();
    std::map<std::string, bool> known;
    for (const std::string& name : names) known[name] = generator.below(3) != 0;
    const auto decided = expression.decided([&](const Name& name) -> std::optional<Value> {
      if (!known[name.text]) return std::nullopt;
      return value_in(values, name);
    });
    if (!decided) continue;
    ++certain;
    for (int i = 0; i < 5; ++i) {
      for (const auto& [name, worth] : generator.values()) {
        if (!known[name]) values[name] = worth;
      }
      const std::string outcome = actual(expression, values);
      ASSERT_TRUE(outcome == "undecided" || outcome == (*decided ? "yes" : "no"));
    }
  }
  EXPECT_GT(certain, 2000);
}

/// The column of what is wrong, 0 where nothing is.
std::uint64_t wrong_column(std::string_view text) {
  try {
    Expression::parse(text, [](std::string_view, std::string_view) { return true; });
    return 0;
  } catch (const Error& error) {
    EXPECT_GE(error.problem().column, 1U) << text;
    EXPECT_NE(error.problem().cause, "") << text;
    return error.problem().column;
  }
}

std::size_t count_points(std::string_view text) {
  std::size_t points = 0;
  for (const char byte : text) points += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
  return points;
}

const std::string valid =
    "größe>=-2.5e3 && [Date of birth] not in ('a\\'b', \"c\", 5%) || !(`x` ~ \"\\\\*é\") and turn";

TEST(HostileExpressions, EveryPrefixIsReadOrRefusedWithAPlace) {
  ASSERT_EQ(wrong_column(valid), 0U);
  for (std::size_t length = 0; length < valid.size(); ++length) {
    const std::string_view prefix = std::string_view(valid).substr(0, length);
    EXPECT_LE(wrong_column(prefix), count_points(prefix) + 1) << prefix;
  }
}

TEST(HostileExpressions, AnyByteAnywhere) {
  for (std::size_t at = 0; at < valid.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string changed = valid;
      changed[at] = static_cast<char>(byte);
      EXPECT_LE(wrong_column(changed), count_points(changed) + 1) << changed;
    }
  }
}

TEST(HostileExpressions, ANulIsNoSpaceAndEndsNothing) {
  EXPECT_EQ(wrong_column(std::string("a\0", 2)), 2U);
  EXPECT_EQ(wrong_column(std::string("\0a", 2)), 1U);
  EXPECT_EQ(wrong_column(std::string("a == 'b\0c'", 10)), 0U);
}

TEST(HostileExpressions, DeepOnesAreRefusedAndLongOnesAreNot) {
  constexpr std::size_t many = 1'000'000;
  EXPECT_EQ(wrong_column(std::string(many, '(')), 101U);
  EXPECT_EQ(wrong_column(std::string(many, '!')), 101U);
  EXPECT_EQ(wrong_column(std::string(100, '(') + "a" + std::string(100, ')')), 0U);
  EXPECT_EQ(wrong_column(std::string(many, ')')), 1U);
  EXPECT_EQ(wrong_column(std::string(many, 'a')), 0U);
  EXPECT_EQ(wrong_column(std::string(many, '1')), 1U);
  EXPECT_EQ(wrong_column(std::string(many, ' ')), many + 1);
  EXPECT_EQ(wrong_column(std::string(many, '"')), 1U);
  EXPECT_EQ(wrong_column(std::string(many, '\x80')), 0U) << "some name";
  EXPECT_EQ(wrong_column(std::string(many, '\xff')), 0U) << "some name";
  std::string chain = "a";
  std::string list = "a in (1";
  for (int i = 0; i < 200'000; ++i) {
    chain += i % 2 == 0 ? "&&a" : "||(b)";
    list += ",1";
  }
  EXPECT_EQ(wrong_column(chain), 0U);
  EXPECT_EQ(wrong_column(list + ")"), 0U);
  EXPECT_EQ(wrong_column(list), list.size() + 1);
}

}  // namespace
}  // namespace corpus::expr
