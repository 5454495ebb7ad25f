// SPDX-License-Identifier: MIT
/// \file
/// What stands near the hits of queries (the nodes), counted type by type: the table that association measures are made
/// of.
///
///     CollocateCounter counter{queries, {.nodes = {.rules = rules}, .window = {.left = 5, .right = 5}}};
///     for (each document) {
///       counter.start_document();
///       while (const auto part = parts.next()) counter.add(*part, paragraphs);
///       counter.end_document();
///     }
///     const Collocates counts = std::move(std::move(counter).take().front());
///     counts.entries[*counts.types.find("snow")].inside;   // O11
///
/// A window is so many tokens before the first of a node and so many behind its last, clipped where its unit of text ends
/// and where a part is not counted. A token that lies in several windows is inside once; in `left`, `right` and
/// `positions` it counts for each node, so those are what a second look from the other side finds: as often as `salt` is
/// 2 to the left of `sea`, `sea` is 2 to the right of `salt`.
///
/// Nodes that are found twice, by several queries, are one. Where queries ask for the type of a single token, each type is
/// asked once; else Finder finds them. Memory grows with the types, and beyond that is a part and a window.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "corpus/search/collocate_counts.hpp"
#include "corpus/search/concordance.hpp"
#include "corpus/search/query.hpp"
#include "corpus/text/block.hpp"

namespace corpus::search {

/// So many tokens on each side of a node.
struct WindowSize {
  std::uint32_t left = 5;
  std::uint32_t right = 5;

  [[nodiscard]] std::uint32_t places() const { return left + right; }
};

/// What the tokens of nodes are to the windows of other nodes.
enum class NodeTokens : std::uint8_t {
  left_out,  ///< in no window
  counted,   ///< tokens as any others
};

/// Whether each place of the window is counted for itself.
enum class Positions : std::uint8_t { together, apart };

struct CollocateOptions {
  ConcordanceOptions nodes = {};  ///< how hits are found, and tokens made; lines are not asked for
  WindowSize window = {};
  Within within = Within::sentence;  ///< what windows do not reach beyond; `nothing`: the document
  NodeTokens node_tokens = NodeTokens::left_out;
  Positions positions = Positions::together;
};

class CollocateCounter {
 public:
  /// The queries must outlive the counter, and are asked by nobody else meanwhile. Tests give it less room for numbers that
  /// are not yet added up, 2^31 at most.
  CollocateCounter(std::span<const Query> queries, CollocateOptions options,
                   std::uint32_t room = std::uint32_t{1} << 31U);
  ~CollocateCounter();
  CollocateCounter(CollocateCounter&&) noexcept;
  CollocateCounter& operator=(CollocateCounter&&) noexcept;

  void start_document();
  /// The next part of the document, which belongs to a group. Nothing reaches from one group into another.
  void add(const text::Block& part, Paragraphs paragraphs, std::size_t group = 0);
  /// A part that is not counted; nothing reaches over it.
  void pass_over();
  void end_document();

  // For text::BlockPool, whose helpers count what stands alone of one document:

  /// Whether no window reaches from the next part, which is `part`, to what was added before or to what follows.
  [[nodiscard]] bool stands_alone(const text::Block& part) const;
  /// Adds what another counter counted of the document at hand, and of no other.
  void take_in(CollocateCounter& guest);
  /// How many types there are so far, in all groups.
  [[nodiscard]] std::size_t types() const;

  /// By group, 0 to the greatest; one at least.
  std::vector<Collocates> take() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace corpus::search
