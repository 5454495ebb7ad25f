// SPDX-License-Identifier: MIT
#include "corpus/io/peeking_source.hpp"

#include <algorithm>

#include "corpus/error.hpp"

namespace corpus::io {

std::size_t PeekingSource::look(std::size_t size) {
  if (error_) return 0;
  const std::size_t had = front_.size();
  front_.resize(had + size);
  std::size_t got = 0;
  try {
    got = bytes_->read(std::span(front_).subspan(had));
  } catch (const Error&) {
    error_ = std::current_exception();
  }
  front_.resize(had + got);
  return got;
}

std::string_view PeekingSource::front(std::size_t size) {
  while (front_.size() < size && look(size - front_.size()) != 0) {
  }
  return std::string_view(front_).substr(0, size);
}

std::string_view PeekingSource::more() {
  constexpr std::size_t kStep = 4096;
  (void)look(kStep);
  return front_;
}

std::unique_ptr<ByteSource> PeekingSource::release() {
  if (!bytes_->rewind()) return nullptr;
  return std::move(bytes_);
}

bool PeekingSource::rewind() {
  if (beyond_) {
    if (!bytes_->rewind()) return false;
    front_.clear();
    error_ = nullptr;
    beyond_ = false;
  }
  given_ = 0;
  return true;
}

std::size_t PeekingSource::read(std::span<char> buffer) {
  if (given_ == front_.size()) {
    if (error_) std::rethrow_exception(error_);
    beyond_ = true;
    return bytes_->read(buffer);
  }
  const std::size_t size = std::min(buffer.size(), front_.size() - given_);
  std::copy_n(front_.begin() + static_cast<std::ptrdiff_t>(given_), size, buffer.begin());
  given_ += size;
  return size;
}

}  // namespace corpus::io
