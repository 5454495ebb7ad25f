// SPDX-License-Identifier: MIT
#include "corpus/io/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>
#include <utility>

#include "corpus/error.hpp"

namespace corpus::io {
namespace {

constexpr std::size_t kInput = std::size_t{64} * 1024;
constexpr int kGzipOnly = MAX_WBITS + 16;

class GzipSource final : public ByteSource {
 public:
  GzipSource(std::unique_ptr<ByteSource> bytes, std::string name)
      : bytes_(std::move(bytes)), name_(std::move(name)), input_(std::make_unique_for_overwrite<char[]>(kInput)) {
    if (::inflateInit2(&stream_, kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~GzipSource() override { ::inflateEnd(&stream_); }

  std::size_t read(std::span<char> buffer) override {
    const std::size_t size = std::min<std::size_t>(buffer.size(), std::numeric_limits<uInt>::max());
    stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out == size && size > 0 && begin_member()) inflate_some();
    return size - stream_.avail_out;
  }

 private:
  bool fill() {
    if (stream_.avail_in > 0) return true;
    stream_.next_in = reinterpret_cast<Bytef*>(input_.get());
    stream_.avail_in = static_cast<uInt>(bytes_->read({input_.get(), kInput}));
    return stream_.avail_in > 0;
  }

  /// Where one has ended: whether another follows.
  bool begin_member() {
    if (inside_) return true;
    // Tapes are filled up with zeros.
    while (any_ && fill() && *stream_.next_in == 0) {
      padded_ = true;
      ++stream_.next_in;
      --stream_.avail_in;
    }
    if (any_ && !fill()) return false;
    constexpr Bytef kMagic = 0x1F;
    if (any_ && (padded_ || *stream_.next_in != kMagic)) {
      throw Error{{.file = name_,
                   .cause = "something that is no gzip follows the end of the gzip data",
                   .hint = "cut it off, or get a whole copy of the file"}};
    }
    ::inflateReset(&stream_);
    inside_ = true;
    any_ = true;
    return true;
  }

  void inflate_some() {
    if (!fill()) fail("it ends too early");
    const int result = ::inflate(&stream_, Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      inside_ = false;
    } else if (result == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      fail(stream_.msg != nullptr ? stream_.msg : "error " + std::to_string(result));
    }
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw Error{
        {.file = name_, .cause = "the gzip data is damaged or cut off: " + why, .hint = "get a whole copy of it"}};
  }

  std::unique_ptr<ByteSource> bytes_;
  std::string name_;
  std::unique_ptr<char[]> input_;
  z_stream stream_{};
  bool inside_ = false;  ///< of a member
  bool any_ = false;     ///< member was begun
  bool padded_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> decompress_gzip(std::unique_ptr<ByteSource> bytes, std::string name) {
  return std::make_unique<GzipSource>(std::move(bytes), std::move(name));
}

}  // namespace corpus::io
