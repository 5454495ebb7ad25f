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

}  // namespace

bool holds_nul(const Descriptor& file, std::uint64_t size, std::span<char> buffer, const std::string& name) {
  constexpr std::size_t kMark = 4;
  std::uint64_t total = 0;
  std::size_t pending = 0;  // at the front of the buffer, while a mark may still be incomplete
  bool begun = false;
  for (;;) {
    const std::size_t taken = read_some(file, buffer.subspan(pending), name);
    const std::size_t filled = pending + taken;
    total += taken;
    if (!begun && filled < kMark && taken != 0 && total != size) {
      pending = filled;
      continue;
    }
    if (!begun && begins_with_wide_mark({buffer.data(), filled})) return false;
    if (filled != 0 && std::memchr(buffer.data(), '\0', filled) != nullptr) return true;
    if (taken == 0 || total == size) return false;
    begun = true;
    pending = 0;
  }
}

}  // namespace corpus::io
