// SPDX-License-Identifier: MIT
#include "corpus/io/nul_scan.hpp"

#include <cstddef>
#include <cstring>
#include <string_view>

namespace corpus::io {
namespace {

using namespace std::string_view_literals;

/// UTF-32 in little endian begins as UTF-16 does.
bool begins_with_wide_mark(std::string_view text) {
  return text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv) || text.starts_with("\0\0\xFE\xFF"sv);
}

/// `read` fills the front of a buffer; `enough` tells of how many bytes there are no more to look at.
template <typename Read, typename Enough>
bool search(std::span<char> buffer, Read read, Enough enough) {
  constexpr std::size_t kMark = 4;
  std::uint64_t total = 0;
  std::size_t pending = 0;  // at the front of the buffer, while a mark may still be incomplete
  bool begun = false;
  for (;;) {
    const std::size_t taken = read(buffer.subspan(pending));
    const std::size_t filled = pending + taken;
    total += taken;
    if (!begun && filled < kMark && taken != 0 && !enough(total)) {
      pending = filled;
      continue;
    }
    if (!begun && begins_with_wide_mark({buffer.data(), filled})) return false;
    if (filled != 0 && std::memchr(buffer.data(), '\0', filled) != nullptr) return true;
    if (taken == 0 || enough(total)) return false;
    begun = true;
    pending = 0;
  }
}

}  // namespace

bool holds_nul(const Descriptor& file, std::uint64_t size, std::span<char> buffer, const std::string& name) {
  return search(
      buffer, [&](std::span<char> room) { return read_some(file, room, name); },
      [&](std::uint64_t total) { return total == size; });
}

bool holds_nul(ByteSource& bytes, std::uint64_t most, std::span<char> buffer) {
  return search(
      buffer, [&](std::span<char> room) { return bytes.read(room); },
      [&](std::uint64_t total) { return total >= most; });
}

}  // namespace corpus::io
