// SPDX-License-Identifier: MIT
#include "corpus/search/concordance.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "corpus/search/excerpt.hpp"
#include "corpus/search/finder.hpp"
#include "corpus/search/kept_borders.hpp"
#include "corpus/search/lines_to_come.hpp"
#include "corpus/search/window.hpp"
#include "corpus/text/units.hpp"

namespace corpus::search {
namespace {

/// What is known of a part that a hit can still begin in.
struct PartInfo {
  std::size_t group = 0;
  std::uint64_t turn = 0;
  std::string speaker;
};

/// A hit whose right context has not come.
struct Pending {
  Hit hit;
  std::uint64_t left_begin = 0;
};

bool needs_sentences(std::span<const Query> queries, const ConcordanceOptions& options) {
  return (options.context.unit == ContextUnit::sentences && options.parts != LineParts::nothing) ||
         std::any_of(queries.begin(), queries.end(),
                     [](const Query& query) { return query.within() == Within::sentence; });
}

}  // namespace

struct Concordance::State {
  State(std::span<const Query> queries, ConcordanceOptions the_options)
      : options(std::move(the_options)),
        finder(queries, options),
        sentences(search::needs_sentences(queries, options)),
        units(options.abbreviations),
        turns(Within::turn, options.abbreviations) {}

  void start_document();
  SearchedPart open_part(const text::Block& part, Paragraphs paragraphs, std::size_t group);
  void close_part();
  void take_hits();
  void complete();
  void add_line(const Pending& pending, std::uint64_t right_end);
  [[nodiscard]] std::uint64_t left_begin(std::uint64_t place, std::uint64_t token);
  [[nodiscard]] std::optional<std::uint64_t> right_end(const Hit& hit);
  void drop();
  [[nodiscard]] const PartInfo& info(std::uint64_t part) const { return parts[part - parts_dropped]; }
  [[nodiscard]] bool lines_have_text() const { return options.parts != LineParts::nothing; }

  ConcordanceOptions options;
  Finder finder;
  bool sentences;
  text::UnitCounter units;
  text::UnitBorders turns;
  KeptBorders borders;
  Window window;
  std::deque<PartInfo> parts;
  std::uint64_t parts_dropped = 0;
  std::uint64_t size = 0;  ///< of the document's text so far
  bool ended = true;
  std::vector<Pending> pending;
  LinesToCome lines;
  std::vector<std::uint64_t> counts;
};

void Concordance::State::start_document() {
  finder.start_document();
  units.end_document();
  turns.start_document();
  borders.start();
  window.start();
  parts.clear();
  parts_dropped = 0;
  size = 0;
  ended = false;
  pending.clear();
  lines.clear();
}

SearchedPart Concordance::State::open_part(const text::Block& part, Paragraphs paragraphs, std::size_t group) {
  parts.push_back({group, part.turn, std::string(part.speaker)});
  if (lines_have_text()) window.add(part.text);
  SearchedPart searched{part, paragraphs, size, parts_dropped + parts.size() - 1, {}};
  if (sentences) searched.sentences = units.add(part);
  if (lines_have_text() && options.context.unit == ContextUnit::sentences) {
    borders.add_sentences(size, searched.sentences);
  }
  if (lines_have_text() && options.context.unit == ContextUnit::turns) borders.add(size, turns.add(part, paragraphs));
  size += part.text.size();
  lines.drop_taken();
  return searched;
}

void Concordance::State::close_part() {
  take_hits();
  finder.end_part();
  take_hits();
  complete();
  drop();
}

void Concordance::State::take_hits() {
  for (const Hit& hit : finder.hits()) {
    if (lines_have_text()) {
      pending.push_back({hit, left_begin(hit.begin, hit.first_token)});
    } else {
      const PartInfo& part = info(hit.part);
      lines.add({.query = hit.query, .group = part.group, .turn = part.turn, .token = hit.first_token}, part.speaker);
    }
  }
  finder.clear_hits();
}

/// Makes lines of the hits whose right context has come.
void Concordance::State::complete() {
  auto first = pending.begin();
  for (; first != pending.end(); ++first) {
    const auto end = right_end(first->hit);
    if (!end) break;
    add_line(*first, *end);
  }
  pending.erase(pending.begin(), first);
}

/// Of the left context of a hit that begins at `place`, with token number `token`.
std::uint64_t Concordance::State::left_begin(std::uint64_t place, std::uint64_t token) {
  const std::uint64_t count = options.context.size;
  if (count == 0) return place;
  switch (options.context.unit) {
    case ContextUnit::words:
      return token < count ? 0 : finder.tokens()[token - count].begin;
    case ContextUnit::sentences:
    case ContextUnit::turns:
      return borders.begin(place, count);
    case ContextUnit::characters:
      break;
  }
  const std::uint64_t reach = bytes_for_characters(count);
  const std::uint64_t from = window.character_from(place > reach ? std::max(place - reach, window.begin()) : 0);
  return from + last_characters(window.text(from, place), count);
}

/// Nothing where it has not come yet.
std::optional<std::uint64_t> Concordance::State::right_end(const Hit& hit) {
  const std::uint64_t count = options.context.size;
  const KeptTokens& tokens = finder.tokens();
  if (!ended && hit.last_token + options.neighbours >= tokens.next() && options.neighbours > 0) return std::nullopt;
  if (count == 0) return hit.end;
  const auto unless_ended = [&](std::optional<std::uint64_t> end) { return end || !ended ? end : window.end(); };
  switch (options.context.unit) {
    case ContextUnit::words:
      if (hit.last_token + count < tokens.next()) return tokens[hit.last_token + count].end;
      return unless_ended(std::nullopt);
    case ContextUnit::sentences:
    case ContextUnit::turns:
      return unless_ended(borders.end(hit.end - 1, count));
    case ContextUnit::characters:
      break;
  }
  if (!ended && window.end() - hit.end < 4 * (count + 1)) return std::nullopt;
  const std::uint64_t to = std::min(window.end(), hit.end + bytes_for_characters(count));
  return hit.end + first_characters(window.text(hit.end, to), count);
}

void Concordance::State::add_line(const Pending& found, std::uint64_t right) {
  const Hit& hit = found.hit;
  const PartInfo& part = info(hit.part);
  lines.add({.query = hit.query, .group = part.group, .turn = part.turn, .place = hit.place, .span = hit.span},
            part.speaker);
  std::string_view text = window.text(found.left_begin, right);
  std::size_t node = hit.begin - found.left_begin;
  const std::size_t node_size = hit.end - hit.begin;
  if (options.context.unit != ContextUnit::characters) {
    const auto at = static_cast<std::uint32_t>(node);
    const std::uint32_t begin = text::without_outer_white_space(text, 0, at).begin;
    // A node can itself end with a space: U+202F is part of the word that it stands at.
    const auto node_end = static_cast<std::uint32_t>(node + node_size);
    const auto behind = text::without_outer_white_space(text, node_end, static_cast<std::uint32_t>(text.size()));
    const std::uint32_t end = behind.begin == behind.end ? node_end : behind.end;
    text = text.substr(begin, end - begin);
    node -= begin;
  }
  lines.text(text, node, node + node_size);
  if (options.parts != LineParts::tokens && options.neighbours == 0) return;

  const KeptTokens& tokens = finder.tokens();
  const auto add = [&](std::uint64_t i) {
    lines.token(window.text(tokens[i].begin, tokens[i].end), tokens.type(i), tokens[i].span);
  };
  std::uint64_t first = hit.first_token - std::min<std::uint64_t>(hit.first_token, options.neighbours);
  std::uint64_t last = std::min(hit.last_token + options.neighbours, tokens.next() - 1);
  if (options.parts == LineParts::tokens) {
    while (first > tokens.first() && tokens[first - 1].begin >= found.left_begin) --first;
    while (last + 1 < tokens.next() && tokens[last + 1].end <= right) ++last;
  }
  for (std::uint64_t i = first; i < hit.first_token; ++i) add(i);
  lines.end_tokens_before();
  for (std::uint64_t i = hit.first_token; i <= hit.last_token; ++i) add(i);
  lines.end_tokens_of_node();
  for (std::uint64_t i = hit.last_token + 1; i <= last; ++i) add(i);
}

/// What neither the hits that wait nor those to come can reach.
void Concordance::State::drop() {
  const KeptTokens& tokens = finder.tokens();
  std::uint64_t token = finder.earliest_token();
  const bool open = token < tokens.next();
  std::uint64_t place = open ? tokens[token].begin : size;
  std::uint64_t part = open ? tokens[token].part : parts_dropped + parts.size();
  if (lines_have_text()) {
    std::uint64_t text = place;
    if (options.context.unit == ContextUnit::characters) {
      const std::uint64_t reach = bytes_for_characters(options.context.size);
      text = window.character_from(place > reach ? std::max(place - reach, window.begin()) : 0);
    } else {
      text = left_begin(place, token);
    }
    if (!pending.empty()) {
      text = std::min(text, pending.front().left_begin);
      part = std::min(part, pending.front().hit.part);
      place = std::min(place, pending.front().hit.begin);
      token = std::min(token, pending.front().hit.first_token);
    }
    const std::uint64_t reach = options.context.unit == ContextUnit::words
                                    ? std::max(options.context.size, options.neighbours)
                                    : options.neighbours;
    token -= std::min(token, reach);
    if (options.parts == LineParts::tokens) {
      while (token > tokens.first() && tokens[token - 1].begin >= text) --token;
    }
    if (token < tokens.next() && options.neighbours > 0) text = std::min(text, tokens[token].begin);
    window.keep_from(text);
    borders.drop_before(place, options.context.size);
  }
  finder.drop_tokens_before(token);
  while (parts_dropped < part && !parts.empty()) {
    parts.pop_front();
    ++parts_dropped;
  }
}

Concordance::Concordance(std::span<const Query> queries, ConcordanceOptions options)
    : state_(std::make_unique<State>(queries, std::move(options))) {}

Concordance::~Concordance() = default;

void Concordance::start_document() { state_->start_document(); }

void Concordance::add(const text::Block& part, Paragraphs paragraphs, std::size_t group) {
  State& state = *state_;
  const SearchedPart searched = state.open_part(part, paragraphs, group);
  state.finder.add(searched);
  if (state.counts.size() <= group) state.counts.resize(group + 1);
  state.counts[group] += state.finder.tokens_in_part();
  state.close_part();
}

void Concordance::pass_over(const text::Block& part, Paragraphs paragraphs) {
  const SearchedPart searched = state_->open_part(part, paragraphs, 0);
  state_->finder.pass_over(searched);
  state_->close_part();
}

void Concordance::end_document() {
  State& state = *state_;
  state.ended = true;
  state.finder.end_document();
  state.take_hits();
  state.complete();
}

std::optional<Line> Concordance::next() { return state_->lines.next(); }

std::span<const std::uint64_t> Concordance::tokens() const { return state_->counts; }

}  // namespace corpus::search
