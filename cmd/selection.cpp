// SPDX-License-Identifier: MIT
#include "cmd/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "cmd/expression.hpp"
#include "cmd/parse.hpp"
#include "cmd/suggest.hpp"
#include "cmd/values.hpp"
#include "corpus/error.hpp"

namespace corpus::cmd {
namespace {

/// --by takes a name as it is, or quoted as in an expression.
expr::Name read_name(std::string_view given) {
  if (given.empty()) throw UsageError("--by: a name is missing");
  const bool backquotes = given.size() > 2 && given.front() == '`' && given.back() == '`';
  const bool brackets = given.size() > 2 && given.front() == '[' && given.back() == ']';
  if (backquotes || brackets) return {comparable(given.substr(1, given.size() - 2)), true};
  return {comparable(given), false};
}

const Field* find_field(const Document& document, std::string_view name) {
  const auto& fields = document.metadata;
  auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
  if (found == fields.end()) {
    found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return comparable(field.name) == name; });
  }
  return found == fields.end() ? nullptr : &*found;
}

expr::Value number_or_none(std::uint64_t number) {
  return number == 0 ? expr::Value{} : expr::Value{static_cast<double>(number)};
}

/// What would have been a field.
std::string hint_for(const std::string& name, const std::set<std::string>& fields) {
  constexpr std::size_t most = 20;
  std::vector<std::string_view> known(fields.begin(), fields.end());
  std::erase(known, side_field);
  std::vector<std::string_view> all = known;
  all.insert(all.end(), {"doc", "speaker", "turn", "paragraph"});
  const auto near = nearest(name, all);
  std::string hint = near ? fmt::format("did you mean {}? ", *near) : "";
  if (known.empty()) return hint + "fields come from --text-field, --path-fields and --metadata";
  const auto listed = std::span(known).first(std::min(known.size(), most));
  hint += near ? "There" : "there";
  hint += fmt::format("{}{}", known.size() == 1 ? " is " : " are ", fmt::join(listed, ", "));
  if (listed.size() < known.size()) hint += fmt::format(", and {} more", known.size() - listed.size());
  return hint + "; a text stands in quotes";
}

}  // namespace

void add_selection(CLI::App& app, SelectionArguments& arguments) {
  constexpr const char* group = "Selection";
  add_text(app, "--where", arguments.where, "EXPR", "only what EXPR holds for: 'year >= 2020 && speaker == \"Q\"'")
      ->group(group);
  add_text(app, "--by", arguments.by, "NAME", "a result for each doc, speaker, turn, paragraph, or value of a field")
      ->group(group);
}

Selection::Selection(const SelectionArguments& arguments) {
  if (arguments.where) where_ = read_expression("--where", *arguments.where);
  if (arguments.by) by_ = read_name(*arguments.by);
}

Selection::Meaning Selection::meaning_of(const expr::Name& name) {
  if (name.quoted) return Meaning::field;
  if (name.text == "doc") return Meaning::document_name;
  if (name.text == "turn") return Meaning::turn;
  if (name.text == "paragraph") return Meaning::paragraph;
  return name.text == "speaker" ? Meaning::speaker : Meaning::field;
}

template <typename Predicate>
bool Selection::any_name(Predicate is_so) const {
  return (by_ && is_so(*by_)) || (where_ && std::any_of(where_->names().begin(), where_->names().end(), is_so));
}

bool Selection::contiguous() const {
  const Meaning meaning = meaning_of(*by_);
  return meaning == Meaning::document_name || meaning == Meaning::turn || meaning == Meaning::paragraph;
}

bool Selection::of_part(const expr::Name& name, const Document* document) {
  const Meaning meaning = meaning_of(name);
  if (meaning == Meaning::speaker) return document == nullptr || find_field(*document, name.text) == nullptr;
  return meaning == Meaning::turn || meaning == Meaning::paragraph;
}

bool Selection::where_of_part(const Document& document) const {
  const auto& names = where_->names();
  return std::any_of(names.begin(), names.end(), [&](const expr::Name& name) { return of_part(name, &document); });
}

bool Selection::needs_turns(const Document* document) const {
  return any_name(
      [&](const expr::Name& name) { return meaning_of(name) != Meaning::paragraph && of_part(name, document); });
}

text::Grain Selection::grain(const Document* document) const {
  const auto is_paragraph = [](const expr::Name& name) { return meaning_of(name) == Meaning::paragraph; };
  if (any_name(is_paragraph)) return text::Grain::paragraph;
  return needs_turns(document) ? text::Grain::turn : text::Grain::block;
}

text::ReadOptions Selection::reading(const Document& document, text::ReadOptions options) const {
  if (needs_turns(&document)) options.turns = text::Turns::without_labels;
  options.grain = std::max(options.grain, grain(&document));
  return options;
}

bool Selection::holds(const Document& document, const expr::ValueOf& value_of) const {
  try {
    return where_->holds(value_of);
  } catch (const Error& error) {
    const Problem& problem = error.problem();
    throw Error{{.file = document.name,
                 .cause = fmt::format("{} (column {} of --where)", problem.cause, problem.column),
                 .hint = problem.hint}};
  }
}

bool Selection::takes(const Document& document) {
  any_document_ = true;
  const bool unmet = any_name([&](const expr::Name& name) {
    return (meaning_of(name) == Meaning::field || meaning_of(name) == Meaning::speaker) && !fields_.contains(name.text);
  });
  if (unmet) {
    for (const Field& field : document.metadata) fields_.insert(comparable(field.name));
  }
  if (!where_) return true;
  if (!where_of_part(document)) {
    return holds(document, [&](const expr::Name& name) { return value(name, document, {}); });
  }
  const auto decided = where_->decided([&](const expr::Name& name) -> std::optional<expr::Value> {
    if (of_part(name, &document)) return std::nullopt;
    return value(name, document, {});
  });
  return decided.value_or(true);
}

bool Selection::takes(const Document& document, const text::Block& block) const {
  note(block);
  if (!where_ || !where_of_part(document)) return true;
  return holds(document, [&](const expr::Name& name) { return value(name, document, block); });
}

expr::Value Selection::value(const expr::Name& name, const Document& document, const text::Block& block) {
  switch (meaning_of(name)) {
    case Meaning::document_name:
      return comparable(document.name);
    case Meaning::turn:
      return number_or_none(block.turn);
    case Meaning::paragraph:
      return number_or_none(block.paragraph);
    default:
      break;
  }
  if (const Field* const field = find_field(document, name.text)) return comparable(field->value);
  if (meaning_of(name) == Meaning::field || block.speaker.empty()) return {};
  return comparable(block.speaker);
}

std::string Selection::group(const Document& document, const text::Block& block) const {
  note(block);
  if (!by_) return "";
  switch (meaning_of(*by_)) {
    case Meaning::document_name:
      return document.name;
    case Meaning::turn:
      return fmt::format("{}#{}", document.name, block.turn);
    case Meaning::paragraph:
      return fmt::format("{}#{}", document.name, block.paragraph);
    default:
      break;
  }
  if (const Field* const field = find_field(document, by_->text)) return field->value;
  return meaning_of(*by_) == Meaning::speaker ? std::string(block.speaker) : "";
}

void Selection::note(const text::Block& block) const {
  // Only where it is news: a flag that is written again and again holds other threads up.
  if (!block.text.empty() && !any_part_) any_part_ = true;
  if (block.turn != 0 && !any_turn_) any_turn_ = true;
  if (!block.speaker.empty() && !any_speaker_) any_speaker_ = true;
}

void Selection::check_names() const {
  if (where_) {
    for (const expr::Name& name : where_->names()) check("--where", name);
  }
  if (by_) check("--by", *by_);
}

void Selection::check_turns() const {
  if (!any_part_ || any_turn_) return;
  throw Error{{.cause = "no document has turns", .hint = "--turn-marker says how they begin"}};
}

void Selection::check(std::string_view option, const expr::Name& name) const {
  const Meaning meaning = meaning_of(name);
  if (meaning == Meaning::field && any_document_ && !fields_.contains(name.text)) {
    throw Error{{.cause = fmt::format("{}: no document has a field {}", option, name.text),
                 .hint = hint_for(name.text, fields_)}};
  }
  if (meaning == Meaning::turn && any_part_ && !any_turn_) {
    throw Error{{.cause = fmt::format("{}: no document has turns", option),
                 .hint = "--turn-marker says how they begin; [turn] is the field of that name"}};
  }
  if (meaning == Meaning::speaker && any_part_ && !any_speaker_ && !fields_.contains(name.text)) {
    throw Error{{.cause = fmt::format("{}: of no document is it known who speaks", option),
                 .hint = "--speakers A,B says who take turns, --turn-marker how these begin"}};
  }
}

}  // namespace corpus::cmd
