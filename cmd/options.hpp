// SPDX-License-Identifier: MIT
/// \file
/// The options that several subcommands share, in three groups: where the text comes from, what a token is, how the
/// result is printed. A command adds the groups it has a use for; the names and descriptions stand here only.
///
///     add_inputs(app, options->inputs);
///     add_tokens(app, options->tokens);
///     add_output(app, options->output, columns);
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/selection.hpp"
#include "corpus/io/documents.hpp"
#include "corpus/io/inputs.hpp"
#include "corpus/text/read_options.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/unicode/abbreviations.hpp"

namespace corpus::cmd {

/// Which unit the text is made of beside its paragraphs and sentences.
enum class Unit : std::uint8_t { none, turn };

/// "Layout and turns": how the text of a document is to be read.
struct ReadingArguments {
  text::LayoutChoice layout = text::LayoutChoice::automatic;
  text::Dehyphenate dehyphenate = text::Dehyphenate::automatic;
  text::RunningLines running_lines = text::RunningLines::drop;
  std::optional<std::string> lexicon;  ///< a counts file
  Unit unit = Unit::none;
  std::optional<std::string> turn_marker;
  std::vector<std::string> speakers;
  text::Attribute attribute = text::Attribute::form;
};

/// "Input", "Metadata" and "Layout and turns": which documents, and how they are read.
struct InputArguments {
  std::vector<std::string> inputs;
  std::vector<std::string> reference;  ///< for commands that compare: the inputs of the other side
  std::optional<std::string> files_from;
  bool nul_separated = false;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::string encoding;
  unicode::OnInvalid invalid = unicode::OnInvalid::stop;
  std::uint64_t max_expanded = std::uint64_t{64} << 30;
  std::optional<std::string> text_field;
  std::optional<std::string> id_field;
  io::TableFormat table = io::TableFormat::automatic;
  io::Content content = io::Content::automatic;
  std::optional<std::string> path_fields;
  std::optional<std::string> metadata;
  SelectionArguments selection;
  ReadingArguments reading;
  std::optional<std::uint64_t> threads;  ///< as many as there are processors, if not given
  bool keep_going = false;
  bool quiet = false;
  std::optional<std::string> manifest;
  const CLI::App* command = nullptr;  ///< for the manifest, which lists the options in force

  /// Throws UsageError.
  [[nodiscard]] io::InputOptions listing() const;
  [[nodiscard]] io::InputOptions reference_listing() const;
  /// Throws UsageError.
  [[nodiscard]] io::DocumentOptions documents() const;
  [[nodiscard]] bool read_standard_input() const;
};

void add_inputs(CLI::App& app, InputArguments& arguments);

/// For commands that work by several threads.
void add_threads(CLI::App& app, InputArguments& arguments);

/// Those among them that say which files, for commands that read no text.
void add_sources(CLI::App& app, InputArguments& arguments);

enum class TokenizerName : std::uint8_t { word_1 };

/// "Tokens": what is counted.
struct TokenArguments {
  text::TokenizerOptions rules;
  TokenizerName tokenizer = TokenizerName::word_1;
  std::string locale;
  bool keep_numbers = true;
  bool punctuation = false;
  std::optional<std::string> stopwords;

  /// Reads the file of stopwords: once, for it may be a pipe. Throws UsageError and Error.
  [[nodiscard]] text::TokenizerOptions resolve(const InputArguments& inputs) const;
  /// The first part of --locale, in small letters; empty without it. Throws UsageError.
  [[nodiscard]] std::string language() const;
  /// What ends no sentence in the language of --locale.
  [[nodiscard]] unicode::Abbreviations abbreviations() const;
};

void add_tokens(CLI::App& app, TokenArguments& arguments);

enum class OutputFormat : std::uint8_t { automatic, table, tsv, csv, jsonl, markdown, counts, tei, chat };
enum class Color : std::uint8_t { automatic, always, never };

/// What the result can be printed as: rows, and perhaps a counts file, or TEI and CHAT.
enum class Formats : std::uint8_t { rows, counts, transcripts };

/// "Output": how rows are printed.
struct OutputArguments {
  OutputFormat format = OutputFormat::automatic;
  bool no_header = false;
  bool csv_safe = false;
  Color color = Color::automatic;
  std::vector<std::string> columns;  ///< the wanted ones, `all` for all; empty for those a command shows by itself
};

/// `columns` are the names that --columns takes beside `all`.
void add_output(CLI::App& app, OutputArguments& arguments, std::span<const std::string_view> columns,
                Formats formats = Formats::rows);

}  // namespace corpus::cmd
