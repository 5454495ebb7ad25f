// SPDX-License-Identifier: MIT
#include "corpus/compare/words.hpp"

#include <algorithm>

#include "corpus/text/place.hpp"

namespace corpus::compare {
namespace {

using similarity::Change;
using similarity::Range;

/// Of ASCII: other white space stays as it is.
bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

Range widened(Range range, std::size_t context, std::size_t size) {
  return {range.begin - std::min(context, range.begin), std::min(size, range.end + context)};
}

}  // namespace

/// Where what opens the token begins that stands behind text_[begin, end): after the last line end there, for a dash or
/// a bullet begins a line; else after the last white space.
std::size_t WordedText::opening(std::size_t begin, std::size_t end) const {
  const std::string_view gap = std::string_view(text_).substr(begin, end - begin);
  std::size_t at = gap.rfind('\n');
  if (at != std::string_view::npos) return begin + at;
  at = gap.size();
  while (at > 0 && !is_space(gap[at - 1])) --at;
  return at > 0 || begin == 0 ? begin + at : end;
}

void WordedText::add(const text::Block& block, text::Tokenizer& tokenizer, text::Vocabulary& types) {
  const std::size_t start = text_.size();
  text_ += block.text;
  text::PlaceFinder places{block};
  tokenizer.start(block);
  for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
    const auto ids = types.intern(batch);
    types_.insert(types_.end(), ids.begin(), ids.end());
    for (const text::Token& token : batch) {
      const Place place = places.at(token.begin);
      tokens_.push_back({opening(last_end_, start + token.begin), place});
      last_end_ = start + token.end;
      end_ = places.at(token.end);
    }
  }
}

Place WordedText::place(std::size_t token) const { return token < tokens_.size() ? tokens_[token].place : end_; }

std::string WordedText::line(Range tokens) const {
  std::string line;
  if (tokens.size() == 0) return line;
  const std::size_t end = tokens.end < tokens_.size() ? tokens_[tokens.end].begin : text_.size();
  bool space = false;
  for (const char byte :
       std::string_view(text_).substr(tokens_[tokens.begin].begin, end - tokens_[tokens.begin].begin)) {
    if (is_space(byte)) {
      space = true;
      continue;
    }
    if (space && !line.empty()) line += ' ';
    space = false;
    line += byte;
  }
  return line;
}

std::vector<Hunk> hunks(std::span<const Change> changes, std::size_t old_size, std::size_t new_size,
                        const HunkOptions& options) {
  std::vector<Hunk> hunks;
  for (std::size_t first = 0; first < changes.size();) {
    std::size_t last = first;
    while (last + 1 < changes.size() &&
           changes[last + 1].removed.begin - changes[last].removed.end <= 2 * options.context) {
      ++last;
    }
    const Range removed{changes[first].removed.begin, changes[last].removed.end};
    const Range added{changes[first].added.begin, changes[last].added.end};
    hunks.push_back({widened(removed, options.context, old_size), widened(added, options.context, new_size),
                     changes.subspan(first, last - first + 1)});
    first = last + 1;
  }
  return hunks;
}

}  // namespace corpus::compare
