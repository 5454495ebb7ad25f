// SPDX-License-Identifier: MIT
#include "corpus/io/conllu_splitter.hpp"

#include <algorithm>
#include <array>

namespace corpus::io {
namespace {

constexpr std::size_t read_size = std::size_t{1} << 16;
constexpr std::size_t most_held_back = std::size_t{1} << 20;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

/// What follows `word` in `text`, which is trimmed; nothing where it does not begin with that word.
std::optional<std::string_view> after_word(std::string_view text, std::string_view word) {
  if (!text.starts_with(word)) return std::nullopt;
  text.remove_prefix(word.size());
  if (!text.empty() && text.front() != ' ' && text.front() != '\t' && text.front() != '=') return std::nullopt;
  return trimmed(text);
}

std::optional<std::string_view> newdoc(std::string_view comment) {
  return after_word(trimmed(comment.substr(1)), "newdoc");
}

/// X of `id = X`.
std::string_view id_of(std::string_view newdoc_value) {
  const auto value = after_word(newdoc_value, "id");
  return value && value->starts_with('=') ? trimmed(value->substr(1)) : std::string_view();
}

std::optional<Field> metadata(std::string_view comment) {
  constexpr std::string_view prefix = "meta::";
  const std::string_view text = trimmed(comment.substr(1));
  const std::size_t equals = text.find('=');
  if (!text.starts_with(prefix) || equals == std::string_view::npos) return std::nullopt;
  return Field{std::string(trimmed(text.substr(prefix.size(), equals - prefix.size()))),
               std::string(trimmed(text.substr(equals + 1)))};
}

}  // namespace

/// The line at hand, if the buffer holds it to its end or has grown too long without.
std::optional<ConlluSplitter::Line> ConlluSplitter::line() {
  const auto begin = static_cast<std::size_t>(at_.offset - base_);
  if (begin == buffer_.size()) return std::nullopt;
  if (line_feed_ < begin) find_line_feed();
  Line line;
  line.text = std::string_view(buffer_).substr(begin, line_feed_ - begin);
  line.text = line.text.substr(0, line.text.find('\r'));
  const std::string_view after = std::string_view(buffer_).substr(begin + line.text.size());
  const bool may_go_on = after.empty() || after == "\r";
  if (may_go_on && !ended_ && line.text.size() < most_held_back) return std::nullopt;
  line.whole = !after.empty();
  line.size = line.text.size() + (after.starts_with("\r\n") ? 2 : after.empty() ? 0 : 1);
  if (at_.offset == 0 && line.text.starts_with(byte_order_mark)) line.text.remove_prefix(byte_order_mark.size());
  return line;
}

void ConlluSplitter::find_line_feed() {
  line_feed_ = std::min(buffer_.find('\n', static_cast<std::size_t>(at_.offset - base_)), buffer_.size());
}

void ConlluSplitter::pass(const Line& line) {
  at_.offset += line.size;
  if (line.whole) ++at_.number;
  within_line_ = !line.whole;
}

/// False at the end of the file.
bool ConlluSplitter::fill() {
  buffer_.erase(0, static_cast<std::size_t>(given_ - base_));
  base_ = given_;
  const std::size_t had = buffer_.size();
  buffer_.resize(had + read_size);
  const std::size_t got = bytes_->read(std::span(buffer_).subspan(had));
  buffer_.resize(had + got);
  find_line_feed();
  ended_ = got == 0;
  return !ended_;
}

/// Goes on to where the next document begins, or as far as lines are whole.
void ConlluSplitter::scan() {
  while (!next_found_) {
    const auto here = line();
    if (!here) return;
    if (!within_line_ && here->comment()) {
      if (!comments_) comments_ = at_;
      next_found_ = newdoc(here->text).has_value();
      if (next_found_) return;
    } else {
      comments_.reset();
    }
    pass(*here);
    if (comments_ && at_.offset - comments_->offset > most_held_back) comments_.reset();
  }
}

std::size_t ConlluSplitter::read(std::span<char> buffer) {
  while (given_ == limit()) {
    if (next_found_) return 0;
    scan();
    if (given_ < limit()) break;
    if (next_found_) return 0;
    if (ended_) {
      if (!comments_) return 0;
      comments_.reset();
    } else {
      fill();
    }
  }
  const auto from = static_cast<std::size_t>(given_ - base_);
  const std::size_t size = std::min(buffer.size(), static_cast<std::size_t>(limit() - given_));
  std::copy_n(buffer_.begin() + static_cast<std::ptrdiff_t>(from), size, buffer.begin());
  given_ += size;
  return size;
}

/// The line at hand, whole, unless the head has grown too long.
std::optional<ConlluSplitter::Line> ConlluSplitter::line_of_head(const ConlluHead& head) {
  if (within_line_ || at_.offset - head.offset > most_held_back) return std::nullopt;
  while (true) {
    if (const auto here = line()) return here;
    if (ended_) return std::nullopt;
    fill();
  }
}

std::optional<ConlluHead> ConlluSplitter::begin() {
  std::array<char, 4096> rest;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  while (begun_ && read(rest) > 0) {
  }
  if (begun_ && !next_found_) return std::nullopt;
  begun_ = true;
  if (next_found_) at_ = *comments_;
  find_line_feed();
  next_found_ = false;
  comments_.reset();

  ConlluHead head{.start = {at_.number, 1}, .offset = at_.offset};
  std::optional<LineStart> comments;  // that stand together
  while (const auto here = line_of_head(head)) {
    if (here->comment()) {
      const LineStart first = comments.value_or(at_);
      comments = first;
      if (auto field = metadata(here->text)) head.fields.push_back({std::move(*field), at_.number});
      const auto value = newdoc(here->text);
      if (value && !head.newdoc) {
        head.newdoc = true;
        head.id = id_of(*value);
        head.line = at_.number;
        head.start = {first.number, 1};
        head.offset = given_ = first.offset;
      }
    } else if (here->text.empty() && !head.newdoc) {
      comments.reset();
    } else {
      break;
    }
    pass(*here);
  }
  return head;
}

}  // namespace corpus::io
