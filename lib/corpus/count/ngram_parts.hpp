// SPDX-License-Identifier: MIT
/// \file
/// Records dealt out to parts, each of which is read alone later: in memory up to a limit, and past that in a file.
///
///     PartsWriter<Record> writer{parts, limit, file};
///     writer.add(part, record);
///     writer.read(part, [&](std::span<const Record> records) { … });   // in the order in which they were added
///
/// One thread writes; any may read when it has finished. Memory beyond the limit: up to four kilobytes a part, and what
/// one part holds.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corpus/count/spill_file.hpp"
#include "corpus/text/zeroed_memory.hpp"

namespace corpus::count {

template <typename Record>
class PartsWriter {
 public:
  PartsWriter(std::size_t parts, std::uint64_t limit, SpillFile& file)
      : heads_(parts),
        contents_(parts),
        slab_blocks_(parts < few_parts ? few_blocks : many_blocks),
        limit_(limit / block_bytes),
        file_(&file) {}

  void add(std::size_t part, const Record& record) {
    Head& head = heads_[part];
    if (head.next == head.end) [[unlikely]]
      grow(part);
    *head.next++ = record;
  }

  /// A number that goes with the part; 0 at first.
  [[nodiscard]] std::uint32_t& mark(std::size_t part) { return heads_[part].mark; }

  [[nodiscard]] std::size_t parts() const { return heads_.size(); }
  [[nodiscard]] std::uint64_t size(std::size_t part) const {
    std::uint64_t size = 0;
    for (const Piece& piece : contents_[part].written) size += piece.size;
    for (std::size_t i = 0; i < contents_[part].blocks.size(); ++i) size += block(part, i).size();
    return size;
  }

  /// Hands what was added to a part to `use`, in pieces.
  template <typename Use>
  void read(std::size_t part, Use use) const {
    std::vector<Record> buffer;
    for (const Piece& piece : contents_[part].written) {
      for (std::size_t done = 0; done < piece.size; done += buffer.size()) {
        buffer.resize(std::min(piece.size - done, buffer_records));
        file_->read(piece.where + done * sizeof(Record), std::as_writable_bytes(std::span(buffer)));
        use(std::span<const Record>(buffer));
      }
    }
    for (std::size_t i = 0; i < contents_[part].blocks.size(); ++i) use(block(part, i));
  }

 private:
  static constexpr std::size_t block_bytes = 4096;
  static constexpr std::size_t block_records = block_bytes / sizeof(Record);
  static constexpr std::size_t buffer_records = (std::size_t{1} << 16) / sizeof(Record);
  // Blocks come from slabs: of two megabytes, for large pages, where there is much.
  static constexpr std::size_t many_blocks = 512;
  static constexpr std::size_t few_blocks = 4;
  static constexpr std::size_t few_parts = 64;

  /// What is written to.
  struct Head {
    Record* next = nullptr;
    Record* end = nullptr;
    std::uint32_t mark = 0;
  };
  struct Piece {
    std::uint64_t where;
    std::size_t size;
  };
  struct Contents {
    std::vector<Record*> blocks;
    std::vector<Piece> written;  ///< to the file, before what is in the blocks
  };

  [[nodiscard]] std::span<const Record> block(std::size_t part, std::size_t index) const {
    const std::vector<Record*>& blocks = contents_[part].blocks;
    const bool last = index + 1 == blocks.size();
    const auto free = last ? static_cast<std::size_t>(heads_[part].end - heads_[part].next) : 0;
    return {blocks[index], block_records - free};
  }

  void grow(std::size_t part) {
    if (used_blocks_ == slabs_.size() * slab_blocks_) {
      if (used_blocks_ > 0 && used_blocks_ >= limit_) {
        spill();
      } else {
        slabs_.emplace_back(slab_blocks_ * block_bytes);
      }
    }
    auto* const slab = static_cast<std::byte*>(slabs_[used_blocks_ / slab_blocks_].data());
    Head& head = heads_[part];
    head.next = reinterpret_cast<Record*>(slab + used_blocks_ % slab_blocks_ * block_bytes);
    head.end = head.next + block_records;
    contents_[part].blocks.push_back(head.next);
    ++used_blocks_;
  }

  /// Writes all that is in memory.
  void spill() {
    std::vector<Record> gathered;
    for (std::size_t part = 0; part < parts(); ++part) {
      Contents& contents = contents_[part];
      if (contents.blocks.empty()) continue;
      gathered.clear();
      for (std::size_t i = 0; i < contents.blocks.size(); ++i) {
        const auto records = block(part, i);
        gathered.insert(gathered.end(), records.begin(), records.end());
      }
      contents.written.push_back({file_->append(std::as_bytes(std::span(gathered))), gathered.size()});
      contents.blocks.clear();
      heads_[part].next = heads_[part].end = nullptr;
    }
    used_blocks_ = 0;
  }

  std::vector<Head> heads_;
  std::vector<Contents> contents_;
  std::vector<text::ZeroedMemory> slabs_;
  std::size_t slab_blocks_;
  std::size_t used_blocks_ = 0;
  std::uint64_t limit_;  ///< in blocks
  SpillFile* file_;
};

}  // namespace corpus::count
