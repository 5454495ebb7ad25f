// SPDX-License-Identifier: MIT
#include "corpus/search/collocates.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "corpus/search/collocate_group.hpp"
#include "corpus/search/finder.hpp"
#include "corpus/search/window_tokens.hpp"
#include "corpus/text/unit_borders.hpp"
#include "corpus/text/units.hpp"
#include "corpus/unicode/sentence.hpp"

namespace corpus::search {
namespace {

/// Whether types are all that the queries ask for.
bool ask_for_types(std::span<const Query> queries) {
  return std::all_of(queries.begin(), queries.end(), [](const Query& query) {
    return query.single() && !query.looks_at(Attribute::form) && !query.looks_at(Attribute::lemma) &&
           !query.looks_at(Attribute::upos);
  });
}

bool ask_for_sentences(std::span<const Query> queries) {
  return std::any_of(queries.begin(), queries.end(),
                     [](const Query& query) { return query.within() == Within::sentence; });
}

/// For a finder whose hits are known by their bytes; or by the numbers of their tokens, which it must keep then.
ConcordanceOptions finder_options(ConcordanceOptions options, LineParts parts) {
  options.context = {.size = 0};
  options.parts = parts;
  return options;
}

}  // namespace

struct CollocateCounter::State {
  State(std::span<const Query> the_queries, CollocateOptions the_options, std::uint32_t the_room)
      : queries(the_queries),
        options(std::move(the_options)),
        room(the_room),
        by_types(ask_for_types(queries)),
        sentences(ask_for_sentences(queries)),
        tokenizer(options.nodes.rules),
        sentence_counter(options.nodes.abbreviations),
        borders(options.within, options.nodes.abbreviations),
        lines_stand_alone(by_types && options.within == Within::sentence &&
                          options.nodes.rules.punctuation == text::Punctuation::drop),
        groups(1) {}

  using Group = CollocateGroup;

  void start();
  void add(const text::Block& part, Paragraphs paragraphs);
  void add_tokens(const text::Block& part);
  void mark_sentences(const text::Block& part, std::uint64_t from);
  void take_types(const text::Tokens& batch);
  void meet_types(Group& here);
  void find(const SearchedPart& part);
  void take_hits();
  void add_node(const TokenRange& node);
  void count_windows();
  void count_window(const TokenRange& node);
  void drop();
  void break_off();
  void take_in(State& guest);

  [[nodiscard]] bool stands_alone(const text::Block& part) const {
    return lines_stand_alone && !line_open && !part.line_goes_on && !part.pretokenized;
  }

  std::span<const Query> queries;
  CollocateOptions options;
  std::uint32_t room;
  bool by_types;
  bool sentences;
  text::Tokenizer tokenizer;
  text::UnitCounter sentence_counter;
  text::UnitBorders borders;
  bool lines_stand_alone;  ///< no window reaches over the end of one
  bool line_open = false;  ///< the last part ended in the middle of one

  std::vector<Group> groups;
  std::size_t group = 0;
  std::uint32_t document = 1;

  WindowTokens tokens;
  std::vector<TokenRange> nodes;  ///< whose windows are not counted
  std::uint64_t size = 0;         ///< of the text so far
  std::uint64_t parts = 0;

  std::uint64_t known = 0;  ///< of the tokens before it is known whether they are part of a node

  // Where a finder finds nodes:
  std::optional<Finder> text_finder;   ///< tells them by their bytes
  std::optional<Finder> given_finder;  ///< by the numbers of tokens: pre-tokenized ones can be of the same bytes
  Finder* finder = nullptr;            ///< of this document
};

/// A document begins, or goes on after what was left out.
void CollocateCounter::State::start() {
  borders.start_document();
  line_open = false;
  tokens.clear();
  known = 0;
  if (finder != nullptr) finder->start_document();
}

void CollocateCounter::State::add(const text::Block& part, Paragraphs paragraphs) {
  SearchedPart searched{part, paragraphs, size, parts++, {}};
  if (sentences) searched.sentences = sentence_counter.add(part);
  const bool alone = stands_alone(part);
  if (!alone) {
    for (const std::uint32_t border : borders.add(part, paragraphs)) tokens.add_unit(size + border);
  }
  const std::uint64_t tokens_before = tokens.next();
  add_tokens(part);
  if (alone) mark_sentences(part, tokens_before);
  known = tokens.next();
  if (!by_types) find(searched);
  count_windows();
  drop();
  size += part.text.size();
  line_open = part.line_goes_on;
}

void CollocateCounter::State::add_tokens(const text::Block& part) {
  tokenizer.start(part);
  for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) take_types(batch);
}

void CollocateCounter::State::take_types(const text::Tokens& batch) {
  Group& here = groups[group];
  const auto types = here.counts.types.intern(batch);
  if (here.freq.size() < here.counts.types.size()) meet_types(here);
  here.counts.tokens += types.size();
  here.make_room(types.size(), room);
  std::uint64_t number = tokens.next();
  tokens.add(batch, size, types);
  std::uint8_t* mark = tokens.marks() + tokens.index(number);
  std::uint32_t* const freq = here.freq.data();
  for (const text::TypeId id : types) {
    if (++freq[id] >= is_node) {
      *mark = in_node;
      nodes.push_back({number, number});
    }
    ++number;
    ++mark;
  }
}

/// Makes room for types that are new, and asks whether they are nodes.
void CollocateCounter::State::meet_types(Group& here) {
  const text::Vocabulary& types = here.counts.types;
  auto id = static_cast<text::TypeId>(here.freq.size());
  here.freq.resize(types.size());
  here.near.resize(types.size());
  here.counts.entries.resize(types.size());
  if (options.positions == Positions::apart) here.counts.positions.resize(types.size() * options.window.places());
  for (; by_types && id < types.size(); ++id) {
    const SeenToken token{.form = types[id], .type = types[id]};
    const auto holds = [&](const Query& query) { return query.holds(token); };
    if (std::any_of(queries.begin(), queries.end(), holds)) here.freq[id] = is_node;
  }
}

void CollocateCounter::State::find(const SearchedPart& part) {
  const bool given = part.block.pretokenized;
  if (finder == nullptr) {
    std::optional<Finder>& one = given ? given_finder : text_finder;
    if (!one) one.emplace(queries, finder_options(options.nodes, given ? LineParts::tokens : LineParts::nothing));
    finder = &*one;
    finder->start_document();
  }
  finder->add(part);
  take_hits();
  finder->end_part();
  take_hits();
  const std::uint64_t earliest = finder->earliest_token();
  const KeptTokens& kept = finder->tokens();
  const bool open = earliest < kept.next();
  known = !open ? tokens.next() : given ? earliest : tokens.number_at(kept[earliest].begin);
  finder->drop_tokens_before(earliest);
}

void CollocateCounter::State::take_hits() {
  const bool given = given_finder && finder == &*given_finder;
  for (const Hit& hit : finder->hits()) {
    add_node(given ? TokenRange{hit.first_token, hit.last_token}
                   : TokenRange{tokens.number_at(hit.begin), tokens.number_at(hit.end) - 1});
  }
  finder->clear_hits();
}

void CollocateCounter::State::add_node(const TokenRange& node) {
  if (!nodes.empty() && nodes.back() == node) return;  // found by another query
  nodes.push_back(node);
  Group& here = groups[group];
  ++here.counts.nodes;
  for (std::uint64_t number = node.first; number <= node.last; ++number) {
    std::uint8_t& mark = tokens.marks()[tokens.index(number)];
    if ((mark & in_node) != 0) continue;
    mark |= in_node;
    ++here.counts.entries[tokens.ids()[tokens.index(number)]].in_nodes;
    ++here.counts.node_tokens;
  }
}

void CollocateCounter::State::count_windows() {
  auto node = nodes.begin();
  while (node != nodes.end() && node->last + options.window.right < known) count_window(*node++);
  nodes.erase(nodes.begin(), node);
}

/// Where sentences begin in the windows of a part that stands alone, whose tokens are those from `from` on: what is
/// far from all nodes need not be looked at.
void CollocateCounter::State::mark_sentences(const text::Block& part, std::uint64_t from) {
  tokens.add_unit(size);
  unicode::SentenceScanner sentence_scanner(part.text, options.nodes.abbreviations);
  const auto begin_of = [&](std::uint64_t number) {
    return static_cast<std::size_t>(tokens.begins()[tokens.index(number)] - size);
  };
  std::uint64_t done = from;  // windows before this token are
  for (const TokenRange& node : nodes) {
    if (node.first < from) continue;
    // From the token before the window: what ends a sentence behind it can do so within the window's first, which may
    // begin with a space that joins words (U+202F).
    const std::uint64_t begin =
        std::max(done, node.first - std::min(node.first - from, options.window.left + std::uint64_t{1}));
    const std::uint64_t end = std::min(node.last + options.window.right, tokens.next() - 1);
    if (end <= begin) continue;
    for (const std::uint32_t border : sentence_scanner.ends_in(begin == from ? 0 : begin_of(begin), begin_of(end))) {
      tokens.add_unit(size + border);
    }
    done = end;
  }
}

void CollocateCounter::State::count_window(const TokenRange& node) {
  Group& here = groups[group];
  const std::uint32_t left = options.window.left;
  const std::uint32_t places = options.window.places();
  here.make_room(places, room);
  NearNodes* const near = here.near.data();
  std::uint64_t* const positions = here.counts.positions.empty() ? nullptr : here.counts.positions.data();
  const text::TypeId* const types = tokens.ids();
  const std::uint64_t* const begins = tokens.begins();
  std::uint8_t* const seen = tokens.marks();
  const std::uint8_t not_counted = options.node_tokens == NodeTokens::left_out ? in_node : 0;
  std::uint64_t fresh = 0;
  const auto count = [&](std::size_t at, std::uint32_t NearNodes::*side, std::size_t place) {
    const std::uint8_t mark = seen[at];
    if ((mark & not_counted) != 0) return;
    NearNodes& type = near[types[at]];
    ++(type.*side);
    if (positions != nullptr) ++positions[std::size_t{types[at]} * places + place];
    const std::uint32_t first_time = (mark & in_window) == 0 ? 1 : 0;  // not a branch: nobody could guess it
    seen[at] = mark | in_window;
    type.inside += first_time;
    fresh += first_time;
    if (type.last_document == document) return;
    type.last_document = document;
    ++here.counts.entries[types[at]].range;
  };
  const WindowTokens::Unit unit = tokens.unit_of(node);
  std::size_t at = tokens.index(node.first);
  for (std::uint32_t place = left; place > 0 && at > 0 && begins[at - 1] >= unit.begin; --place) {
    count(--at, &NearNodes::left, place - 1);
  }
  at = tokens.index(node.last + 1);
  for (std::uint32_t place = left; place < places && at < tokens.size() && begins[at] < unit.end; ++place) {
    count(at++, &NearNodes::right, place);
  }
  here.counts.inside += fresh;
}

/// Lets go of what no window can reach, of a node that waits or of one to come.
void CollocateCounter::State::drop() {
  const std::uint64_t earliest = nodes.empty() ? known : std::min(known, nodes.front().first);
  tokens.drop_before(earliest - std::min<std::uint64_t>(earliest, options.window.left), size);
}

/// Nothing that comes reaches what has been.
void CollocateCounter::State::break_off() {
  if (finder != nullptr) {
    finder->end_document();
    take_hits();
  }
  known = tokens.next() + options.window.right + 1;  // what is not there is known to be no node
  count_windows();
  sentence_counter.end_document();
  start();
}

void CollocateCounter::State::take_in(State& guest) {
  guest.break_off();
  if (groups.size() < guest.groups.size()) groups.resize(guest.groups.size());
  for (std::size_t i = 0; i < guest.groups.size(); ++i) {
    Group& here = groups[i];
    Group& there = guest.groups[i];
    there.carry();
    const std::vector<text::TypeId> ids_here = here.counts.add(there.counts);
    meet_types(here);
    for (text::TypeId id = 0; id < ids_here.size(); ++id) {
      if (there.counts.entries[id].range == 0) continue;
      std::uint32_t& last_document = here.near[ids_here[id]].last_document;
      if (std::exchange(last_document, document) == document) --here.counts.entries[ids_here[id]].range;
    }
  }
}

CollocateCounter::CollocateCounter(std::span<const Query> queries, CollocateOptions options, std::uint32_t room)
    : state_(std::make_unique<State>(queries, std::move(options), room)) {}

CollocateCounter::~CollocateCounter() = default;
CollocateCounter::CollocateCounter(CollocateCounter&&) noexcept = default;
CollocateCounter& CollocateCounter::operator=(CollocateCounter&&) noexcept = default;

void CollocateCounter::start_document() {
  State& state = *state_;
  ++state.document;
  state.finder = nullptr;
  state.start();
}

void CollocateCounter::add(const text::Block& part, Paragraphs paragraphs, std::size_t group) {
  State& state = *state_;
  if (state.group != group) state.break_off();
  state.group = group;
  if (state.groups.size() <= group) state.groups.resize(group + 1);
  state.add(part, paragraphs);
}

bool CollocateCounter::stands_alone(const text::Block& part) const { return state_->stands_alone(part); }

void CollocateCounter::take_in(CollocateCounter& guest) { state_->take_in(*guest.state_); }

std::size_t CollocateCounter::types() const {
  std::size_t sum = 0;
  for (const CollocateGroup& group : state_->groups) sum += group.counts.types.size();
  return sum;
}

void CollocateCounter::pass_over() { state_->break_off(); }

void CollocateCounter::end_document() { state_->break_off(); }

std::vector<Collocates> CollocateCounter::take() && {
  std::vector<Collocates> counts;
  for (CollocateGroup& group : state_->groups) {
    group.carry();
    counts.push_back(std::move(group.counts));
  }
  return counts;
}

}  // namespace corpus::search
