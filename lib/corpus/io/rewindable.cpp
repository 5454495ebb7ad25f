// SPDX-License-Identifier: MIT
#include "corpus/io/rewindable.hpp"

#include <exception>
#include <optional>
#include <utility>

#include "corpus/io/kept.hpp"

namespace corpus::io {
namespace {

class Rewindable final : public ByteSource {
 public:
  Rewindable(std::unique_ptr<ByteSource> bytes, std::string name, std::string folder)
      : bytes_(std::move(bytes)), copy_(std::in_place, std::move(name), std::move(folder), Kept::usual_memory) {}

  std::size_t read(std::span<char> buffer) override {
    if (copy_ && at_ < copy_->size()) {
      const std::size_t taken = copy_->read_at(at_, buffer);
      at_ += taken;
      return taken;
    }
    if (error_) std::rethrow_exception(error_);
    try {
      return read_on(buffer);
    } catch (...) {
      error_ = std::current_exception();
      throw;
    }
  }

  bool rewind() override {
    if (settled_) return false;
    at_ = 0;
    return true;
  }

  void settle() override {
    settled_ = true;
    if (copy_ && at_ == copy_->size()) copy_.reset();
  }

 private:
  std::size_t read_on(std::span<char> buffer) {
    if (settled_) copy_.reset();
    const std::size_t taken = bytes_->read(buffer);
    if (copy_) copy_->append(buffer.first(taken));
    at_ += taken;
    return taken;
  }

  std::unique_ptr<ByteSource> bytes_;
  std::optional<Kept> copy_;  ///< of all that was read; none once it is not needed any more
  std::uint64_t at_ = 0;
  std::exception_ptr error_;  ///< thrown where the copy ends, whenever somebody comes there
  bool settled_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> rewindable(std::unique_ptr<ByteSource> bytes, std::string name, std::string folder) {
  return std::make_unique<Rewindable>(std::move(bytes), std::move(name), std::move(folder));
}

}  // namespace corpus::io
