// SPDX-License-Identifier: MIT
/// \file
/// JSON written in order: for JSON Lines, their cells, and manifests.
///
///     report::JsonWriter json{output};
///     json.begin_object().key("version").value("0.1.0").key("inputs").begin_array();
///     for (const auto& input : inputs) json.value(input.name);
///     json.end_array().end_object();
///
/// Nesting is the caller's duty; commas, line ends and indentation come by themselves.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/report/output.hpp"

namespace corpus::report {

/// What is escaped beside the quotation mark, the backslash and the controls below U+0020, which JSON demands.
enum class JsonEscapes {
  minimal,
  visible  ///< also what `visible` shows, as `\u202e`: the same string to a parser, and safe on a terminal
};

/// The string between quotation marks. JSON is Unicode, so bytes that are not well-formed UTF-8 (names of files can
/// hold any) become U+FFFD, one for each maximal subpart as the Unicode Standard recommends.
void write_json_string(Output& output, std::string_view text, JsonEscapes escapes = JsonEscapes::minimal);

/// The same string, appended to JSON that is put together in memory: a cell of Kind::json.
void append_json_string(std::string& json, std::string_view text);

/// Compact JSON, as it is but for `escapes` within its strings.
void write_json(Output& output, std::string_view json, JsonEscapes escapes);

class JsonWriter {
 public:
  explicit JsonWriter(Output& output) : output_(output) {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }

  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view{text}); }
  JsonWriter& value(double number);  ///< as `print_real` has it; `null` when it is not finite
  template <std::integral Number>
  JsonWriter& value(Number number) {
    if constexpr (std::same_as<Number, bool>) {
      return literal(number ? "true" : "false");
    } else if constexpr (std::signed_integral<Number>) {
      return integer(number);
    } else {
      return count(number);
    }
  }
  JsonWriter& null() { return literal("null"); }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  JsonWriter& integer(std::int64_t number);
  JsonWriter& count(std::uint64_t number);
  JsonWriter& literal(std::string_view text);
  void separate();  // comma, line end and indentation, as the place wants them
  void break_line();

  Output& output_;
  std::size_t depth_ = 0;
  bool first_ = true;  // nothing stands in this object or array yet
  bool after_key_ = false;
};

}  // namespace corpus::report
