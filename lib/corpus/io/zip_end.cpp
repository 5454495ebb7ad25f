// SPDX-License-Identifier: MIT
#include "corpus/io/zip_end.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "corpus/error.hpp"

namespace corpus::io {
namespace {

using namespace std::string_view_literals;

// The records of PKWARE's APPNOTE.TXT 6.3.9, sections 4.3.14 to 4.3.16.
constexpr std::size_t kEnd = 22;
constexpr std::size_t kEnd64 = 56;
constexpr std::size_t kLocator64 = 20;
constexpr std::size_t kLongestComment = 0xFFFF;

std::string read_all_at(const Kept& bytes, std::uint64_t offset, std::size_t size) {
  std::string text(size, '\0');
  std::size_t had = 0;
  while (had < size) {
    const std::size_t taken = bytes.read_at(offset + had, std::span(text).subspan(had));
    if (taken == 0) break;
    had += taken;
  }
  text.resize(had);
  return text;
}

/// Little endian. Past the end: 0.
std::uint64_t number(std::string_view record, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i > 0; --i) {
    const std::size_t place = at + i - 1;
    value = value << 8U | (place < record.size() ? static_cast<unsigned char>(record[place]) : 0U);
  }
  return value;
}

struct Directory {
  std::uint64_t members = 0;
  std::uint64_t begin = 0;
  std::uint64_t size = 0;
  std::uint64_t disks = 0;  ///< others than the one and only

  [[nodiscard]] bool ends_at(std::uint64_t offset) const {
    return disks == 0 && begin <= offset && size == offset - begin;
  }
};

std::optional<std::uint64_t> members_by_end64(const Kept& bytes, std::uint64_t end) {
  if (end < kLocator64 + kEnd64) return std::nullopt;
  const std::string locator = read_all_at(bytes, end - kLocator64, kLocator64);
  if (!locator.starts_with("PK\6\7"sv)) return std::nullopt;
  const std::uint64_t offset = number(locator, 8, 8);
  if (offset > end - kLocator64 - kEnd64) return std::nullopt;
  const std::string record = read_all_at(bytes, offset, kEnd64);
  if (!record.starts_with("PK\6\6"sv)) return std::nullopt;
  const Directory directory{number(record, 32, 8), number(record, 48, 8), number(record, 40, 8),
                            number(record, 16, 4) + number(record, 20, 4)};
  return directory.ends_at(offset) ? std::optional(directory.members) : std::nullopt;
}

std::optional<std::uint64_t> members_by_end(const Kept& bytes, std::uint64_t end, std::string_view record) {
  const Directory directory{number(record, 10, 2), number(record, 16, 4), number(record, 12, 4),
                            number(record, 4, 2) + number(record, 6, 2)};
  if (directory.ends_at(end)) return directory.members;
  return members_by_end64(bytes, end);
}

}  // namespace

std::uint64_t count_zip_members(const Kept& bytes, const std::string& name) {
  const std::uint64_t size = bytes.size();
  const auto tail_size = static_cast<std::size_t>(std::min<std::uint64_t>(size, kEnd + kLongestComment));
  const std::uint64_t tail_begin = size - tail_size;
  const std::string tail = read_all_at(bytes, tail_begin, tail_size);
  for (std::size_t at = tail.rfind("PK\5\6"sv); at != std::string::npos;
       at = at == 0 ? std::string::npos : tail.rfind("PK\5\6"sv, at - 1)) {
    const std::string_view record = std::string_view(tail).substr(at);
    if (record.size() < kEnd || record.size() != kEnd + number(record, 20, 2)) continue;
    if (const auto members = members_by_end(bytes, tail_begin + at, record)) return *members;
  }
  throw Error{{.file = name,
               .cause = "the zip archive is damaged or cut off: the directory at its end is missing or does not fit",
               .hint = "get a whole copy of it"}};
}

}  // namespace corpus::io
