// SPDX-License-Identifier: MIT
/// \file
/// Records of made-up documents.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/compare/record.hpp"
#include "unit/count/random_tokens.hpp"
#include "unit/similarity/sketches.hpp"

namespace corpus::compare::testing {

using similarity::testing::Text;

/// `bytes` stands for the bytes: documents of the same are the same to the last bit.
inline DocumentRecord record_of(std::string path, const Text& words, std::string_view bytes = "0") {
  Recorder recorder;
  recorder.start_document();
  recorder.add(count::testing::Tokens({words.begin(), words.end()}).all());
  DocumentRecord record = recorder.finish_document();
  record.path = std::move(path);
  record.bytes = 7 * words.size();
  record.sha256 = std::string(64 - bytes.size(), '0') + std::string(bytes);
  return record;
}

}  // namespace corpus::compare::testing
