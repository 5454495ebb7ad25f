// SPDX-License-Identifier: MIT
#include "corpus/io/json_lines.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/io/json_object.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::io {
namespace {

/// The value of the four digits after `\u`, or nothing.
std::optional<unsigned> escaped_unit(std::string_view escape) {
  if (escape.size() < 6 || !escape.starts_with("\\u")) return std::nullopt;
  unsigned unit = 0;
  for (const char digit : escape.substr(2, 4)) {
    const std::size_t value = std::string_view("0123456789abcdefABCDEF").find(digit);
    if (value == std::string_view::npos) return std::nullopt;
    unit = unit * 16 + static_cast<unsigned>(value > 15 ? value - 6 : value);
  }
  return unit;
}

bool is_high(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// Where in a line, from `from` on, an escape stands for half a surrogate pair.
std::optional<std::size_t> find_half_pair(std::string_view line, std::size_t from) {
  for (std::size_t at = line.find('\\', from); at != std::string_view::npos; at = line.find('\\', at)) {
    const auto unit = escaped_unit(line.substr(at));
    const bool high = unit && is_high(*unit);
    const auto next = high ? escaped_unit(line.substr(at + 6)) : std::nullopt;
    if (high && next && is_low(*next)) {
      at += 12;
    } else if (high || (unit && is_low(*unit))) {
      return at;
    } else {
      at += 2;
    }
  }
  return std::nullopt;
}

MalformedJson half_pair(std::string_view line, std::size_t at) {
  return {fmt::format("has half a surrogate pair, {}, in column {}", line.substr(at, 6),
                      unicode::count_code_points(line.substr(0, at)) + 1),
          "--invalid replace"};
}

class JsonLines final : public Records {
 public:
  JsonLines(TableText text, const JsonLinesOptions& options)
      : lines_(std::move(text), options.longest_record), invalid_(options.invalid) {}

  std::optional<Record> next() override {
    auto line = lines_.next();
    while (line && first_letter(line->text).empty()) line = lines_.next();
    if (!line) return std::nullopt;
    ++number_;
    try {
      return Record{fields_of(line->text), number_, line->number};
    } catch (const MalformedJson& malformed) {
      throw Error{{.file = lines_.name(),
                   .line = line->number,
                   .cause = fmt::format("record {} {}", number_, malformed.cause),
                   .hint = malformed.hint}};
    }
  }

 private:
  static std::string_view first_letter(std::string_view line) {
    const std::size_t at = line.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? "" : line.substr(at, 1);
  }

  std::vector<RecordField> fields_of(std::string_view line) {
    const std::string_view first = first_letter(line);
    if (first == "[") {
      throw MalformedJson{"is an array, not an object", "jq -c '.[]' writes the objects of an array one a line"};
    }
    if (first != "{") throw MalformedJson{"is no JSON object"};
    try {
      return objects_.parse(line);
    } catch (const MalformedJson& malformed) {
      // It may be half a surrogate pair, which programs that cut texts leave behind.
      const auto half = malformed.fault == JsonFault::escape ? find_half_pair(line, 0) : std::nullopt;
      if (!half) throw;
      if (invalid_ == unicode::OnInvalid::stop) throw half_pair(line, *half);
      return objects_.parse(mended(line));
    }
  }

  /// The line with U+FFFD for each half of a surrogate pair. Valid until the next call.
  std::string_view mended(std::string_view line) {
    mended_ = line;
    mended_.reserve(line.size() + TableLines::padding);
    for (auto at = find_half_pair(mended_, 0); at; at = find_half_pair(mended_, *at))
      mended_.replace(*at, 6, "\\ufffd");
    return mended_;
  }

  TableLines lines_;
  unicode::OnInvalid invalid_;
  JsonObjects objects_;
  std::string mended_;
  std::uint64_t number_ = 0;  ///< of the last record
};

}  // namespace

std::unique_ptr<Records> open_json_lines(TableText text, const JsonLinesOptions& options) {
  return std::make_unique<JsonLines>(std::move(text), options);
}

}  // namespace corpus::io
