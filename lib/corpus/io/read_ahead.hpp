// SPDX-License-Identifier: MIT
/// \file
/// Reads ahead on a thread of its own, so that to decompress and to count overlap.
///
///     bytes = std::make_unique<io::ReadAhead>(decompress(…));
///
/// Costs a thread, 2 MiB, and one copy of the bytes. An Error of the bytes is thrown to the reader, after what was read
/// before it. To destroy one in the middle waits for the read under way, no longer.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <memory>
#include <mutex>
#include <span>
#include <thread>

#include "corpus/document.hpp"

namespace corpus::io {

class ReadAhead final : public ByteSource {
 public:
  /// `bytes` are read on the other thread until this is destroyed.
  explicit ReadAhead(std::unique_ptr<ByteSource> bytes);
  ~ReadAhead() override;

  std::size_t read(std::span<char> buffer) override;

 private:
  static constexpr std::size_t chunk_size = std::size_t{128} * 1024;
  static constexpr std::size_t chunk_count = 16;

  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;  ///< 0 ends it all
    std::exception_ptr error;
  };

  void run();
  void fill(Chunk& chunk);

  std::unique_ptr<ByteSource> bytes_;
  std::array<Chunk, chunk_count> chunks_;  ///< in a ring
  std::size_t filled_ = 0;                 ///< chunks, since the beginning
  std::size_t emptied_ = 0;                ///< of these
  std::size_t at_ = 0;                     ///< in the chunk that is being emptied
  bool stop_ = false;
  std::mutex mutex_;  ///< guards `filled_`, `emptied_` and `stop_`
  std::condition_variable changed_;
  std::thread thread_;  ///< last: it uses all the others
};

}  // namespace corpus::io
