// SPDX-License-Identifier: MIT
#include "corpus/search/matcher.hpp"

#include <algorithm>
#include <deque>
#include <vector>

#include "corpus/search/query_state.hpp"

namespace corpus::search {
namespace {

/// A match that may go on: it took tokens from `first` on, and is now before `step`.
struct Thread {
  std::uint32_t step = 0;
  std::uint64_t first = 0;
};

/// What a condition said of the token at hand.
struct Answer {
  std::uint64_t token = 0;  ///< of which token, from 1
  bool holds = false;
};

}  // namespace

/// The threads are in the order of their first tokens, and of two that reach the same step only the earlier one goes on:
/// whatever the later one would match lies within a match of the earlier one. For the same reason the hits that may yet
/// grow rise in their first tokens and in their last ones.
struct Matcher::State {
  explicit State(QueryState& the_query)
      : query(the_query),
        program(the_query.program),
        answers(the_query.conditions.size()),
        reached(program.steps.size()) {}

  void start() {
    threads.clear();
    hits.clear();
    number += tokens + 1;  // so that no mark is of a token to come
    tokens = 0;
  }

  void add(const SeenToken& token, Joint joint);
  void go_on(const Thread& thread, const SeenToken& token, Joint joint);
  void take(const Step& step, std::uint64_t first);
  [[nodiscard]] bool holds(std::uint32_t condition);
  [[nodiscard]] bool passes(std::uint32_t gap, const SeenToken& token, Joint joint) const;
  [[nodiscard]] bool reach(std::uint32_t step);
  [[nodiscard]] std::uint64_t oldest() const { return threads.empty() ? tokens : threads.front().first; }

  QueryState& query;
  const Program& program;
  std::vector<Thread> threads;
  std::vector<Thread> next_threads;
  std::vector<std::uint32_t> waiting;  ///< steps to be followed
  std::vector<Answer> answers;         ///< for each condition
  std::vector<std::uint64_t> reached;  ///< for each step, at which token it last was
  std::deque<TokenRange> hits;         ///< not given yet
  std::uint64_t number = 1;            ///< of the first token, among all that were ever seen
  std::uint64_t tokens = 0;
  bool found = false;  ///< a hit that ends with the token at hand
};

void Matcher::State::add(const SeenToken& token, Joint joint) {
  if (joint == Joint::parted) threads.clear();
  query.readings.look_at(token);
  const auto begins = [this](std::uint32_t first) { return holds(program.steps[first].index); };
  if (threads.empty() && std::none_of(program.firsts.begin(), program.firsts.end(), begins)) {
    ++tokens;
    return;
  }
  found = false;
  for (const Thread& thread : threads) go_on(thread, token, joint);
  for (const std::uint32_t first : program.firsts) {
    const Step& step = program.steps[first];
    if (reach(first) && holds(step.index)) take(step, tokens);
  }
  threads.swap(next_threads);
  next_threads.clear();
  ++tokens;
}

/// Follows the steps of a thread up to those that take the token.
void Matcher::State::go_on(const Thread& thread, const SeenToken& token, Joint joint) {
  waiting.push_back(thread.step);
  while (!waiting.empty()) {
    const std::uint32_t index = waiting.back();
    waiting.pop_back();
    if (!reach(index)) continue;
    const Step& step = program.steps[index];
    switch (step.kind) {
      case Step::Kind::token:
        if (holds(step.index)) take(step, thread.first);
        break;
      case Step::Kind::gap:
        if (passes(step.index, token, joint)) waiting.push_back(step.next);
        break;
      case Step::Kind::split:
        waiting.push_back(step.other);
        waiting.push_back(step.next);
        break;
      case Step::Kind::found:
        break;
    }
  }
}

void Matcher::State::take(const Step& step, std::uint64_t first) {
  if (program.goes_on[step.next]) next_threads.push_back({step.next, first});
  if (found || !program.accepts[step.next]) return;
  found = true;  // later threads would only find parts of it
  while (!hits.empty() && hits.back().first >= first) hits.pop_back();
  hits.push_back({first, tokens});
}

bool Matcher::State::holds(std::uint32_t condition) {
  Answer& answer = answers[condition];
  if (answer.token != number + tokens) answer = {number + tokens, query.conditions[condition].holds(query.readings)};
  return answer.holds;
}

bool Matcher::State::passes(std::uint32_t gap, const SeenToken& token, Joint joint) const {
  if (gap == Node::follows) return joint == Joint::follows;
  return query.gaps[gap].matches(token.before);
}

/// Whether the step is reached for the first time at this token.
bool Matcher::State::reach(std::uint32_t step) {
  if (reached[step] == number + tokens) return false;
  reached[step] = number + tokens;
  return true;
}

Matcher::Matcher(const Query& query) : state_(std::make_unique<State>(*query.state_)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

void Matcher::start() { state_->start(); }
void Matcher::add(const SeenToken& token, Joint joint) { state_->add(token, joint); }
void Matcher::cut() { state_->threads.clear(); }

std::optional<TokenRange> Matcher::next() {
  if (state_->hits.empty() || state_->hits.front().first >= state_->oldest()) return std::nullopt;
  const TokenRange hit = state_->hits.front();
  state_->hits.pop_front();
  return hit;
}

std::uint64_t Matcher::done_before() const {
  return state_->hits.empty() ? state_->oldest() : std::min(state_->oldest(), state_->hits.front().first);
}

}  // namespace corpus::search
