// SPDX-License-Identifier: MIT
#include "reference/text/packing.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <memory>
#include <stdexcept>
#include <string_view>

#include "reference/text/scribe.hpp"

namespace corpus::reference {
namespace {

using Output = std::unique_ptr<archive, int (*)(archive*)>;

la_ssize_t append(archive* /*unused*/, void* bytes, const void* buffer, size_t size) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(buffer), size);
  return static_cast<la_ssize_t>(size);
}

void check(const Output& output, la_ssize_t result) {
  if (result < 0) throw std::runtime_error(archive_error_string(output.get()));
}

void set_format(const Output& output, Container container) {
  switch (container) {
    case Container::none:
      return check(output, archive_write_set_format_raw(output.get()));
    case Container::tar:
      return check(output, archive_write_set_format_pax_restricted(output.get()));
    case Container::zip:
      return check(output, archive_write_set_format_zip(output.get()));
  }
}

void set_filter(const Output& output, Compression compression) {
  switch (compression) {
    case Compression::none:
      return check(output, archive_write_add_filter_none(output.get()));
    case Compression::gzip:
      return check(output, archive_write_add_filter_gzip(output.get()));
    case Compression::bzip2:
      return check(output, archive_write_add_filter_bzip2(output.get()));
    case Compression::xz:
      check(output, archive_write_add_filter_xz(output.get()));
      return check(output, archive_write_set_filter_option(output.get(), "xz", "compression-level", "0"));
    case Compression::zstd:
      return check(output, archive_write_add_filter_zstd(output.get()));
  }
}

std::string in_quotes(std::string_view value) {
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string unit(char32_t value, Dice& dice) {
  return dice.one_in(2) ? fmt::format("\\u{:04x}", static_cast<std::uint32_t>(value))
                        : fmt::format("\\u{:04X}", static_cast<std::uint32_t>(value));
}

std::string json_string(std::string_view value, Dice& dice) {
  constexpr std::string_view kLetters = "\"\\/\b\f\n\r\t";
  constexpr std::string_view kEscapes = "\"\\/bfnrt";
  std::string result = "\"";
  while (!value.empty()) {
    const std::string_view before = value;
    const char32_t c = take_code_point(value);
    const std::size_t known = c < 0x80 ? kLetters.find(static_cast<char>(c)) : std::string_view::npos;
    const bool must = c < 0x20 || c == U'"' || c == U'\\';
    if (known != std::string_view::npos && (must || dice.one_in(2)) && !dice.one_in(10)) {
      result += std::string("\\") + kEscapes[known];
    } else if (must || dice.one_in(8)) {
      if (c >= 0x10000) result += unit(0xD800 + ((c - 0x10000) >> 10U), dice);
      result += unit(c >= 0x10000 ? 0xDC00 + ((c - 0x10000) & 0x3FFU) : c, dice);
    } else {
      result += before.substr(0, before.size() - value.size());
    }
  }
  return result + "\"";
}

}  // namespace

std::string pack(Container container, Compression compression, const std::vector<PackedMember>& members) {
  std::string bytes;
  const Output output{archive_write_new(), archive_write_free};
  set_format(output, container);
  set_filter(output, compression);
  check(output, archive_write_set_bytes_in_last_block(output.get(), 1));
  check(output, archive_write_open(output.get(), &bytes, nullptr, append, nullptr));
  for (const PackedMember& member : members) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry{archive_entry_new(), archive_entry_free};
    archive_entry_set_pathname(entry.get(), member.name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(member.bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    check(output, archive_write_header(output.get(), entry.get()));
    check(output, archive_write_data(output.get(), member.bytes.data(), member.bytes.size()));
  }
  check(output, archive_write_close(output.get()));
  return bytes;
}

std::string csv_of(const std::vector<Row>& rows, Dice& dice) {
  const std::string line_end = dice.one_in(2) ? "\n" : "\r\n";
  std::string text;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t at = 0; at < rows[row].size(); ++at) {
      const std::string& value = rows[row][at];
      const bool must = value.find_first_of("\",\r\n\t;") != std::string::npos || value.starts_with(' ') ||
                        value.ends_with(' ') || value.empty();
      if (at > 0) text += ',';
      text += must || (row > 0 && dice.one_in(2)) ? in_quotes(value) : value;
    }
    if (row + 1 < rows.size() || dice.one_in(2)) text += line_end;
  }
  return text;
}

std::string json_lines_of(const std::vector<Row>& rows, Dice& dice) {
  std::string text;
  for (std::size_t row = 1; row < rows.size(); ++row) {
    text += '{';
    for (std::size_t at = 0; at < rows[row].size(); ++at) {
      if (at > 0) text += dice.one_in(2) ? ", " : ",";
      text += json_string(rows[0][at], dice) + (dice.one_in(2) ? ": " : ":") + json_string(rows[row][at], dice);
    }
    text += '}';
    if (row + 1 < rows.size() || dice.one_in(2)) text += '\n';
  }
  return text;
}

}  // namespace corpus::reference
