// SPDX-License-Identifier: MIT
/// \file
/// libarchive's reader over our bytes, with our errors. Its own header stays in the sources of this folder.
///
///     io::Libarchive reader{std::move(bytes), "a.tar", "tar archive"};
///     archive_read_set_format(reader.get(), ARCHIVE_FORMAT_TAR);
///     reader.open();
///     while (reader.succeeded(archive_read_next_header(reader.get(), &entry))) …
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>

#include "corpus/document.hpp"

struct archive;  // libarchive's

namespace corpus::io {

class KeptSource;

class Libarchive {
 public:
  /// `name` is the file's and `what` the container's, for messages.
  Libarchive(std::unique_ptr<ByteSource> bytes, std::string name, std::string what);
  /// The same, where the format needs to seek.
  Libarchive(std::unique_ptr<KeptSource> bytes, std::string name, std::string what);
  ~Libarchive();
  Libarchive(const Libarchive&) = delete;
  Libarchive& operator=(const Libarchive&) = delete;

  [[nodiscard]] archive* get() const noexcept { return reader_; }

  /// Once formats and filters are set.
  void open();

  /// What a call of libarchive has returned: false at the end. Throws what reading the bytes has thrown, or an Error
  /// with libarchive's words. A warning is an Error too, but for one about the characters of a name.
  bool succeeded(int result);

  /// What messages name from here on: a file or member, and what is added to the cause.
  void set_place(std::string name, std::string addition) {
    name_ = std::move(name);
    addition_ = std::move(addition);
  }

  /// Whether all bytes were used, none is left.
  bool used_all();

  /// An Error that the container is damaged or cut off.
  [[noreturn]] void fail(const std::string& why) const;

 private:
  static std::ptrdiff_t read(archive*, void* self, const void** buffer);
  static std::int64_t seek(archive*, void* self, std::int64_t offset, int whence);

  std::unique_ptr<ByteSource> bytes_;
  KeptSource* seekable_ = nullptr;  ///< the same bytes
  std::string name_;
  std::string what_;
  std::string addition_;
  std::unique_ptr<char[]> buffer_;
  std::uint64_t handed_over_ = 0;
  std::exception_ptr error_;  ///< thrown by the bytes; must not pass through C
  archive* reader_ = nullptr;
};

}  // namespace corpus::io
