// SPDX-License-Identifier: MIT
#include "corpus/io/source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <span>
#include <utility>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/io/descriptor.hpp"

namespace corpus::io {
namespace {

constexpr std::size_t kSpoolBuffer = std::size_t{256} * 1024;

class FileSource final : public ByteSource {
 public:
  FileSource(std::string name, Descriptor file) : name_(std::move(name)), file_(std::move(file)) {
    // Only advice: a pipe refuses it, and nothing depends on it.
    (void)::posix_fadvise(file_.number(), 0, 0, POSIX_FADV_SEQUENTIAL);
  }

  std::size_t read(std::span<char> buffer) override {
    if (ended_) return 0;
    const std::size_t taken = read_some(file_, buffer, name_);
    ended_ = taken == 0 && !buffer.empty();
    return taken;
  }

 private:
  std::string name_;
  Descriptor file_;
  bool ended_ = false;  ///< once is enough: on a terminal, to ask again is to wait for a second Ctrl-D
};

/// Bytes that are kept in an open file, which several readings share.
struct Kept {
  Descriptor file;
  std::uint64_t begin = 0;
  std::uint64_t size = 0;
};

class KeptSource final : public ByteSource {
 public:
  KeptSource(std::string name, std::shared_ptr<const Kept> kept)
      : name_(std::move(name)), kept_(std::move(kept)), offset_(kept_->begin) {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t taken = read_some_at(kept_->file, offset_, buffer, name_);
    offset_ += taken;
    return taken;
  }

 private:
  std::string name_;
  std::shared_ptr<const Kept> kept_;
  std::uint64_t offset_;
};

Error cannot_keep(const std::string& folder, const std::string& name, int error_number) {
  return Error{{.file = folder,
                .cause = system_error({}, error_number).problem().cause + ", while keeping a copy of '" + name + "'",
                .hint = "choose another temporary folder with TMPDIR, or give a file instead of a pipe"}};
}

Descriptor unlinked_file(const std::string& folder, const std::string& name) {
  std::string path = folder + "/corpus-XXXXXX";
  const int number = ::mkostemp(path.data(), O_CLOEXEC);
  if (number < 0) throw cannot_keep(folder, name, errno);
  Descriptor file(number);
  if (::unlink(path.c_str()) != 0) throw cannot_keep(folder, name, errno);
  return file;
}

std::shared_ptr<const Kept> copy_to_disk(ByteSource& bytes, const std::string& name, const std::string& folder) {
  auto kept = std::make_shared<Kept>();
  kept->file = unlinked_file(folder, name);
  std::vector<char> buffer(kSpoolBuffer);
  while (const std::size_t taken = bytes.read(buffer)) {
    std::span<const char> rest(buffer.data(), taken);
    while (!rest.empty()) {
      const ssize_t written = ::write(kept->file.number(), rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) throw cannot_keep(folder, name, errno);
      rest = rest.subspan(static_cast<std::size_t>(written));
    }
    kept->size += taken;
  }
  return kept;
}

/// Standard input redirected from a file needs no copy: its bytes from the present offset on. None for a pipe.
std::shared_ptr<const Kept> standard_input_as_file() {
  Descriptor file = duplicate_standard_input();
  struct stat status {};
  if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return nullptr;
  const off_t begin = ::lseek(file.number(), 0, SEEK_CUR);
  if (begin < 0) return nullptr;
  auto kept = std::make_shared<Kept>();
  kept->file = std::move(file);
  kept->begin = static_cast<std::uint64_t>(begin);
  kept->size = static_cast<std::uint64_t>(std::max<off_t>(status.st_size - begin, 0));
  return kept;
}

}  // namespace

struct Source::Stream {
  enum class Kind { named, standard_input };

  Kind kind = Kind::named;
  std::shared_ptr<const Kept> kept;  ///< set once spooled
  std::atomic<bool> opened = false;

  /// The one opening that a stream has.
  void take(const std::string& name) {
    if (!opened.exchange(true)) return;
    throw Error{{.file = name,
                 .cause = "a stream can be read only once",
                 .hint = "give a file, or spool the stream before reading it again"}};
  }
};

Source::Source(std::string name, std::uint64_t size, std::shared_ptr<Stream> stream)
    : name_(std::move(name)), size_(size), stream_(std::move(stream)) {}

Source Source::file(std::string name, std::uint64_t size) { return {std::move(name), size, nullptr}; }

Source Source::stream(std::string name) { return {std::move(name), 0, std::make_shared<Stream>()}; }

Source Source::standard_input() {
  auto stream = std::make_shared<Stream>();
  stream->kind = Stream::Kind::standard_input;
  return {"-", 0, std::move(stream)};
}

std::optional<std::uint64_t> Source::size() const noexcept {
  if (!reopenable()) return std::nullopt;
  return stream_ ? stream_->kept->size : size_;
}

bool Source::is_standard_input() const noexcept { return stream_ && stream_->kind == Stream::Kind::standard_input; }

bool Source::reopenable() const noexcept { return !stream_ || stream_->kept; }

Document Source::open() const {
  if (stream_ && stream_->kept) return {name_, std::make_unique<KeptSource>(name_, stream_->kept)};
  if (stream_) stream_->take(name_);
  Descriptor file = is_standard_input() ? duplicate_standard_input() : open_descriptor(name_, O_RDONLY);
  return {name_, std::make_unique<FileSource>(name_, std::move(file))};
}

Source spool(const Source& source, const std::string& folder) {
  if (source.reopenable()) return source;
  auto stream = std::make_shared<Source::Stream>();
  stream->kind = source.stream_->kind;
  if (source.is_standard_input()) stream->kept = standard_input_as_file();
  if (stream->kept) {
    source.stream_->take(source.name_);
  } else {
    stream->kept = copy_to_disk(*source.open().bytes, source.name_, folder);
  }
  return {source.name_, 0, std::move(stream)};
}

}  // namespace corpus::io
