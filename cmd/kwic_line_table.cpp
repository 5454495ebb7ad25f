// SPDX-License-Identifier: MIT
#include "cmd/kwic_line_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "cmd/contains.hpp"
#include "corpus/report/json.hpp"

namespace corpus::cmd {
namespace {

/// The columns where --columns names none: what an eye can take in, a line of another program, or all there is.
std::vector<std::string> shown_columns(const KwicOptions& options, const Inputs& inputs, std::size_t queries) {
  const report::Format format = format_of(options.output);
  std::vector<std::string> names{"doc", "line", "column"};
  if (format == report::Format::table) names = {"place"};
  if (inputs.reading().turns != text::Turns::ignored) {
    if (format != report::Format::table) names.emplace_back("turn");
    names.emplace_back("speaker");
  }
  if (queries > 1) names.emplace_back("query");
  names.insert(names.end(), {"left", "node", "right"});
  if (format == report::Format::jsonl) {
    names.insert(names.end(), {"begin", "end", "left_tokens", "node_tokens", "right_tokens"});
  }
  return names;
}

/// How wide a context is likely to be; 0 where that is not known.
std::size_t width_of(const KwicOptions& options) {
  const search::Context context = read_context(options.context);
  return context.unit == search::ContextUnit::characters ? context.size : 0;
}

report::Cell text_cell(std::string_view text) { return text.empty() ? report::Cell{} : report::Cell{text}; }

/// `[{"form":"Of","type":"of","begin":12,"end":14}]`
void write_tokens(std::string& json, std::span<const search::LineToken> tokens) {
  json = "[";
  for (const search::LineToken& token : tokens) {
    json += json.size() > 1 ? R"(,{"form":)" : R"({"form":)";
    report::append_json_string(json, token.form);
    json += R"(,"type":)";
    report::append_json_string(json, token.type);
    fmt::format_to(std::back_inserter(json), R"(,"begin":{},"end":{}}})", token.span.begin, token.span.end);
  }
  json += ']';
}

/// The texts of a row that are valid until the next line only.
std::array<std::string_view*, 7> passing_texts(LineRow& row) {
  return {&row.speaker, &row.left, &row.node, &row.right, &row.left_tokens, &row.node_tokens, &row.right_tokens};
}

}  // namespace

HeldRow::HeldRow(const LineRow& row) : row_(row) {
  std::size_t size = 0;
  for (const std::string_view* text : passing_texts(row_)) size += text->size();
  // NOLINTNEXTLINE(modernize-make-unique): that would fill it first
  text_ = std::unique_ptr<char[]>(new char[size]);
  char* at = text_.get();
  for (std::string_view* text : passing_texts(row_)) {
    std::copy(text->begin(), text->end(), at);
    *text = {at, text->size()};
    at += text->size();
  }
}

LineTable::LineTable(const KwicOptions& options, const Inputs& inputs, std::span<const search::Query> queries)
    : queries_(queries),
      result_(options.output,
              {{"place", report::Kind::place},
               {"doc"},
               {"line", report::Kind::ordinal},
               {"column", report::Kind::ordinal},
               {"turn", report::Kind::ordinal},
               {"speaker"},
               {"query"},
               {.name = "left", .kind = report::Kind::left, .width = width_of(options)},
               {"node", report::Kind::node},
               {.name = "right", .kind = report::Kind::right, .width = width_of(options)},
               {"begin", report::Kind::ordinal},
               {"end", report::Kind::ordinal},
               {"left_tokens", report::Kind::json},
               {"node_tokens", report::Kind::json},
               {"right_tokens", report::Kind::json}},
              shown_columns(options, inputs, queries.size()), inputs.group_column()),
      has_footer_(format_of(options.output) == report::Format::table) {
  const std::vector<std::string> shown =
      options.output.columns.empty() ? shown_columns(options, inputs, queries.size()) : options.output.columns;
  const auto any_of = [&](std::initializer_list<std::string_view> names) {
    return std::any_of(shown.begin(), shown.end(),
                       [&](const std::string& column) { return column == "all" || contains(names, column); });
  };
  wants_place_ = any_of({"place"});
  wants_context_ = any_of({"left", "right"});
  wants_tokens_ = any_of({"left_tokens", "node_tokens", "right_tokens"});
}

HitNeeds LineTable::needs(search::Context context) const {
  if (wants_tokens_) return {.parts = search::LineParts::tokens, .context = context};
  return {.parts = search::LineParts::context, .context = wants_context_ ? context : HitNeeds{}.context};
}

const LineRow& LineTable::row_of(std::string_view document, const search::Line& line, std::string_view group) {
  row_ = {.document = document,
          .group = group,
          .query = queries_[line.query].text(),
          .place = line.place,
          .span = line.span,
          .turn = line.turn,
          .speaker = line.speaker,
          .left = line.left,
          .node = line.node,
          .right = line.right};
  if (!wants_tokens_) return row_;
  write_tokens(left_tokens_, line.left_tokens);
  write_tokens(node_tokens_, line.node_tokens);
  write_tokens(right_tokens_, line.right_tokens);
  row_.left_tokens = left_tokens_;
  row_.node_tokens = node_tokens_;
  row_.right_tokens = right_tokens_;
  return row_;
}

void LineTable::print(const LineRow& row) {
  if (wants_place_) place_ = fmt::format("{}:{}", row.document, row.place.line);
  result_.group(row.group);
  result_.row({std::string_view(place_), row.document, row.place.line, row.place.column,
               row.turn == 0 ? report::Cell{} : report::Cell{row.turn}, text_cell(row.speaker), row.query, row.left,
               row.node, row.right, row.span.begin, row.span.end, row.left_tokens, row.node_tokens, row.right_tokens});
}

void LineTable::finish(std::string_view footer) {
  result_.footer(footer);
  result_.finish();
}

}  // namespace corpus::cmd
