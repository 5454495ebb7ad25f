// SPDX-License-Identifier: MIT
/// \file
/// The text of a group as those see it who count: a stream of the numbers of types, in which a thread may begin anywhere.
///
///     struct Visitor {
///       void start(std::span<const TypeId> before, std::uint32_t document);  // what stands before, back to a border
///       void token(TypeId type);
///       void border();
///       void document(std::uint32_t number);   // from 1; a border too
///     };
///     text.visit(visitor, first, last, reach); // some chunks of it
///
/// At the end of the text is a border.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "corpus/count/ngram_stream.hpp"
#include "corpus/count/ngram_types.hpp"

namespace corpus::count {

class NgramText {
 public:
  NgramText(const NgramTypes& types, const StreamStore& store, std::span<const StreamChunk> chunks)
      : types_(types), store_(store), chunks_(chunks) {}

  [[nodiscard]] const NgramTypes& types() const { return types_; }
  [[nodiscard]] std::size_t chunks() const { return chunks_.size(); }

  /// The chunks from `first` on, before `last`. `reach`: of the tokens before these, so many are of interest.
  template <typename Visitor>
  void visit(Visitor& visitor, std::size_t first, std::size_t last, std::size_t reach) const {
    if (first == last) return;
    std::vector<TypeId> buffer;
    auto document = static_cast<std::uint32_t>(chunks_[first].documents);
    visitor.start(before(first, reach), document);
    for (std::size_t i = first; i < last; ++i) {
      const TypeId* const numbers = types_.numbers_of(chunks_[i].vocabulary).data();
      for (const TypeId id : store_.read(chunks_[i], buffer)) {
        if (id < stream_document) [[likely]] {
          visitor.token(numbers[id]);
        } else if (id == stream_document) {
          visitor.document(++document);
        } else {
          visitor.border();
        }
      }
    }
    if (last == chunks_.size()) visitor.border();
  }

 private:
  /// Up to `reach` tokens before a chunk, back to a border.
  [[nodiscard]] std::vector<TypeId> before(std::size_t chunk, std::size_t reach) const {
    std::vector<TypeId> tokens;
    std::vector<TypeId> buffer;
    for (bool open = true; open && chunk > 0 && tokens.size() < reach;) {
      const StreamChunk& previous = chunks_[--chunk];
      const auto numbers = types_.numbers_of(previous.vocabulary);
      const auto ids = store_.read(previous, buffer);
      for (auto id = ids.rbegin(); open && id != ids.rend() && tokens.size() < reach; ++id) {
        open = *id < stream_document;
        if (open) tokens.push_back(numbers[*id]);
      }
    }
    std::reverse(tokens.begin(), tokens.end());
    return tokens;
  }

  const NgramTypes& types_;
  const StreamStore& store_;
  std::span<const StreamChunk> chunks_;
};

}  // namespace corpus::count
