// SPDX-License-Identifier: MIT
/// \file
/// A bound on what a source comes to when it is decompressed: a few kilobytes can stand for terabytes of zeros.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "corpus/document.hpp"

namespace corpus::io {

/// Bytes that came out of all layers of one source so far.
struct Expansion {
  explicit Expansion(std::uint64_t limit) : most(limit) {}

  std::uint64_t most;
  std::uint64_t so_far = 0;
};

/// Adds what is read to an expansion.
class BoundedSource final : public ByteSource {
 public:
  BoundedSource(std::unique_ptr<ByteSource> bytes, std::string name, std::shared_ptr<Expansion> expansion);

  /// Throws Error naming the file or member where there are more than may be.
  std::size_t read(std::span<char> buffer) override;

 private:
  std::unique_ptr<ByteSource> bytes_;
  std::string name_;
  std::shared_ptr<Expansion> expansion_;
};

}  // namespace corpus::io
