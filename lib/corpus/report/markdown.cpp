// SPDX-License-Identifier: MIT
#include <utility>

#include "corpus/report/formats.hpp"

namespace corpus::report {
namespace {

bool is_alphanumeric(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/// What would end the cell, or begin emphasis, code, a link, a tag or an entity. CommonMark lets a backslash stand
/// before any punctuation of ASCII. An underscore within a word begins nothing: `per_million` stays readable.
std::string escaped_for_markdown(std::string_view text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool within_word =
        at > 0 && at + 1 < text.size() && is_alphanumeric(text[at - 1]) && is_alphanumeric(text[at + 1]);
    const bool markup =
        text[at] == '_' ? !within_word : std::string_view{"\\|`*[]<~&"}.find(text[at]) != std::string_view::npos;
    if (markup) escaped += '\\';
    escaped += text[at];
  }
  return escaped;
}

/// Without a header only the body's lines are written: to be pasted below a table that has one.
class MarkdownWriter final : public Writer {
 public:
  MarkdownWriter(Output& output, std::vector<Column> columns, WriterOptions options)
      : Writer(std::move(options.selection)), output_(output), columns_(std::move(columns)) {
    if (options.header == Header::hidden) return;
    for (const Column& column : columns_) write_cell(escaped_for_markdown(column.name));
    output_.write("|\n");
    for (const Column& column : columns_) write_cell(is_text(column.kind) ? "---" : "---:");
    output_.write("|\n");
  }

 private:
  void write_row(std::span<const Cell> cells) override {
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      write_cell(escaped_for_markdown(readable(cells[at], columns_[at])));
    }
    output_.write("|\n");
  }

  void write_cell(std::string_view text) {
    output_.write("| ");
    output_.write(text);
    if (!text.empty()) output_.write(' ');
  }

  Output& output_;
  std::vector<Column> columns_;
};

}  // namespace

std::unique_ptr<Writer> make_markdown(Output& output, std::vector<Column> columns, WriterOptions options) {
  return std::make_unique<MarkdownWriter>(output, std::move(columns), std::move(options));
}

}  // namespace corpus::report
