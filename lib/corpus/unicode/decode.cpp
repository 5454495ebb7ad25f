// SPDX-License-Identifier: MIT
#include "corpus/unicode/decode.hpp"

#include <utility>

#include "corpus/error.hpp"
#include "corpus/unicode/decode_engine.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

/// Fills in the offsets, in a piece that has none yet, of text that came byte for byte from the source.
void make_explicit(Piece& piece) {
  piece.offsets.resize(piece.text.size());
  for (std::size_t i = 0; i < piece.text.size(); ++i) {
    piece.offsets[i] = i > 0 && continues(piece.text[i]) ? piece.offsets[i - 1] : static_cast<std::uint32_t>(i);
  }
}

class Utf8Engine final : public DecodeEngine {
 public:
  explicit Utf8Engine(const DecoderOptions& options) : on_invalid_(options.on_invalid), position_(options.begin) {}

  Piece decode(std::string_view bytes, Stream stream) override {
    if (pending_.empty()) return decode_whole(bytes, stream);
    const std::string joined = std::exchange(pending_, {}) + std::string(bytes);
    return decode_whole(joined, stream);
  }

 private:
  Piece decode_whole(std::string_view bytes, Stream stream) {
    Piece piece{.text = {}, .begin = position_, .offsets = {}, .fault = {}};
    std::string_view rest = bytes;
    while (true) {
      copy(piece, rest, valid_prefix(rest), bytes.size() - rest.size());
      if (rest.empty()) break;
      if (stream == Stream::goes_on && truncated_at_end(rest)) {
        pending_ = rest;
        break;
      }
      const std::size_t bad = maximal_subpart(rest);
      const std::size_t at = bytes.size() - rest.size();
      if (on_invalid_ == OnInvalid::stop) {
        piece.fault = Fault{.begin = position_ + at, .bytes = std::string(rest.substr(0, bad))};
        break;
      }
      if (piece.offsets.empty()) make_explicit(piece);
      append(piece.text, replacement_character);
      piece.offsets.resize(piece.text.size(), static_cast<std::uint32_t>(at));
      rest.remove_prefix(bad);
    }
    const std::size_t taken = bytes.size() - rest.size();
    if (!piece.offsets.empty()) piece.offsets.push_back(static_cast<std::uint32_t>(taken));
    position_ += taken;
    return piece;
  }

  /// Moves the first `size` bytes of `rest`, which stand at `at`, to the piece.
  static void copy(Piece& piece, std::string_view& rest, std::size_t size, std::size_t at) {
    const bool identical = piece.offsets.empty();
    piece.text.append(rest.substr(0, size));
    if (!identical) {
      std::size_t begin = at;
      for (std::size_t i = 0; i < size; ++i) {
        if (!continues(rest[i])) begin = at + i;
        piece.offsets.push_back(static_cast<std::uint32_t>(begin));
      }
    }
    rest.remove_prefix(size);
  }

  OnInvalid on_invalid_;
  std::uint64_t position_;  ///< of the first byte that no piece has taken
  std::string pending_;     ///< beginning of a character, cut by the end of a call
};

}  // namespace

Encoding encoding_of(std::string_view start, std::string_view named) {
  const auto bom = detect_bom(start);
  Encoding encoding{.name = bom ? std::string(bom->encoding) : "UTF-8"};
  if (!named.empty()) {
    const auto known = canonical_encoding(named);
    if (!known) {
      throw Error{{.cause = "unknown encoding " + std::string(named), .hint = "iconv -l lists names that are usual"}};
    }
    encoding.name = *known;
  }
  if (bom && encoding.name == bom->encoding) encoding.bom_size = bom->length;
  return encoding;
}

Decoder::Decoder(const DecoderOptions& options) {
  const auto name = canonical_encoding(options.encoding);
  if (!name) {
    throw Error{{.file = {},
                 .cause = "unknown encoding '" + options.encoding + "'",
                 .hint = "names such as UTF-8, UTF-16LE, windows-1252, ISO-8859-2, KOI8-R, Shift_JIS, GB18030"}};
  }
  if (*name == "UTF-8") {
    engine_ = std::make_unique<Utf8Engine>(options);
  } else {
    engine_ = open_icu_engine(options);
  }
}

Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;
Decoder::~Decoder() = default;

Piece Decoder::decode(std::string_view bytes, Stream stream) { return engine_->decode(bytes, stream); }

std::optional<Bom> detect_bom(std::string_view start) noexcept {
  using namespace std::string_view_literals;
  constexpr std::pair<std::string_view, std::string_view> marks[] = {
      {"\xEF\xBB\xBF"sv, "UTF-8"}, {"\xFF\xFE\x00\x00"sv, "UTF-32LE"}, {"\x00\x00\xFE\xFF"sv, "UTF-32BE"},
      {"\xFF\xFE"sv, "UTF-16LE"},  {"\xFE\xFF"sv, "UTF-16BE"},
  };
  for (const auto& [bytes, encoding] : marks) {
    if (start.starts_with(bytes)) return Bom{.encoding = encoding, .length = bytes.size()};
  }
  return std::nullopt;
}

}  // namespace corpus::unicode
