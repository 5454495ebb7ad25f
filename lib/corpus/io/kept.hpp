// SPDX-License-Identifier: MIT
/// \file
/// Bytes that lie still and can be read at any place, by several readers: a file, or the copy of a stream.
///
///     auto kept = std::make_shared<io::Kept>("-", "/tmp", io::Kept::usual_memory);
///     kept->append(chunk);
///     io::KeptSource first("-", kept), second("-", kept);
///
/// A copy is in memory, and past a limit in an unlinked file, which leaves nothing behind however the program ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "corpus/document.hpp"
#include "corpus/io/descriptor.hpp"

namespace corpus::io {

class Kept {
 public:
  static constexpr std::size_t usual_memory = std::size_t{16} << 20;

  /// A copy of the stream `name`, empty so far: its first `memory` bytes in memory, the others on disk, in `folder`.
  Kept(std::string name, std::string folder, std::size_t memory);
  /// The open file `name`, as it stands, from the byte `begin` on.
  Kept(std::string name, Descriptor file, std::uint64_t begin);

  /// Throws Error naming the folder where the disk is full.
  void append(std::span<const char> bytes);
  /// All that is left of `bytes`.
  void append_all(ByteSource& bytes);

  /// From `offset` on into the front of `buffer`; 0 at the end. Throws Error.
  std::size_t read_at(std::uint64_t offset, std::span<char> buffer) const;

  /// Of a file: as it was when it was opened.
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }

 private:
  void append_to_file(std::span<const char> bytes);

  std::string name_;
  std::string folder_;
  std::size_t memory_limit_ = 0;
  std::string memory_;
  Descriptor file_;          ///< what follows `memory_`
  std::uint64_t begin_ = 0;  ///< where in the file
  std::uint64_t size_ = 0;
};

/// Reads them from the first to the last, or from anywhere.
class KeptSource final : public ByteSource {
 public:
  explicit KeptSource(std::shared_ptr<const Kept> kept) : kept_(std::move(kept)) {}

  std::size_t read(std::span<char> buffer) override;
  bool rewind() override;
  void seek(std::uint64_t offset) { offset_ = offset; }

  [[nodiscard]] std::uint64_t offset() const noexcept { return offset_; }
  [[nodiscard]] std::uint64_t size() const noexcept { return kept_->size(); }

 private:
  std::shared_ptr<const Kept> kept_;
  std::uint64_t offset_ = 0;
};

}  // namespace corpus::io
