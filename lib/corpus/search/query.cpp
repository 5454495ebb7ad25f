// SPDX-License-Identifier: MIT
#include "corpus/search/query.hpp"

#include <algorithm>
#include <utility>

#include "corpus/search/query_state.hpp"
#include "corpus/search/stretches.hpp"

namespace corpus::search {

Query::Query(std::unique_ptr<QueryState> state) : state_(std::move(state)) {}
Query::Query(Query&&) noexcept = default;
Query& Query::operator=(Query&&) noexcept = default;
Query::~Query() = default;

const std::string& Query::text() const { return state_->text; }
Within Query::within() const { return state_->within; }
bool Query::looks_at(Attribute attribute) const { return state_->readings.holds(attribute); }
bool Query::single() const { return state_->single; }
const std::vector<std::string>& Query::stretches() const { return state_->stretches; }

bool Query::holds(const SeenToken& token) const {
  QueryState& state = *state_;
  state.readings.look_at(token);
  return std::any_of(state.program.firsts.begin(), state.program.firsts.end(), [&](std::uint32_t step) {
    return state.conditions[state.program.steps[step].index].holds(state.readings);
  });
}

Node QueryState::token(Condition condition) {
  conditions.push_back(std::move(condition));
  return Node::token(static_cast<std::uint32_t>(conditions.size() - 1));
}

Node QueryState::gap(Gap gap) {
  gaps.push_back(std::move(gap));
  return Node::gap(static_cast<std::uint32_t>(gaps.size() - 1));
}

void QueryState::check_size(const Node& node, const QueryText& text, std::size_t at) {
  if (node.steps() > most_steps) {
    text.fail(at, "this makes the query too large: it has more than 10,000 steps", "a smaller number in { }");
  }
}

Query QueryState::finish(std::unique_ptr<QueryState> state, const Node& node, const QueryText& text) {
  check_size(node, text, 0);
  if (node.most_tokens() == 0) text.fail(0, "the query asks for no token", "{0} stands for nothing");
  state->single = node.least_tokens() == 1 && node.most_tokens() == 1;
  state->stretches = find_stretches(node, state->conditions, state->readings);
  state->program = compile(node);
  return Query{std::move(state)};
}

}  // namespace corpus::search
