// SPDX-License-Identifier: MIT
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/unicode/decode.hpp"
#include "corpus/unicode/decode_engine.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
  // ICU takes an empty name for the machine's default, and what follows a comma for options.
  if (name.empty() || name.size() > 59 || name.find_first_of(std::string_view(",\0", 2)) != std::string::npos)
    return {};
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : Converter{};
}

/// Whether ICU tells offsets right when the text comes in pieces. It does not for HZ, UTF-7, CESU-8, SCSU, BOCU-1,
/// ISCII and other rare ones.
bool has_exact_offsets(const UConverter* converter) {
  switch (ucnv_getType(converter)) {
    case UCNV_SBCS:
    case UCNV_DBCS:
    case UCNV_MBCS:
    case UCNV_LATIN_1:
    case UCNV_US_ASCII:
    case UCNV_EBCDIC_STATEFUL:
    case UCNV_ISO_2022:
    case UCNV_UTF16:
    case UCNV_UTF16_BigEndian:
    case UCNV_UTF16_LittleEndian:
    case UCNV_UTF32:
    case UCNV_UTF32_BigEndian:
    case UCNV_UTF32_LittleEndian:
      return true;
    default:
      return false;
  }
}

std::string internal_name(const UConverter* converter) {
  UErrorCode status = U_ZERO_ERROR;
  const char* name = ucnv_getName(converter, &status);
  return U_SUCCESS(status) && name != nullptr ? name : "";
}

class IcuEngine final : public DecodeEngine {
 public:
  IcuEngine(Converter converter, const DecoderOptions& options)
      : converter_(std::move(converter)),
        streams_(has_exact_offsets(converter_.get())),
        unit_(static_cast<std::size_t>(ucnv_getMinCharSize(converter_.get()))),
        encoding_(options.encoding),
        on_invalid_(options.on_invalid),
        position_(options.begin),
        character_(options.begin),
        held_(options.begin) {
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    check(status);
  }

  Piece decode(std::string_view bytes, Stream stream) override {
    if (unit_ == 1 && streams_) return decode_units(bytes, stream);
    const std::string joined = std::exchange(cut_, {}) + std::string(bytes);
    std::size_t whole = joined.size();
    if (stream == Stream::goes_on) whole = streams_ ? whole / unit_ * unit_ : 0;
    cut_ = joined.substr(whole);
    return decode_units(std::string_view(joined).substr(0, whole), stream);
  }

 private:
  Piece decode_units(std::string_view bytes, Stream stream) {
    Piece piece{.text = {}, .begin = next(), .offsets = {}, .fault = {}};
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    bool more = true;
    while (more) {
      UErrorCode status = U_ZERO_ERROR;
      UChar* target = units_.data();
      const char* const begin = source;
      ucnv_toUnicode(converter_.get(), &target, units_.data() + units_.size(), &source, end, offsets_.data(),
                     stream == Stream::ends ? 1 : 0, &status);
      const auto count = static_cast<std::size_t>(target - units_.data());
      more = take_units(piece, count, std::string_view(begin, static_cast<std::size_t>(end - begin)));
      position_ += static_cast<std::uint64_t>(source - begin);
      if (!more) break;
      if (invalid(status)) {
        more = take_invalid(piece);
      } else if (status == U_BUFFER_OVERFLOW_ERROR) {
        continue;
      } else {
        check(status);
        more = false;
        hold(position_ - pending(), Held::character);
        if (high_ != 0 && stream == Stream::ends) {
          high_ = 0;
          refuse(piece, high_from_, std::exchange(high_bytes_, {}));
        }
      }
    }
    piece.offsets.push_back(distance(piece, piece.fault ? piece.fault->begin : next()));
    return piece;
  }

  static constexpr std::size_t chunk = 4096;

  /// What of the bytes before `position_` the converter has seen and not put out: nothing, the beginning of a
  /// character, or bytes that it goes through again because they followed an ill-formed beginning.
  enum class Held : std::uint8_t { nothing, character, replay };

  void hold(std::uint64_t from, Held what) {
    held_ = from;
    holding_ = from < position_ ? what : Held::nothing;
  }

  /// Where the next character to be put out begins.
  [[nodiscard]] std::uint64_t next() const { return high_ != 0 ? high_from_ : held_; }

  /// Moves `character_` to where the character began that makes the next unit. ICU says -1 where that is in an
  /// earlier call, and for what did not fit into the last buffer. Bytes that it goes through again are a byte each
  /// but the last.
  void move_to(std::int32_t offset) {
    if (offset >= 0) {
      character_ = position_ + static_cast<std::uint64_t>(offset);
      holding_ = Held::nothing;
    } else if (holding_ != Held::nothing) {
      character_ = held_;
      hold(held_ + 1, holding_ == Held::replay ? Held::replay : Held::nothing);
    }
  }

  static bool invalid(UErrorCode status) {
    return status == U_INVALID_CHAR_FOUND || status == U_ILLEGAL_CHAR_FOUND || status == U_TRUNCATED_CHAR_FOUND ||
           status == U_ILLEGAL_ESCAPE_SEQUENCE || status == U_UNSUPPORTED_ESCAPE_SEQUENCE;
  }

  void check(UErrorCode status) const {
    if (U_FAILURE(status)) {
      throw Error{{.file = {}, .cause = "cannot decode " + encoding_ + ": " + u_errorName(status), .hint = {}}};
    }
  }

  /// From the piece's beginning to `offset`, and never backwards: some converters count shift sequences to either side.
  static std::uint32_t distance(const Piece& piece, std::uint64_t offset) {
    const std::uint32_t before = piece.offsets.empty() ? 0 : piece.offsets.back();
    return offset <= piece.begin + before ? before : static_cast<std::uint32_t>(offset - piece.begin);
  }

  [[nodiscard]] std::uint64_t pending() const {
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t count = ucnv_toUCountPending(converter_.get(), &status);
    return U_SUCCESS(status) && count > 0 ? static_cast<std::uint64_t>(count) : 0;
  }

  static void put(Piece& piece, char32_t point, std::uint64_t from) {
    append(piece.text, point);
    piece.offsets.resize(piece.text.size(), distance(piece, from));
  }

  /// Answers for ill-formed bytes. Returns whether decoding goes on.
  bool refuse(Piece& piece, std::uint64_t begin, std::string bytes) {
    if (on_invalid_ == OnInvalid::stop) {
      piece.fault = Fault{.begin = begin, .bytes = std::move(bytes)};
      return false;
    }
    put(piece, replacement_character, begin);
    return true;
  }

  /// Appends `count` units that the converter made of the front of `bytes`, which stand at `position_`. Some converters
  /// (CESU-8, UTF-7) put out the halves of a pair apart, or one alone. Returns whether decoding goes on.
  bool take_units(Piece& piece, std::size_t count, std::string_view bytes) {
    for (std::size_t i = 0; i < count; ++i) {
      const UChar unit = units_[i];
      if (!U16_IS_TRAIL(unit) || offsets_[i] >= 0) move_to(offsets_[i]);
      const std::string byte(character_ < position_ ? std::string_view("?") : bytes.substr(character_ - position_, 1));
      if (high_ != 0) {
        const UChar high = std::exchange(high_, UChar{0});
        if (U16_IS_TRAIL(unit)) {
          put(piece, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(high, unit)), high_from_);
          continue;
        }
        if (!refuse(piece, high_from_, std::exchange(high_bytes_, {}))) return false;
      }
      if (U16_IS_LEAD(unit)) {
        high_ = unit;
        high_from_ = character_;
        high_bytes_ = byte;
      } else if (U16_IS_TRAIL(unit)) {
        if (!refuse(piece, character_, byte)) return false;
      } else {
        put(piece, unit, character_);
      }
    }
    return true;
  }

  /// Answers for the ill-formed bytes that end at `position_`. Returns whether decoding goes on.
  bool take_invalid(Piece& piece) {
    if (high_ != 0) {
      high_ = 0;
      if (!refuse(piece, high_from_, std::exchange(high_bytes_, {}))) return false;
    }
    std::array<char, 32> bytes{};
    auto length = static_cast<std::int8_t>(bytes.size());
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter_.get(), bytes.data(), &length, &status);
    check(status);
    const auto size = static_cast<std::size_t>(static_cast<unsigned char>(length));
    const std::uint64_t begin = holding_ == Held::nothing ? position_ - size : held_;
    hold(begin + size, Held::replay);
    return refuse(piece, begin, std::string(bytes.data(), size));
  }

  Converter converter_;
  bool streams_;      ///< otherwise everything is kept until the end
  std::size_t unit_;  ///< bytes of the smallest character; ICU tells wrong offsets when a unit of UTF-32 is cut
  std::string cut_;   ///< bytes that are not decoded yet
  std::string encoding_;
  OnInvalid on_invalid_;
  std::uint64_t position_;   ///< of the first byte that the converter has not seen
  std::uint64_t character_;  ///< of the last character put out
  std::uint64_t held_;       ///< of the first byte the converter holds; `position_` where it holds none
  Held holding_ = Held::nothing;
  UChar high_ = 0;  ///< a lead surrogate whose other half is still to come
  std::uint64_t high_from_ = 0;
  std::string high_bytes_;
  std::array<UChar, chunk> units_{};
  std::array<std::int32_t, chunk> offsets_{};
};

}  // namespace

std::unique_ptr<DecodeEngine> open_icu_engine(const DecoderOptions& options) {
  return std::make_unique<IcuEngine>(open_converter(options.encoding), options);
}

std::optional<std::string> canonical_encoding(std::string_view name) {
  const Converter converter = open_converter(std::string(name));
  if (!converter) return std::nullopt;
  const std::string internal = internal_name(converter.get());
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* known = ucnv_getStandardName(internal.c_str(), standard, &status);
    if (U_FAILURE(status) || known == nullptr) continue;
    // Some standard names belong to more than one converter: only one that leads back here will do.
    const Converter same = open_converter(known);
    if (same && internal_name(same.get()) == internal) return known;
  }
  return open_converter(internal) ? internal : std::string(name);  // variants have options in their internal names
}

}  // namespace corpus::unicode
