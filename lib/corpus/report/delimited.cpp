// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <utility>

#include "corpus/report/formats.hpp"
#include "corpus/report/number.hpp"
#include "corpus/report/safety.hpp"

namespace corpus::report {
namespace {

/// The letter after the backslash, or 0 for a byte that stays as it is.
char tsv_escape(char byte) {
  switch (byte) {
    case '\t':
      return 't';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\\':
      return '\\';
    default:
      return 0;
  }
}

std::string escaped_for_tsv(std::string_view text) {
  std::string escaped;
  for (const char byte : text) {
    const char letter = tsv_escape(byte);
    if (letter != 0) escaped += '\\';
    escaped += letter != 0 ? letter : byte;
  }
  return escaped;
}

bool starts_like_a_formula(std::string_view text) {
  using namespace std::string_view_literals;
  constexpr std::array starts{"="sv,  "+"sv,  "-"sv,      "@"sv,      "\t"sv,     "\r"sv,
                              "\n"sv, "\0"sv, "\uFF1D"sv, "\uFF0B"sv, "\uFF0D"sv, "\uFF20"sv};
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

void write_quoted(Output& output, std::string_view text) {
  for (const char byte : text) {
    if (byte == '"') output.write('"');
    output.write(byte);
  }
}

class DelimitedWriter final : public Writer {
 public:
  DelimitedWriter(Output& output, const std::vector<Column>& columns, WriterOptions options)
      : Writer(std::move(options.selection)),
        output_(output),
        comma_(options.format == Format::csv),
        safe_(options.csv_safe == CsvSafe::on),
        terminal_(options.target == Target::terminal) {
    if (options.header == Header::hidden) return;
    std::vector<Cell> names;
    names.reserve(columns.size());
    for (const Column& column : columns) names.emplace_back(column.name);
    write_row(names);
  }

 private:
  void write_row(std::span<const Cell> cells) override {
    const char separator = comma_ ? ',' : '\t';
    bool first = true;
    for (const Cell& cell : cells) {
      if (!first) output_.write(separator);
      first = false;
      write_cell(cell);
    }
    // A line with nothing in it is passed over by readers of CSV.
    if (comma_ && cells.size() == 1 && std::holds_alternative<std::monostate>(cells.front())) output_.write("\"\"");
    output_.write('\n');
  }

  void write_cell(const Cell& cell) {
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
      comma_ ? write_csv(*text) : write_tsv(*text);
    } else if (const auto* count = std::get_if<std::uint64_t>(&cell)) {
      char* begin = output_.room(longest_number);
      output_.advance(static_cast<std::size_t>(print_count(begin, *count) - begin));
    } else if (const auto* real = std::get_if<double>(&cell)) {
      char* begin = output_.room(longest_number);
      output_.advance(static_cast<std::size_t>(print_real(begin, *real) - begin));
    }
  }

  void write_tsv(std::string_view text) {
    // Escaped first: a backslash of `visible` must not become two.
    if (terminal_ && !is_safe(text)) return output_.write(visible(escaped_for_tsv(text)));
    write_tsv_field(output_, text);
  }

  void write_csv(std::string_view text) {
    const bool formula = safe_ && starts_like_a_formula(text);
    std::string shown;
    if (terminal_ && !is_safe(text)) text = shown = visible(text);
    if (!formula && !text.empty() && text.find_first_of(",\"\r\n") == std::string_view::npos)
      return output_.write(text);
    output_.write('"');
    if (formula) output_.write('\'');
    write_quoted(output_, text);
    output_.write('"');
  }

  Output& output_;
  bool comma_;
  bool safe_;
  bool terminal_;
};

}  // namespace

void write_tsv_field(Output& output, std::string_view text) {
  const bool plain = std::none_of(text.begin(), text.end(), [](char byte) { return tsv_escape(byte) != 0; });
  output.write(plain ? text : std::string_view{escaped_for_tsv(text)});
}

std::unique_ptr<Writer> make_delimited(Output& output, const std::vector<Column>& columns, WriterOptions options) {
  return std::make_unique<DelimitedWriter>(output, columns, std::move(options));
}

}  // namespace corpus::report
