// SPDX-License-Identifier: MIT
#include "corpus/text/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "corpus/text/place.hpp"
#include "corpus/text/safe_break.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::text {
namespace {

/// Small enough to stay in the cache from here to the last count.
constexpr std::size_t block_size = std::size_t{1} << 15;

/// Offsets in a block are 32-bit.
constexpr std::size_t longest_block = std::numeric_limits<std::uint32_t>::max();

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format(" 0x{:02X}", static_cast<unsigned char>(byte));
  return text;
}

}  // namespace

BlockReader::BlockReader(Document& document, const DecodingOptions& options)
    : document_(document), options_(options), offset_(document.offset), place_(document.start) {}

std::string_view BlockReader::front(std::size_t size) {
  if (!opened_) open();
  while (checked_ < size && !ended_ && !problem_) read_more();
  const std::string_view good = text_.view().substr(0, checked_);
  if (good.size() <= size) return good;
  while (size > 0 && (static_cast<unsigned char>(good[size]) & 0xC0) == 0x80) --size;
  return good.substr(0, size);
}

std::optional<Block> BlockReader::next() {
  drop(delivered_);
  if (!opened_) open();
  while (true) {
    if (problem_ || ended_) {
      if (checked_ > 0) return deliver(checked_, false);
      if (problem_) throw Error{*problem_};
      return std::nullopt;
    }
    if (const auto end = line_end()) return deliver(*end, false);
    if (checked_ >= block_size) {
      if (const auto end = break_in_line()) return deliver(*end, true);
      unbroken_ = checked_;
    }
    searched_ = checked_;
    read_more();
  }
}

std::size_t BlockReader::read(std::span<char> buffer) {
  const std::size_t size = document_.bytes->read(buffer);
  bytes_read_ += size;
  return size;
}

/// Reads the first bytes and decides by them how the document is encoded.
void BlockReader::open() {
  opened_ = true;
  while (text_.size() < 4) {
    const std::size_t got = read(text_.room(block_size));
    if (got == 0) break;
    text_.grow(got);
  }
  ended_ = text_.size() == 0;
  const unicode::Encoding encoding = unicode::encoding_of(text_.view(), options_.encoding);
  encoding_ = encoding.name;
  text_.drop(encoding.bom_size);
  offset_ += encoding.bom_size;
  if (encoding_ == "UTF-8" && options_.invalid == unicode::OnInvalid::stop) {
    accept(text_.size());
  } else {
    const TextBuffer bytes = std::exchange(text_, {});
    raw_.resize(block_size);
    decoder_.emplace(unicode::DecoderOptions{encoding_, options_.invalid, offset_});
    sources_.push_back(offset_);
    read_encoded(unicode::Stream::goes_on, bytes.view());
  }
}

void BlockReader::read_more() {
  if (text_.size() > longest_block - block_size) {
    fail("4 GiB without a line end or a space", "is this text?");
  } else if (decoder_) {
    const std::size_t size = read(raw_);
    ended_ = size == 0;
    read_encoded(ended_ ? unicode::Stream::ends : unicode::Stream::goes_on, {raw_.data(), size});
  } else {
    read_utf8();
  }
}

void BlockReader::read_utf8() {
  const std::size_t had = text_.size();
  const std::size_t size = read(text_.room(block_size));
  text_.grow(size);
  ended_ = size == 0;
  accept(had + size);
}

/// Checks text_[checked_, size).
void BlockReader::accept(std::size_t size) {
  const std::string_view fresh = text_.view().substr(checked_, size - checked_);
  note(unicode::text_front(fresh));
  const std::string_view rest = text_.view().substr(checked_, size - checked_);
  if (rest.starts_with('\0')) {
    fail("a NUL byte: this is no text file", "--encoding utf-16le, if it is UTF-16 without a byte order mark");
  } else if (!rest.empty() && ended_) {
    fail("the file ends within a UTF-8 character", "--invalid replace");
  } else if (!rest.empty() && !unicode::truncated_at_end(rest)) {
    fail(fmt::format("byte{} is not valid UTF-8", hex(rest.substr(0, 1))),
         "--encoding windows-1252, or --invalid replace");
  }
}

/// So much of what is behind text_[checked_] is good.
void BlockReader::note(const unicode::TextFront& front) {
  checked_ += front.size;
  feeds_ += front.feeds;
  returns_ = returns_ || front.returns;
}

void BlockReader::read_encoded(unicode::Stream stream, std::string_view bytes) {
  const unicode::Piece piece = decoder_->decode(bytes, stream);
  const unicode::TextFront good = unicode::text_front(piece.text);
  sources_.pop_back();
  for (std::size_t i = 0; i <= piece.text.size(); ++i) sources_.push_back(piece.source(i));
  text_.append(piece.text);
  note(good);
  if (good.size < piece.text.size()) {
    fail("a NUL character: this is no text file", "another --encoding, if it is text");
  } else if (piece.fault) {
    const bool several = piece.fault->bytes.size() > 1;
    fail(fmt::format("byte{}{} {} not valid {}", several ? "s" : "", hex(piece.fault->bytes), several ? "are" : "is",
                     encoding_),
         "another --encoding, or --invalid replace");
  }
}

void BlockReader::fail(std::string cause, std::string hint) {
  const Place place = advance(place_, text_.view().substr(0, checked_));
  problem_ = Problem{document_.name, place.line, place.column, std::move(cause), std::move(hint)};
}

/// Where the last line that is whole ends, among what was not searched. A CR at the very end may belong to an LF to
/// come.
std::optional<std::size_t> BlockReader::line_end() const {
  const std::size_t from = searched_ > 0 ? searched_ - 1 : 0;  // a CR that was at the very end
  const std::string_view fresh = text_.view().substr(from, checked_ - from);
  const std::size_t at = fresh.find_last_of("\r\n");
  if (at == std::string_view::npos) return std::nullopt;
  if (fresh[at] == '\n' || at + 1 < fresh.size()) return from + at + 1;
  const std::size_t before = at == 0 ? std::string_view::npos : fresh.find_last_of("\r\n", at - 1);
  if (before == std::string_view::npos) return std::nullopt;
  return from + before + 1;
}

/// The last place to break an overlong line among what was not searched.
std::optional<std::size_t> BlockReader::break_in_line() const {
  constexpr std::size_t margin = 12;  // three characters: what stands around a place was not whole when it was searched
  return last_safe_break(text_.view().substr(0, checked_), std::max(unbroken_, margin) - margin);
}

Block BlockReader::deliver(std::size_t size, bool line_goes_on) {
  delivered_ = size;
  const std::string_view text = text_.view().substr(0, size);
  return {.text = text,
          .line_goes_on = line_goes_on,
          .raw = text,
          .place = place_,
          .offset = sources_.empty() ? offset_ : sources_.front(),
          .sources = sources_};
}

void BlockReader::drop(std::size_t size) {
  if (size == 0) return;
  const std::string_view text = text_.view().substr(0, size);
  // A block ends with the last line that does, but for a CR that an LF may follow.
  place_ = returns_ ? advance(place_, text) : advance(place_, text, feeds_);
  feeds_ = 0;
  text_.drop(size);
  if (decoder_) {
    sources_.erase(sources_.begin(), sources_.begin() + static_cast<std::ptrdiff_t>(size));
  } else {
    offset_ += size;
  }
  checked_ -= size;
  returns_ = returns_ && text_.view().substr(0, checked_).find('\r') != std::string_view::npos;
  searched_ = 0;
  unbroken_ = 0;
  delivered_ = 0;
}

}  // namespace corpus::text
