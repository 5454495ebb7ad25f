// SPDX-License-Identifier: MIT
#include "corpus/text/reader.hpp"

#include <algorithm>
#include <optional>

#include "corpus/error.hpp"
#include "corpus/text/lines.hpp"
#include "corpus/text/slicer.hpp"
#include "corpus/text/wrapped.hpp"

namespace corpus::text {
namespace {

/// What a colon or a wide colon begins with.
constexpr unicode::ByteSet colon_bytes{":\xEF"};
static_assert(wide_colon.front() == '\xEF');

/// Hands the lines of a document, one after the other, to whoever looks at them, and for turns.
class LineFeed {
 public:
  /// Calls `use` with each line of the block, and with what a turn may begin with: none where the line is blank, or
  /// began in an earlier block.
  template <typename Use>
  void each(const Block& block, Use use) {
    Place place = block.place;
    std::string_view before = before_;
    unicode::ByteScanner colons(block.text, colon_bytes);
    LineScanner scanner(block.text);
    while (const auto line = scanner.next()) {
      const std::string_view text{block.text.data() + line->begin, line->end - line->begin};
      if (line->blank() || line_open_) {
        use(*line, nullptr);
      } else {
        const bool colon = colons.next(line->begin) < line->end;
        const LineStart start{text, before, after_blank_, place, colon ? Colons::possible : Colons::none};
        use(*line, &start);
      }
      if (!line->blank()) before = text;
      after_blank_ = line->blank();
      line_open_ = !line->ended();
      place = {place.line + 1, 1};
    }
    before_ = std::string(before);
  }

 private:
  std::string before_;
  bool after_blank_ = true;
  bool line_open_ = false;  ///< the last line goes on in the next block
};

}  // namespace

struct Reader::State {
  State(Document& the_document, const ReadOptions& the_options)
      : document(the_document), options(the_options), blocks(std::in_place, document, options.decoding) {}

  void open();
  void read_first();
  void start_again();
  std::optional<Block> next_block();
  void mark_turns(Block& block);

  Document& document;
  ReadOptions options;
  std::optional<BlockReader> blocks;
  std::optional<ConlluReader> conllu;
  std::optional<WrappedEvidence> evidence;
  std::optional<WrappedReader> wrapped;
  Layout layout = Layout::plain;
  TurnMarker marker;
  LineFeed lines;
  std::vector<TurnMark> marks;
  std::optional<Slicer> slicer;
  bool opened = false;
};

/// Decides how the document is to be read, and reads it beforehand where that takes knowing all of it.
void Reader::State::open() {
  opened = true;
  if (document.kind == DocumentKind::conllu) {
    conllu.emplace(*blocks, document.name, options.attribute);
    document.bytes->settle();
    return;
  }
  if (options.layout.layout == LayoutChoice::automatic) {
    layout = decide_layout(blocks->front(layout_sample));
  } else if (options.layout.layout == LayoutChoice::wrapped) {
    layout = Layout::wrapped;
  }
  if (options.turns != Turns::ignored || options.grain != Grain::block) slicer.emplace(options);
  if (layout == Layout::wrapped || options.turns != Turns::ignored) read_first();
  document.bytes->settle();
  if (evidence) wrapped.emplace(*blocks, options.layout, *evidence, marker);
}

void Reader::State::read_first() {
  if (layout == Layout::wrapped) evidence.emplace(options.layout);
  TurnFinder finder{options.turn_options, layout};
  LineFeed feed;
  while (const auto block = blocks->next()) {
    if (evidence) evidence->start(*block);
    feed.each(*block, [&](const Line& line, const LineStart* start) {
      if (evidence) evidence->add(line, line.shown(block->text));
      if (start != nullptr) finder.add(*start);
    });
    if (evidence) evidence->end_block();
  }
  marker = finder.decide();
  start_again();
  if (!evidence || !evidence->needs_words()) return;
  std::optional<Block> block;
  while (evidence->needs_words() && (block = blocks->next())) evidence->add_words(*block);
  start_again();
}

void Reader::State::start_again() {
  if (!document.bytes->rewind()) {
    throw Error{{.file = document.name,
                 .cause = "wrapped text and turns need several readings, and this can be read only once",
                 .hint = "give a file, or --layout plain"}};
  }
  blocks.emplace(document, options.decoding);
}

std::optional<Block> Reader::State::next_block() {
  if (conllu) return conllu->next();
  if (wrapped) return wrapped->next();
  return blocks->next();
}

void Reader::State::mark_turns(Block& block) {
  if (layout == Layout::wrapped || options.turns == Turns::ignored) return;
  marks.clear();
  lines.each(block, [&](const Line& line, const LineStart* begin) {
    if (begin == nullptr) return;
    const auto at = static_cast<std::uint32_t>(line.begin);
    if (const auto start = marker.match(*begin)) {
      marks.push_back({at + start->begin, at + start->speech, start->speaker});
    } else if (marker.ends_before(begin->place)) {
      marks.push_back({.begin = at, .speech = at, .opens = false});
    }
  });
  block.turns = marks;
}

Reader::Reader(Document& document, const ReadOptions& options) : state_(std::make_unique<State>(document, options)) {}

Reader::~Reader() = default;

std::optional<Block> Reader::next() {
  State& state = *state_;
  if (!state.opened) state.open();
  if (!state.slicer) return state.next_block();
  while (true) {
    if (auto part = state.slicer->next()) return part;
    auto block = state.next_block();
    if (!block) return std::nullopt;
    state.mark_turns(*block);
    state.slicer->start(*block);
  }
}

std::uint64_t Reader::bytes_read() const { return state_->blocks->bytes_read(); }

Layout Reader::layout() const { return state_->layout; }

const TurnMarker& Reader::marker() const { return state_->marker; }

}  // namespace corpus::text
