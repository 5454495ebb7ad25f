// SPDX-License-Identifier: MIT
#include "corpus/io/kept.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <utility>
#include <vector>

#include "corpus/error.hpp"

namespace corpus::io {
namespace {

constexpr std::size_t kCopyBuffer = std::size_t{256} * 1024;

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

}  // namespace

Kept::Kept(std::string name, std::string folder, std::size_t memory)
    : name_(std::move(name)), folder_(std::move(folder)), memory_limit_(memory) {}

Kept::Kept(std::string name, Descriptor file, std::uint64_t begin)
    : name_(std::move(name)), file_(std::move(file)), begin_(begin) {
  struct stat status {};
  if (::fstat(file_.number(), &status) != 0) throw system_error(name_, errno);
  const auto end = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  size_ = end - std::min(end, begin_);
}

void Kept::append(std::span<const char> bytes) {
  const std::size_t fits = std::min(bytes.size(), memory_limit_ - memory_.size());
  memory_.append(bytes.data(), fits);
  append_to_file(bytes.subspan(fits));
  size_ += bytes.size();
}

void Kept::append_to_file(std::span<const char> bytes) {
  if (bytes.empty()) return;
  if (!file_) file_ = unlinked_file(folder_, name_);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw cannot_keep(folder_, name_, errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

void Kept::append_all(ByteSource& bytes) {
  std::vector<char> buffer(kCopyBuffer);
  while (const std::size_t taken = bytes.read(buffer)) append({buffer.data(), taken});
}

std::size_t Kept::read_at(std::uint64_t offset, std::span<char> buffer) const {
  if (offset < memory_.size()) return memory_.copy(buffer.data(), buffer.size(), offset);
  if (!file_) return 0;
  return read_some_at(file_, begin_ + offset - memory_.size(), buffer, name_);
}

std::size_t KeptSource::read(std::span<char> buffer) {
  const std::size_t taken = kept_->read_at(offset_, buffer);
  offset_ += taken;
  return taken;
}

bool KeptSource::rewind() {
  offset_ = 0;
  return true;
}

}  // namespace corpus::io
