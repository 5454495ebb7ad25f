// SPDX-License-Identifier: MIT
#include "corpus/io/source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <span>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/io/descriptor.hpp"
#include "corpus/io/git_blobs.hpp"
#include "corpus/io/kept.hpp"

namespace corpus::io {
namespace {

/// Where a regular file is read from; nothing for a pipe or a device. Standard input may be a file that somebody has read
/// a part of.
std::optional<off_t> beginning(const Descriptor& file) {
  struct stat status {};
  if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  const off_t begin = ::lseek(file.number(), 0, SEEK_CUR);
  return begin < 0 ? std::nullopt : std::optional(begin);
}

class FileSource final : public ByteSource {
 public:
  FileSource(std::string name, Descriptor file)
      : name_(std::move(name)), file_(std::move(file)), begin_(beginning(file_)) {
    // Only advice: a pipe refuses it, and nothing depends on it.
    (void)::posix_fadvise(file_.number(), 0, 0, POSIX_FADV_SEQUENTIAL);
  }

  std::size_t read(std::span<char> buffer) override {
    if (ended_) return 0;
    const std::size_t taken = read_some(file_, buffer, name_);
    ended_ = taken == 0 && !buffer.empty();
    return taken;
  }

  bool rewind() override {
    if (!begin_ || ::lseek(file_.number(), *begin_, SEEK_SET) < 0) return false;
    ended_ = false;
    return true;
  }

 private:
  std::string name_;
  Descriptor file_;
  std::optional<off_t> begin_;
  bool ended_ = false;  ///< once is enough: on a terminal, to ask again is to wait for a second Ctrl-D
};

/// Standard input redirected from a file needs no copy: its bytes from the present offset on. None for a pipe.
std::shared_ptr<const Kept> standard_input_as_file() {
  Descriptor file = duplicate_standard_input();
  const std::optional<off_t> begin = beginning(file);
  if (!begin) return nullptr;
  return std::make_shared<Kept>("-", std::move(file), static_cast<std::uint64_t>(*begin));
}

}  // namespace

struct Source::Stream {
  enum class Kind { named, standard_input, blob };

  Kind kind = Kind::named;
  std::shared_ptr<const Kept> kept;  ///< set once spooled
  std::atomic<bool> opened = false;
  std::shared_ptr<GitBlobs> blobs;  ///< where it is one of them …
  std::string id;                   ///< … and its name there

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

Source Source::file(std::string name, std::uint64_t size, Found found) {
  Source source{std::move(name), size, nullptr};
  source.found_ = found;
  return source;
}

Source Source::stream(std::string name) { return {std::move(name), 0, std::make_shared<Stream>()}; }

Source Source::standard_input() {
  auto stream = std::make_shared<Stream>();
  stream->kind = Stream::Kind::standard_input;
  return {"-", 0, std::move(stream)};
}

Source Source::blob(std::string name, std::uint64_t size, Found found, std::shared_ptr<GitBlobs> blobs,
                    std::string id) {
  auto stream = std::make_shared<Stream>();
  stream->kind = Stream::Kind::blob;
  stream->blobs = std::move(blobs);
  stream->id = std::move(id);
  Source source{std::move(name), size, std::move(stream)};
  source.found_ = found;
  return source;
}

std::optional<std::uint64_t> Source::size() const noexcept {
  if (!reopenable()) return std::nullopt;
  return stream_ && stream_->kept ? stream_->kept->size() : size_;
}

bool Source::is_standard_input() const noexcept { return stream_ && stream_->kind == Stream::Kind::standard_input; }

bool Source::is_blob() const noexcept { return stream_ && stream_->kind == Stream::Kind::blob; }

bool Source::reopenable() const noexcept { return !stream_ || stream_->kept || is_blob(); }

Document Source::open() const {
  if (stream_ && stream_->kept) return {name_, std::make_unique<KeptSource>(stream_->kept)};
  if (is_blob()) return {name_, stream_->blobs->open(name_, stream_->id)};
  if (stream_) stream_->take(name_);
  Descriptor file = is_standard_input() ? duplicate_standard_input() : open_descriptor(name_, O_RDONLY);
  return {name_, std::make_unique<FileSource>(name_, std::move(file))};
}

std::shared_ptr<const Kept> Source::at_rest() const {
  if (stream_) return stream_->kept;
  return std::make_shared<Kept>(name_, open_descriptor(name_, O_RDONLY), 0);
}

Source spool(const Source& source, const std::string& folder) {
  if (source.reopenable()) return source;
  auto stream = std::make_shared<Source::Stream>();
  stream->kind = source.stream_->kind;
  if (source.is_standard_input()) stream->kept = standard_input_as_file();
  if (stream->kept) {
    source.stream_->take(source.name_);
  } else {
    auto copy = std::make_shared<Kept>(source.name_, folder, 0);
    copy->append_all(*source.open().bytes);
    stream->kept = std::move(copy);
  }
  return {source.name_, 0, std::move(stream)};
}

}  // namespace corpus::io
