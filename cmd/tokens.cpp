// SPDX-License-Identifier: MIT
/// \file
/// `corpus tokens`: every token with its place, or every sentence.
#include <array>
#include <memory>

#include "cmd/command.hpp"
#include "cmd/counts.hpp"
#include "cmd/inputs.hpp"
#include "cmd/options.hpp"
#include "cmd/result.hpp"
#include "cmd/row_stream.hpp"
#include "cmd/values.hpp"
#include "corpus/text/place.hpp"
#include "corpus/text/units.hpp"

namespace corpus::cmd {
namespace {

enum class As : std::uint8_t { tokens, sentences };
constexpr std::array<Named<As>, 2> as_names{{{"tokens", As::tokens}, {"sentences", As::sentences}}};

constexpr std::array<std::string_view, 13> column_names{"form", "type", "doc",  "sentence", "line",   "column", "begin",
                                                        "end",  "kind", "turn", "speaker",  "tokens", "text"};

struct Options {
  InputArguments inputs;
  TokenArguments tokens;
  OutputArguments output;
  As as = As::tokens;
};

/// The columns shown where --columns names none: turns and speakers where there are any.
std::vector<std::string> shown(std::vector<std::string> names, const Inputs& inputs) {
  if (inputs.reading().turns != text::Turns::ignored) names.insert(names.end(), {"turn", "speaker"});
  return names;
}

report::Cell turn_of(const text::Block& block) { return block.turn == 0 ? report::Cell{} : report::Cell{block.turn}; }

report::Cell speaker_of(const text::Block& block) {
  return block.speaker.empty() ? report::Cell{} : report::Cell{block.speaker};
}

InputNeeds needs(const Options& options) {
  const bool turns = asks_for(options.output, "turn") || asks_for(options.output, "speaker");
  return {.progress = progress_beside_rows(), .turns = turns ? text::Turns::found : text::Turns::ignored};
}

std::string_view name_of(text::Kind kind) {
  switch (kind) {
    case text::Kind::word:
      return "word";
    case text::Kind::number:
      return "number";
    case text::Kind::punctuation:
      return "punctuation";
    case text::Kind::symbol:
      break;
  }
  return "symbol";
}

/// Prints the tokens of a document, one a row.
void print_tokens(Document& document, const Inputs& inputs, const unicode::Abbreviations& abbreviations,
                  text::Tokenizer& tokenizer, Rows& rows) {
  refuse_counts_file(document, "tokens and their places");
  Parts parts{document, inputs};
  text::UnitCounter units{abbreviations};
  // Sentences are numbered in the document, not in what is taken of it.
  const auto pass_over = [&](const text::Block& block) { units.add(block); };
  while (const auto block = parts.next(pass_over)) {
    const std::string group = parts.group(*block);
    rows.group(group);
    const auto sentences = units.add(*block);
    auto sentence = sentences.begin();
    text::PlaceFinder places{*block};
    tokenizer.start(*block);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
      for (const text::Token& token : batch) {
        while (sentence->end <= token.begin) ++sentence;
        const Place place = places.at(token.begin);
        const Span span = block->span(token.begin, token.end);
        rows.row({token.form(block->text), token.type(), std::string_view(document.name), sentence->number, place.line,
                  place.column, span.begin, span.end, name_of(token.kind), turn_of(*block), speaker_of(*block)});
      }
    }
    rows.flush();
  }
}

int list_tokens(const Options& options) {
  using enum report::Kind;
  const text::TokenizerOptions rules = options.tokens.resolve(options.inputs);
  Inputs inputs{options.inputs, options.tokens, needs(options)};
  const auto abbreviations = options.tokens.abbreviations();
  Result result{options.output,
                {{"form"},
                 {"type"},
                 {"doc"},
                 {"sentence", ordinal},
                 {"line", ordinal},
                 {"column", ordinal},
                 {"begin", ordinal},
                 {"end", ordinal},
                 {"kind"},
                 {"turn", ordinal},
                 {"speaker"}},
                shown({"form", "type", "doc", "sentence", "line", "column", "begin", "end", "kind"}, inputs),
                inputs.group_column()};
  return print_each(inputs, result, [&](Rows& rows) {
    return [&, tokenizer = std::make_shared<text::Tokenizer>(rules)](Document& document) {
      print_tokens(document, inputs, abbreviations, *tokenizer, rows);
    };
  });
}

/// How many tokens of the block begin in each of its sentences.
std::vector<std::uint64_t> count_in_sentences(text::Tokenizer& tokenizer, const text::Block& block,
                                              std::span<const text::Sentence> sentences) {
  std::vector<std::uint64_t> counts(sentences.size());
  std::size_t sentence = 0;
  tokenizer.start(block);
  for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
    for (const text::Token& token : batch) {
      while (sentences[sentence].end <= token.begin) ++sentence;
      ++counts[sentence];
    }
  }
  return counts;
}

/// A sentence, put together from blocks: only in an overlong line it needs more than one.
struct SentenceRow {
  std::string text;
  Place place;
  Span span;
  std::uint64_t tokens = 0;
};

/// Prints the sentences of a document, one a row.
void print_sentences(Document& document, const Inputs& inputs, const unicode::Abbreviations& abbreviations,
                     text::Tokenizer& tokenizer, Rows& rows) {
  refuse_counts_file(document, "tokens and their places");
  Parts parts{document, inputs};
  text::UnitCounter units{abbreviations};
  SentenceRow row;
  const auto pass_over = [&](const text::Block& block) { units.add(block); };
  while (const auto block = parts.next(pass_over)) {
    const std::string group = parts.group(*block);
    rows.group(group);
    const auto sentences = units.add(*block);
    const auto counts = count_in_sentences(tokenizer, *block, sentences);
    text::PlaceFinder places{*block};
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const auto [begin, end] = text::without_outer_white_space(block->text, sentences[i].begin, sentences[i].end);
      if (row.text.empty()) row = {.text = {}, .place = places.at(begin), .span = block->span(begin, end)};
      const std::uint32_t stop = sentences[i].goes_on ? sentences[i].end : end;
      row.text += block->text.substr(begin, stop - begin);
      row.span.end = block->span(begin, end).end;
      row.tokens += counts[i];
      if (sentences[i].goes_on) continue;
      if (sentences[i].has_word) {
        rows.row({std::string_view(row.text), std::string_view(document.name), sentences[i].number, row.place.line,
                  row.place.column, row.span.begin, row.span.end, row.tokens, turn_of(*block), speaker_of(*block)});
      }
      row = {};
    }
    rows.flush();
  }
}

int list_sentences(const Options& options) {
  using enum report::Kind;
  const text::TokenizerOptions rules = options.tokens.resolve(options.inputs);
  Inputs inputs{options.inputs, options.tokens, needs(options)};
  const auto abbreviations = options.tokens.abbreviations();
  Result result{options.output,
                {{"text"},
                 {"doc"},
                 {"sentence", ordinal},
                 {"line", ordinal},
                 {"column", ordinal},
                 {"begin", ordinal},
                 {"end", ordinal},
                 {"tokens", count},
                 {"turn", ordinal},
                 {"speaker"}},
                {"text"},
                inputs.group_column()};
  return print_each(inputs, result, [&](Rows& rows) {
    return [&, tokenizer = std::make_shared<text::Tokenizer>(rules)](Document& document) {
      print_sentences(document, inputs, abbreviations, *tokenizer, rows);
    };
  });
}

int run(const Options& options) { return options.as == As::tokens ? list_tokens(options) : list_sentences(options); }

}  // namespace

Action configure_tokens(CLI::App& app) {
  auto options = std::make_shared<Options>();
  add_choice(app, "--as", options->as, as_names, "what a row is")->group("Rows");
  add_inputs(app, options->inputs);
  add_threads(app, options->inputs);
  add_tokens(app, options->tokens);
  add_output(app, options->output, column_names);
  add_examples(app,
               {{"corpus tokens examples/station/01-keeper.txt | head -n 3", "the first tokens, with their places"},
                {"corpus tokens --as sentences --no-header examples/station/04-visitor.txt | tail -n 2",
                 "one sentence a line, for another program"}});
  return [options] { return run(*options); };
}

}  // namespace corpus::cmd
