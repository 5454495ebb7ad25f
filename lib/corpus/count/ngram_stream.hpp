// SPDX-License-Identifier: MIT
/// \file
/// A text as the numbers of its types, in chunks, in memory or in a file.
///
///     StreamStore store{limit, folder};
///     StreamWriter writer;
///     writer.begin_document();
///     writer.add(ids);
///     writer.add_border();
///     writer.seal(store);
///     for (const StreamChunk& chunk : writer.chunks()) for (const TypeId id : store.read(chunk, buffer)) …
///
/// Four bytes a token.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "corpus/count/spill_file.hpp"
#include "corpus/text/vocabulary.hpp"

namespace corpus::count {

using text::TypeId;

/// Numbers that are no type's: no vocabulary has so many.
inline constexpr TypeId stream_border = 0xFFFFFFFF;    ///< no n-gram reaches over this
inline constexpr TypeId stream_document = 0xFFFFFFFE;  ///< nor over this: a document begins

struct StreamChunk {
  std::uint32_t vocabulary = 0;  ///< whose numbers these are
  std::uint32_t size = 0;
  std::uint64_t source = 0;            ///< chunks are put in its order
  std::uint64_t begun = 0;             ///< documents that begin in it …
  std::uint64_t documents = 0;         ///< … and before it, which is known when the chunks are in order
  std::unique_ptr<TypeId[]> ids = {};  ///< none where they are in the file …
  std::uint64_t where = 0;             ///< … from here on
};

/// Where chunks are kept: so many bytes of them in memory.
class StreamStore {
 public:
  StreamStore(std::uint64_t limit, std::string folder) : limit_(limit), file_(std::move(folder)) {}

  void keep(StreamChunk& chunk, std::span<const TypeId> ids);
  static void keep_in_memory(StreamChunk& chunk, std::span<const TypeId> ids);
  /// In memory as they are, otherwise through the buffer. Valid as long as both.
  std::span<const TypeId> read(const StreamChunk& chunk, std::vector<TypeId>& buffer) const;

  [[nodiscard]] std::uint64_t in_memory() const { return std::min<std::uint64_t>(kept_, limit_); }
  [[nodiscard]] std::uint64_t limit() const { return limit_; }
  [[nodiscard]] bool spilled() const { return file_.size() > 0; }

 private:
  std::uint64_t limit_;
  std::atomic<std::uint64_t> kept_ = 0;  ///< bytes, those in the file too
  SpillFile file_;
};

/// What one thread writes of one group.
class StreamWriter {
 public:
  /// Numbers that a chunk holds at least, if more follow.
  static constexpr std::size_t full = std::size_t{1} << 14;

  /// What is open must be of the same source.
  void begin_document(std::uint64_t source = 0) {
    source_ = source;
    open_.push_back(stream_document);
    ++documents_;
  }
  void add_border() { open_.push_back(stream_border); }
  void add(std::span<const TypeId> ids) { open_.insert(open_.end(), ids.begin(), ids.end()); }
  /// What was written since becomes a chunk.
  void seal(StreamStore& store);
  /// The same at the end, in memory whatever the limit.
  void close();

  [[nodiscard]] std::size_t open_size() const { return open_.size(); }
  [[nodiscard]] std::uint64_t source() const { return source_; }
  [[nodiscard]] std::vector<StreamChunk>& chunks() { return chunks_; }

 private:
  template <typename Keep>
  void end_chunk(Keep keep);

  std::vector<TypeId> open_;
  std::vector<StreamChunk> chunks_;
  std::uint64_t source_ = 0;
  std::uint64_t documents_ = 0;  ///< that begin in what is open
};

}  // namespace corpus::count
