// SPDX-License-Identifier: MIT
#include "corpus/io/json_object.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/io/table_text.hpp"

namespace corpus::io {
namespace {

namespace json = simdjson::ondemand;

static_assert(TableLines::padding >= simdjson::SIMDJSON_PADDING);

constexpr std::string_view white = " \t\r\n";
constexpr int deepest = 500;

/// The value, or an end to the reading of this line.
template <class T>
T taken(simdjson::simdjson_result<T> result) {
  if (result.error() != simdjson::SUCCESS) throw simdjson::simdjson_error(result.error());
  return std::move(result).value_unsafe();
}

std::string_view trimmed(std::string_view token) {
  const std::size_t begin = std::min(token.find_first_not_of(white), token.size());
  return token.substr(begin, token.find_last_not_of(white) + 1 - begin);
}

std::string_view take_digits(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of("0123456789"), text.size()));
}

/// As RFC 8259 has it: simdjson looks at numbers only as far as they fit into its types.
bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::string_view after = text.starts_with('0') ? text.substr(1) : take_digits(text);
  if (after.size() == text.size()) return false;
  text = after;
  if (text.starts_with('.')) {
    const std::string_view fraction = text.substr(1);
    text = take_digits(fraction);
    if (text.size() == fraction.size()) return false;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    const std::string_view exponent = text;
    text = take_digits(exponent);
    if (text.size() == exponent.size()) return false;
  }
  return text.empty();
}

/// A number, `true`, `false` or `null`: the spelling of a value that is nothing else.
std::string_view scalar(json::value& value, json::json_type type) {
  const std::string_view token = trimmed(value.raw_json_token());
  const bool good = type == json::json_type::number    ? is_number(token)
                    : type == json::json_type::boolean ? token == "true" || token == "false"
                                                       : token == "null";
  if (!good) throw simdjson::simdjson_error(simdjson::TAPE_ERROR);
  return token;
}

/// What stands between the quotes of a key.
std::string_view spelling(json::raw_json_string key) {
  const char* end = key.raw();
  while (*end != '"') end += *end == '\\' ? 2 : 1;
  return {key.raw(), static_cast<std::size_t>(end - key.raw())};
}

int deeper(int depth) {
  if (depth == deepest) throw MalformedJson{fmt::format("is nested more than {} deep", deepest)};
  return depth + 1;
}

void write_value(std::string& text, json::value value, int depth);

void write_array(std::string& text, json::array array, int depth) {
  text += '[';
  for (auto element : array) {
    if (text.back() != '[') text += ',';
    write_value(text, taken(element), depth);
  }
  text += ']';
}

void write_object(std::string& text, json::object object, int depth) {
  text += '{';
  for (auto element : object) {
    if (text.back() != '{') text += ',';
    auto field = taken(std::move(element));
    text += '"';
    text += spelling(field.key());
    text += "\":";
    taken(field.unescaped_key());
    write_value(text, field.value(), depth);
  }
  text += '}';
}

/// The JSON text of what is in an array, checked on the way.
void write_value(std::string& text, json::value value, int depth) {
  const json::json_type type = taken(value.type());
  switch (type) {
    case json::json_type::array:
      return write_array(text, taken(value.get_array()), deeper(depth));
    case json::json_type::object:
      return write_object(text, taken(value.get_object()), deeper(depth));
    case json::json_type::string:
      text += trimmed(value.raw_json_token());
      taken(value.get_string());
      return;
    default:
      text += scalar(value, type);
  }
}

using Fields = std::vector<RecordField>;

void add_object(Fields& fields, const std::string& prefix, json::object object, int depth);

void add_value(Fields& fields, std::string name, json::value value, int depth) {
  const json::json_type type = taken(value.type());
  if (type == json::json_type::object) {
    return add_object(fields, name + ".", taken(value.get_object()), deeper(depth));
  }
  RecordField field{{std::move(name), {}}, ValueKind::text};
  std::string& text = field.field.value;
  switch (type) {
    case json::json_type::array:
      field.kind = ValueKind::array;
      write_array(text, taken(value.get_array()), deeper(depth));
      break;
    case json::json_type::string:
      text = taken(value.get_string());
      break;
    case json::json_type::null:
      field.kind = ValueKind::null;
      scalar(value, type);
      break;
    default:
      field.kind = type == json::json_type::number ? ValueKind::number : ValueKind::boolean;
      text = scalar(value, type);
  }
  fields.push_back(std::move(field));
}

void add_object(Fields& fields, const std::string& prefix, json::object object, int depth) {
  for (auto element : object) {
    auto field = taken(std::move(element));
    std::string name = prefix;
    name += taken(field.unescaped_key());
    add_value(fields, std::move(name), field.value(), depth);
  }
}

void check_names(const Fields& fields) {
  std::vector<std::string_view> names;
  names.reserve(fields.size());
  for (const RecordField& field : fields) names.push_back(field.field.name);
  std::sort(names.begin(), names.end());
  const auto twice = std::adjacent_find(names.begin(), names.end());
  if (twice != names.end()) throw MalformedJson{fmt::format("has the field '{}' twice", *twice)};
}

MalformedJson explained(simdjson::error_code code, std::string_view line) {
  switch (code) {
    case simdjson::UNCLOSED_STRING:
      return {"ends within a string", "a record of JSON Lines stands on one line"};
    case simdjson::UNESCAPED_CHARS:
      return {"has a control character in a string that is not escaped"};
    case simdjson::STRING_ERROR:
      return {"has a string with a malformed escape", {}, JsonFault::escape};
    case simdjson::MEMALLOC:
      throw std::bad_alloc();
    default:
      if (trimmed(line).ends_with('}')) return {"is malformed JSON"};
      return {"is no whole JSON object", "jq -c . writes objects one a line"};
  }
}

}  // namespace

struct JsonObjects::Parser : json::parser {};

JsonObjects::JsonObjects() : parser_(std::make_unique<Parser>()) {}
JsonObjects::~JsonObjects() = default;

std::vector<RecordField> JsonObjects::parse(std::string_view line) {
  try {
    auto document = taken(parser_->iterate(simdjson::padded_string_view(line, line.size() + TableLines::padding)));
    Fields fields;
    add_object(fields, "", taken(document.get_object()), 1);
    // There is a place where it stands, as long as something is left.
    if (document.current_location().error() == simdjson::SUCCESS) throw simdjson::simdjson_error(simdjson::TAPE_ERROR);
    check_names(fields);
    return fields;
  } catch (const simdjson::simdjson_error& error) {
    throw explained(error.error(), line);
  }
}

}  // namespace corpus::io
