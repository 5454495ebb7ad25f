// SPDX-License-Identifier: MIT
#include "corpus/search/collocates.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/search/finder.hpp"
#include "corpus/text/unit_borders.hpp"
#include "corpus/text/units.hpp"

namespace corpus::search {
namespace {

/// What is noted of a token, as bits.
enum : std::uint8_t {
  begins_anew = 1,  ///< no window reaches from it to the token before
  in_node = 2,
  in_window = 4
};

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

/// Of a type, with the number of its tokens: one load tells both.
constexpr std::uint32_t is_node = std::uint32_t{1} << 31U;

/// Of a type, what each window touches: small, for the types are many.
struct Near {
  std::uint32_t inside = 0;
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  std::uint32_t last_document = 0;  ///< with one inside
};

struct Group {
  Collocates counts;                ///< without what stands in these, which are by type:
  std::vector<std::uint32_t> freq;  ///< the uppermost bit says that the type is what the queries ask for
  std::vector<Near> near;
  std::uint64_t uncarried = 0;  ///< no number in them is greater

  /// Makes room for as many more.
  void make_room(std::uint64_t more, std::uint32_t room) {
    uncarried += more;
    if (uncarried < room) return;
    carry();
    uncarried = more;
  }

  void carry() {
    for (text::TypeId id = 0; id < freq.size(); ++id) {
      Collocates::Entry& entry = counts.entries[id];
      entry.freq += freq[id] & ~is_node;
      freq[id] &= is_node;
      entry.inside += std::exchange(near[id].inside, 0);
      entry.left += std::exchange(near[id].left, 0);
      entry.right += std::exchange(near[id].right, 0);
    }
  }
};

}  // namespace

void Collocates::add(const Collocates& other) {
  if (other.entries.empty()) return;
  const std::vector<text::TypeId> ids = types.intern(other.types);
  const std::size_t places = other.positions.size() / other.entries.size();
  entries.resize(types.size());
  positions.resize(types.size() * places);
  for (text::TypeId id = 0; id < other.entries.size(); ++id) {
    const Entry& from = other.entries[id];
    Entry& to = entries[ids[id]];
    to.freq += from.freq;
    to.in_nodes += from.in_nodes;
    to.inside += from.inside;
    to.left += from.left;
    to.right += from.right;
    to.range += from.range;
    for (std::size_t i = 0; i < places; ++i) positions[ids[id] * places + i] += other.positions[id * places + i];
  }
  nodes += other.nodes;
  tokens += other.tokens;
  node_tokens += other.node_tokens;
  inside += other.inside;
}

/// The tokens of a document that windows can still reach, by their numbers since it began, or since the last part that
/// was left out.
struct CollocateCounter::State {
  State(std::span<const Query> the_queries, CollocateOptions the_options, std::uint32_t the_room)
      : queries(the_queries),
        options(std::move(the_options)),
        room(the_room),
        by_types(ask_for_types(queries)),
        sentences(ask_for_sentences(queries)),
        tokenizer(options.nodes.rules),
        units(options.nodes.abbreviations),
        borders(options.within, options.nodes.abbreviations),
        groups(1) {}

  void start();
  void add(const text::Block& part, Paragraphs paragraphs);
  void add_tokens(const text::Block& part);
  void mark_borders(const text::Tokens& tokens);
  void take_types(const text::Tokens& tokens);
  void meet_types();
  void find(const SearchedPart& part);
  void take_hits();
  void add_node(const TokenRange& node);
  void count_windows();
  void count_window(const TokenRange& node);
  void drop();
  void break_off();

  [[nodiscard]] std::uint64_t next() const { return first + ids.size(); }
  [[nodiscard]] std::uint64_t number_at(std::uint64_t place) const {
    return first + static_cast<std::uint64_t>(std::lower_bound(begins.begin(), begins.end(), place) - begins.begin());
  }

  std::span<const Query> queries;
  CollocateOptions options;
  std::uint32_t room;
  bool by_types;
  bool sentences;
  text::Tokenizer tokenizer;
  text::UnitCounter units;
  text::UnitBorders borders;
  std::span<const std::uint32_t> ahead;  ///< borders in the part
  bool anew = true;                      ///< the next token begins anew

  std::vector<Group> groups;
  std::size_t group = 0;
  std::uint32_t document = 0;

  std::vector<text::TypeId> ids;
  std::vector<std::uint8_t> marks;
  std::uint64_t first = 0;        ///< the number of ids[0]
  std::vector<TokenRange> nodes;  ///< whose windows are not counted

  std::uint64_t known = 0;  ///< of the tokens before it is known whether they are part of a node

  // Where a finder finds nodes:
  std::optional<Finder> text_finder;  ///< tells them by their bytes
  std::optional<Finder>
      given_finder;                   ///< in pre-tokenized text several tokens can have the same ones; by their numbers
  Finder* finder = nullptr;           ///< of this document
  std::vector<std::uint64_t> begins;  ///< of tokens, in the text as it is read
  std::uint64_t size = 0;             ///< of the text so far
  std::uint64_t parts = 0;
};

/// A document begins, or goes on after what was left out.
void CollocateCounter::State::start() {
  borders.start_document();
  ahead = {};
  anew = true;
  first = 0;
  ids.clear();
  marks.clear();
  begins.clear();
  known = 0;
  if (finder != nullptr) finder->start_document();
}

void CollocateCounter::State::add(const text::Block& part, Paragraphs paragraphs) {
  SearchedPart searched{part, paragraphs, size, parts++, {}};
  if (sentences) searched.sentences = units.add(part);
  ahead = borders.add(part, paragraphs);
  add_tokens(part);
  anew = anew || !ahead.empty();
  known = next();
  if (!by_types) find(searched);
  count_windows();
  drop();
  size += part.text.size();
}

void CollocateCounter::State::add_tokens(const text::Block& part) {
  tokenizer.start(part);
  for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
    mark_borders(batch);
    if (!by_types) {
      for (const text::Token& token : batch) begins.push_back(size + token.begin);
    }
    take_types(batch);
  }
}

void CollocateCounter::State::mark_borders(const text::Tokens& tokens) {
  marks.resize(marks.size() + tokens.size());
  std::uint8_t* mark = marks.data() + ids.size();
  if (std::exchange(anew, false)) *mark = begins_anew;
  if (ahead.empty()) return;
  auto border = ahead.begin();
  for (const text::Token& token : tokens) {
    if (token.begin >= *border) {
      *mark = begins_anew;
      while (border != ahead.end() && *border <= token.begin) ++border;
      if (border == ahead.end()) break;
    }
    ++mark;
  }
  ahead = ahead.subspan(static_cast<std::size_t>(border - ahead.begin()));
}

void CollocateCounter::State::take_types(const text::Tokens& tokens) {
  Group& here = groups[group];
  const auto types = here.counts.types.intern(tokens);
  if (here.freq.size() < here.counts.types.size()) meet_types();
  here.counts.tokens += types.size();
  here.make_room(types.size(), room);
  std::uint64_t number = next();
  ids.insert(ids.end(), types.begin(), types.end());
  std::uint32_t* const freq = here.freq.data();
  for (const text::TypeId id : types) {
    if (++freq[id] >= is_node) add_node({number, number});
    ++number;
  }
}

/// Makes room for types that are new, and asks whether they are nodes.
void CollocateCounter::State::meet_types() {
  Group& here = groups[group];
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
  known = !open ? next() : given ? earliest : number_at(kept[earliest].begin);
  finder->drop_tokens_before(earliest);
}

void CollocateCounter::State::take_hits() {
  const bool given = given_finder && finder == &*given_finder;
  for (const Hit& hit : finder->hits()) {
    add_node(given ? TokenRange{hit.first_token, hit.last_token}
                   : TokenRange{number_at(hit.begin), number_at(hit.end) - 1});
  }
  finder->clear_hits();
}

void CollocateCounter::State::add_node(const TokenRange& node) {
  if (!nodes.empty() && nodes.back() == node) return;  // found by another query
  nodes.push_back(node);
  Group& here = groups[group];
  ++here.counts.nodes;
  for (std::uint64_t number = node.first; number <= node.last; ++number) {
    std::uint8_t& mark = marks[number - first];
    if ((mark & in_node) != 0) continue;
    mark |= in_node;
    ++here.counts.entries[ids[number - first]].in_nodes;
    ++here.counts.node_tokens;
  }
}

void CollocateCounter::State::count_windows() {
  auto node = nodes.begin();
  while (node != nodes.end() && node->last + options.window.right < known) count_window(*node++);
  nodes.erase(nodes.begin(), node);
}

void CollocateCounter::State::count_window(const TokenRange& node) {
  Group& here = groups[group];
  const std::uint32_t left = options.window.left;
  const std::uint32_t places = options.window.places();
  here.make_room(places, room);
  Near* const near = here.near.data();
  std::uint64_t* const positions = here.counts.positions.empty() ? nullptr : here.counts.positions.data();
  const text::TypeId* const types = ids.data();
  std::uint8_t* const seen = marks.data();
  const std::uint8_t not_counted = options.node_tokens == NodeTokens::left_out ? in_node : 0;
  std::uint64_t fresh = 0;
  const auto count = [&](std::size_t at, std::uint32_t Near::*side, std::size_t place) {
    const std::uint8_t mark = seen[at];
    if ((mark & not_counted) != 0) return;
    Near& type = near[types[at]];
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
  std::size_t at = node.first - first;
  for (std::uint32_t place = left; place > 0 && (seen[at] & begins_anew) == 0; --place) {
    count(--at, &Near::left, place - 1);
  }
  at = node.last + 1 - first;
  for (std::uint32_t place = left; place < places && at < ids.size() && (seen[at] & begins_anew) == 0; ++place) {
    count(at++, &Near::right, place);
  }
  here.counts.inside += fresh;
}

/// Lets go of what no window can reach, of a node that waits or of one to come.
void CollocateCounter::State::drop() {
  const std::uint64_t earliest = nodes.empty() ? known : std::min(known, nodes.front().first);
  const auto unused = static_cast<std::ptrdiff_t>(earliest - std::min<std::uint64_t>(earliest, options.window.left)) -
                      static_cast<std::ptrdiff_t>(first);
  if (unused <= 0) return;
  first += static_cast<std::uint64_t>(unused);
  ids.erase(ids.begin(), ids.begin() + unused);
  marks.erase(marks.begin(), marks.begin() + unused);
  if (!begins.empty()) begins.erase(begins.begin(), begins.begin() + unused);
}

/// Nothing that comes reaches what has been.
void CollocateCounter::State::break_off() {
  if (finder != nullptr) {
    finder->end_document();
    take_hits();
  }
  known = next() + options.window.right + 1;  // what is not there is known to be no node
  count_windows();
  units.end_document();
  start();
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

void CollocateCounter::pass_over() { state_->break_off(); }

void CollocateCounter::end_document() { state_->break_off(); }

std::vector<Collocates> CollocateCounter::take() && {
  std::vector<Collocates> counts;
  for (Group& group : state_->groups) {
    group.carry();
    counts.push_back(std::move(group.counts));
  }
  return counts;
}

}  // namespace corpus::search
