// SPDX-License-Identifier: MIT
#include "corpus/count/spill_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "corpus/error.hpp"

namespace corpus::count {
namespace {

/// The words would follow the locale if strerror() chose them.
Error failure(const std::string& folder, const char* what, int error_number) {
  const char* words = ::strerrordesc_np(error_number);
  return Error{
      {.file = folder,
       .cause = std::string(words != nullptr ? words : "unknown error") + ", while " + what + " a temporary file there",
       .hint = "choose another folder with TMPDIR, or raise --memory"}};
}

/// A file without a name; where the file system has no such, one whose name is gone at once.
int open_unnamed(const std::string& folder) {
  const int unnamed = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (unnamed >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) return unnamed;
  std::string path = folder + "/corpus-XXXXXX";
  const int number = ::mkostemp(path.data(), O_CLOEXEC);
  if (number >= 0) ::unlink(path.c_str());
  return number;
}

}  // namespace

SpillFile::~SpillFile() {
  if (number_ >= 0) ::close(number_);
}

/// Not std::call_once: where making the file fails, the next to come is to fail as well, and ThreadSanitizer lets it
/// wait for ever.
void SpillFile::open() {
  const std::lock_guard lock(opening_);
  if (number_ >= 0) return;
  number_ = open_unnamed(folder_);
  if (number_ < 0) throw failure(folder_, "making", errno);
}

std::uint64_t SpillFile::append(std::span<const std::byte> bytes) {
  open();
  const std::uint64_t where = size_.fetch_add(bytes.size());
  for (std::uint64_t at = where; !bytes.empty();) {
    const auto written = ::pwrite(number_, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw failure(folder_, "writing", errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
    at += static_cast<std::uint64_t>(written);
  }
  return where;
}

void SpillFile::read(std::uint64_t where, std::span<std::byte> bytes) const {
  while (!bytes.empty()) {
    const auto taken = ::pread(number_, bytes.data(), bytes.size(), static_cast<off_t>(where));
    if (taken < 0 && errno == EINTR) continue;
    if (taken <= 0) throw failure(folder_, "reading", taken < 0 ? errno : EIO);
    bytes = bytes.subspan(static_cast<std::size_t>(taken));
    where += static_cast<std::uint64_t>(taken);
  }
}

}  // namespace corpus::count
