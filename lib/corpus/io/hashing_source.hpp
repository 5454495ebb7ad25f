// SPDX-License-Identifier: MIT
/// \file
/// Keeps the size and the SHA-256 of what is read through it, for the manifest.
///
///     Document document = source.open();
///     io::HashingSource bytes(std::move(document.bytes));
///     ... read to the end ...
///     bytes.sha256_hex();
///
/// Costs one pass of SHA-256 over the bytes, and no copy.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "corpus/document.hpp"

namespace corpus::io {

class HashingSource final : public ByteSource {
 public:
  explicit HashingSource(std::unique_ptr<ByteSource> bytes);
  ~HashingSource() override;

  std::size_t read(std::span<char> buffer) override;
  /// What is read again is not hashed again.
  bool rewind() override;
  void settle() override { bytes_->settle(); }

  /// How many bytes went through so far, each counted once: the document's size once `read` has returned 0.
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  /// Of those bytes, as 64 lower-case hexadecimal digits. More may be read afterwards.
  [[nodiscard]] std::string sha256_hex() const;

 private:
  struct Hash;

  std::unique_ptr<ByteSource> bytes_;
  std::unique_ptr<Hash> hash_;
  std::uint64_t size_ = 0;
  std::uint64_t at_ = 0;  ///< of the next byte; behind `size_` after a rewind
};

}  // namespace corpus::io
