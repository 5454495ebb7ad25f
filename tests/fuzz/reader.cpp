// SPDX-License-Identifier: MIT
/// \file
/// Any bytes as a document, under every layout, with turns and without: what is read is made of bytes of the source, in
/// order, each once, and every place leads back to it.
#include "corpus/text/reader.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "corpus/error.hpp"
#include "corpus/text/place.hpp"
#include "corpus/text/tokenizer.hpp"

namespace {

using namespace corpus;

void demand(bool holds) {
  if (!holds) std::abort();
}

class Bytes final : public ByteSource {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(std::span<char> buffer) override {
    const std::size_t size = bytes_.copy(buffer.data(), std::min<std::size_t>(buffer.size(), 7), at_);
    at_ += size;
    return size;
  }
  bool rewind() override {
    at_ = 0;
    return true;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// A byte of the text is the byte of the source that it leads to, but for line ends that became spaces.
void check_bytes(const text::Block& block, std::string_view source) {
  for (std::uint32_t at = 0; at < block.text.size(); ++at) {
    const Span span = block.span(at, at + 1);
    demand(span.end == span.begin + 1 && span.end <= source.size());
    const char there = source[span.begin];
    demand(block.text[at] == there || (block.text[at] == ' ' && (there == '\n' || there == '\r' || there == '\t')) ||
           (block.text[at] == '\n' && there == '\r'));
  }
}

void read_all(std::string_view source, const text::ReadOptions& options) {
  Document document{"f", std::make_unique<Bytes>(source)};
  text::Reader reader{document, options};
  text::Tokenizer tokenizer;
  std::uint64_t end = 0;
  Place last;
  while (const auto block = reader.next()) {
    check_bytes(*block, source);
    text::PlaceFinder places{*block};
    tokenizer.start(*block);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
      for (const text::Token& token : batch) {
        const Span span = block->span(token.begin, token.end);
        demand(span.begin >= end && span.end > span.begin && span.end <= source.size());
        const Place place = places.at(token.begin);
        demand(place > last || (place == Place{} && end == 0));
        end = span.end;
        last = place;
      }
    }
  }
  demand(reader.bytes_read() == source.size());
}

}  // namespace

/// The first byte chooses the options.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view source{reinterpret_cast<const char*>(data + 1), size - 1};
  if (source.starts_with("\xff\xfe") || source.starts_with("\xfe\xff") || source.starts_with(std::string("\0\0", 2)))
    return 0;
  text::ReadOptions options;
  options.layout.layout = static_cast<text::LayoutChoice>(data[0] % 3);
  options.layout.dehyphenate = static_cast<text::Dehyphenate>(data[0] / 3 % 3);
  options.layout.running_lines = static_cast<text::RunningLines>(data[0] / 9 % 2);
  options.turns = static_cast<text::Turns>(data[0] / 18 % 3);
  options.grain = static_cast<text::Grain>(data[0] / 54 % 3);
  try {
    read_all(source, options);
  } catch (const Error&) {
    // Bytes that are no text end here.
  }
  return 0;
}
