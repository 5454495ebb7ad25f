// SPDX-License-Identifier: MIT
#include "corpus/report/json.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "corpus/report/number.hpp"
#include "corpus/report/safety.hpp"
#include "corpus/report/walk.hpp"

namespace corpus::report {
namespace {

bool is_plain(char byte) noexcept { return byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\'; }

// The two sinks, by the same names.
void put(Output& output, std::string_view text) { output.write(text); }
void put(Output& output, char byte) { output.write(byte); }
void put(std::string& string, std::string_view text) { string += text; }
void put(std::string& string, char byte) { string += byte; }

template <typename Sink>
void put_unit(Sink& sink, char32_t unit) {
  constexpr std::string_view digits = "0123456789abcdef";
  put(sink, "\\u");
  for (const unsigned shift : {12U, 8U, 4U, 0U}) put(sink, digits[unit >> shift & 0xf]);
}

template <typename Sink>
void put_character(Sink& sink, std::string_view bytes, char32_t code_point, JsonEscapes escapes) {
  switch (code_point) {
    case U'"':
      return put(sink, "\\\"");
    case U'\\':
      return put(sink, "\\\\");
    case U'\b':
      return put(sink, "\\b");
    case U'\f':
      return put(sink, "\\f");
    case U'\n':
      return put(sink, "\\n");
    case U'\r':
      return put(sink, "\\r");
    case U'\t':
      return put(sink, "\\t");
    default:
      break;
  }
  // All that `visible` shows lies in the Basic Multilingual Plane: one unit is enough.
  if (code_point < 0x20 || (escapes == JsonEscapes::visible && !is_safe(bytes))) return put_unit(sink, code_point);
  put(sink, bytes);
}

template <typename Sink>
void put_string(Sink& sink, std::string_view text, JsonEscapes escapes) {
  put(sink, '"');
  if (std::all_of(text.begin(), text.end(), is_plain)) {
    put(sink, text);
  } else {
    walk(
        text, [&](std::string_view bytes, char32_t code_point) { put_character(sink, bytes, code_point, escapes); },
        [&](std::string_view) { put(sink, "\uFFFD"); });
  }
  put(sink, '"');
}

}  // namespace

void write_json_string(Output& output, std::string_view text, JsonEscapes escapes) {
  put_string(output, text, escapes);
}

void append_json_string(std::string& json, std::string_view text) { put_string(json, text, JsonEscapes::minimal); }

void write_json(Output& output, std::string_view json, JsonEscapes escapes) {
  if (escapes == JsonEscapes::minimal || is_safe(json)) return output.write(json);
  // What is not safe can only stand within strings.
  walk(
      json,
      [&](std::string_view bytes, char32_t code_point) {
        is_safe(bytes) ? output.write(bytes) : put_unit(output, code_point);
      },
      [&](std::string_view) { output.write("\uFFFD"); });
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  write_json_string(output_, name);
  output_.write(": ");
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  write_json_string(output_, text);
  return *this;
}

JsonWriter& JsonWriter::value(double number) { return literal(std::isfinite(number) ? format_real(number) : "null"); }

JsonWriter& JsonWriter::integer(std::int64_t number) { return literal(std::to_string(number)); }
JsonWriter& JsonWriter::count(std::uint64_t number) { return literal(std::to_string(number)); }

JsonWriter& JsonWriter::literal(std::string_view text) {
  separate();
  output_.write(text);
  return *this;
}

JsonWriter& JsonWriter::begin(char bracket) {
  separate();
  output_.write(bracket);
  ++depth_;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  --depth_;
  if (!first_) break_line();
  first_ = false;
  output_.write(bracket);
  if (depth_ == 0) output_.write('\n');
  return *this;
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!first_) output_.write(',');
  first_ = false;
  break_line();
}

void JsonWriter::break_line() {
  output_.write('\n');
  for (std::size_t level = 0; level < depth_; ++level) output_.write("  ");
}

}  // namespace corpus::report
