// SPDX-License-Identifier: MIT
#include "corpus/compare/lock_lines.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::compare {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16;
/// No path of a document is longer.
constexpr std::size_t longest_line = std::size_t{1} << 20;

}  // namespace

LockLine::LockLine(std::string_view line) : line_(line) {
  while (true) {
    const std::size_t tab = line.find('\t');
    fields_.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

std::uint64_t LockLine::column(std::size_t at) const {
  const std::string_view before = line_.substr(0, static_cast<std::size_t>(fields_[at].data() - line_.data()));
  return 1 + unicode::count_code_points(before);
}

bool LockLines::begins_with(std::string_view front) {
  while (buffer_.size() < front.size() && read_more()) {
  }
  line_ = 1;
  check_merged(buffer_);
  line_ = 0;
  return buffer_.starts_with(front);
}

std::string_view LockLines::next() {
  std::size_t end = buffer_.find('\n', begin_);
  while (end == std::string::npos) {
    buffer_.erase(0, std::exchange(begin_, 0));
    const std::size_t had = buffer_.size();
    if (had > longest_line || !read_more()) {
      ++line_;
      if (had > longest_line) fail("the line does not end within a megabyte");
      fail(had == 0 ? "the file was cut short: its last line is missing, which is #end" : "the last line does not end");
    }
    end = buffer_.find('\n', had);
  }
  const std::string_view line = std::string_view(buffer_).substr(begin_, end - begin_);
  begin_ = end + 1;
  ++line_;
  check_merged(line);
  if (line.ends_with('\r')) {
    fail("the line ends with CR LF", 0, "git changed the line ends: write 'corpus.lock -text' into .gitattributes");
  }
  return line;
}

void LockLines::expect_end() {
  if (begin_ == buffer_.size()) {
    buffer_.clear();
    begin_ = 0;
    if (!read_more()) return;
  }
  ++line_;
  fail("something follows the last line, which is #end");
}

void LockLines::check_merged(std::string_view line) const {
  const bool marked = std::any_of(merge_marks.begin(), merge_marks.end(),
                                  [&](std::string_view mark) { return line.starts_with(mark); });
  if (!marked || line.find('\t') < line.find('\n')) return;
  fail("a merge in git left its marks here", 1, "merge the texts, and make the lock anew with corpus lock");
}

void LockLines::fail(std::string cause, std::uint64_t column, std::string hint) const {
  throw Error{{.file = document_.name,
               .line = std::max<std::uint64_t>(line_, 1),
               .column = column,
               .cause = std::move(cause),
               .hint = std::move(hint)}};
}

/// Whether there was more.
bool LockLines::read_more() {
  const std::size_t had = buffer_.size();
  buffer_.resize(had + buffer_size);
  const std::size_t got = document_.bytes->read(std::span(buffer_).subspan(had));
  buffer_.resize(had + got);
  return got > 0;
}

}  // namespace corpus::compare
