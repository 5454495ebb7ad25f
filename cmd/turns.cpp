// SPDX-License-Identifier: MIT
/// \file
/// `corpus turns`: what each speaker says, turn by turn.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>

#include "cmd/command.hpp"
#include "cmd/contains.hpp"
#include "cmd/counts.hpp"
#include "cmd/inputs.hpp"
#include "cmd/options.hpp"
#include "cmd/parse.hpp"
#include "cmd/remark.hpp"
#include "cmd/result.hpp"
#include "cmd/row_stream.hpp"
#include "corpus/error.hpp"
#include "corpus/report/chat.hpp"
#include "corpus/report/tei.hpp"
#include "corpus/text/place.hpp"
#include "corpus/text/units.hpp"
#include "corpus/unicode/language.hpp"

namespace corpus::cmd {
namespace {

constexpr std::array<std::string_view, 9> column_names{"doc",   "turn", "speaker", "line", "column",
                                                       "begin", "end",  "tokens",  "text"};

struct Options {
  InputArguments inputs;
  TokenArguments tokens;
  OutputArguments output;
};

struct Turn {
  std::uint64_t number = 0;
  std::string speaker = {};
  std::string group = {};  ///< of --by
  Place place = {};        ///< of its text, or of its label if nothing is said …
  Span span = {};          ///< … which stands there
  std::uint64_t tokens = 0;
  std::string text = {};  ///< its paragraphs, without the white space around them, a line each
};

/// Puts the parts of a document together again.
class TurnBuilder {
 public:
  explicit TurnBuilder(text::Tokenizer& tokenizer) : tokenizer_(tokenizer) {}

  /// The turn that `part`, which is not of it, has completed; nothing where the part goes on with the last turn.
  std::optional<Turn> add(const text::Block& part, const std::string& group) {
    std::optional<Turn> done;
    if (part.turn != turn_.number) {
      done = finish();
      turn_ = {.number = part.turn,
               .speaker = std::string(part.speaker),
               .group = group,
               .place = part.place,
               .span = {part.offset, part.offset}};
    }
    if (turn_.number != 0) append(part);
    return done;
  }

  /// The last one, at the end of the document.
  std::optional<Turn> finish() {
    in_line_ = false;
    Turn turn = std::exchange(turn_, {});
    return turn.number == 0 ? std::nullopt : std::optional(std::move(turn));
  }

 private:
  void append(const text::Block& part) {
    tokenizer_.start(part);
    for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) turn_.tokens += batch.size();
    const auto size = static_cast<std::uint32_t>(part.text.size());
    const auto [begin, end] = text::without_outer_white_space(part.text, 0, size);
    if (begin == end) return;
    if (turn_.text.empty()) {
      turn_.place = text::PlaceFinder{part}.at(begin);
      turn_.span = part.span(begin, end);
    }
    turn_.span.end = part.span(begin, end).end;
    for (std::size_t at = 0; at < size;) {
      const std::size_t stop = std::min<std::size_t>(part.text.find_first_of("\r\n", at), size);
      append_line(part.text.substr(at, stop - at), part.line_goes_on && stop == size);
      at = stop + 1;
    }
  }

  void append_line(std::string_view line, bool goes_on) {
    const auto [begin, end] = text::without_outer_white_space(line, 0, static_cast<std::uint32_t>(line.size()));
    if (begin == end && !in_line_) return;
    if (!in_line_ && !turn_.text.empty()) turn_.text += '\n';
    const std::uint32_t from = in_line_ ? 0 : begin;
    turn_.text += line.substr(from, goes_on ? std::string_view::npos : end - from);
    in_line_ = goes_on;
  }

  text::Tokenizer& tokenizer_;
  Turn turn_;
  bool in_line_ = false;  ///< the last part ended in the middle of a line
};

/// Where remarks go; nowhere, if it is empty.
using Say = std::function<void(std::string)>;

/// Says how the turns of a document were told apart, and which may be missing.
void explain(const Document& document, const Inputs& inputs, const text::TurnMarker& marker, bool any_turn,
             const Say& say) {
  const bool given = !inputs.reading().turn_options.marker.empty();
  if (marker.found()) {
    say(fmt::format("{}: a turn begins with {} (sureness {:.2f})", document.name, marker.description(),
                    marker.sureness()));
  } else if (!any_turn && document.kind == DocumentKind::conllu) {
    say(document.name + ": no turns found (hint: a comment # speaker = NAME begins one)");
  } else if (!any_turn) {
    say(document.name + (given ? ": no turns found: no line begins as --turn-marker says"
                               : ": no turns found (hint: --turn-marker says what begins one)"));
  }
  for (const text::LostBoundary& boundary : marker.lost()) {
    say(fmt::format("{}:{}: a turn may have lost its marker here: {}", document.name, boundary.place.line,
                    boundary.start));
  }
}

/// Calls `use` with each turn of the document.
template <typename Use>
void each_turn(Document& document, const Inputs& inputs, text::Tokenizer& tokenizer, const Say& say, Use use) {
  refuse_counts_file(document, "turns");
  Parts parts{document, inputs};
  TurnBuilder turns{tokenizer};
  bool any = false;
  while (const auto part = parts.next()) {
    any = any || part->turn != 0;
    if (const auto turn = turns.add(*part, parts.group(*part))) use(*turn);
  }
  if (const auto turn = turns.finish()) use(*turn);
  if (say) explain(document, inputs, parts.reader().marker(), any, say);
}

int list_turns(const Options& options, Inputs& inputs, const text::TokenizerOptions& rules) {
  using enum report::Kind;
  Result result{options.output,
                {{"doc"},
                 {"turn", ordinal},
                 {"speaker"},
                 {"line", ordinal},
                 {"column", ordinal},
                 {"begin", ordinal},
                 {"end", ordinal},
                 {"tokens", count},
                 {"text"}},
                {"doc", "turn", "speaker", "line", "tokens", "text"},
                inputs.group_column()};
  return print_each(inputs, result, [&](Rows& rows) {
    const Say say = options.inputs.quiet ? Say{} : [&rows](std::string text) { rows.remark(std::move(text)); };
    return [&, say, tokenizer = std::make_shared<text::Tokenizer>(rules)](Document& document) {
      each_turn(document, inputs, *tokenizer, say, [&](const Turn& turn) {
        rows.group(turn.group);
        rows.row({std::string_view(document.name), turn.number,
                  turn.speaker.empty() ? report::Cell{} : std::string_view(turn.speaker), turn.place.line,
                  turn.place.column, turn.span.begin, turn.span.end, turn.tokens, std::string_view(turn.text)});
      });
    };
  });
}

/// Who speaks in the inputs, each once, in order; and what the inputs are. For formats that begin with that.
struct Cast {
  std::vector<std::string> speakers;  ///< the empty name is an unknown one
  std::vector<std::string> documents;
};

Cast find_cast(const Options& options, Inputs& inputs, text::Tokenizer& tokenizer) {
  Cast cast;
  inputs.keep_for_second_pass();
  inputs.each([&](Document& document) {
    if (options.output.format == OutputFormat::chat && !cast.documents.empty()) {
      throw Error{{.file = document.name,
                   .cause = "a CHAT transcript holds one document, and this is the second",
                   .hint = "run corpus once for each, or take --format tei"}};
    }
    cast.documents.push_back(document.name);
    each_turn(document, inputs, tokenizer, {}, [&](const Turn& turn) {
      const bool known = contains(cast.speakers, turn.speaker);
      if (!known) cast.speakers.push_back(turn.speaker);
    });
  });
  return cast;
}

void print_tei(const Options& options, Inputs& inputs, text::Tokenizer& tokenizer, Cast cast, report::Output& output) {
  std::erase(cast.speakers, "");
  report::TeiWriter tei{
      output,
      {.program = "corpus " CORPUS_VERSION, .language = options.tokens.locale, .speakers = std::move(cast.speakers)}};
  inputs.each_again([&](Document& document) {
    tei.begin_document(document.name);
    each_turn(document, inputs, tokenizer, options.inputs.quiet ? Say{} : remark,
              [&](const Turn& turn) { tei.turn(turn.number, turn.speaker, turn.text); });
  });
  tei.finish();
}

void print_chat(const Options& options, Inputs& inputs, text::Tokenizer& tokenizer, Cast cast, report::Output& output) {
  report::ChatWriter chat{output,
                          {.program = "corpus " CORPUS_VERSION,
                           .document = cast.documents.empty() ? std::string_view() : cast.documents.front(),
                           .language = unicode::three_letters(options.tokens.language()),
                           .locale = options.tokens.locale,
                           .speakers = std::move(cast.speakers)}};
  inputs.each_again([&](Document& document) {
    each_turn(document, inputs, tokenizer, options.inputs.quiet ? Say{} : remark,
              [&](const Turn& turn) { chat.turn(turn.speaker, turn.text); });
  });
  chat.finish();
}

int print_transcript(const Options& options, Inputs& inputs, const text::TokenizerOptions& rules) {
  text::Tokenizer tokenizer{rules};
  Cast cast = find_cast(options, inputs, tokenizer);
  report::Output output{STDOUT_FILENO, "standard output"};
  const auto print = options.output.format == OutputFormat::tei ? print_tei : print_chat;
  print(options, inputs, tokenizer, std::move(cast), output);
  output.close();
  return inputs.finish();
}

bool is_transcript(OutputFormat format) { return format == OutputFormat::tei || format == OutputFormat::chat; }

/// Throws UsageError where options contradict each other.
void check(const Options& options) {
  if (!is_transcript(options.output.format)) return;
  if (options.output.no_header || !options.output.columns.empty() || options.inputs.selection.by) {
    throw UsageError("--format tei and chat have no columns: leave out --no-header, --columns and --by");
  }
}

int run(const Options& options) {
  check(options);
  const text::TokenizerOptions rules = options.tokens.resolve(options.inputs);
  Inputs inputs{
      options.inputs, options.tokens, {.progress = progress_beside_rows(), .turns = text::Turns::without_labels}};
  return is_transcript(options.output.format) ? print_transcript(options, inputs, rules)
                                              : list_turns(options, inputs, rules);
}

}  // namespace

Action configure_turns(CLI::App& app) {
  auto options = std::make_shared<Options>();
  add_inputs(app, options->inputs);
  add_threads(app, options->inputs);
  add_tokens(app, options->tokens);
  add_output(app, options->output, column_names, Formats::transcripts);
  add_examples(
      app, {{"corpus turns --no-header examples/station/04-visitor.txt | head -n 3", "the first turns of an interview"},
            {"corpus turns --quiet --where 'speaker == \"MAREN HOLT\"' --columns line,tokens "
             "examples/station/04-visitor.txt",
             "how much one speaker says, and where"},
            {"corpus turns --quiet --format tei examples/station > station.xml; head -n 12 station.xml",
             "the turns of all texts, for programs that read TEI"}});
  return [options] { return run(*options); };
}

}  // namespace corpus::cmd
