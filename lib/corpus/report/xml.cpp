// SPDX-License-Identifier: MIT
#include "corpus/report/xml.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string>

#include "corpus/unicode/utf8.hpp"

namespace corpus::report {
namespace {

constexpr char32_t control_pictures = 0x2400;  ///< that of NUL; those of the other controls follow
constexpr char32_t picture_of_delete = 0x2421;

/// What the character is written as, if not as itself.
std::string replacement(char32_t point) {
  switch (point) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'"':
      return "&quot;";
    case U'\r':
      return "&#13;";
    case U'\n':
    case U'\t':
      return {};
    default:
      break;
  }
  std::string shown;
  if (point < U' ') unicode::append(shown, control_pictures + point);
  if (point == U'\x7F') unicode::append(shown, picture_of_delete);
  // XML allows these, and discourages them.
  if (point >= 0x80 && point < 0xA0) shown = fmt::format("&#x{:X};", static_cast<std::uint32_t>(point));
  if (point == 0xFFFE || point == 0xFFFF) unicode::append(shown, 0xFFFD);
  return shown;
}

}  // namespace

void write_xml(Output& output, std::string_view text) {
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t valid = unicode::valid_prefix(text.substr(at));
    const std::size_t end = at + valid;
    while (at < end) {
      const auto [point, length] = unicode::decode(text, at);
      if (const std::string shown = replacement(point); !shown.empty()) {
        output.write(text.substr(written, at - written));
        output.write(shown);
        written = at + length;
      }
      at += length;
    }
    if (at == text.size()) break;
    // Names of files can hold any bytes.
    output.write(text.substr(written, at - written));
    output.write("\uFFFD");
    at += unicode::maximal_subpart(text.substr(at));
    written = at;
  }
  if (written < text.size()) output.write(text.substr(written));
}

}  // namespace corpus::report
