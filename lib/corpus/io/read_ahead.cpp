// SPDX-License-Identifier: MIT
#include "corpus/io/read_ahead.hpp"

#include <algorithm>
#include <utility>

namespace corpus::io {

ReadAhead::ReadAhead(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)), thread_([this] { run(); }) {}

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void ReadAhead::fill(Chunk& chunk) {
  try {
    if (!chunk.bytes) chunk.bytes = std::make_unique_for_overwrite<char[]>(chunk_size);
    chunk.size = bytes_->read({chunk.bytes.get(), chunk_size});
  } catch (...) {
    chunk.size = 0;
    chunk.error = std::current_exception();
  }
}

void ReadAhead::run() {
  for (bool ended = false; !ended;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stop_ || filled_ - emptied_ < chunk_count; });
    if (stop_) return;
    Chunk& chunk = chunks_[filled_ % chunk_count];
    lock.unlock();
    fill(chunk);
    ended = chunk.size == 0;
    lock.lock();
    ++filled_;
    lock.unlock();
    changed_.notify_all();
  }
}

std::size_t ReadAhead::read(std::span<char> buffer) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return emptied_ < filled_; });
  const Chunk& chunk = chunks_[emptied_ % chunk_count];
  lock.unlock();
  // The last chunk stays for whoever asks again.
  if (chunk.error) std::rethrow_exception(chunk.error);
  if (chunk.size == 0) return 0;
  const std::size_t size = std::min(buffer.size(), chunk.size - at_);
  std::copy_n(chunk.bytes.get() + at_, size, buffer.begin());
  at_ += size;
  if (at_ == chunk.size) {
    at_ = 0;
    lock.lock();
    ++emptied_;
    lock.unlock();
    changed_.notify_all();
  }
  return size;
}

}  // namespace corpus::io
