// SPDX-License-Identifier: MIT
#include "cmd/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <string>

#include "corpus/report/number.hpp"
#include "corpus/report/terminal.hpp"

namespace corpus::cmd {
namespace {

/// A terminal that has gone is no reason to stop.
void show(const std::string& text) {
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
  (void)std::fflush(stderr);
}

}  // namespace

class Progress::Watched final : public ByteSource {
 public:
  Watched(Progress& progress, std::unique_ptr<ByteSource> bytes) : progress_(progress), bytes_(std::move(bytes)) {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t size = bytes_->read(buffer);
    progress_.add(size);
    return size;
  }
  bool rewind() override { return bytes_->rewind(); }
  void settle() override { bytes_->settle(); }

 private:
  Progress& progress_;
  std::unique_ptr<ByteSource> bytes_;
};

Progress::Progress(Mode mode)
    : visible_(mode == Mode::automatic && report::is_terminal(STDERR_FILENO)),
      next_(Clock::now() + std::chrono::seconds(1)) {}

std::unique_ptr<ByteSource> Progress::watch(std::unique_ptr<ByteSource> bytes) {
  if (!visible_) return bytes;
  return std::make_unique<Watched>(*this, std::move(bytes));
}

void Progress::add(std::uint64_t bytes) {
  const std::lock_guard lock(mutex_);
  bytes_ += bytes;
  const auto now = Clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(200);
  shown_ = true;
  show(fmt::format("\r\x1b[K{} MB read", report::format_grouped(bytes_ / 1'000'000)));
}

void Progress::clear() {
  const std::lock_guard lock(mutex_);
  if (shown_) show("\r\x1b[K");
  shown_ = false;
}

}  // namespace corpus::cmd
