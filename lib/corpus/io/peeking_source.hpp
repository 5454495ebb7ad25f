// SPDX-License-Identifier: MIT
/// \file
/// A look at the first bytes of a stream, which are then read as if nobody had looked: how content is recognised.
///
///     auto bytes = std::make_unique<io::PeekingSource>(std::move(document.bytes));
///     if (bytes->front(2) == "\x1f\x8b") …
///     document.bytes = std::move(bytes);
#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "corpus/document.hpp"

namespace corpus::io {

class PeekingSource final : public ByteSource {
 public:
  explicit PeekingSource(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}

  /// The first `size` bytes, fewer if there are no more. Call it before the first `read`. Valid until then. An Error of
  /// the stream waits for who reads that far.
  std::string_view front(std::size_t size);

  /// All that was looked at so far.
  [[nodiscard]] std::string_view seen() const noexcept { return front_; }
  /// The same with what one more read of the stream brings; nothing more at its end.
  std::string_view more();

  /// The stream itself, from its first byte on, if it can be rewound: then this is not needed any more.
  std::unique_ptr<ByteSource> release();

  std::size_t read(std::span<char> buffer) override;
  bool rewind() override;
  void settle() override { bytes_->settle(); }

 private:
  /// Up to `size` bytes more, by one read.
  std::size_t look(std::size_t size);

  std::unique_ptr<ByteSource> bytes_;
  std::string front_;
  std::exception_ptr error_;  ///< what follows `front_`
  std::size_t given_ = 0;     ///< of `front_`
  bool beyond_ = false;       ///< more was read than what was looked at
};

}  // namespace corpus::io
