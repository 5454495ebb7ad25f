// SPDX-License-Identifier: MIT
#include "corpus/search/program.hpp"

#include <algorithm>

namespace corpus::search {
namespace {

/// Writes programs from their ends: each step knows those that follow it.
class Compiler {
 public:
  explicit Compiler(Program& program) : steps_(program.steps) {}

  std::uint32_t add(const Step& step) {
    steps_.push_back(step);
    return static_cast<std::uint32_t>(steps_.size() - 1);
  }

  /// Where the steps of `node` begin that lead to `next`.
  // NOLINTBEGIN(misc-no-recursion): as deep as the query was allowed to be
  std::uint32_t add(const Node& node, std::uint32_t next) {
    switch (node.kind) {
      case Node::Kind::token:
        return add({Step::Kind::token, node.index, next});
      case Node::Kind::gap:
        return add({Step::Kind::gap, node.index, next});
      case Node::Kind::sequence:
        for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part) next = add(*part, next);
        return next;
      case Node::Kind::alternatives:
        return add_alternatives(node, next);
      case Node::Kind::repetition:
        return node.most == Node::no_limit ? add_loop(node, next) : add_copies(node, next);
    }
    return next;
  }

 private:
  std::uint32_t add_alternatives(const Node& node, std::uint32_t next) {
    std::uint32_t begin = add(node.parts.back(), next);
    for (auto part = node.parts.rbegin() + 1; part != node.parts.rend(); ++part)
      begin = add_split(add(*part, next), begin);
    return begin;
  }

  std::uint32_t add_loop(const Node& node, std::uint32_t next) {
    const Node& part = node.parts.front();
    const std::uint32_t again = add_split(next, next);
    std::uint32_t begin = add(part, again);
    const std::uint32_t gap = add_gap(begin);  // a statement of its own: `steps_` moves
    steps_[again].next = gap;
    if (node.least == 0) return add_split(begin, next);
    for (std::uint64_t copy = 1; copy < node.least; ++copy) begin = add(part, add_gap(begin));
    return begin;
  }

  std::uint32_t add_copies(const Node& node, std::uint32_t next) {
    std::uint32_t begin = next;
    for (std::uint64_t copy = node.most; copy > 0; --copy) {
      std::uint32_t after = next;
      if (copy < node.most) after = add_gap(begin);
      if (copy < node.most && copy >= node.least) after = add_split(after, next);
      begin = add(node.parts.front(), after);
    }
    return node.least == 0 && node.most > 0 ? add_split(begin, next) : begin;
  }
  // NOLINTEND(misc-no-recursion)

  std::uint32_t add_split(std::uint32_t next, std::uint32_t other) { return add({Step::Kind::split, 0, next, other}); }
  std::uint32_t add_gap(std::uint32_t next) { return add({Step::Kind::gap, Node::follows, next}); }

  std::vector<Step>& steps_;
};

/// From which steps one of the kind `wanted` is reached without a token. Steps lead to earlier ones, but for loops: two
/// rounds are enough for almost any program.
std::vector<bool> leading_to(Step::Kind wanted, const std::vector<Step>& steps) {
  std::vector<bool> leads(steps.size());
  bool changed = true;
  while (changed) {
    changed = false;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const Step& step = steps[i];
      const bool lead = step.kind == wanted || (step.kind == Step::Kind::gap && leads[step.next]) ||
                        (step.kind == Step::Kind::split && (leads[step.next] || leads[step.other]));
      changed = changed || lead != leads[i];
      leads[i] = lead;
    }
  }
  return leads;
}

/// What is reached from `begin` without a token. No gap stands before a match.
std::vector<std::uint32_t> find_firsts(const std::vector<Step>& steps, std::uint32_t begin) {
  std::vector<std::uint32_t> firsts;
  std::vector<bool> seen(steps.size());
  std::vector<std::uint32_t> waiting{begin};
  while (!waiting.empty()) {
    const std::uint32_t index = waiting.back();
    waiting.pop_back();
    if (seen[index]) continue;
    seen[index] = true;
    const Step& step = steps[index];
    if (step.kind == Step::Kind::token) firsts.push_back(index);
    if (step.kind == Step::Kind::split) waiting.push_back(step.other);
    if (step.kind == Step::Kind::split || step.kind == Step::Kind::gap) waiting.push_back(step.next);
  }
  return firsts;
}

}  // namespace

Program compile(const Node& node) {
  Program program;
  Compiler compiler{program};
  const std::uint32_t begin = compiler.add(node, compiler.add(Step{}));
  program.accepts = leading_to(Step::Kind::found, program.steps);
  program.goes_on = leading_to(Step::Kind::token, program.steps);
  program.firsts = find_firsts(program.steps, begin);
  return program;
}

}  // namespace corpus::search
