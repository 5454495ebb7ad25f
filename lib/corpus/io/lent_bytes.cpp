// SPDX-License-Identifier: MIT
#include "corpus/io/lent_bytes.hpp"

#include <cstddef>
#include <span>
#include <utility>

namespace corpus::io {

struct LentBytes::State {
  std::unique_ptr<ByteSource> bytes;  ///< none once they were called back
  bool failed = false;
};

class LentBytes::Handle final : public ByteSource {
 public:
  explicit Handle(std::shared_ptr<State> state) : state_(std::move(state)) {}

  std::size_t read(std::span<char> buffer) override {
    if (!state_->bytes) return 0;
    try {
      return state_->bytes->read(buffer);
    } catch (...) {
      state_->failed = true;
      throw;
    }
  }

  bool rewind() override { return state_->bytes && state_->bytes->rewind(); }

  void settle() override {
    if (state_->bytes) state_->bytes->settle();
  }

 private:
  std::shared_ptr<State> state_;
};

LentBytes::LentBytes(std::unique_ptr<ByteSource> bytes) : state_(std::make_shared<State>()) {
  state_->bytes = std::move(bytes);
}

std::unique_ptr<ByteSource> LentBytes::lend() const { return std::make_unique<Handle>(state_); }

bool LentBytes::failed() const { return state_->failed; }

void LentBytes::drain() {
  if (!state_->bytes) return;
  constexpr std::size_t kBuffer = std::size_t{64} * 1024;
  const auto buffer = std::make_unique_for_overwrite<char[]>(kBuffer);
  state_->bytes->settle();
  while (state_->bytes->read({buffer.get(), kBuffer}) != 0) {
  }
}

void LentBytes::call_back() { state_->bytes.reset(); }

}  // namespace corpus::io
