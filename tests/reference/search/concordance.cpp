// SPDX-License-Identifier: MIT
#include "reference/search/concordance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "corpus/search/matcher.hpp"
#include "corpus/text/units.hpp"
#include "corpus/unicode/grapheme.hpp"
#include "corpus/unicode/sentence.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"
#include "reference/text/place.hpp"

namespace corpus::reference {
namespace {

using search::ContextUnit;
using search::Joint;

struct TwinToken {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string type;
  std::size_t part = 0;
};

struct TwinHit {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t query = 0;

  auto operator<=>(const TwinHit&) const = default;  // NOLINT(modernize-use-nullptr): clang-tidy 14 errs here
};

std::string on_one_line(std::string_view text) {
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool second = text[i] == '\n' && i > 0 && text[i - 1] == '\r';
    const bool white = text[i] == '\n' || text[i] == '\r' || text[i] == '\t';
    if (!second) line += white ? ' ' : text[i];
  }
  return line;
}

class Twin {
 public:
  Twin(std::span<const Part> parts, search::Paragraphs paragraphs, std::span<const search::Query> queries,
       const search::ConcordanceOptions& options)
      : parts_(parts), paragraphs_(paragraphs), queries_(queries), options_(options) {
    for (const Part& part : parts) {
      part_begins_.push_back(text_.size());
      text_ += part.text;
    }
    tokenize();
    sentences_ = sentence_begins();
    turns_ = turn_begins();
  }

  std::vector<ReferenceLine> lines() {
    std::vector<TwinHit> hits;
    for (std::size_t i = 0; i < queries_.size(); ++i) find(i, hits);
    std::sort(hits.begin(), hits.end());
    std::vector<ReferenceLine> lines;
    for (const TwinHit& hit : hits) lines.push_back(line(hit));
    return lines;
  }

 private:
  void tokenize() {
    text::Tokenizer tokenizer{options_.rules};
    tokenizer.start(text_);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
      for (const text::Token& token : batch) {
        tokens_.push_back({token.begin, token.end, std::string(token.type()), part_of(token.begin)});
      }
    }
  }

  [[nodiscard]] std::size_t part_of(std::size_t place) const {
    std::size_t part = 0;
    while (part + 1 < parts_.size() && place >= part_begins_[part] + parts_[part].text.size()) ++part;
    return part;
  }

  /// A stretch without a word belongs to the sentence before it.
  [[nodiscard]] std::vector<std::size_t> sentence_begins() const {
    std::vector<std::size_t> begins;
    std::size_t begin = 0;
    for (const std::uint32_t end : unicode::sentence_ends(text_, options_.abbreviations)) {
      if (text::has_word(std::string_view(text_).substr(begin, end - begin))) begins.push_back(begin);
      begin = end;
    }
    return begins;
  }

  [[nodiscard]] bool turn_changes_at(std::size_t part) const {
    return part > 0 && (parts_[part].begins_turn || parts_[part].turn != parts_[part - 1].turn);
  }

  /// And of paragraphs outside turns.
  [[nodiscard]] std::vector<std::size_t> turn_begins() const {
    std::vector<std::size_t> begins;
    bool blank_before = true;
    for (std::size_t begin = 0; begin < text_.size();) {
      std::size_t end = text_.find_first_of("\r\n", begin);
      end = end == std::string::npos ? text_.size() : end + (text_.compare(end, 2, "\r\n") == 0 ? 2 : 1);
      const bool blank = text::is_blank(std::string_view(text_).substr(begin, end - begin));
      const bool paragraph = blank_before || paragraphs_ == search::Paragraphs::line_ends;
      if (parts_[part_of(begin)].turn == 0 && !blank && paragraph) begins.push_back(begin);
      blank_before = blank;
      begin = end;
    }
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (i == 0 || turn_changes_at(i)) begins.push_back(part_begins_[i]);
    }
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    return begins;
  }

  static std::size_t unit_of(const std::vector<std::size_t>& begins, std::size_t place) {
    return static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), place) - begins.begin());
  }

  [[nodiscard]] bool paragraph_ends_between(std::size_t begin, std::size_t end) const {
    const std::string line = [&] {  // CR LF and CR as LF
      std::string result;
      for (std::size_t i = begin; i < end; ++i) {
        if (text_[i] == '\r' && i + 1 < end && text_[i + 1] == '\n') continue;
        result += text_[i] == '\r' ? '\n' : text_[i];
      }
      return result;
    }();
    if (paragraphs_ == search::Paragraphs::line_ends) return line.find('\n') != std::string::npos;
    for (std::size_t at = line.find('\n'); at != std::string::npos; at = line.find('\n', at + 1)) {
      const std::size_t next = line.find('\n', at + 1);
      if (next == std::string::npos) return false;
      if (text::is_blank(std::string_view(line).substr(at, next - at))) return true;
    }
    return false;
  }

  [[nodiscard]] Joint joint(const TwinToken& a, const TwinToken& b, search::Within within) const {
    const bool across = options_.across == search::Across::yes;
    const std::string_view between = std::string_view(text_).substr(a.end, b.begin - a.end);
    if (text::has_word(between)) return Joint::parted;
    if ((!across || within == search::Within::paragraph) && paragraph_ends_between(a.end, b.begin))
      return Joint::parted;
    for (std::size_t part = a.part + 1; part <= b.part; ++part) {
      if ((!across || within == search::Within::turn) && turn_changes_at(part)) return Joint::parted;
    }
    if (within == search::Within::sentence && unit_of(sentences_, a.begin) != unit_of(sentences_, b.begin)) {
      return Joint::parted;
    }
    return text::is_blank(between) || options_.gaps == search::Gaps::punctuation ? Joint::follows : Joint::interrupted;
  }

  void find(std::size_t query, std::vector<TwinHit>& hits) const {
    search::Matcher matcher{queries_[query]};
    std::vector<std::size_t> fed;
    const auto take = [&] {
      while (const auto hit = matcher.next()) {
        hits.push_back({.first = fed[hit->first], .last = fed[hit->last], .query = query});
      }
    };
    matcher.start();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!parts_[tokens_[i].part].searched) continue;
      bool follows = i > 0;
      for (std::size_t part = i > 0 ? tokens_[i - 1].part : 0; part <= tokens_[i].part; ++part) {
        follows = follows && parts_[part].searched;
      }
      search::SeenToken seen{
          .form = std::string_view(text_).substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin),
          .type = tokens_[i].type};
      if (i > 0) {
        const std::size_t end = tokens_[i - 1].end;
        seen.before = std::string_view(text_).substr(end, tokens_[i].begin - end);
      }
      matcher.add(seen, follows ? joint(tokens_[i - 1], tokens_[i], queries_[query].within()) : Joint::parted);
      fed.push_back(i);
      take();
    }
    matcher.cut();
    take();
  }

  /// [begin, end) of the context to the left of [from, to), and to the right.
  [[nodiscard]] std::size_t left_begin(const TwinHit& hit) const {
    const std::size_t count = options_.context.size;
    const std::size_t place = tokens_[hit.first].begin;
    if (count == 0) return place;
    if (options_.context.unit == ContextUnit::words) return hit.first < count ? 0 : tokens_[hit.first - count].begin;
    if (options_.context.unit != ContextUnit::characters) {
      const auto& begins = options_.context.unit == ContextUnit::sentences ? sentences_ : turns_;
      const std::size_t unit = unit_of(begins, place);
      return unit < count ? 0 : begins[unit - count];
    }
    const std::string_view before = std::string_view(text_).substr(0, place);
    std::size_t at = 0;
    while (unicode::count_code_points(before.substr(at)) > count) at = unicode::next_grapheme(before, at);
    return at;
  }

  [[nodiscard]] std::size_t right_end(const TwinHit& hit) const {
    const std::size_t count = options_.context.size;
    const std::size_t place = tokens_[hit.last].end;
    if (count == 0) return place;
    if (options_.context.unit == ContextUnit::words) {
      return hit.last + count < tokens_.size() ? tokens_[hit.last + count].end : text_.size();
    }
    if (options_.context.unit != ContextUnit::characters) {
      const auto& begins = options_.context.unit == ContextUnit::sentences ? sentences_ : turns_;
      const std::size_t after = unit_of(begins, place - 1) + count - 1;
      return after < begins.size() ? begins[after] : text_.size();
    }
    const std::string_view after = std::string_view(text_).substr(place);
    std::size_t end = 0;
    while (end < after.size()) {
      const std::size_t next = unicode::next_grapheme(after, end);
      if (unicode::count_code_points(after.substr(0, next)) > count) break;
      end = next;
    }
    return place + end;
  }

  [[nodiscard]] std::vector<std::string> described(std::size_t first, std::size_t last) const {
    std::vector<std::string> result;
    for (std::size_t i = first; i < last; ++i) {
      const TwinToken& token = tokens_[i];
      result.push_back(fmt::format("{}/{}@{}-{}", text_.substr(token.begin, token.end - token.begin), token.type,
                                   token.begin, token.end));
    }
    return result;
  }

  [[nodiscard]] ReferenceLine line(const TwinHit& hit) const {
    const std::size_t begin = tokens_[hit.first].begin;
    const std::size_t end = tokens_[hit.last].end;
    const Part& part = parts_[tokens_[hit.first].part];
    ReferenceLine line;
    line.query = hit.query;
    line.group = part.group;
    line.turn = part.turn;
    line.speaker = part.speaker;
    if (options_.parts == search::LineParts::nothing) return line;
    line.place = place_of(text_, begin);
    line.span = {begin, end};
    const std::size_t from = left_begin(hit);
    const std::size_t to = right_end(hit);
    std::size_t shown_from = from;
    std::size_t shown_to = to;
    if (options_.context.unit != ContextUnit::characters) {
      // The node may have white space of its own at its ends.
      const auto offset = [](std::size_t at) { return static_cast<std::uint32_t>(at); };
      shown_from = text::without_outer_white_space(text_, offset(from), offset(begin)).begin;
      const bool blank = text::is_blank(std::string_view(text_).substr(end, to - end));
      shown_to = blank ? end : text::without_outer_white_space(text_, offset(end), offset(to)).end;
    }
    line.left = on_one_line(std::string_view(text_).substr(shown_from, begin - shown_from));
    line.node = on_one_line(std::string_view(text_).substr(begin, end - begin));
    line.right = on_one_line(std::string_view(text_).substr(end, shown_to - end));
    if (options_.parts != search::LineParts::tokens && options_.neighbours == 0) return line;
    std::size_t first = hit.first - std::min<std::size_t>(hit.first, options_.neighbours);
    std::size_t last = std::min(hit.last + 1 + options_.neighbours, tokens_.size());
    if (options_.parts == search::LineParts::tokens) {
      while (first > 0 && tokens_[first - 1].begin >= from) --first;
      while (last < tokens_.size() && tokens_[last].end <= to) ++last;
    }
    line.left_tokens = described(first, hit.first);
    line.node_tokens = described(hit.first, hit.last + 1);
    line.right_tokens = described(hit.last + 1, last);
    return line;
  }

  std::span<const Part> parts_;
  search::Paragraphs paragraphs_;
  std::span<const search::Query> queries_;
  const search::ConcordanceOptions& options_;
  std::string text_;
  std::vector<std::size_t> part_begins_;
  std::vector<TwinToken> tokens_;
  std::vector<std::size_t> sentences_;
  std::vector<std::size_t> turns_;
};

std::vector<std::string> described(std::span<const search::LineToken> tokens) {
  std::vector<std::string> result;
  for (const search::LineToken& token : tokens) {
    result.push_back(fmt::format("{}/{}@{}-{}", token.form, token.type, token.span.begin, token.span.end));
  }
  return result;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const ReferenceLine& line) {
  out << fmt::format("query {} group {} at {}:{} [{}, {}) turn {} {}: \"{}\" | \"{}\" | \"{}\"", line.query, line.group,
                     line.place.line, line.place.column, line.span.begin, line.span.end, line.turn, line.speaker,
                     line.left, line.node, line.right);
  for (const auto* tokens : {&line.left_tokens, &line.node_tokens, &line.right_tokens}) {
    out << " #";
    for (const std::string& token : *tokens) out << ' ' << token;
  }
  return out;
}

std::vector<ReferenceLine> concordance(std::span<const Part> parts, search::Paragraphs paragraphs,
                                       std::span<const search::Query> queries,
                                       const search::ConcordanceOptions& options) {
  return Twin(parts, paragraphs, queries, options).lines();
}

std::vector<ReferenceLine> fast_concordance(std::span<const Part> parts, search::Paragraphs paragraphs,
                                            std::span<const search::Query> queries,
                                            const search::ConcordanceOptions& options) {
  std::vector<ReferenceLine> lines;
  search::Concordance concordance{queries, options};
  const auto take = [&] {
    while (const auto line = concordance.next()) {
      lines.push_back({line->query, line->group, line->place, line->span, line->turn, std::string(line->speaker),
                       std::string(line->left), std::string(line->node), std::string(line->right),
                       described(line->left_tokens), described(line->node_tokens), described(line->right_tokens)});
    }
  };
  concordance.start_document();
  std::string before;
  for (const Part& part : parts) {
    std::string text = part.text;  // gone before the next one comes
    text::Block block = text::Block::of(text, place_of(before, before.size()));
    block.offset = before.size();
    block.line_goes_on = part.line_goes_on;
    block.turn = part.turn;
    block.begins_turn = part.begins_turn;
    block.speaker = part.speaker;
    if (part.searched) {
      concordance.add(block, paragraphs, part.group);
    } else {
      concordance.pass_over(block, paragraphs);
    }
    before += text;
    std::fill(text.begin(), text.end(), '\x7F');
    take();
  }
  concordance.end_document();
  take();
  return lines;
}

}  // namespace corpus::reference
