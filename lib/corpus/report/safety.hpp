// SPDX-License-Identifier: MIT
/// \file
/// Text from elsewhere, made safe to look at. A file name or a word can hold bytes that move the cursor, retitle the
/// window or turn the line around; on a terminal they are shown instead of sent:
///
///     std::fputs((report::visible(error.what()) + "\n").c_str(), stderr);  // a\x1b[31m.txt: cannot open
///
/// | what                                                            | is shown as      |
/// |-----------------------------------------------------------------|------------------|
/// | tab, line feed, carriage return                                 | `\t` `\n` `\r`   |
/// | the other controls of ASCII                                     | `\x1b` `\x7f`    |
/// | a byte that is not part of well-formed UTF-8                    | `\xff`           |
/// | U+0080 to U+009F, line and paragraph separator,                 | `\u009b` `\u2028`|
/// | embeddings, overrides, isolates (U+202A to 202E, 2066 to 206F)  | `\u202e`         |
///
/// A backslash stays one backslash: this is for eyes, not to be read back. Joiners and direction marks stay, because
/// scripts and emoji need them. Text that is safe already costs one look at each byte.
#pragma once

#include <string>
#include <string_view>

namespace corpus::report {

/// Whether `visible` would change nothing.
[[nodiscard]] bool is_safe(std::string_view text) noexcept;

[[nodiscard]] std::string visible(std::string_view text);

[[nodiscard]] bool is_right_to_left(char32_t code_point) noexcept;

/// Whether characters are in it that run, or may run, from right to left (Hebrew, Arabic, Syriac, N'Ko, Adlam …).
[[nodiscard]] bool has_right_to_left(std::string_view text) noexcept;

/// Between U+2068 and U+2069, so that the text orders itself without moving what stands beside it on the line.
[[nodiscard]] std::string isolated(std::string_view text);

}  // namespace corpus::report
