// SPDX-License-Identifier: MIT
#include "corpus/io/documents.hpp"

#include <utility>

#include "corpus/io/opener.hpp"

namespace corpus::io {

Documents::Documents(const Source& source, const DocumentOptions& options, const Watch& watch)
    : opener_(std::make_unique<Opener>(options, passed_over_)) {
  std::unique_ptr<ByteSource> bytes = source.open().bytes;
  if (watch) {
    watched_.emplace(watch(std::move(bytes)));
    bytes = watched_->lend();
  }
  stream_ = opener_->open({.name = source.name(), .found = source.found(), .looked_into = source.looked_into()},
                          std::move(bytes), &source);
}

Documents::~Documents() = default;

std::optional<Document> Documents::next() {
  if (stream_) {
    try {
      if (auto document = stream_->next()) return document;
    } catch (...) {
      if (!stream_->goes_on()) stream_.reset();
      throw;
    }
    stream_.reset();
  }
  if (watched_) watched_->drain();
  return std::nullopt;
}

}  // namespace corpus::io
