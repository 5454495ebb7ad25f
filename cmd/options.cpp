// SPDX-License-Identifier: MIT
#include "cmd/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cmd/contains.hpp"
#include "cmd/parse.hpp"
#include "cmd/stopwords.hpp"
#include "cmd/values.hpp"

namespace corpus::cmd {
namespace {

constexpr std::array<Named<unicode::OnInvalid>, 2> invalid_names{
    {{"stop", unicode::OnInvalid::stop}, {"replace", unicode::OnInvalid::replace}}};

constexpr std::array<Named<io::TableFormat>, 4> table_names{{{"auto", io::TableFormat::automatic},
                                                             {"csv", io::TableFormat::csv},
                                                             {"tsv", io::TableFormat::tsv},
                                                             {"jsonl", io::TableFormat::jsonl}}};

constexpr std::array<Named<io::Content>, 3> content_names{
    {{"auto", io::Content::automatic}, {"text", io::Content::text}, {"conllu", io::Content::conllu}}};

constexpr std::array<Named<text::LayoutChoice>, 3> layout_names{{{"auto", text::LayoutChoice::automatic},
                                                                 {"plain", text::LayoutChoice::plain},
                                                                 {"wrapped", text::LayoutChoice::wrapped}}};

constexpr std::array<Named<text::Dehyphenate>, 3> dehyphenate_names{{{"auto", text::Dehyphenate::automatic},
                                                                     {"always", text::Dehyphenate::always},
                                                                     {"never", text::Dehyphenate::never}}};

constexpr std::array<Named<text::RunningLines>, 2> running_names{
    {{"drop", text::RunningLines::drop}, {"keep", text::RunningLines::keep}}};

constexpr std::array<Named<Unit>, 2> unit_names{{{"none", Unit::none}, {"turn", Unit::turn}}};

constexpr std::array<Named<text::Attribute>, 3> attribute_names{
    {{"form", text::Attribute::form}, {"lemma", text::Attribute::lemma}, {"upos", text::Attribute::upos}}};

constexpr std::array<Named<TokenizerName>, 1> tokenizer_names{{{text::tokenizer_name, TokenizerName::word_1}}};

constexpr std::array<Named<unicode::Case>, 2> case_names{
    {{"fold", unicode::Case::fold}, {"keep", unicode::Case::keep}}};

constexpr std::array<Named<text::Hyphens>, 2> hyphen_names{
    {{"split", text::Hyphens::split}, {"join", text::Hyphens::join}}};

constexpr std::array<Named<OutputFormat>, 7> format_names{{{"auto", OutputFormat::automatic},
                                                           {"table", OutputFormat::table},
                                                           {"tsv", OutputFormat::tsv},
                                                           {"csv", OutputFormat::csv},
                                                           {"jsonl", OutputFormat::jsonl},
                                                           {"markdown", OutputFormat::markdown},
                                                           {"counts", OutputFormat::counts}}};

constexpr std::array<Named<OutputFormat>, 8> transcript_format_names{{{"auto", OutputFormat::automatic},
                                                                      {"table", OutputFormat::table},
                                                                      {"tsv", OutputFormat::tsv},
                                                                      {"csv", OutputFormat::csv},
                                                                      {"jsonl", OutputFormat::jsonl},
                                                                      {"markdown", OutputFormat::markdown},
                                                                      {"tei", OutputFormat::tei},
                                                                      {"chat", OutputFormat::chat}}};

std::span<const Named<OutputFormat>> names_of(Formats formats) {
  if (formats == Formats::transcripts) return transcript_format_names;
  const std::span<const Named<OutputFormat>> all(format_names);
  return formats == Formats::counts ? all : all.first(all.size() - 1);
}

constexpr std::array<Named<Color>, 3> color_names{
    {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}}};

/// The first part of a language tag, in small letters. Throws UsageError where it cannot be one: `english` would
/// change nothing.
std::string language_of(std::string_view locale) {
  std::string language{locale.substr(0, locale.find_first_of("-_.@"))};
  for (char& letter : language)
    letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  const bool letters = std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || language.size() < 2 || language.size() > 3) {
    throw UsageError(fmt::format("--locale: '{}' is not a language tag such as en, de-AT or tr", locale));
  }
  return language;
}

/// Languages whose i comes with and without a dot.
bool is_turkic(std::string_view language) {
  return language == "az" || language == "tr" || language == "aze" || language == "tur";
}

void add_metadata(CLI::App& app, InputArguments& arguments) {
  add_selection(app, arguments.selection);
  constexpr const char* group = "Selection";
  add_text(app, "--path-fields", arguments.path_fields, "TEMPLATE",
           "fields from the documents' names: '{year}/{outlet}_{id}.txt'")
      ->group(group);
  add_text(app, "--metadata", arguments.metadata, "FILE", "fields from a table, a row for each document")->group(group);
}

void add_reading(CLI::App& app, ReadingArguments& arguments) {
  constexpr const char* group = "Layout and turns";
  add_choice(app, "--layout", arguments.layout, layout_names,
             "whether a line is a paragraph, or lines were broken to fit a page")
      ->group(group);
  add_choice(app, "--dehyphenate", arguments.dehyphenate, dehyphenate_names,
             "whether words split at the ends of wrapped lines are rejoined")
      ->group(group);
  add_choice(app, "--running-lines", arguments.running_lines, running_names,
             "headers, footers and page numbers in wrapped text")
      ->group(group);
  add_text(app, "--lexicon", arguments.lexicon, "FILE", "a counts file of words to rejoin split words by")
      ->group(group);
  add_choice(app, "--unit", arguments.unit, unit_names,
             "with turn, find the turns of speakers; their labels are no part of the text")
      ->group(group);
  add_text(app, "--turn-marker", arguments.turn_marker, "REGEX", "what begins a turn, if it is not found")
      ->group(group);
  add_names(app, "--speakers", arguments.speakers, "NAMES", "who speak in turn, where nothing names them: A,B")
      ->group(group);
  add_choice(app, "--attribute", arguments.attribute, attribute_names, "what is counted of CoNLL-U")->group(group);
}

}  // namespace

io::InputOptions InputArguments::listing() const {
  if (nul_separated && !files_from) throw UsageError("--null says how to read --files-from, which is missing");
  return {.inputs = inputs,
          .files_from = files_from,
          .separator = nul_separated ? io::Separator::nul : io::Separator::line,
          .include = include,
          .exclude = exclude,
          .nul_files = encoding.empty() ? io::NulFiles::pass_over : io::NulFiles::keep,
          .on_problem = keep_going ? io::OnProblem::collect : io::OnProblem::stop};
}

io::InputOptions InputArguments::reference_listing() const {
  io::InputOptions options = listing();
  options.inputs = reference;
  options.files_from.reset();
  return options;
}

io::DocumentOptions InputArguments::documents() const {
  if (!text_field && id_field) throw UsageError("--id-field names a field of a table: --text-field is missing");
  if (!text_field && table != io::TableFormat::automatic) {
    throw UsageError("--table says how to read a table: --text-field, the field that holds the text, is missing");
  }
  io::DocumentOptions options{.max_expanded = max_expanded,
                              .content = content,
                              .include = include,
                              .exclude = exclude,
                              .nul_files = encoding.empty() ? io::NulFiles::pass_over : io::NulFiles::keep};
  if (text_field)
    options.table = {
        .text_field = *text_field, .id_field = id_field, .format = table, .encoding = encoding, .invalid = invalid};
  return options;
}

bool InputArguments::read_standard_input() const {
  if (inputs.empty() && !files_from) return true;
  return files_from == "-" || contains(inputs, "-") || contains(reference, "-");
}

void add_sources(CLI::App& app, InputArguments& arguments) {
  constexpr const char* group = "Input";
  add_operands(app, "INPUT", arguments.inputs, "files, directories, or - for standard input (the default)")
      ->group(group);
  add_text(app, "--files-from", arguments.files_from, "FILE", "read names of inputs from FILE, one a line")
      ->group(group);
  add_switch(app, "-0,--null", arguments.nul_separated, "the names of --files-from end with NUL")->group(group);
  add_texts(app, "--include", arguments.include, "GLOB", "in directories, read only files that match")->group(group);
  add_texts(app, "--exclude", arguments.exclude, "GLOB", "in directories, leave out what matches")->group(group);
}

void add_inputs(CLI::App& app, InputArguments& arguments) {
  constexpr const char* group = "Input";
  arguments.command = &app;
  add_sources(app, arguments);
  add_text(app, "--encoding", arguments.encoding, "NAME",
           "how the text is encoded, if not UTF-8 or as its byte order mark says")
      ->group(group);
  add_choice(app, "--invalid", arguments.invalid, invalid_names, "what to do at ill-formed bytes")->group(group);
  add_size(app, "--max-expanded", arguments.max_expanded, "stop where a compressed input comes to more than this")
      ->group(group);
  add_text(app, "--text-field", arguments.text_field, "FIELD",
           "read tables, a document for each record; its text is in FIELD")
      ->group(group);
  add_text(app, "--id-field", arguments.id_field, "FIELD", "the field that names the documents of a table")
      ->group(group);
  add_choice(app, "--table", arguments.table, table_names, "how tables are written, if their beginning does not tell")
      ->group(group);
  add_choice(app, "--content", arguments.content, content_names,
             "whether files are text or CoNLL-U, if their beginning does not tell")
      ->group(group);
  add_switch(app, "--keep-going", arguments.keep_going, "report what cannot be read, go on, and end with status 2")
      ->group(group);
  add_text(app, "--manifest", arguments.manifest, "FILE", "write to FILE how the result came about")->group(group);
  const bool taken = app.get_option_no_throw("-q") != nullptr;  // by a query
  add_switch(app, taken ? "--quiet" : "-q,--quiet", arguments.quiet, "no progress and no remarks on standard error")
      ->group(group);
  add_metadata(app, arguments);
  add_reading(app, arguments.reading);
}

void add_threads(CLI::App& app, InputArguments& arguments) {
  add_count(app, "-j,--threads", arguments.threads,
            "how many threads may work, instead of one for each processor; the result is the same", {1, 1024})
      ->group("Input");
}

void add_tokens(CLI::App& app, TokenArguments& arguments) {
  constexpr const char* group = "Tokens";
  add_choice(app, "--tokenizer", arguments.tokenizer, tokenizer_names, "the rules by which text becomes tokens")
      ->group(group);
  add_choice(app, "--case", arguments.rules.types.letter_case, case_names, "whether The and the are one type")
      ->group(group);
  add_text(app, "--locale", arguments.locale, "TAG", "language of the text (en, de, tr …), where rules depend on it")
      ->group(group);
  app.add_flag("--keep-numbers,!--drop-numbers", arguments.keep_numbers,
               "count numbers such as 1,850 (the default), or not")
      ->default_str("true")
      ->group(group);
  add_switch(app, "--punctuation", arguments.punctuation, "count punctuation marks and symbols as tokens")
      ->group(group);
  add_choice(app, "--hyphens", arguments.rules.hyphens, hyphen_names, "whether well-known is two tokens or one")
      ->group(group);
  add_text(app, "--stopwords", arguments.stopwords, "FILE", "leave out the words in FILE, one a line")->group(group);
}

text::TokenizerOptions TokenArguments::resolve(const InputArguments& inputs) const {
  text::TokenizerOptions options = rules;
  if (inputs.reading.attribute == text::Attribute::upos) options.types.letter_case = unicode::Case::keep;
  if (is_turkic(language())) options.types.locale = unicode::CaseLocale::turkic;
  options.numbers = keep_numbers ? text::Numbers::keep : text::Numbers::drop;
  options.punctuation = punctuation ? text::Punctuation::keep : text::Punctuation::drop;
  if (stopwords == "-" && inputs.read_standard_input()) {
    throw UsageError("--stopwords: standard input cannot be both the text and the list of words");
  }
  if (stopwords) options.stopwords = read_stopwords(*stopwords, options);
  return options;
}

std::string TokenArguments::language() const { return locale.empty() ? "" : language_of(locale); }

unicode::Abbreviations TokenArguments::abbreviations() const { return unicode::Abbreviations::of_language(locale); }

void add_output(CLI::App& app, OutputArguments& arguments, std::span<const std::string_view> columns, Formats formats) {
  constexpr const char* group = "Output";
  std::vector<std::string_view> names(columns.begin(), columns.end());
  names.push_back("all");
  add_list(app, "--columns", arguments.columns, "COLUMN", names, "which columns, in which order")->group(group);
  add_choice(app, "--format", arguments.format, names_of(formats),
             "how to print; auto is a table on a terminal and TSV elsewhere")
      ->group(group);
  add_switch(app, "--no-header", arguments.no_header, "leave out the line that names the columns")->group(group);
  add_switch(app, "--csv-safe", arguments.csv_safe, "keep spreadsheets from running text as formulas")->group(group);
  add_choice(app, "--color", arguments.color, color_names, "colour; auto on a terminal, unless NO_COLOR is set")
      ->group(group);
}

}  // namespace corpus::cmd
