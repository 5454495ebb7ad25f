// SPDX-License-Identifier: MIT
#include "cmd/manifest.hpp"

#include <CLI/CLI.hpp>
#include <charconv>

#include "cmd/tree.hpp"
#include "corpus/report/json.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/unicode/version.hpp"

namespace corpus::cmd {
namespace {

/// A number as a number. The option has checked that it is one.
void write_word(report::JsonWriter& json, const OptionView& view, const std::string& word) {
  if (view.kind == "N") {
    json.value(std::stoull(word));
  } else if (view.kind == "X") {
    double number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    json.value(number);
  } else {
    json.value(word);
  }
}

/// Values given, else the default; a switch is true or false.
void write_value(report::JsonWriter& json, const OptionView& view) {
  const std::vector<std::string>& given = view.option->results();
  if (view.arity == Arity::many) {
    json.begin_array();
    for (const std::string& value : given) json.value(value);
    json.end_array();
  } else if (view.arity == Arity::none) {
    json.value(given.empty() ? view.standing == "true" : given.back() == "true");
  } else if (!given.empty()) {
    write_word(json, view, given.back());
  } else if (view.standing.empty()) {
    json.null();
  } else {
    write_word(json, view, view.standing);
  }
}

/// The name to say it by. Of `--keep-numbers / --drop-numbers`, true and false are meant of the first.
const std::string& key_of(const OptionView& view) {
  if (view.is_operand()) return view.kind;
  return view.has_opposites() ? view.names.front() : view.names.back();
}

}  // namespace

void write_manifest(report::Output& output, const CLI::App& command, std::span<const ManifestInput> inputs) {
  report::JsonWriter json{output};
  json.begin_object();
  json.key("program").value("corpus").key("version").value(CORPUS_VERSION);
  json.key("tokenizer").value(text::tokenizer_name);
  json.key("unicode").value(unicode::unicode_version()).key("icu").value(unicode::icu_version());
  json.key("command").value(command.get_name());
  json.key("options").begin_object();
  for (const OptionView& view : options_of(command)) {
    const bool lists_inputs = view.is_operand() && view.arity == Arity::many;  // below, as they were found
    if (lists_inputs || (!view.is_operand() && view.names.back() == "--help")) continue;
    json.key(key_of(view));
    write_value(json, view);
  }
  json.end_object();
  json.key("inputs").begin_array();
  for (const ManifestInput& input : inputs) {
    json.begin_object();
    json.key("name").value(input.name).key("size").value(input.size).key("sha256").value(input.sha256);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  output.close();
}

}  // namespace corpus::cmd
