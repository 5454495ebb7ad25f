// SPDX-License-Identifier: MIT
#include "corpus/io/expansion.hpp"

#include <utility>

#include "corpus/error.hpp"

namespace corpus::io {
namespace {

/// `64 GiB`; bytes where no unit goes into it.
std::string in_words(std::uint64_t size) {
  constexpr const char* kUnits[] = {" bytes", " KiB", " MiB", " GiB", " TiB"};
  std::size_t unit = 0;
  while (size >= 1024 && size % 1024 == 0 && unit + 1 < std::size(kUnits)) {
    size /= 1024;
    ++unit;
  }
  return std::to_string(size) + kUnits[unit];
}

}  // namespace

BoundedSource::BoundedSource(std::unique_ptr<ByteSource> bytes, std::string name, std::shared_ptr<Expansion> expansion)
    : bytes_(std::move(bytes)), name_(std::move(name)), expansion_(std::move(expansion)) {}

std::size_t BoundedSource::read(std::span<char> buffer) {
  const std::size_t taken = bytes_->read(buffer);
  if (taken > expansion_->most - expansion_->so_far) {
    throw Error{{.file = name_,
                 .cause = "what is compressed here comes to more than " + in_words(expansion_->most),
                 .hint = "if it is meant to, allow more with --max-expanded"}};
  }
  expansion_->so_far += taken;
  return taken;
}

}  // namespace corpus::io
