// SPDX-License-Identifier: MIT
/// \file
/// Bytes in any encoding to UTF-8, piece by piece, keeping the way back to the bytes.
///
///     unicode::Decoder decoder{{.encoding = "windows-1252"}};
///     while (const std::size_t size = source.read(buffer)) {
///       const unicode::Piece piece = decoder.decode({buffer.data(), size}, unicode::Stream::goes_on);
///       consume(piece.text);
///       if (piece.fault) throw Error(...);  // at byte piece.fault->begin
///     }
///     const unicode::Piece last = decoder.decode({}, unicode::Stream::ends);
///
/// UTF-8 is checked and copied; other encodings go through ICU's converters, at about 100 MB/s. Memory is a multiple of
/// what one call is given, but for a few encodings that nobody keeps texts in (UTF-7, HZ, SCSU, BOCU-1, CESU-8, ISCII):
/// they come out whole at the end. A decoder serves one stream and one thread at a time; decoders share nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace corpus::unicode {

/// The name under which this encoding is best known ("latin1": "ISO-8859-1"), or nothing where no converter exists.
/// Names compare without case, hyphens and underscores.
std::optional<std::string> canonical_encoding(std::string_view name);

/// A byte order mark at the front of a file.
struct Bom {
  std::string_view encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE"
  std::size_t length = 0;     ///< in bytes

  bool operator==(const Bom&) const = default;
};

/// The mark among the first bytes, four of which are enough. A file that begins with FF FE 00 00 is UTF-32LE.
std::optional<Bom> detect_bom(std::string_view start) noexcept;

/// How a text is encoded.
struct Encoding {
  std::string name;          ///< the best known
  std::size_t bom_size = 0;  ///< of the byte order mark that is to be taken off
};

/// Of a text that begins with `start`, which is four bytes or all there is. What is `named` wins over a mark, which is
/// taken off where it is of that encoding; where nothing is named, it is what the mark says, or UTF-8. Throws Error where
/// no converter exists.
Encoding encoding_of(std::string_view start, std::string_view named);

/// What becomes of ill-formed bytes: the end, or one U+FFFD for each maximal subpart (in UTF-8; elsewhere for each
/// stretch that ICU calls illegal or unassigned).
enum class OnInvalid : std::uint8_t { stop, replace };

/// Whether more bytes may follow, which decides what a cut character at the end is.
enum class Stream : std::uint8_t { goes_on, ends };

/// Bytes that are not a character in the encoding.
struct Fault {
  std::uint64_t begin = 0;  ///< offset of the first in the source
  std::string bytes;        ///< one or more

  bool operator==(const Fault&) const = default;
};

/// A stretch of UTF-8 and where it came from.
struct Piece {
  std::string text;
  std::uint64_t begin = 0;  ///< offset in the source of the text's first character
  /// For each byte of the text, and for its end, the distance from `begin` to the character it belongs to. Empty where
  /// each byte of the text is the byte at the same distance in the source.
  std::vector<std::uint32_t> offsets;
  std::optional<Fault> fault;  ///< stands right after the text; only with OnInvalid::stop

  /// Where in the source the character stands to which byte `at` of the text belongs; `at` may be the text's size.
  [[nodiscard]] std::uint64_t source(std::size_t at) const { return begin + (offsets.empty() ? at : offsets[at]); }
};

struct DecoderOptions {
  std::string encoding = "UTF-8";  ///< any name that `canonical_encoding` knows
  OnInvalid on_invalid = OnInvalid::stop;
  std::uint64_t begin = 0;  ///< offset in the source of the first byte to come: the length of a BOM that was taken off
};

class DecodeEngine;

/// Takes off no byte order mark: it would come out as U+FEFF. Only "UTF-16", "UTF-32" and their like, which need a mark
/// to be understood, take it off themselves; without one they are big-endian.
class Decoder {
 public:
  /// Throws Error where the encoding is not known.
  explicit Decoder(const DecoderOptions& options);
  Decoder(Decoder&&) noexcept;
  Decoder& operator=(Decoder&&) noexcept;
  ~Decoder();

  /// The text of the next bytes, less than 2 GiB of them at a time. Bytes of a character that may go on in the next
  /// call are kept for it. After a fault and after Stream::ends nothing more may be decoded.
  Piece decode(std::string_view bytes, Stream stream);

 private:
  std::unique_ptr<DecodeEngine> engine_;
};

}  // namespace corpus::unicode
