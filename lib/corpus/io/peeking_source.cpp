// SPDX-License-Identifier: MIT
#include "corpus/io/peeking_source.hpp"

#include <algorithm>

namespace corpus::io {

std::string_view PeekingSource::front(std::size_t size) {
  while (front_.size() < size) {
    const std::size_t had = front_.size();
    front_.resize(size);
    const std::size_t got = bytes_->read(std::span(front_).subspan(had));
    front_.resize(had + got);
    if (got == 0) break;
  }
  return std::string_view(front_).substr(0, size);
}

std::size_t PeekingSource::read(std::span<char> buffer) {
  if (given_ == front_.size()) return bytes_->read(buffer);
  const std::size_t size = std::min(buffer.size(), front_.size() - given_);
  std::copy_n(front_.begin() + static_cast<std::ptrdiff_t>(given_), size, buffer.begin());
  given_ += size;
  return size;
}

}  // namespace corpus::io
