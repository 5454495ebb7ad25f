// SPDX-License-Identifier: MIT
/// \file
/// Records of JSON Lines; what they are, table_records.hpp says.
///
/// Every line is parsed to its end, whatever of it is asked for. Memory: a few times the longest line.
#pragma once

#include <cstddef>
#include <memory>

#include "corpus/io/table_records.hpp"
#include "corpus/io/table_text.hpp"
#include "corpus/unicode/decode.hpp"

namespace corpus::io {

struct JsonLinesOptions {
  /// What becomes of half a surrogate pair, escaped: `\ud83d`.
  unicode::OnInvalid invalid = unicode::OnInvalid::stop;
  std::size_t longest_record = std::size_t{1} << 30;
};

std::unique_ptr<Records> open_json_lines(TableText text, const JsonLinesOptions& options);

}  // namespace corpus::io
