// SPDX-License-Identifier: MIT
#include "corpus/io/decompress.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <span>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/io/gzip.hpp"
#include "corpus/io/libarchive.hpp"

namespace corpus::io {
namespace {

int filter_of(Container format) {
  if (format == Container::zstd) return ARCHIVE_FILTER_ZSTD;
  return format == Container::xz ? ARCHIVE_FILTER_XZ : ARCHIVE_FILTER_BZIP2;
}

/// One filter of libarchive, which is not asked what it thinks the bytes are: other layers are not its business.
class FilterSource final : public ByteSource {
 public:
  FilterSource(Container format, std::unique_ptr<ByteSource> bytes, std::string name)
      : what_(name_of(format)), name_(name), reader_(std::move(bytes), std::move(name), what_ + " data") {
    reader_.succeeded(::archive_read_append_filter(reader_.get(), filter_of(format)));
    reader_.succeeded(::archive_read_set_format(reader_.get(), ARCHIVE_FORMAT_RAW));
  }

  std::size_t read(std::span<char> buffer) override {
    while (rest_.empty() && !ended_) read_block();
    const std::size_t size = std::min(buffer.size(), rest_.size());
    std::copy_n(rest_.begin(), size, buffer.begin());
    rest_ = rest_.subspan(size);
    return size;
  }

 private:
  void read_block() {
    if (!opened_) {
      opened_ = true;
      archive_entry* entry = nullptr;
      reader_.open();
      reader_.succeeded(::archive_read_next_header(reader_.get(), &entry));
    }
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    if (reader_.succeeded(::archive_read_data_block(reader_.get(), &block, &size, &offset))) {
      rest_ = {static_cast<const char*>(block), size};
      return;
    }
    ended_ = true;
    // Of bzip2, libarchive passes over what it does not take for a member.
    if (!reader_.used_all()) {
      throw Error{{.file = name_,
                   .cause = "something that is no " + what_ + " follows the end of the " + what_ + " data",
                   .hint = "cut it off, or get a whole copy of the file"}};
    }
  }

  std::string what_;
  std::string name_;
  Libarchive reader_;
  std::span<const char> rest_;  ///< of the block that libarchive gave last
  bool opened_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> decompress(Container format, std::unique_ptr<ByteSource> bytes, std::string name) {
  if (format == Container::gzip) return decompress_gzip(std::move(bytes), std::move(name));
  return std::make_unique<FilterSource>(format, std::move(bytes), std::move(name));
}

}  // namespace corpus::io
