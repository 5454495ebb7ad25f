// SPDX-License-Identifier: MIT
#include "corpus/report/formats.hpp"
#include "corpus/report/json.hpp"
#include "corpus/report/number.hpp"

namespace corpus::report {
namespace {

class JsonLinesWriter final : public Writer {
 public:
  JsonLinesWriter(Output& output, const std::vector<Column>& columns, WriterOptions options)
      : Writer(std::move(options.selection)),
        output_(output),
        escapes_(options.target == Target::terminal ? JsonEscapes::visible : JsonEscapes::minimal) {
    for (const Column& column : columns) names_.push_back(column.name);
  }

 private:
  void write_row(std::span<const Cell> cells) override {
    for (std::size_t at = 0; at < names_.size(); ++at) {
      output_.write(at == 0 ? '{' : ',');
      write_json_string(output_, names_[at], escapes_);
      output_.write(':');
      write_cell(cells[at]);
    }
    output_.write("}\n");
  }

  void write_cell(const Cell& cell) {
    if (const auto* text = std::get_if<std::string_view>(&cell)) return write_json_string(output_, *text, escapes_);
    char* begin = output_.room(longest_number);
    char* end = begin;
    if (const auto* count = std::get_if<std::uint64_t>(&cell)) end = print_count(begin, *count);
    if (const auto* real = std::get_if<double>(&cell)) end = print_real(begin, *real);
    end == begin ? output_.write("null") : output_.advance(static_cast<std::size_t>(end - begin));
  }

  Output& output_;
  JsonEscapes escapes_;
  std::vector<std::string> names_;
};

}  // namespace

std::unique_ptr<Writer> make_jsonl(Output& output, const std::vector<Column>& columns, WriterOptions options) {
  return std::make_unique<JsonLinesWriter>(output, columns, std::move(options));
}

}  // namespace corpus::report
