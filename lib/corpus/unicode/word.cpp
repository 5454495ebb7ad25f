// SPDX-License-Identifier: MIT
#include "corpus/unicode/word.hpp"

#include <algorithm>

namespace corpus::unicode {

void WordBatch::clear(const char* folded) {
  size_ = 0;
  folded_ = folded;
  others_.clear();
  types_.clear();
}

void WordBatch::add_folded(std::uint32_t begin, std::uint32_t end, WordKind kind) {
  add_edges(begin, end);
  if (kind != WordKind::word) set_kind(size_ - 1, kind);
}

void WordBatch::add(std::uint32_t begin, std::uint32_t end, WordKind kind, std::string_view type) {
  add_edges(begin, end);
  set_type(size_ - 1, kind, type);
}

void WordBatch::refer(const Word& word) {
  add_edges(word.begin, word.end);
  const std::string_view type = word.type();
  others_.push_back({.index = static_cast<std::uint32_t>(size_ - 1),
                     .kind = word.kind,
                     .type_size = static_cast<std::uint32_t>(type.size()),
                     .type = type.data()});
}

Words WordBatch::words() {
  types_.append(type_padding, '\0');
  // Only now, for `types_` moved while it grew.
  const char* type = types_.data();
  for (OtherWord& other : others_) {
    if (other.type != nullptr) continue;
    other.type = type;
    type += other.type_size;
  }
  others_.emplace_back();
  return {edges_.data(), size_, folded_, others_.data()};
}

void WordBatch::add_edges(std::uint32_t begin, std::uint32_t end) {
  std::uint32_t* const edges = room_for_edges(2);
  edges[0] = begin;
  edges[1] = end;
  take_edges(2);
}

std::uint32_t* WordBatch::room_for_edges(std::size_t count) {
  const std::size_t needed = 2 * size_ + count;
  if (edges_.size() < needed) edges_.resize(std::max(2 * edges_.size(), needed));
  return edges_.data() + 2 * size_;
}

void WordBatch::set_kind(std::size_t index, WordKind kind) {
  others_.push_back({.index = static_cast<std::uint32_t>(index),
                     .kind = kind,
                     .type_size = end_of(index) - begin_of(index),
                     .type = folded_ + begin_of(index)});
}

void WordBatch::set_type(std::size_t index, WordKind kind, std::string_view type) {
  types_ += type;
  others_.push_back(
      {.index = static_cast<std::uint32_t>(index), .kind = kind, .type_size = static_cast<std::uint32_t>(type.size())});
}

void WordBatch::drop(std::size_t index) {
  std::copy(edges_.data() + 2 * index + 2, edges_.data() + 2 * size_, edges_.data() + 2 * index);
  --size_;
}

std::vector<std::uint32_t> WordBatch::cut(std::size_t index) {
  std::vector<std::uint32_t> edges(edges_.data() + 2 * index, edges_.data() + 2 * size_);
  size_ = index;
  return edges;
}

void WordBatch::append(const std::vector<std::uint32_t>& edges) {
  std::copy(edges.begin(), edges.end(), room_for_edges(edges.size()));
  take_edges(edges.size());
}

}  // namespace corpus::unicode
