// SPDX-License-Identifier: MIT
#include "corpus/io/container.hpp"

#include <algorithm>
#include <optional>

namespace corpus::io {
namespace {

using namespace std::string_view_literals;

/// RFC 8878, section 3.1.2: 0x184D2A50 to 0x184D2A5F, little endian.
bool begins_with_skippable_frame(std::string_view front) {
  return front.size() >= 4 && (static_cast<unsigned char>(front[0]) & 0xF0U) == 0x50 &&
         front.substr(1, 3) == "\x2A\x4D\x18"sv;
}

/// After `BZh` and the block size comes a block, or the end of an empty file.
bool begins_bzip2(std::string_view front) {
  if (!front.starts_with("BZh"sv) || front.size() < 10 || front[3] < '1' || front[3] > '9') return false;
  const std::string_view mark = front.substr(4, 6);
  return mark == "1AY&SY"sv || mark == "\x17\x72\x45\x38\x50\x90"sv;
}

// The fields of a tar header (POSIX.1-1988, ustar; the old format has no magic).
constexpr std::size_t kTarHeader = 512;
constexpr std::size_t kChecksum = 148;
constexpr std::size_t kChecksumSize = 8;
constexpr std::size_t kMagic = 257;

std::optional<unsigned> octal(std::string_view field) {
  field.remove_prefix(std::min(field.find_first_not_of(' '), field.size()));
  const std::string_view digits = field.substr(0, field.find_first_not_of("01234567"sv));
  if (digits.empty() || field.find_first_not_of(" \0"sv, digits.size()) != std::string_view::npos) return std::nullopt;
  unsigned value = 0;
  for (const char digit : digits) value = value * 8 + static_cast<unsigned>(digit - '0');
  return value;
}

/// The sum of the bytes, with spaces for the checksum itself.
bool checksum_is_right(std::string_view header) {
  const auto expected = octal(header.substr(kChecksum, kChecksumSize));
  unsigned sum = 0;
  for (std::size_t i = 0; i < kTarHeader; ++i) {
    const bool own = i >= kChecksum && i < kChecksum + kChecksumSize;
    sum += own ? ' ' : static_cast<unsigned char>(header[i]);
  }
  return expected == sum;
}

bool begins_tar(std::string_view front) {
  if (front.size() < kTarHeader || front[0] == '\0') return false;
  const std::string_view magic = front.substr(kMagic, 8);
  // Both hold a NUL byte, which no text does. A header with a wrong checksum is a damaged archive, not a text.
  if (magic.starts_with("ustar\0"sv) || magic == "ustar  \0"sv) return true;
  const std::string_view header = front.substr(0, kTarHeader);
  return header.find('\0') != std::string_view::npos && checksum_is_right(header);
}

}  // namespace

std::string_view name_of(Container container) {
  switch (container) {
    case Container::gzip:
      return "gzip";
    case Container::zstd:
      return "zstd";
    case Container::xz:
      return "xz";
    case Container::bzip2:
      return "bzip2";
    case Container::tar:
      return "tar";
    case Container::zip:
      return "zip";
    case Container::none:
      break;
  }
  return "";
}

Container container_of(std::string_view front) {
  if (front.starts_with("\x1F\x8B"sv)) return Container::gzip;
  if (front.starts_with("\x28\xB5\x2F\xFD"sv) || begins_with_skippable_frame(front)) return Container::zstd;
  if (front.starts_with("\xFD\x37zXZ\0"sv)) return Container::xz;
  if (begins_bzip2(front)) return Container::bzip2;
  if (front.starts_with("PK\3\4"sv) || front.starts_with("PK\5\6"sv)) return Container::zip;
  return begins_tar(front) ? Container::tar : Container::none;
}

bool may_become_container(std::string_view front) {
  if (front.size() >= container_front || container_of(front) != Container::none) return false;
  // Somebody may be typing. Only a tar header may hold a line end, in a name, and then it holds a NUL byte soon.
  return front.find('\n') == std::string_view::npos || front.find('\0') != std::string_view::npos;
}

}  // namespace corpus::io
