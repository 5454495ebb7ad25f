// SPDX-License-Identifier: MIT
#include "corpus/search/tree.hpp"

#include <algorithm>

namespace corpus::search {

Node Node::joined(Kind kind, std::vector<Node> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  return {.kind = kind, .parts = std::move(parts)};
}

Node Node::repetition(Node part, std::uint64_t least, std::uint64_t most) {
  Node node{.kind = Kind::repetition, .least = least, .most = most};
  node.parts.push_back(std::move(part));
  return node;
}

// NOLINTBEGIN(misc-no-recursion): as deep as the query was allowed to be
std::uint64_t Node::least_tokens() const {
  if (kind == Kind::token) return 1;
  if (kind == Kind::repetition) return parts.front().least_tokens() * least;
  std::uint64_t sum = 0;
  std::uint64_t smallest = no_limit;
  for (const Node& part : parts) {
    const std::uint64_t tokens = part.least_tokens();
    sum += tokens;
    smallest = std::min(smallest, tokens);
  }
  return kind == Kind::alternatives ? smallest : sum;
}

std::uint64_t Node::most_tokens() const {
  if (kind == Kind::token) return 1;
  if (kind == Kind::repetition) {
    const std::uint64_t tokens = parts.front().most_tokens();
    if (tokens == 0) return 0;
    return tokens == no_limit || most == no_limit ? no_limit : tokens * most;
  }
  std::uint64_t sum = 0;
  std::uint64_t largest = 0;
  for (const Node& part : parts) {
    const std::uint64_t tokens = part.most_tokens();
    sum = sum == no_limit || tokens == no_limit ? no_limit : sum + tokens;
    largest = std::max(largest, tokens);
  }
  return kind == Kind::alternatives ? largest : sum;
}

std::uint64_t Node::steps() const {
  if (kind == Kind::token || kind == Kind::gap) return 1;
  std::uint64_t sum = 0;
  for (const Node& part : parts) sum += part.steps();
  if (kind == Kind::sequence) return sum;
  if (kind == Kind::alternatives) return sum + parts.size();
  return (sum + 2) * (most == no_limit ? std::max<std::uint64_t>(least, 1) : most) + 1;
}
// NOLINTEND(misc-no-recursion)

}  // namespace corpus::search
