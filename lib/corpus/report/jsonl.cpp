// SPDX-License-Identifier: MIT
#include "corpus/report/formats.hpp"
#include "corpus/report/json.hpp"
#include "corpus/report/number.hpp"

namespace corpus::report {
namespace {

class JsonLinesWriter final : public Writer {
 public:
  JsonLinesWriter(Output& output, std::vector<Column> columns, WriterOptions options)
      : Writer(std::move(options.selection)),
        output_(output),
        columns_(std::move(columns)),
        escapes_(options.target == Target::terminal ? JsonEscapes::visible : JsonEscapes::minimal) {}

 private:
  void write_row(std::span<const Cell> cells) override {
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      output_.write(at == 0 ? '{' : ',');
      write_json_string(output_, columns_[at].name, escapes_);
      output_.write(':');
      write_cell(cells[at], columns_[at].kind);
    }
    output_.write("}\n");
  }

  void write_cell(const Cell& cell, Kind kind) {
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
      return kind == Kind::json ? write_json(output_, *text, escapes_) : write_json_string(output_, *text, escapes_);
    }
    char* begin = output_.room(longest_number);
    char* end = begin;
    if (const auto* count = std::get_if<std::uint64_t>(&cell)) end = print_count(begin, *count);
    if (const auto* real = std::get_if<double>(&cell)) end = print_real(begin, *real);
    end == begin ? output_.write("null") : output_.advance(static_cast<std::size_t>(end - begin));
  }

  Output& output_;
  std::vector<Column> columns_;
  JsonEscapes escapes_;
};

}  // namespace

std::unique_ptr<Writer> make_jsonl(Output& output, std::vector<Column> columns, WriterOptions options) {
  return std::make_unique<JsonLinesWriter>(output, std::move(columns), std::move(options));
}

}  // namespace corpus::report
