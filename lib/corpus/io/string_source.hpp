// SPDX-License-Identifier: MIT
/// \file
/// Bytes that are in memory already, as those of a document: the value of a field.
///
///     Document document{"a.csv!1", std::make_unique<io::StringSource>(std::move(value))};
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "corpus/document.hpp"

namespace corpus::io {

class StringSource final : public ByteSource {
 public:
  explicit StringSource(std::string bytes) : bytes_(std::move(bytes)) {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t size = bytes_.copy(buffer.data(), buffer.size(), given_);
    given_ += size;
    return size;
  }

  bool rewind() override {
    given_ = 0;
    return true;
  }

 private:
  std::string bytes_;
  std::size_t given_ = 0;
};

}  // namespace corpus::io
