// SPDX-License-Identifier: MIT
/// \file
/// A document's bytes as blocks of text: decoded, checked, and cut where no word and no sentence goes on. Commands read
/// through `Reader`, which stands on this.
///
///     BlockReader reader{document, {}};
///     while (auto block = reader.next()) tokenizer.start(block->text);
///
/// A block ends at a line end; only in a line of over 32 KiB it ends at a space between two letters. Memory: one
/// block, or the longest stretch without such a place.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/error.hpp"
#include "corpus/text/block.hpp"
#include "corpus/text/text_buffer.hpp"
#include "corpus/unicode/decode.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::text {

struct DecodingOptions {
  std::string encoding = {};  ///< as ICU knows it; none means UTF-8, or what a byte order mark says
  unicode::OnInvalid invalid = unicode::OnInvalid::stop;
};

class BlockReader {
 public:
  /// The document must outlive the reader.
  BlockReader(Document& document, const DecodingOptions& options);

  /// The first `size` bytes of the text (or all of it, or what stands before ill-formed bytes), less a character that is
  /// not whole. Asked before the first block; valid until then.
  std::string_view front(std::size_t size);

  /// The next block, valid until the next call; nothing at the end. Throws Error where ICU does not know the
  /// encoding. Where the document is ill-formed or holds a NUL byte, the text before that place is given first, and
  /// the next call throws Error naming the place.
  std::optional<Block> next();

  /// How many bytes were read: the size of the document once `next` has given nothing.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  std::size_t read(std::span<char> buffer);
  void open();
  void read_utf8();
  void read_encoded(unicode::Stream stream, std::string_view bytes);
  void read_more();
  void accept(std::size_t size);
  void note(const unicode::TextFront& front);
  void fail(std::string cause, std::string hint);
  void drop(std::size_t size);
  [[nodiscard]] std::optional<std::size_t> line_end() const;
  [[nodiscard]] std::optional<std::size_t> break_in_line() const;
  Block deliver(std::size_t size, bool line_goes_on);

  Document& document_;
  DecodingOptions options_;
  std::string encoding_;                     ///< of the document, by its best known name
  std::optional<unicode::Decoder> decoder_;  ///< none for UTF-8 that is only checked
  std::vector<char> raw_;                    ///< what was read last, of a document that is decoded
  TextBuffer text_;                          ///< the first `delivered_` bytes were given out
  std::vector<std::uint64_t> sources_;       ///< of a decoded document, one for each byte of `text_` and one more
  std::size_t checked_ = 0;                  ///< the first bytes of `text_`, known to be good
  std::uint64_t feeds_ = 0;                  ///< LFs among these …
  bool returns_ = false;                     ///< … and whether there is a CR
  std::size_t searched_ = 0;                 ///< among them no line end was found
  std::size_t unbroken_ = 0;                 ///< among them no place to break a line was found
  std::size_t delivered_ = 0;
  std::uint64_t bytes_read_ = 0;
  std::uint64_t offset_ = 0;  ///< of text_[0] in the document
  Place place_;               ///< of text_[0]
  bool opened_ = false;
  bool ended_ = false;
  std::optional<Problem> problem_;  ///< stands at text_[checked_]; thrown when all before it is delivered
};

}  // namespace corpus::text
