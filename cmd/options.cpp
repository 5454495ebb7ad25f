// SPDX-License-Identifier: MIT
#include "cmd/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cmd/parse.hpp"
#include "cmd/stopwords.hpp"
#include "cmd/values.hpp"

namespace corpus::cmd {
namespace {

constexpr std::array<Named<unicode::OnInvalid>, 2> invalid_names{
    {{"stop", unicode::OnInvalid::stop}, {"replace", unicode::OnInvalid::replace}}};

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

bool InputArguments::read_standard_input() const {
  if (inputs.empty() && !files_from) return true;
  return files_from == "-" || std::find(inputs.begin(), inputs.end(), "-") != inputs.end();
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
  add_switch(app, "--keep-going", arguments.keep_going, "report what cannot be read, go on, and end with status 2")
      ->group(group);
  add_text(app, "--manifest", arguments.manifest, "FILE", "write to FILE how the result came about")->group(group);
  add_switch(app, "-q,--quiet", arguments.quiet, "no progress and no remarks on standard error")->group(group);
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
  if (!locale.empty() && is_turkic(language_of(locale))) options.types.locale = unicode::CaseLocale::turkic;
  options.numbers = keep_numbers ? text::Numbers::keep : text::Numbers::drop;
  options.punctuation = punctuation ? text::Punctuation::keep : text::Punctuation::drop;
  if (stopwords == "-" && inputs.read_standard_input()) {
    throw UsageError("--stopwords: standard input cannot be both the text and the list of words");
  }
  if (stopwords) options.stopwords = read_stopwords(*stopwords, options);
  return options;
}

unicode::Abbreviations TokenArguments::abbreviations() const { return unicode::Abbreviations::of_language(locale); }

void add_output(CLI::App& app, OutputArguments& arguments, std::span<const std::string_view> columns, Counts counts) {
  constexpr const char* group = "Output";
  const std::span<const Named<OutputFormat>> formats(format_names);
  std::vector<std::string_view> names(columns.begin(), columns.end());
  names.push_back("all");
  add_list(app, "--columns", arguments.columns, "COLUMN", names, "which columns, in which order")->group(group);
  add_choice(app, "--format", arguments.format, counts == Counts::offered ? formats : formats.first(formats.size() - 1),
             "how to print; auto is a table on a terminal and TSV elsewhere")
      ->group(group);
  add_switch(app, "--no-header", arguments.no_header, "leave out the line that names the columns")->group(group);
  add_switch(app, "--csv-safe", arguments.csv_safe, "keep spreadsheets from running text as formulas")->group(group);
  add_choice(app, "--color", arguments.color, color_names, "colour; auto on a terminal, unless NO_COLOR is set")
      ->group(group);
}

}  // namespace corpus::cmd
