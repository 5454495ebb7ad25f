// SPDX-License-Identifier: MIT
#include "corpus/io/hashing_source.hpp"

#include <nettle/sha2.h>

#include <algorithm>
#include <array>
#include <utility>

namespace corpus::io {

struct HashingSource::Hash {
  sha256_ctx context;
};

HashingSource::HashingSource(std::unique_ptr<ByteSource> bytes)
    : bytes_(std::move(bytes)), hash_(std::make_unique<Hash>()) {
  nettle_sha256_init(&hash_->context);
}

HashingSource::~HashingSource() = default;

std::size_t HashingSource::read(std::span<char> buffer) {
  const std::size_t taken = bytes_->read(buffer);
  const auto known = static_cast<std::size_t>(std::min<std::uint64_t>(taken, size_ - at_));
  const std::span<char> fresh = buffer.first(taken).subspan(known);
  nettle_sha256_update(&hash_->context, fresh.size(), reinterpret_cast<const std::uint8_t*>(fresh.data()));
  size_ += fresh.size();
  at_ += taken;
  return taken;
}

bool HashingSource::rewind() {
  if (!bytes_->rewind()) return false;
  at_ = 0;
  return true;
}

std::string HashingSource::sha256_hex() const {
  constexpr char kDigits[] = "0123456789abcdef";
  sha256_ctx context = hash_->context;  // finishing destroys, and reading may go on
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  nettle_sha256_digest(&context, digest.size(), digest.data());
  std::string text;
  text.reserve(2 * digest.size());
  for (const unsigned byte : digest) {
    text += kDigits[byte / 16];
    text += kDigits[byte % 16];
  }
  return text;
}

}  // namespace corpus::io
