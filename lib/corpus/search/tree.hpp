// SPDX-License-Identifier: MIT
/// \file
/// A query as a tree: a regular expression over tokens.
///
///     Node node = Node::sequence({Node::token(0), Node::gap(Node::follows), Node::repetition(Node::token(1), 0, 3)});
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace corpus::search {

struct Node {
  enum class Kind : std::uint8_t {
    token,         ///< one token, for which the condition `index` holds
    gap,           ///< what stands before the next token is what the gap `index` asks for
    sequence,      ///< the parts, one after the other
    alternatives,  ///< one of the parts
    repetition,    ///< the one part, `least` to `most` times, with Node::follows between
  };

  /// The gap that is there unless something interrupts the text.
  static constexpr std::uint32_t follows = 0;
  static constexpr std::uint64_t no_limit = UINT64_MAX;

  static Node token(std::uint32_t condition) { return {.kind = Kind::token, .index = condition}; }
  static Node gap(std::uint32_t gap) { return {.kind = Kind::gap, .index = gap}; }
  static Node sequence(std::vector<Node> parts) { return joined(Kind::sequence, std::move(parts)); }
  static Node alternatives(std::vector<Node> parts) { return joined(Kind::alternatives, std::move(parts)); }
  static Node repetition(Node part, std::uint64_t least, std::uint64_t most);

  /// How many tokens it takes.
  [[nodiscard]] std::uint64_t least_tokens() const;
  [[nodiscard]] std::uint64_t most_tokens() const;  ///< or `no_limit`
  /// How many steps its program has, at most; more than `most_steps` is too many.
  [[nodiscard]] std::uint64_t steps() const;

  Kind kind = Kind::token;
  std::uint32_t index = 0;
  std::uint64_t least = 1;
  std::uint64_t most = 1;
  std::vector<Node> parts = {};

 private:
  static Node joined(Kind kind, std::vector<Node> parts);
};

inline constexpr std::uint64_t most_steps = 10'000;

}  // namespace corpus::search
