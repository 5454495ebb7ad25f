// SPDX-License-Identifier: MIT
#include "corpus/io/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

#include "corpus/unicode/utf8.hpp"

namespace corpus::io {
namespace {

constexpr std::size_t piece_size = std::size_t{1} << 16;

struct LineEnds {
  std::size_t end = 0;  ///< where the last one ends
  std::uint64_t count = 0;
};

LineEnds line_ends(std::string_view text) {
  LineEnds ends;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    ++ends.count;
    ends.end = at + 1;
  }
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] == '\n') continue;
    ++ends.count;
    ends.end = std::max(ends.end, at + 1);
  }
  return ends;
}

/// The place after `text`, which begins at `from`. An LF at its front ends no line where a CR stands before it.
Place place_after(Place from, bool after_return, std::string_view text) {
  if (after_return && text.starts_with('\n')) text.remove_prefix(1);
  const LineEnds ends = line_ends(text);
  if (ends.count > 0) from = {from.line + ends.count, 1};
  return {from.line, from.column + unicode::count_code_points(text.substr(ends.end))};
}

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format(" 0x{:02X}", static_cast<unsigned char>(byte));
  return text;
}

}  // namespace

TableText::TableText(std::string name, std::unique_ptr<ByteSource> bytes, const TableTextOptions& options)
    : name_(std::move(name)), bytes_(std::move(bytes)), options_(options) {}

std::optional<std::string_view> TableText::next() {
  if (given_ > 0) {
    const std::string_view given = std::string_view(text_).substr(0, given_);
    place_ = place_after(given);
    after_return_ = given.back() == '\r';
    text_.erase(0, std::exchange(given_, 0));
  }
  while (text_.empty()) {
    if (problem_) throw Error{*problem_};
    if (ended_) return std::nullopt;
    read_more();
  }
  given_ = text_.size();
  return text_;
}

std::string_view TableText::front() {
  while (text_.size() < piece_size && !problem_ && !ended_) read_more();
  return text_;
}

Place TableText::place_after(std::string_view part) const { return io::place_after(place_, after_return_, part); }

/// Reads the first bytes and decides by them how the table is encoded.
void TableText::open() {
  raw_.resize(piece_size);
  std::size_t size = 0;
  while (size < 4) {
    const std::size_t got = bytes_->read(std::span(raw_).subspan(size));
    if (got == 0) break;
    size += got;
  }
  ended_ = size == 0;
  std::string_view start(raw_.data(), size);
  const unicode::Encoding encoding = unicode::encoding_of(start, options_.encoding);
  encoding_ = encoding.name;
  start.remove_prefix(encoding.bom_size);
  decoder_.emplace(unicode::DecoderOptions{encoding_, options_.invalid});
  accept(decoder_->decode(start, unicode::Stream::goes_on));
}

void TableText::read_more() {
  if (!decoder_) return open();
  const std::size_t size = bytes_->read(raw_);
  ended_ = size == 0;
  accept(decoder_->decode({raw_.data(), size}, ended_ ? unicode::Stream::ends : unicode::Stream::goes_on));
}

void TableText::accept(unicode::Piece piece) {
  const std::size_t nul = piece.text.find('\0');
  if (nul != std::string::npos) piece.text.resize(nul);
  if (text_.empty()) {
    text_ = std::move(piece.text);
  } else {
    text_ += piece.text;
  }
  if (nul != std::string::npos) {
    fail("a NUL byte: this is no text file", "--encoding utf-16le, if it is UTF-16 without a byte order mark");
  } else if (piece.fault && encoding_ == "UTF-8" && ended_) {
    fail("the file ends within a UTF-8 character", "--invalid replace");
  } else if (piece.fault) {
    const bool several = piece.fault->bytes.size() > 1 && encoding_ != "UTF-8";
    const std::string_view bytes = std::string_view(piece.fault->bytes).substr(0, several ? std::string::npos : 1);
    fail(fmt::format("byte{}{} {} not valid {}", several ? "s" : "", hex(bytes), several ? "are" : "is", encoding_),
         encoding_ == "UTF-8" ? "--encoding windows-1252, or --invalid replace"
                              : "another --encoding, or --invalid replace");
  }
}

void TableText::fail(std::string cause, std::string hint) {
  const Place place = place_after(text_);
  problem_ = Problem{name_, place.line, place.column, std::move(cause), std::move(hint)};
}

std::optional<TableLine> TableLines::next() {
  while (true) {
    const std::string_view fresh = std::string_view(lines_).substr(searched_);
    const std::size_t feed = fresh.find('\n');
    const std::size_t end = std::min(fresh.substr(0, feed).find('\r'), feed);
    if (end == std::string_view::npos) {
      searched_ = lines_.size();
      if (read_more()) continue;
      if (begin_ == lines_.size()) return std::nullopt;
      return TableLine{std::string_view(lines_).substr(std::exchange(begin_, lines_.size())), ++number_};
    }
    const std::size_t at = searched_ + end;
    const std::string_view line = std::string_view(lines_).substr(begin_, at - begin_);
    begin_ = at + 1;
    if (lines_[at] == '\r') {
      feed_may_follow_ = begin_ == lines_.size();
      if (!feed_may_follow_ && lines_[begin_] == '\n') ++begin_;
    }
    searched_ = begin_;
    return TableLine{line, ++number_};
  }
}

/// False at the end.
bool TableLines::read_more() {
  if (lines_.size() - begin_ > longest_) {
    throw Error{{.file = name(),
                 .line = number_ + 1,
                 .cause = fmt::format("a line of over {} bytes", longest_),
                 .hint = "is this a table?"}};
  }
  auto piece = text_.next();
  if (!piece) return false;
  if (std::exchange(feed_may_follow_, false) && piece->starts_with('\n')) piece->remove_prefix(1);
  lines_.erase(0, begin_);
  searched_ -= begin_;
  begin_ = 0;
  lines_.reserve(lines_.size() + piece->size() + padding);
  lines_ += *piece;
  return true;
}

}  // namespace corpus::io
