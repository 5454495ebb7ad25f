// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <utility>

#include "corpus/count/ngram_state.hpp"

namespace corpus::count {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

/// Of a token that came with the text, and may hold spaces.
std::string without_spaces(std::string_view type) {
  std::string result(type);
  for (std::size_t at = 0; (at = result.find(' ', at)) != std::string::npos;) result.replace(at, 1, no_break_space);
  return result;
}

}  // namespace

struct NgramCounter::Feeder::State {
  /// What is written of one group.
  struct Stream {
    StreamWriter writer;
    std::uint64_t document = 0;  ///< that had a part in it last
  };

  explicit State(NgramCounter::State& the_counter)
      : counter(the_counter),
        tokenizer(counter.tokens),
        borders(counter.rules.within, counter.options.abbreviations),
        full(std::clamp<std::uint64_t>(counter.store->limit() / 64, 64, StreamWriter::full)) {}

  Stream& of(std::size_t group) {
    if (streams.size() <= group) streams.resize(group + 1);
    Stream& stream = streams[group];
    if (std::exchange(stream.document, document) != document) {
      if (stream.writer.source() != source) seal(stream.writer);
      stream.writer.begin_document(source);
      ++open;
    }
    return stream;
  }

  void add(const text::Tokens& batch, const text::Block& block, StreamWriter& writer);
  void seal(StreamWriter& writer) {
    open -= writer.open_size();
    writer.seal(*counter.store);
  }

  NgramCounter::State& counter;
  text::Tokenizer tokenizer;
  text::Vocabulary vocabulary;
  text::UnitBorders borders;
  std::vector<Stream> streams;
  std::uint64_t full;
  std::uint64_t open = 0;      ///< numbers not yet in a chunk
  std::uint64_t document = 0;  ///< at hand, from 1 …
  std::uint64_t source = 0;    ///< … and where it is from, if the order counts
  std::optional<std::size_t> last_group;
  std::span<const std::uint32_t> ahead;  ///< borders in the block
  bool border = false;                   ///< before the next token
};

void NgramCounter::Feeder::State::add(const text::Tokens& batch, const text::Block& block, StreamWriter& writer) {
  std::span<const TypeId> ids;
  std::vector<TypeId> given;
  if (block.pretokenized) {
    for (const text::Token& token : batch) given.push_back(vocabulary.intern(without_spaces(token.type())));
    ids = given;
  } else {
    ids = vocabulary.intern(batch);
  }
  std::size_t done = 0;
  if (border || !ahead.empty()) {
    std::size_t at = 0;
    for (const text::Token& token : batch) {
      for (; !ahead.empty() && ahead.front() <= token.begin; ahead = ahead.subspan(1)) border = true;
      if (std::exchange(border, false)) {
        writer.add(ids.subspan(done, at - done));
        writer.add_border();
        done = at;
      }
      if (ahead.empty()) break;
      ++at;
    }
  }
  writer.add(ids.subspan(done));
}

NgramCounter::Feeder::Feeder(NgramCounter& counter) : state_(std::make_unique<State>(*counter.state_)) {}

NgramCounter::Feeder::~Feeder() {
  State& state = *state_;
  NgramCounter::State& counter = state.counter;
  const std::lock_guard lock(counter.mutex);
  const auto number = static_cast<std::uint32_t>(counter.vocabularies.size());
  counter.vocabularies.push_back(std::move(state.vocabulary));
  if (counter.groups.size() < state.streams.size()) counter.groups.resize(state.streams.size());
  for (std::size_t group = 0; group < state.streams.size(); ++group) {
    StreamWriter& writer = state.streams[group].writer;
    writer.close();
    for (StreamChunk& chunk : writer.chunks()) {
      chunk.vocabulary = number;
      counter.groups[group].push_back(std::move(chunk));
    }
  }
}

void NgramCounter::Feeder::start_document(std::uint64_t source) {
  ++state_->document;
  if (state_->counter.options.dispersion == Dispersion::measured) state_->source = source;
  state_->borders.start_document();
  state_->last_group.reset();
}

void NgramCounter::Feeder::add_document(std::size_t group) { state_->of(group); }

void NgramCounter::Feeder::add(const text::Block& block, std::size_t group, text::Paragraphs paragraphs) {
  State& state = *state_;
  StreamWriter& writer = state.of(group).writer;
  if (std::exchange(state.last_group, group) != group) state.border = true;
  state.ahead = state.borders.add(block, block.pretokenized ? text::Paragraphs::line_ends : paragraphs);
  const std::size_t before = writer.open_size();
  state.tokenizer.start(block);
  for (auto batch = state.tokenizer.next(); !batch.empty(); batch = state.tokenizer.next()) {
    state.add(batch, block, writer);
  }
  state.border = state.border || !state.ahead.empty();
  state.open += writer.open_size() - before;
  if (writer.open_size() >= state.full) state.seal(writer);
}

void NgramCounter::Feeder::pass_over() { state_->border = true; }

void NgramCounter::Feeder::end_document() {
  State& state = *state_;
  if (state.open < 64 * state.full) return;
  for (State::Stream& stream : state.streams) state.seal(stream.writer);
}

}  // namespace corpus::count
