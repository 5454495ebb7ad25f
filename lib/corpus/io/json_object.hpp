// SPDX-License-Identifier: MIT
/// \file
/// One JSON object as the fields of a record; which, table_records.hpp says.
///
///     JsonObjects objects;
///     objects.parse(line.text);   // of TableLines, which see to it that bytes behind a line can be read
///
/// simdjson's lazy parser, walked to the end, so that nothing malformed goes by, and numbers keep their spelling.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/io/table_records.hpp"

namespace corpus::io {

enum class JsonFault : std::uint8_t { escape, other };

/// What is wrong with a line, in words that go on from "record 3".
struct MalformedJson {
  std::string cause;
  std::string hint = {};
  JsonFault fault = JsonFault::other;
};

class JsonObjects {
 public:
  JsonObjects();
  ~JsonObjects();
  JsonObjects(const JsonObjects&) = delete;
  JsonObjects& operator=(const JsonObjects&) = delete;

  /// The fields of the object that `line` is, behind which TableLines::padding bytes can be read. Throws MalformedJson.
  std::vector<RecordField> parse(std::string_view line);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace corpus::io
