// SPDX-License-Identifier: MIT
#include "containers.hpp"

#include <cstdint>

namespace corpus::io::testing {
namespace {

using namespace std::string_view_literals;

std::string little_endian(std::uint64_t value, unsigned size) {
  std::string bytes;
  for (unsigned i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
  return bytes;
}

/// ISO 3309, bit by bit.
std::uint32_t crc32(std::string_view text) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char byte : text) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? crc >> 1U ^ 0xEDB88320U : crc >> 1U;
  }
  return ~crc;
}

std::string octal(std::uint64_t value, std::size_t digits) {
  std::string text(digits, '0');
  for (std::size_t i = digits; i > 0; --i, value /= 8) text[i - 1] = static_cast<char>('0' + value % 8);
  return text;
}

enum class Magic { ustar, none };

std::string tar_member(const TarMember& member, Magic magic) {
  std::string header(512, '\0');
  const auto put = [&](std::size_t at, std::string_view text) { header.replace(at, text.size(), text); };
  put(0, member.name);
  put(100, "0000644");
  put(108, "0000000");
  put(116, "0000000");
  put(124, octal(member.text.size(), 11));
  put(136, octal(0, 11));
  put(148, std::string(8, ' '));
  header[156] = member.type;
  put(157, member.link);
  if (magic == Magic::ustar) put(257, "ustar\0\60\60"sv);  // and version 00
  unsigned sum = 0;
  for (const char byte : header) sum += static_cast<unsigned char>(byte);
  put(148, octal(sum, 6) + '\0' + ' ');
  return header + member.text + std::string((512 - member.text.size() % 512) % 512, '\0');
}

std::string tar_with(const std::vector<TarMember>& members, Magic magic) {
  std::string archive;
  for (const TarMember& member : members) archive += tar_member(member, magic);
  return archive + std::string(1024, '\0');
}

/// RFC 8878, 3.1.1.2: the size in the upper 21 bits, then the kind, then whether it is the last.
std::string zstd_block(std::size_t size, unsigned kind, bool last) {
  return little_endian(size << 3U | kind << 1U | (last ? 1U : 0U), 3);
}

/// With a window of 128 KiB.
constexpr std::string_view kZstdFrame = "\x28\xB5\x2F\xFD\x00\x38"sv;
constexpr std::size_t kZstdBlock = std::size_t{128} * 1024;

}  // namespace

std::string tar_of(const std::vector<TarMember>& members) { return tar_with(members, Magic::ustar); }
std::string old_tar_of(const std::vector<TarMember>& members) { return tar_with(members, Magic::none); }

std::string pax_tar_of(const std::vector<TarMember>& members) {
  std::vector<TarMember> all;
  for (const TarMember& member : members) {
    // A record is its length, which counts itself, a space, the key, `=`, the value and a line end.
    const std::string rest = " path=" + member.name + "\n";
    std::size_t length = rest.size() + 1;
    while (length != rest.size() + std::to_string(length).size()) ++length;
    all.push_back({.name = "PaxHeaders/short", .text = std::to_string(length) + rest, .type = 'x'});
    all.push_back(member);
    all.back().name = "short" + std::to_string(all.size());
  }
  return tar_of(all);
}

std::string zip_of(const std::vector<ZipMember>& members, const std::string& comment) {
  std::string archive;
  std::string directory;
  for (const ZipMember& member : members) {
    // APPNOTE.TXT, 4.3.7 and 4.3.12: what both headers have, from the version that is needed on.
    const std::string common = little_endian(10, 2) + little_endian(member.flags, 2) + std::string(6, '\0') +
                               little_endian(crc32(member.text), 4) + little_endian(member.text.size(), 4) +
                               little_endian(member.text.size(), 4) + little_endian(member.name.size(), 2) +
                               little_endian(0, 2);
    constexpr unsigned kMadeByUnix = 0x031E;
    directory += "PK\1\2" + little_endian(kMadeByUnix, 2) + common + std::string(6, '\0') +
                 little_endian(std::uint64_t{member.mode} << 16U, 4) + little_endian(archive.size(), 4) + member.name;
    archive += "PK\3\4" + common + member.name + member.text;
  }
  const std::string count = little_endian(members.size(), 2);
  return archive + directory + "PK\5\6" + std::string(4, '\0') + count + count + little_endian(directory.size(), 4) +
         little_endian(archive.size(), 4) + little_endian(comment.size(), 2) + comment;
}

std::string gzip_of(std::string_view text) {
  // RFC 1952; RFC 1951, 3.2.4.
  std::string bytes("\x1F\x8B\x08\0\0\0\0\0\0\xFF"sv);
  constexpr std::size_t kMost = 0xFFFF;
  std::string_view rest = text;
  do {
    const std::string_view block = rest.substr(0, kMost);
    rest.remove_prefix(block.size());
    bytes += rest.empty() ? '\1' : '\0';
    bytes += little_endian(block.size(), 2) + little_endian(~block.size(), 2) + std::string(block);
  } while (!rest.empty());
  return bytes + little_endian(crc32(text), 4) + little_endian(text.size(), 4);
}

std::string zstd_of(std::string_view text) {
  std::string bytes(kZstdFrame);
  do {
    const std::string_view block = text.substr(0, kZstdBlock);
    text.remove_prefix(block.size());
    bytes += zstd_block(block.size(), 0, text.empty()) + std::string(block);
  } while (!text.empty());
  return bytes;
}

std::string zstd_zeros(std::size_t blocks) {
  std::string bytes(kZstdFrame);
  for (std::size_t i = 1; i <= blocks; ++i) bytes += zstd_block(kZstdBlock, 1, i == blocks) + '\0';
  return bytes;
}

std::string sample(Container format) {
  constexpr std::string_view kGzip =
      "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03+\xC9HUH\xCB,*.Q\xC8\xC9\xCCK\xE5J\xCCKQHT(NM\xCE\xCFK\xD1Q(\x01J"
      "\xE6$\x16\x97p\x01\x00\xD7\xB3!K&\x00\x00\x00"sv;
  constexpr std::string_view kBzip2 =
      "BZh91AY&SY\xA9\x05.\x5C\x00\x00\x12Q\x80\x00\x10@\x04/e\x9C\x00 \x00\x31L\x00\x13\x41\xA8\xD3\xD4\xF5\x06L"
      "\x8A\xB4\xC1\x92)>\xA2\xCE)t(\xC0y\x99\xB9\x35\xC1\xE3\xF1w$S\x85\x09\x0A\x90R\xE5\xC0"sv;
  constexpr std::string_view kXz =
      "\xFD\x37zXZ\x00\x00\x04\xE6\xD6\xB4\x46\x02\x00!\x01\x16\x00\x00\x00t/\xE5\xA3\x01\x00%the first line\x0A"
      "\x61nd a second, the last\x0A\x00\x00\x00\xC1V4\x80>ZF1\x00\x01>&\xAB+N\xB3\x1F\xB6\xF3}\x01\x00\x00\x00\x00"
      "\x04YZ"sv;
  constexpr std::string_view kZstd =
      "(\xB5/\xFD$&1\x01\x00the first line\x0A\x61nd a second, the last\x0A\x30\x62\xE5\xA4"sv;
  switch (format) {
    case Container::gzip:
      return std::string(kGzip);
    case Container::bzip2:
      return std::string(kBzip2);
    case Container::xz:
      return std::string(kXz);
    default:
      return std::string(kZstd);
  }
}

std::string sample_zip() {
  return std::string(
      "PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00!P|\x22\xF9\xC8\x0E\x00\x00\x00\xB0\x04\x00\x00\x07\x00\x00\x00z/b"
      ".txtKLRH\x1C\x45\xA3h\x14\x8D\xA2\xA1\x80\x00PK\x03\x04\x0A\x00\x00\x00\x00\x00\x00\x00!PC<\xCB\x99\x08\x00"
      "\x00\x00\x08\x00\x00\x00\x07\x00\x00\x00z/a.txtone two\x0APK\x03\x04\x0A\x00\x00\x00\x00\x00\x00\x00!P\xBA"
      "\xF7\xEB\xC1\x05\x00\x00\x00\x05\x00\x00\x00\x06\x00\x00\x00z/linka.txtPK\x01\x02\x1E\x03\x14\x00\x00\x00"
      "\x08\x00\x00\x00!P|\x22\xF9\xC8\x0E\x00\x00\x00\xB0\x04\x00\x00\x07\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00"
      "\x00\xA4\x81\x00\x00\x00\x00z/b.txtPK\x01\x02\x1E\x03\x0A\x00\x00\x00\x00\x00\x00\x00!PC<\xCB\x99\x08\x00"
      "\x00\x00\x08\x00\x00\x00\x07\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\xA4\x81\x33\x00\x00\x00z/a.txtPK"
      "\x01\x02\x1E\x03\x0A\x00\x00\x00\x00\x00\x00\x00!P\xBA\xF7\xEB\xC1\x05\x00\x00\x00\x05\x00\x00\x00\x06\x00"
      "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xFF\xA1`\x00\x00\x00z/linkPK\x05\x06\x00\x00\x00\x00\x03\x00\x03"
      "\x00\x9E\x00\x00\x00\x89\x00\x00\x00\x00\x00"sv);
}

}  // namespace corpus::io::testing
