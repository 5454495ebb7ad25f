// SPDX-License-Identifier: MIT
#include "corpus/report/safety.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/report/walk.hpp"

namespace corpus::report {
namespace {

bool is_plain(char byte) noexcept { return byte >= 0x20 && byte < 0x7f; }

bool is_harmful(char32_t code_point) noexcept {
  return code_point < 0x20 || (code_point >= 0x7f && code_point <= 0x9f) ||
         (code_point >= 0x2028 && code_point <= 0x202e) || (code_point >= 0x2066 && code_point <= 0x206f);
}

void append_escaped(std::string& text, char32_t code_point) {
  switch (code_point) {
    case U'\t':
      text += "\\t";
      return;
    case U'\n':
      text += "\\n";
      return;
    case U'\r':
      text += "\\r";
      return;
    default:
      break;
  }
  const auto number = static_cast<unsigned>(code_point);
  text += number < 0x80 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{:04x}", number);
}

}  // namespace

bool is_safe(std::string_view text) noexcept {
  if (std::all_of(text.begin(), text.end(), is_plain)) return true;
  bool safe = true;
  walk(
      text, [&](std::string_view, char32_t code_point) { safe = safe && !is_harmful(code_point); },
      [&](std::string_view) { safe = false; });
  return safe;
}

std::string visible(std::string_view text) {
  if (is_safe(text)) return std::string{text};
  std::string shown;
  walk(
      text,
      [&](std::string_view bytes, char32_t code_point) {
        is_harmful(code_point) ? append_escaped(shown, code_point) : static_cast<void>(shown += bytes);
      },
      [&](std::string_view bytes) {
        for (const char byte : bytes) shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
      });
  return shown;
}

/// The blocks whose characters are right-to-left unless the standard says otherwise (DerivedBidiClass.txt), and the
/// mark among the general punctuation. A few numbers and signs in them are not; to isolate those does no harm.
bool is_right_to_left(char32_t c) noexcept {
  return (c >= 0x590 && c <= 0x8ff) || c == 0x200f || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff) ||
         (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

bool has_right_to_left(std::string_view text) noexcept {
  if (std::all_of(text.begin(), text.end(), is_plain)) return false;
  bool found = false;
  walk(
      text, [&](std::string_view, char32_t code_point) { found = found || is_right_to_left(code_point); },
      [](std::string_view) {});
  return found;
}

std::string isolated(std::string_view text) {
  std::string shown = "\u2068";
  shown += text;
  shown += "\u2069";
  return shown;
}

}  // namespace corpus::report
