// SPDX-License-Identifier: MIT
/// \file
/// A document as it is to be read: decoded, its layout undone, its turns found, in blocks that keep the way back.
///
///     Reader reader{document, options};
///     while (auto block = reader.next()) {
///       tokenizer.start(*block);
///       …
///     }
///
/// Plain text is read once, block by block. A wrapped document, and one whose turns are asked for, is read twice, and its
/// first 8 MiB once more where hyphens stand at line ends: its bytes must be fit for `rewind`. Memory: a few blocks, and
/// what the first reading noted.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "corpus/document.hpp"
#include "corpus/text/block.hpp"
#include "corpus/text/read_options.hpp"
#include "corpus/text/turns.hpp"

namespace corpus::text {

class Reader {
 public:
  /// Both must outlive the reader.
  Reader(Document& document, const ReadOptions& options);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// The next block, valid until the next call; nothing at the end. Throws Error: what BlockReader throws, and where
  /// a document that needs several readings can be read only once.
  std::optional<Block> next();

  /// How many bytes were read: the size of the document once `next` has given nothing.
  [[nodiscard]] std::uint64_t bytes_read() const;
  /// What was found out about the document, known once `next` was called.
  [[nodiscard]] Layout layout() const;
  [[nodiscard]] const TurnMarker& marker() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace corpus::text
