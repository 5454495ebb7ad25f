// SPDX-License-Identifier: MIT
#include "corpus/count/ngram_stream.hpp"

#include <utility>

namespace corpus::count {

void StreamStore::keep_in_memory(StreamChunk& chunk, std::span<const TypeId> ids) {
  chunk.size = static_cast<std::uint32_t>(ids.size());
  chunk.ids = std::make_unique_for_overwrite<TypeId[]>(ids.size());
  std::copy(ids.begin(), ids.end(), chunk.ids.get());
}

void StreamStore::keep(StreamChunk& chunk, std::span<const TypeId> ids) {
  if (kept_.fetch_add(ids.size_bytes()) + ids.size_bytes() <= limit_) return keep_in_memory(chunk, ids);
  chunk.size = static_cast<std::uint32_t>(ids.size());
  chunk.where = file_.append(std::as_bytes(ids));
}

std::span<const TypeId> StreamStore::read(const StreamChunk& chunk, std::vector<TypeId>& buffer) const {
  if (chunk.ids != nullptr) return {chunk.ids.get(), chunk.size};
  buffer.resize(chunk.size);
  file_.read(chunk.where, std::as_writable_bytes(std::span(buffer)));
  return buffer;
}

template <typename Keep>
void StreamWriter::end_chunk(Keep keep) {
  if (open_.empty()) return;
  StreamChunk chunk;
  chunk.source = source_;
  chunk.begun = std::exchange(documents_, 0);
  keep(chunk);
  chunks_.push_back(std::move(chunk));
  open_.clear();
}

void StreamWriter::seal(StreamStore& store) {
  end_chunk([&](StreamChunk& chunk) { store.keep(chunk, open_); });
}

void StreamWriter::close() {
  end_chunk([&](StreamChunk& chunk) { StreamStore::keep_in_memory(chunk, open_); });
}

}  // namespace corpus::count
