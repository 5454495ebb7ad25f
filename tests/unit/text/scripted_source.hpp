// SPDX-License-Identifier: MIT
/// \file
/// Documents of given bytes that come in chunks of given sizes, and what a document says when it is read.
///
///     Document document = document_of("text", {1, 4});   // chunks of 1, 4, 1, 4 … bytes
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/error.hpp"

namespace corpus::testing {

class ScriptedSource final : public ByteSource {
 public:
  /// After the last of `sizes` the first follows; none means as much as is asked for.
  ScriptedSource(std::string bytes, std::vector<std::size_t> sizes)
      : bytes_(std::move(bytes)), sizes_(std::move(sizes)) {}

  std::size_t read(std::span<char> buffer) override {
    std::size_t size = buffer.size();
    if (!sizes_.empty()) size = std::min(size, sizes_[turn_++ % sizes_.size()]);
    size = bytes_.copy(buffer.data(), size, at_);
    at_ += size;
    return size;
  }

  bool rewind() override {
    at_ = 0;
    return true;
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> sizes_;
  std::size_t turn_ = 0;
  std::size_t at_ = 0;
};

inline Document document_of(std::string bytes, std::vector<std::size_t> sizes = {}) {
  return {"a.txt", std::make_unique<ScriptedSource>(std::move(bytes), std::move(sizes))};
}

/// What the Error says that `action` throws; a failure and an empty problem where it throws none.
inline Problem problem_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.problem();
  }
  ADD_FAILURE() << "no Error was thrown";
  return {};
}

}  // namespace corpus::testing
