// SPDX-License-Identifier: MIT
#include "reference/search/cql.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace corpus::reference {
namespace {

struct WorldForm {
  const char* form;
  const char* type;
  const char* lemma;
};

// NOLINTBEGIN(bugprone-suspicious-missing-comma)
constexpr std::array<WorldForm, 10> world{{{"take", "take", "take"},
                                           {"Take", "take", "take"},
                                           {"took", "took", "take"},
                                           {"caf\u00E9", "caf\u00E9", "caf\u00E9"},
                                           {"cafe\u0301", "caf\u00E9", "caf\u00E9"},
                                           {"cafe", "cafe", ""},
                                           {"Stra\u00DFe", "strasse", "Stra\u00DFe"},
                                           {"STRASSE", "strasse", "Stra\u00DFe"},
                                           {"don\u2019t", "don't", "do"},
                                           {"a.b", "a.b", ""}}};
constexpr std::array<const char*, 3> parts_of_speech{"VERB", "NOUN", ""};

/// A condition on one attribute, and for which of the forms above it holds, by hand.
struct WorldValue {
  const char* attribute;
  const char* value;
  std::array<int, world.size()> forms;
};

constexpr std::array<WorldValue, 24> values{{
    {"word", R"("take")", {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
    {"word", R"('take' %c)", {1, 1, 0, 0, 0, 0, 0, 0, 0, 0}},
    {"word", R"("t[ao]+k(e)?")", {1, 0, 1, 0, 0, 0, 0, 0, 0, 0}},
    {"word", R"("t.*" %c)", {1, 1, 1, 0, 0, 0, 0, 0, 0, 0}},
    {"word", "\"caf\u00E9\"", {0, 0, 0, 1, 1, 0, 0, 0, 0, 0}},
    {"word", "\"cafe\u0301\"", {0, 0, 0, 1, 1, 0, 0, 0, 0, 0}},
    {"word", R"("cafe")", {0, 0, 0, 0, 0, 1, 0, 0, 0, 0}},
    {"word", R"("cafe" %d)", {0, 0, 0, 1, 1, 1, 0, 0, 0, 0}},
    {"word", "\"CAF\u00C9\" %cd", {0, 0, 0, 1, 1, 1, 0, 0, 0, 0}},
    {"word", R"("caf.")", {0, 0, 0, 1, 1, 1, 0, 0, 0, 0}},
    {"word", R"("strasse" %c)", {0, 0, 0, 0, 0, 0, 1, 1, 0, 0}},
    {"word", R"("STRASSE")", {0, 0, 0, 0, 0, 0, 0, 1, 0, 0}},
    {"word", R"("don't")", {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
    {"word", R"("a.b")", {0, 0, 0, 0, 0, 0, 0, 0, 0, 1}},
    {"word", R"("a\.b")", {0, 0, 0, 0, 0, 0, 0, 0, 0, 1}},
    {"word", R"("a.b" %l)", {0, 0, 0, 0, 0, 0, 0, 0, 0, 1}},
    {"word", R"("t.ok" %l)", {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
    {"type", R"("Take")", {1, 1, 0, 0, 0, 0, 0, 0, 0, 0}},
    {"type", "\"don\u2019t\"", {0, 0, 0, 0, 0, 0, 0, 0, 1, 0}},
    {"type", R"("S.+E")", {0, 0, 0, 0, 0, 0, 1, 1, 0, 0}},
    {"type", R"("cafe" %d)", {0, 0, 0, 1, 1, 1, 0, 0, 0, 0}},
    {"lemma", R"("take|do")", {1, 1, 1, 0, 0, 0, 0, 0, 1, 0}},
    {"lemma", R"("")", {0, 0, 0, 0, 0, 1, 0, 0, 0, 1}},
    {"word", R"(".*[^e]")", {0, 0, 1, 1, 1, 0, 0, 1, 1, 1}},
}};
// NOLINTEND(bugprone-suspicious-missing-comma)

/// A condition in brackets, and for which forms (rows) and parts of speech (columns) it holds.
struct Clause {
  std::string text;
  std::vector<std::vector<bool>> holds;
};

Clause clause_of(std::string text, const std::function<bool(std::size_t, std::size_t)>& holds) {
  Clause clause{std::move(text), {}};
  for (std::size_t form = 0; form < world.size(); ++form) {
    clause.holds.emplace_back();
    for (std::size_t upos = 0; upos < parts_of_speech.size(); ++upos) clause.holds.back().push_back(holds(form, upos));
  }
  return clause;
}

Clause random_comparison(Dice& dice) {
  const bool equal = !dice.one_in(4);
  const std::string sign = equal ? (dice.one_in(2) ? "=" : " = ") : "!=";
  if (dice.one_in(4)) {
    const std::size_t wanted = dice.below(parts_of_speech.size());
    return clause_of("upos" + sign + '"' + parts_of_speech[wanted] + '"',
                     [=](std::size_t, std::size_t upos) { return (upos == wanted) == equal; });
  }
  const WorldValue& value = dice.pick(values);
  return clause_of(value.attribute + sign + value.value,
                   [&](std::size_t form, std::size_t) { return (value.forms[form] == 1) == equal; });
}

// NOLINTBEGIN(misc-no-recursion): as deep as was asked for
Clause random_clause(Dice& dice, std::size_t depth) {
  const std::size_t kind = depth == 0 ? 0 : dice.below(5);
  if (kind < 2) return random_comparison(dice);
  const Clause left = random_clause(dice, depth - 1);
  if (kind == 2) {
    return clause_of("!(" + left.text + ")",
                     [&](std::size_t form, std::size_t upos) { return !left.holds[form][upos]; });
  }
  const Clause right = random_clause(dice, depth - 1);
  if (kind == 3) {
    return clause_of("(" + left.text + ")&(" + right.text + ")", [&](std::size_t form, std::size_t upos) {
      return left.holds[form][upos] && right.holds[form][upos];
    });
  }
  return clause_of("( " + left.text + " | " + right.text + " )", [&](std::size_t form, std::size_t upos) {
    return left.holds[form][upos] || right.holds[form][upos];
  });
}

CqlNode random_cql_token(Dice& dice) {
  if (dice.one_in(5)) {
    Clause any = clause_of("[]", [](std::size_t, std::size_t) { return true; });
    return {.text = any.text, .holds = any.holds};
  }
  if (dice.one_in(3)) {
    const WorldValue& value = dice.pick(values);
    if (std::string(value.attribute) == "word") {
      const Clause bare = clause_of(value.value, [&](std::size_t form, std::size_t) { return value.forms[form] == 1; });
      return {.text = bare.text, .holds = bare.holds};
    }
  }
  const Clause clause = random_clause(dice, dice.below(3));
  return {.text = '[' + clause.text + ']', .holds = clause.holds};
}

/// Where matches end that begin before token `first` and have come to before token `at`.
class Finder {
 public:
  Finder(const std::vector<CqlToken>& tokens, std::size_t first) : tokens_(tokens), first_(first) {}

  [[nodiscard]] std::set<std::size_t> ends(const CqlNode& node, std::size_t at) const {
    std::set<std::size_t> found;
    if (node.kind == CqlNode::Kind::token) {
      if (at < tokens_.size() && (at == first_ || tokens_[at].joint == search::Joint::follows) && is(node, at)) {
        found.insert(at + 1);
      }
    } else if (node.kind == CqlNode::Kind::alternatives) {
      for (const CqlNode& part : node.parts) found.merge(ends(part, at));
    } else if (node.kind == CqlNode::Kind::sequence) {
      found = {at};
      for (const CqlNode& part : node.parts) found = ends_of_all(part, found);
    } else {
      std::set<std::size_t> here{at};
      // More rounds than tokens can add nothing.
      for (std::size_t round = 0; round <= std::min(node.most, node.least + tokens_.size() + 1); ++round) {
        if (round >= node.least) found.insert(here.begin(), here.end());
        here = ends_of_all(node.parts.front(), here);
      }
    }
    return found;
  }

 private:
  [[nodiscard]] std::set<std::size_t> ends_of_all(const CqlNode& node, const std::set<std::size_t>& begins) const {
    std::set<std::size_t> found;
    for (const std::size_t begin : begins) found.merge(ends(node, begin));
    return found;
  }

  [[nodiscard]] bool is(const CqlNode& node, std::size_t at) const {
    for (std::size_t form = 0; form < world.size(); ++form) {
      for (std::size_t upos = 0; upos < parts_of_speech.size(); ++upos) {
        if (tokens_[at].form == world[form].form && tokens_[at].upos == parts_of_speech[upos]) {
          return node.holds[form][upos];
        }
      }
    }
    return false;
  }

  const std::vector<CqlToken>& tokens_;
  std::size_t first_;
};

}  // namespace

CqlToken random_token(Dice& dice) {
  const WorldForm& form = dice.pick(world);
  return {.form = form.form,
          .type = form.type,
          .lemma = form.lemma,
          .upos = dice.pick(parts_of_speech),
          .joint = dice.one_in(12)  ? search::Joint::parted
                   : dice.one_in(9) ? search::Joint::interrupted
                                    : search::Joint::follows};
}

CqlNode random_cql(Dice& dice, std::size_t depth) {
  const std::size_t kind = depth == 0 ? 0 : dice.below(6);
  if (kind < 2) return random_cql_token(dice);
  CqlNode node;
  std::size_t parts = 1;
  if (kind < 5) {
    node.kind = kind == 2 ? CqlNode::Kind::alternatives : CqlNode::Kind::sequence;
    parts = dice.between(2, 3);
  } else {
    node.kind = CqlNode::Kind::repetition;
    node.least = dice.below(3);
    node.most = dice.one_in(2) ? CqlNode::no_limit : node.least + dice.below(3);
  }
  for (std::size_t i = 0; i < parts; ++i) node.parts.push_back(random_cql(dice, depth - 1));
  return node;
}

std::string CqlNode::print(Dice& dice) const {
  const std::string space = dice.one_in(2) ? " " : "";
  std::string printed;
  if (kind == Kind::token) {
    printed = text;
  } else if (kind == Kind::repetition) {
    const std::string part = parts.front().print(dice);
    printed = parts.front().kind == Kind::token ? part : '(' + part + ')';
    if (least == 0 && most == 1 && dice.one_in(2)) return printed + '?';
    if (most == no_limit && least < 2 && dice.one_in(2)) return printed + (least == 0 ? '*' : '+');
    printed += '{' + space + std::to_string(least);
    if (most != least) printed += ',' + space + (most == no_limit ? "" : std::to_string(most));
    return printed + '}';
  } else {
    for (const CqlNode& part : parts) {
      if (&part != &parts.front()) printed += kind == Kind::alternatives ? space + '|' + space : space;
      const bool enclosed = part.kind == Kind::alternatives || (kind == Kind::sequence && part.kind == Kind::sequence);
      printed += enclosed || dice.one_in(8) ? '(' + part.print(dice) + ')' : part.print(dice);
    }
  }
  return printed;
}
// NOLINTEND(misc-no-recursion)

std::vector<search::TokenRange> find_all(const CqlNode& node, const std::vector<CqlToken>& tokens) {
  std::vector<search::TokenRange> hits;
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    const std::set<std::size_t> ends = Finder{tokens, first}.ends(node, first);
    const std::size_t end = ends.empty() ? first : *ends.rbegin();
    const bool within = std::any_of(hits.begin(), hits.end(), [&](const auto& hit) { return hit.last + 1 >= end; });
    if (end > first && !within) hits.push_back({first, end - 1});
  }
  return hits;
}

}  // namespace corpus::reference
