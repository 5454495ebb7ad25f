// SPDX-License-Identifier: MIT
#include "corpus/unicode/utf8.hpp"

#include <algorithm>
#include <cstring>

#include "corpus/unicode/text_kernels.hpp"

namespace corpus::unicode {
namespace {

/// A row of table 3-7: what a lead byte asks of the bytes after it. Third and fourth bytes are always 80..BF.
struct Row {
  unsigned length = 0;  ///< of the whole character; 0 where no character begins with this byte
  unsigned char second_low = 0x80;
  unsigned char second_high = 0xBF;
};

constexpr Row row_of(unsigned char lead) noexcept {
  if (lead < 0x80) return {1};
  if (lead < 0xC2) return {0};
  if (lead < 0xE0) return {2};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0};
}

/// How much of a character stands at the front of some bytes.
struct Beginning {
  std::size_t matched = 0;  ///< bytes that fit
  std::size_t length = 0;   ///< bytes the whole character has; 0 where none begins like this
};

Beginning beginning(std::string_view bytes) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const Row row = row_of(byte(0));
  if (row.length == 0) return {};
  std::size_t matched = 1;
  const std::size_t available = std::min<std::size_t>(row.length, bytes.size());
  if (matched < available && byte(1) >= row.second_low && byte(1) <= row.second_high) {
    ++matched;
    while (matched < available && continues(bytes[matched])) ++matched;
  }
  return {matched, row.length};
}

/// Those that the bytes of ASCII do not have.
constexpr std::uint64_t high_bits = 0x8080808080808080;

/// The first byte at or after `at` that is not ASCII, or the end.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) noexcept {
  for (std::uint64_t word = 0; bytes.size() - at >= sizeof word; at += sizeof word) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & high_bits) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

const TextKernel& kernel() noexcept {
  static const TextKernel& fastest = text_kernels().front();
  return fastest;
}

/// Where the last character before `at` begins if it is not ASCII, and may go on there; else `at`.
std::size_t last_begin(std::string_view bytes, std::size_t at) noexcept {
  while (at > 0 && static_cast<unsigned char>(bytes[at - 1]) >= 0x80) {
    --at;
    if (!continues(bytes[at])) break;
  }
  return at;
}

/// Where well-formed text ends that goes on at `at`: for what the vectors leave.
std::size_t walk(std::string_view bytes, std::size_t at) noexcept {
  for (at = skip_ascii(bytes, at); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const Beginning found = beginning(bytes.substr(at));
    if (found.length == 0 || found.matched < found.length) break;
    at += found.length;
  }
  return at;
}

}  // namespace

void append(std::string& text, char32_t point) {
  const auto tail = [point](unsigned shift) { return static_cast<char>(0x80 | ((point >> shift) & 0x3F)); };
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    const char form[] = {static_cast<char>(0xC0 | (point >> 6)), tail(0)};
    text.append(form, sizeof form);
  } else if (point < 0x10000) {
    const char form[] = {static_cast<char>(0xE0 | (point >> 12)), tail(6), tail(0)};
    text.append(form, sizeof form);
  } else {
    const char form[] = {static_cast<char>(0xF0 | (point >> 18)), tail(12), tail(6), tail(0)};
    text.append(form, sizeof form);
  }
}

std::size_t valid_prefix(std::string_view bytes) noexcept {
  return walk(bytes, last_begin(bytes, kernel().well_formed(bytes).size));
}

TextFront text_front(std::string_view bytes) noexcept {
  TextFront front = kernel().check(bytes);
  const std::size_t from = last_begin(bytes, front.size);
  std::string_view rest = bytes.substr(from, walk(bytes, from) - from);
  rest = rest.substr(0, rest.find('\0'));
  front.size = from + rest.size();
  front.feeds += static_cast<std::uint64_t>(std::count(rest.begin(), rest.end(), '\n'));
  front.returns = front.returns || rest.find('\r') != std::string_view::npos;
  return front;
}

bool truncated_at_end(std::string_view rest) noexcept {
  if (rest.empty()) return false;
  const Beginning found = beginning(rest);
  return found.matched == rest.size() && found.matched < found.length;
}

std::size_t maximal_subpart(std::string_view rest) noexcept {
  return std::max<std::size_t>(1, beginning(rest).matched);
}

bool is_ascii(std::string_view text) noexcept {
  std::uint64_t all = 0;
  std::size_t at = 0;
  for (; at + sizeof all <= text.size(); at += sizeof all) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    all |= bytes;
  }
  for (; at < text.size(); ++at) all |= static_cast<unsigned char>(text[at]);
  return (all & high_bits) == 0;
}

std::size_t count_code_points(std::string_view text) noexcept { return kernel().count_code_points(text); }

}  // namespace corpus::unicode
