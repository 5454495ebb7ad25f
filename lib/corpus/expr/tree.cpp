// SPDX-License-Identifier: MIT
#include "corpus/expr/tree.hpp"

#include <fmt/format.h>

#include "corpus/expr/number.hpp"

namespace corpus::expr {
namespace {

bool is_empty(const Value& value) {
  const auto* const text = std::get_if<std::string>(&value);
  return std::holds_alternative<std::monostate>(value) || (text != nullptr && text->empty());
}

std::optional<double> as_number(const Value& value) {
  if (const auto* const number = std::get_if<double>(&value)) return *number;
  const auto* const text = std::get_if<std::string>(&value);
  return text == nullptr ? std::nullopt : number_of(*text);
}

std::string as_text(const Value& value) {
  if (const auto* const number = std::get_if<double>(&value)) return fmt::format("{}", *number);
  const auto* const text = std::get_if<std::string>(&value);
  return text == nullptr ? "" : *text;
}

bool is_order(Relation relation) {
  return relation != Relation::equal && relation != Relation::unequal && relation != Relation::like &&
         relation != Relation::unlike;
}

template <typename Comparable>
bool relates(const Comparable& left, Relation relation, const Comparable& right) {
  switch (relation) {
    case Relation::equal:
      return left == right;
    case Relation::less:
      return left < right;
    case Relation::less_or_equal:
      return left <= right;
    case Relation::greater:
      return left > right;
    case Relation::greater_or_equal:
      return left >= right;
    default:
      return left != right;
  }
}

/// A value, and the operand that it is of.
struct Side {
  const Operand& operand;
  Value value;

  [[nodiscard]] bool named() const { return std::holds_alternative<Name>(operand.what); }
};

Error incomparable(const Side& side) {
  const std::string value = as_text(side.value);
  if (!side.named()) return Error{{.column = side.operand.column, .cause = fmt::format("'{}' is not a number", value)}};
  const std::string& name = std::get<Name>(side.operand.what).text;
  return Error{{.column = side.operand.column,
                .cause = fmt::format("{} is '{}', which is not a number", name, value),
                .hint = "leave such values out before it, or put quotes around the number to compare as texts"}};
}

class Decision {
 public:
  Decision(const KnownValueOf& value_of, const Matches& matches, OnIncomparable on_incomparable)
      : value_of_(value_of), matches_(matches), on_incomparable_(on_incomparable) {}

  // The parser bounds the depth.
  // NOLINTNEXTLINE(misc-no-recursion)
  [[nodiscard]] Verdict of(const Node& node) const {
    switch (node.kind) {
      case Node::Kind::all:
        return of_children(node, Verdict::no, Verdict::yes);
      case Node::Kind::any:
        return of_children(node, Verdict::yes, Verdict::no);
      case Node::Kind::negation:
        return opposite(of(node.children.front()));
      case Node::Kind::presence:
        return of_presence(node.left);
      case Node::Kind::comparison:
        break;
    }
    return of_comparison(node);
  }

 private:
  static Verdict verdict(bool holds) { return holds ? Verdict::yes : Verdict::no; }

  static Verdict opposite(Verdict verdict) {
    if (verdict == Verdict::unknown) return verdict;
    return verdict == Verdict::yes ? Verdict::no : Verdict::yes;
  }

  /// `decisive` where one child says so, else `otherwise`.
  // NOLINTNEXTLINE(misc-no-recursion)
  [[nodiscard]] Verdict of_children(const Node& node, Verdict decisive, Verdict otherwise) const {
    for (const Node& child : node.children) {
      const Verdict verdict = of(child);
      if (verdict == decisive) return verdict;
      if (verdict == Verdict::unknown) otherwise = verdict;
    }
    return otherwise;
  }

  [[nodiscard]] std::optional<Value> value(const Operand& operand) const {
    if (const auto* const name = std::get_if<Name>(&operand.what)) return value_of_(*name);
    if (const auto* const number = std::get_if<double>(&operand.what)) return *number;
    return std::get<std::string>(operand.what);
  }

  [[nodiscard]] Verdict of_presence(const Operand& operand) const {
    const auto found = value(operand);
    return found ? verdict(!is_empty(*found)) : Verdict::unknown;
  }

  [[nodiscard]] Verdict of_comparison(const Node& node) const {
    auto left = value(node.left);
    if (!left) return Verdict::unknown;
    const Side left_side{node.left, *std::move(left)};
    Verdict result = Verdict::no;
    for (const Operand& operand : node.right) {
      auto right = value(operand);
      const Verdict one = right ? compare(left_side, node.relation, {operand, *std::move(right)}) : Verdict::unknown;
      if (one == Verdict::yes) return one;
      if (one == Verdict::unknown) result = one;
    }
    return result;
  }

  [[nodiscard]] Verdict compare(const Side& left, Relation relation, const Side& right) const {
    if (relation == Relation::like || relation == Relation::unlike) {
      return verdict(matches_(as_text(right.value), as_text(left.value)) == (relation == Relation::like));
    }
    if (is_empty(left.value) || is_empty(right.value)) {
      return verdict(!is_order(relation) && relates(is_empty(left.value), relation, is_empty(right.value)));
    }
    const auto left_number = as_number(left.value);
    const auto right_number = as_number(right.value);
    const bool both = left_number && right_number;
    const bool as_numbers = std::holds_alternative<double>(left.value) || std::holds_alternative<double>(right.value) ||
                            (both && left.named() && right.named());
    if (!as_numbers) return verdict(relates(as_text(left.value), relation, as_text(right.value)));
    if (both) return verdict(relates(*left_number, relation, *right_number));
    if (!is_order(relation)) return verdict(relation == Relation::unequal);
    if (on_incomparable_ == OnIncomparable::stop) throw incomparable(left_number ? right : left);
    return Verdict::unknown;
  }

  const KnownValueOf& value_of_;
  const Matches& matches_;
  OnIncomparable on_incomparable_;
};

}  // namespace

Verdict decide(const Node& node, const KnownValueOf& value_of, const Matches& matches, OnIncomparable on_incomparable) {
  return Decision{value_of, matches, on_incomparable}.of(node);
}

}  // namespace corpus::expr
