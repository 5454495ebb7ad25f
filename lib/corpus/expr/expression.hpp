// SPDX-License-Identifier: MIT
/// \file
/// The small expression language of --where and --fail-on: named values in, true or false out.
///
///     const auto wanted = expr::Expression::parse("speaker == \"Q\" && year >= 2020");
///     wanted.holds([&](const expr::Name& name) -> expr::Value { … });
///
/// | written                             | holds if                                                              |
/// |-------------------------------------|-----------------------------------------------------------------------|
/// | `speaker`                           | it is there and not empty                                             |
/// | `speaker == "Q"`, `!=`              | both are the same, or not                                             |
/// | `year >= 2020`, `<` `<=` `>`        | so by number, or by code points where neither side is a number        |
/// | `title ~ "*snow*"`, `!~`            | the pattern matches the whole value, or not                           |
/// | `outlet in ("bbc", "cnn")`, `not in`| it is one of them, or none                                            |
/// | `!a`, `a && b`, `a \|\| b`, `(a)`   | as usual, and binding in this order; also `not`, `and`, `or`          |
///
/// Names are letters of any script, digits, `_` and `.`; any other name stands in backquotes or brackets: `` `Date of
/// birth` ``. Texts stand in double or single quotes, with `\"` `\'` `\\` `\n` `\t`. Numbers are `2020`, `-2.5`, `1e6`,
/// and `5%`, which is 0.05.
///
/// - If one side is a number, the other is read as one: the text `2020` equals 2020. A text that is no number is unequal
///   to every number, and to ask which is greater is an error. Two names are compared as numbers if both are, else as
///   texts.
/// - A value that is missing is the same as an empty one: unequal to all but `""`, neither less nor greater than
///   anything.
/// - `&&` and `||` look at their right side only where the left one does not decide.
///
/// Linear in the length of the expression; parentheses and negations go 100 deep.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "corpus/error.hpp"

namespace corpus::expr {

/// A number, a text, or nothing: the document has no such field.
using Value = std::variant<std::monostate, double, std::string>;

struct Name {
  std::string text = {};
  bool quoted = false;  ///< it stood in backquotes or brackets, so it is no word that the caller gives a meaning to

  bool operator==(const Name&) const = default;
};

using ValueOf = std::function<Value(const Name& name)>;

/// The same, or none at all while it is not known yet.
using KnownValueOf = std::function<std::optional<Value>(const Name& name)>;

/// What `~` asks: whether all of `value` is as `pattern` says.
using Matches = std::function<bool(std::string_view pattern, std::string_view value)>;

struct Node;  // of tree.hpp

class Expression {
 public:
  /// Throws Error whose column, from 1 in code points, points at what is wrong in `text`; `line` stays 0. Without
  /// `matches` there is no `~`.
  static Expression parse(std::string_view text, Matches matches = {});

  /// The names in it, each once, in order of first appearance.
  [[nodiscard]] const std::vector<Name>& names() const { return names_; }

  /// Asks `value_of` for the names it needs. Throws Error with a column where values cannot be compared.
  [[nodiscard]] bool holds(const ValueOf& value_of) const;

  /// What is certain whatever the values will be that are not known yet; nothing where it depends on them, or where
  /// values cannot be compared.
  [[nodiscard]] std::optional<bool> decided(const KnownValueOf& value_of) const;

 private:
  Expression() = default;

  std::shared_ptr<const Node> root_;
  std::vector<Name> names_;
  Matches matches_;
};

}  // namespace corpus::expr
