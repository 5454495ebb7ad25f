// SPDX-License-Identifier: MIT
#include "corpus/io/libarchive.hpp"

#include <archive.h>

#include <cerrno>
#include <cstdio>
#include <new>
#include <string_view>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/io/kept.hpp"

namespace corpus::io {
namespace {

constexpr std::size_t kBuffer = std::size_t{128} * 1024;

}  // namespace

Libarchive::Libarchive(std::unique_ptr<ByteSource> bytes, std::string name, std::string what)
    : bytes_(std::move(bytes)),
      name_(std::move(name)),
      what_(std::move(what)),
      buffer_(std::make_unique_for_overwrite<char[]>(kBuffer)),
      reader_(::archive_read_new()) {
  if (reader_ == nullptr) throw std::bad_alloc();
}

Libarchive::Libarchive(std::unique_ptr<KeptSource> bytes, std::string name, std::string what)
    : Libarchive(std::unique_ptr<ByteSource>(), std::move(name), std::move(what)) {
  seekable_ = bytes.get();
  bytes_ = std::move(bytes);
}

Libarchive::~Libarchive() { ::archive_read_free(reader_); }

std::ptrdiff_t Libarchive::read(archive* reader, void* self, const void** buffer) {
  auto& my = *static_cast<Libarchive*>(self);
  try {
    const std::size_t taken = my.bytes_->read({my.buffer_.get(), kBuffer});
    my.handed_over_ += taken;
    *buffer = my.buffer_.get();
    return static_cast<std::ptrdiff_t>(taken);
  } catch (...) {
    my.error_ = std::current_exception();
    ::archive_set_error(reader, EIO, "cannot be read");
    return ARCHIVE_FATAL;
  }
}

std::int64_t Libarchive::seek(archive*, void* self, std::int64_t offset, int whence) {
  KeptSource& bytes = *static_cast<Libarchive*>(self)->seekable_;
  const auto size = static_cast<std::int64_t>(bytes.size());
  if (whence == SEEK_END) offset += size;
  if (whence == SEEK_CUR) offset += static_cast<std::int64_t>(bytes.offset());
  if (offset < 0 || offset > size) return ARCHIVE_FATAL;
  bytes.seek(static_cast<std::uint64_t>(offset));
  return offset;
}

void Libarchive::open() {
  ::archive_read_set_read_callback(reader_, &Libarchive::read);
  if (seekable_ != nullptr) ::archive_read_set_seek_callback(reader_, &Libarchive::seek);
  ::archive_read_set_callback_data(reader_, this);
  succeeded(::archive_read_open1(reader_));
}

bool Libarchive::succeeded(int result) {
  if (error_) {
    try {
      std::rethrow_exception(std::exchange(error_, nullptr));
    } catch (const Error& error) {
      Problem problem = error.problem();
      problem.cause += problem.file == name_ ? addition_ : " (while reading '" + name_ + "'" + addition_ + ")";
      throw Error{std::move(problem)};
    }
  }
  if (result == ARCHIVE_OK) return true;
  if (result == ARCHIVE_EOF) return false;
  const char* const words = ::archive_error_string(reader_);
  const std::string_view why = words != nullptr ? words : "";
  if (result == ARCHIVE_WARN && why.ends_with("to current locale.")) return true;
  fail(std::string(why));
}

void Libarchive::fail(const std::string& why) const {
  throw Error{{.file = name_,
               .cause = "the " + what_ + " is damaged or cut off" + addition_ + (why.empty() ? "" : ": " + why),
               .hint = "get a whole copy of it"}};
}

bool Libarchive::used_all() {
  const auto used = ::archive_filter_bytes(reader_, -1);
  return used >= 0 && static_cast<std::uint64_t>(used) == handed_over_ && bytes_->read({buffer_.get(), kBuffer}) == 0;
}

}  // namespace corpus::io
