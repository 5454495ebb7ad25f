// SPDX-License-Identifier: MIT
/// \file
/// A look at the first bytes of a stream, which are then read as if nobody had looked: how content is recognised.
///
///     auto bytes = std::make_unique<io::PeekingSource>(std::move(document.bytes));
///     if (bytes->front(2) == "\x1f\x8b") …
///     document.bytes = std::move(bytes);
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "corpus/document.hpp"

namespace corpus::io {

class PeekingSource final : public ByteSource {
 public:
  explicit PeekingSource(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}

  /// The first `size` bytes, fewer if there are no more. Call it before the first `read`. Valid until then.
  std::string_view front(std::size_t size);

  std::size_t read(std::span<char> buffer) override;

 private:
  std::unique_ptr<ByteSource> bytes_;
  std::string front_;
  std::size_t given_ = 0;  ///< of `front_`
};

}  // namespace corpus::io
