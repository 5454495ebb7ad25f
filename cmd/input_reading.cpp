// SPDX-License-Identifier: MIT
#include "cmd/input_reading.hpp"

#include <fmt/format.h>

#include "cmd/parse.hpp"
#include "cmd/side_file.hpp"
#include "corpus/count/counts_file.hpp"
#include "corpus/error.hpp"
#include "corpus/text/turns.hpp"
#include "corpus/unicode/decode.hpp"

namespace corpus::cmd {
namespace {

void check_encoding(const InputArguments& arguments) {
  if (!arguments.encoding.empty() && !unicode::canonical_encoding(arguments.encoding)) {
    throw UsageError(
        fmt::format("--encoding: '{}' is not known (iconv -l lists names that are usual)", arguments.encoding));
  }
}

}  // namespace

text::ReadOptions reading_options(const InputArguments& arguments, const TokenArguments& tokens,
                                  const InputNeeds& needs) {
  check_encoding(arguments);
  const ReadingArguments& reading = arguments.reading;
  text::ReadOptions options;
  // The text of a table's field was decoded with the table.
  if (!arguments.text_field) options.decoding = {arguments.encoding, arguments.invalid};
  options.layout = {.layout = reading.layout,
                    .dehyphenate = reading.dehyphenate,
                    .running_lines = reading.running_lines,
                    .language = tokens.language()};
  options.turns = reading.unit == Unit::turn ? text::Turns::without_labels : needs.turns;
  options.turn_options = {reading.turn_marker.value_or(""), reading.speakers};
  options.attribute = reading.attribute == text::Attribute::form ? needs.attribute : reading.attribute;
  return options;
}

text::TypeSet read_lexicon(const std::string& path) {
  return with_side_file(path, [](Document document) {
    text::TypeSet types;
    count::CountsReader reader{std::move(document)};
    while (const auto row = reader.next()) types.emplace(row->type);
    return types;
  });
}

void check_turns(const ReadingArguments& arguments, const text::ReadOptions& reading, const Selection& selection) {
  const text::TurnOptions& turns = reading.turn_options;
  const bool wanted = reading.turns != text::Turns::ignored || selection.needs_turns();
  if (arguments.turn_marker && turns.marker.empty()) throw UsageError("--turn-marker: an expression is missing");
  if (!wanted && !turns.marker.empty())
    throw UsageError("--turn-marker says what begins a turn: --unit turn is missing");
  if (!wanted && !turns.speakers.empty())
    throw UsageError("--speakers says whose turns they are: --unit turn is missing");
  if (turns.marker.empty()) return;
  try {
    const text::TurnFinder finder{turns, text::Layout::plain};
  } catch (const Error& error) {
    throw UsageError("--turn-marker: " + error.problem().cause);
  }
}

void check_attribute(const Document& document, text::Attribute attribute) {
  if (attribute == text::Attribute::form || document.kind == DocumentKind::conllu) return;
  throw Error{{.file = document.name,
               .cause = "running text has no lemmas and no parts of speech",
               .hint = "they come with CoNLL-U"}};
}

}  // namespace corpus::cmd
