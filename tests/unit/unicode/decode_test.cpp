// SPDX-License-Identifier: MIT
#include "corpus/unicode/decode.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::unicode {
namespace {

using namespace std::string_literals;

/// All pieces together, with each byte's place in the source.
struct Whole {
  std::string text;
  std::vector<std::uint64_t> source;  ///< for each byte of the text, then for its end
  std::optional<Fault> fault;

  bool operator==(const Whole&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Whole& whole) {
  out << testing::PrintToString(whole.text) << " from " << testing::PrintToString(whole.source);
  if (whole.fault) out << ", fault at " << whole.fault->begin << ": " << testing::PrintToString(whole.fault->bytes);
  return out;
}

Whole decode_in_pieces(const DecoderOptions& options, const std::vector<std::string>& pieces) {
  Decoder decoder(options);
  Whole whole;
  for (std::size_t i = 0; i < pieces.size() && !whole.fault; ++i) {
    const Piece piece = decoder.decode(pieces[i], i + 1 == pieces.size() ? Stream::ends : Stream::goes_on);
    EXPECT_TRUE(piece.offsets.empty() || piece.offsets.size() == piece.text.size() + 1);
    EXPECT_TRUE(whole.source.empty() || whole.source.back() == piece.begin);
    if (!whole.source.empty()) whole.source.pop_back();
    for (std::size_t at = 0; at <= piece.text.size(); ++at) {
      std::size_t first = at;  // an identical piece may say for each byte its own place: compare characters
      while (first < piece.text.size() && first > 0 && continues(piece.text[first])) --first;
      whole.source.push_back(piece.source(first));
    }
    whole.text += piece.text;
    whole.fault = piece.fault;
  }
  return whole;
}

Whole decode(const std::string& encoding, const std::string& bytes, OnInvalid on_invalid = OnInvalid::stop) {
  return decode_in_pieces({.encoding = encoding, .on_invalid = on_invalid}, {bytes});
}

std::vector<std::string> cut(const std::string& bytes, std::mt19937& random) {
  std::vector<std::string> pieces(1);
  for (const char byte : bytes) {
    if (random() % 4 == 0) pieces.emplace_back();
    pieces.back() += byte;
  }
  return pieces;
}

TEST(Decode, EncodingsAreKnownByManyNames) {
  EXPECT_EQ(canonical_encoding("utf8"), "UTF-8");
  EXPECT_EQ(canonical_encoding("UTF-8"), "UTF-8");
  EXPECT_EQ(canonical_encoding("latin1"), "ISO-8859-1");
  EXPECT_EQ(canonical_encoding("iso_8859-15"), "ISO-8859-15");
  EXPECT_EQ(canonical_encoding("cp1252"), "windows-1252");
  EXPECT_EQ(canonical_encoding("sjis"), "Shift_JIS");
  EXPECT_EQ(canonical_encoding("koi8-r"), "KOI8-R");
  EXPECT_EQ(canonical_encoding("gb18030"), "GB18030");
  EXPECT_EQ(canonical_encoding("utf-16le"), "UTF-16LE");
  EXPECT_EQ(canonical_encoding("big5"), "Big5");
  for (const std::string& wrong : {""s, "no-such"s, "UTF-8\0x"s, "UTF-16,version=1"s, std::string(1000, 'u')}) {
    EXPECT_EQ(canonical_encoding(wrong), std::nullopt) << wrong;
  }
  EXPECT_THROW(Decoder({.encoding = "no-such"}), Error);
}

TEST(Decode, KnownBytes) {
  // By the code charts: windows-1252, ISO 8859-5 and KOI8-R, JIS X 0208, GB 18030's four-byte form of U+10000.
  EXPECT_EQ(decode("windows-1252", "caf\xE9 \x93x\x94 \x80").text, "café “x” €");
  EXPECT_EQ(decode("ISO-8859-5", "\xBF\xE0").text, "Пр");
  EXPECT_EQ(decode("KOI8-R", "\xF0\xD2").text, "Пр");
  EXPECT_EQ(decode("Shift_JIS", "\x93\xFA\x96\x7B").text, "日本");
  EXPECT_EQ(decode("EUC-JP", "\xC6\xFC\xCB\xDC").text, "日本");
  EXPECT_EQ(decode("GB18030", "\xD6\xD0\x90\x30\x81\x30").text, "中\U00010000");
  EXPECT_EQ(decode("UTF-16LE", "a\0\x3D\xD8\x00\xDE"s).text, "a😀");
  EXPECT_EQ(decode("UTF-16BE", "\0a\xD8\x3D\xDE\x00"s).text, "a😀");
  EXPECT_EQ(decode("UTF-32LE", "\x00\xF6\x01\x00"s).text, "😀");
  EXPECT_EQ(decode("UTF-32BE", "\x00\x01\xF6\x00"s).text, "😀");
}

TEST(Decode, OffsetsLeadBack) {
  const Whole text = decode("windows-1252", "\xE9t\xE9");
  EXPECT_EQ(text.source, (std::vector<std::uint64_t>{0, 0, 1, 2, 2, 3}));
  const Whole pair = decode("UTF-16LE", "a\0\x3D\xD8\x00\xDE"s + "b\0"s);
  EXPECT_EQ(pair.source, (std::vector<std::uint64_t>{0, 2, 2, 2, 2, 6, 8}));
  const Whole later = decode_in_pieces({.encoding = "ISO-8859-1", .begin = 100}, {"a", "b"});
  EXPECT_EQ(later.source, (std::vector<std::uint64_t>{100, 101, 102}));
}

TEST(Decode, Utf8IsItsOwnSource) {
  Decoder decoder({.begin = 3});
  const Piece piece = decoder.decode("aé", Stream::ends);
  EXPECT_EQ(piece.text, "aé");
  EXPECT_EQ(piece.begin, 3U);
  EXPECT_TRUE(piece.offsets.empty());
  EXPECT_EQ(piece.source(3), 6U);
}

TEST(Decode, FaultsNameThePlaceAndTheBytes) {
  const auto fault = [](const std::string& encoding, const std::string& bytes) {
    return decode(encoding, bytes).fault.value_or(Fault{});
  };
  EXPECT_EQ(fault("UTF-8", "caf\xE9 au"), (Fault{3, "\xE9"}));
  EXPECT_EQ(fault("UTF-8", "ab\xE2\x82"), (Fault{2, "\xE2\x82"}));
  EXPECT_EQ(fault("UTF-8", "a\xC0\x80"), (Fault{1, "\xC0"}));
  EXPECT_EQ(fault("UTF-16LE", "a\0\x3D\xD8"s + "b\0"s), (Fault{2, "\x3D\xD8"}));
  EXPECT_EQ(fault("UTF-16LE", "a\0b"s), (Fault{2, "b"}));
  EXPECT_EQ(fault("UTF-32LE", "a\0\0\0\0\0\x11\0"s), (Fault{4, "\0\0\x11\0"s}));
  EXPECT_EQ(fault("Shift_JIS", "ab\x81"), (Fault{2, "\x81"}));
  EXPECT_EQ(fault("US-ASCII", "abc\x80"), (Fault{3, "\x80"}));
  EXPECT_EQ(decode("UTF-8", "caf\xE9 au").text, "caf");
}

TEST(Decode, ReplacementsAreOneForEachMaximalSubpart) {
  // The Unicode Standard 15.0, table 3-8 and 3-11.
  const Whole overlong = decode("UTF-8", "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", OnInvalid::replace);
  EXPECT_EQ(overlong.text, "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA");
  const Whole cut_short = decode("UTF-8", "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", OnInvalid::replace);
  EXPECT_EQ(cut_short.text, "\uFFFD\uFFFD\uFFFD\uFFFDA");
  EXPECT_EQ(cut_short.source, (std::vector<std::uint64_t>{0, 0, 0, 2, 2, 2, 3, 3, 3, 6, 6, 6, 8, 9}));
  const Whole later = decode("UTF-8", "é\xFFé", OnInvalid::replace);
  EXPECT_EQ(later.source, (std::vector<std::uint64_t>{0, 0, 2, 2, 2, 3, 3, 5}));
  EXPECT_EQ(decode("US-ASCII", "a\x80z", OnInvalid::replace).text, "a\uFFFDz");
  EXPECT_EQ(decode("UTF-16LE", "a\0\x3D\xD8"s + "b\0"s, OnInvalid::replace).text, "a\uFFFDb");
}

TEST(Decode, LoneSurrogatesThatAConverterLetsThroughAreFaults) {
  EXPECT_EQ(decode("CESU-8", "\xED\xA0\xBD\xED\xB8\x80").text, "😀");
  EXPECT_EQ(decode_in_pieces({.encoding = "CESU-8"}, {"a\xED\xA0\xBD", "\xED\xB8\x80"}),
            decode("CESU-8", "a\xED\xA0\xBD\xED\xB8\x80"));
  EXPECT_EQ(decode("CESU-8", "a\xED\xA0\xBDz").fault.value_or(Fault{}).begin, 1U);
  EXPECT_EQ(decode("CESU-8", "a\xED\xB8\x80z").fault.value_or(Fault{}).begin, 1U);
  EXPECT_EQ(decode("CESU-8", "a\xED\xA0\xBD").fault.value_or(Fault{}).begin, 1U);
  EXPECT_EQ(decode("CESU-8", "a\xED\xA0\xBD", OnInvalid::replace).text, "a\uFFFD");
}

TEST(Decode, PiecesAndWholeAgree) {
  const std::vector<std::pair<std::string, std::string>> samples = {
      {"UTF-8", "aé漢😀\xFF\xE2\x82z\xF0\x9F"},
      {"windows-1252", "caf\xE9 \x93x\x94"},
      {"UTF-16LE", "a\0\x3D\xD8\x00\xDE\xE9\0\x3D\xD8z\0\x01"s},
      {"UTF-16BE", "\0a\xD8\x3D\xDE\x00\0\xE9\xD8\x3D\0z\x01"s},
      {"UTF-32BE", "\0\0\0a\0\x01\xF6\0\0\x11\0\0\0\0\0b\0"s},
      {"Shift_JIS", "a\x93\xFA\x96\x7B\xB1\x81"},
      {"EUC-JP", "a\xC6\xFC\x8F\xB0\xA1\xFF"},
      {"EUC-KR", "\xB0\xA1q\xB0"},
      {"Big5", "\xA4\xA4\xA4\xE5z\xA4"},
      {"GB18030", "\xD6\xD0z\x90\x30\x81\x30\x81\x35\xF4\x37"},
  };
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    const auto& [encoding, sample] = samples[random() % samples.size()];
    std::string bytes;
    for (std::size_t i = random() % 6; i > 0; --i) {
      const std::size_t from = random() % sample.size();
      bytes += random() % 5 == 0 ? sample.substr(from, random() % 4) : sample;
    }
    for (const OnInvalid on_invalid : {OnInvalid::stop, OnInvalid::replace}) {
      const DecoderOptions options{.encoding = encoding, .on_invalid = on_invalid};
      const std::vector<std::string> pieces = cut(bytes, random);
      ASSERT_EQ(decode_in_pieces(options, pieces), decode_in_pieces(options, {bytes}))
          << encoding << ' ' << testing::PrintToString(pieces);
    }
  }
}

TEST(Decode, LongTextOverfillsNoBuffer) {
  std::string bytes;
  for (int i = 0; i < 20000; ++i) bytes += i % 3 == 0 ? "\x3D\xD8\x00\xDE"s : "a\0"s;
  const Whole whole = decode("UTF-16LE", bytes);
  EXPECT_FALSE(whole.fault);
  EXPECT_EQ(count_code_points(whole.text), 20000U);
  EXPECT_EQ(whole.source.back(), bytes.size());
}

TEST(Decode, ByteOrderMarks) {
  EXPECT_EQ(detect_bom("\xEF\xBB\xBFx"), (Bom{"UTF-8", 3}));
  EXPECT_EQ(detect_bom("\xFF\xFEx\0"s), (Bom{"UTF-16LE", 2}));
  EXPECT_EQ(detect_bom("\xFE\xFF\0x"s), (Bom{"UTF-16BE", 2}));
  EXPECT_EQ(detect_bom("\xFF\xFE\0\0"s), (Bom{"UTF-32LE", 4}));
  EXPECT_EQ(detect_bom("\0\0\xFE\xFF"s), (Bom{"UTF-32BE", 4}));
  EXPECT_EQ(detect_bom(""), std::nullopt);
  EXPECT_EQ(detect_bom("\xEF\xBB"), std::nullopt);
  EXPECT_EQ(detect_bom("text"), std::nullopt);
}

TEST(Decode, ANameWinsOverAMark) {
  const auto expect = [](std::string_view start, std::string_view named, std::string_view name, std::size_t bom_size) {
    const Encoding encoding = encoding_of(start, named);
    EXPECT_EQ(encoding.name, name) << named;
    EXPECT_EQ(encoding.bom_size, bom_size) << named;
  };
  expect("", "", "UTF-8", 0);
  expect("text", "", "UTF-8", 0);
  expect("\xEF\xBB\xBFt", "", "UTF-8", 3);
  expect("\xFF\xFEt\0"s, "", "UTF-16LE", 2);
  expect("\xFF\xFEt\0"s, "utf16le", "UTF-16LE", 2);
  expect("\xFF\xFEt\0"s, "latin1", "ISO-8859-1", 0);
  EXPECT_THROW(encoding_of("text", "no such thing"), Error);
}

}  // namespace
}  // namespace corpus::unicode
