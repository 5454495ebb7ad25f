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

#include "corpus/search/concordance.hpp"
#include "corpus/search/query.hpp"
#include "corpus/text/block.hpp"
#include "corpus/text/vocabulary.hpp"

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

/// What was counted of a group.
struct Collocates {
  struct Entry {
    std::uint64_t freq = 0;      ///< all tokens of the type; …
    std::uint64_t in_nodes = 0;  ///< … those that are part of a node; …
    std::uint64_t inside = 0;    ///< … and those in windows
    std::uint64_t left = 0;      ///< how often one stands in the left window of a node …
    std::uint64_t right = 0;     ///< … or the right one
    std::uint64_t range = 0;     ///< number of documents with one inside
  };

  text::Vocabulary types;
  std::vector<Entry> entries;  ///< by TypeId
  std::vector<std::uint64_t>
      positions;  ///< of the first type, of the second …: from the leftmost place to the rightmost
  std::uint64_t nodes = 0;
  std::uint64_t tokens = 0;       ///< the sum of `freq`, …
  std::uint64_t node_tokens = 0;  ///< … of `in_nodes` …
  std::uint64_t inside = 0;       ///< … and of `inside`

  /// Adds what was counted in other documents.
  void add(const Collocates& other);
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

  /// By group, 0 to the greatest; one at least.
  std::vector<Collocates> take() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace corpus::search
