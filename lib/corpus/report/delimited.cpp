// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
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

/// Whether one of eight bytes is a backslash or a control, of which three are escaped. A byte that is less than what is
/// taken from it gets its high bit set; one that had it set before is masked out.
bool may_need_escape(std::uint64_t bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  const std::uint64_t backslashes = bytes ^ ('\\' * ones);  // where they are 0
  const std::uint64_t less = ((bytes - 0x20 * ones) & ~bytes) | ((backslashes - ones) & ~backslashes);
  return (less & 0x80 * ones) != 0;
}

/// Whether TSV has the text as it is.
bool is_plain(std::string_view text) {
  const auto eight_at = [&](std::size_t at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return bytes;
  };
  if (text.size() < 8) return std::none_of(text.begin(), text.end(), [](char byte) { return tsv_escape(byte) != 0; });
  for (std::size_t at = 0; at + 8 < text.size(); at += 8) {
    if (may_need_escape(eight_at(at))) return false;
  }
  return !may_need_escape(eight_at(text.size() - 8));
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
    if (reals_.size() < cells.size()) reals_.resize(cells.size());
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (column > 0) output_.write(separator);
      write_cell(cells[column], reals_[column]);
    }
    // A line with nothing in it is passed over by readers of CSV.
    if (comma_ && cells.size() == 1 && std::holds_alternative<std::monostate>(cells.front())) output_.write("\"\"");
    output_.write('\n');
  }

  /// A number that was printed.
  struct Real {
    double value = std::numeric_limits<double>::quiet_NaN();
    std::array<char, longest_number> text{};
    std::size_t size = 0;
  };

  void write_cell(const Cell& cell, Real& last) {
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
      comma_ ? write_csv(*text) : write_tsv(*text);
    } else if (const auto* count = std::get_if<std::uint64_t>(&cell)) {
      char* begin = output_.room(longest_number);
      output_.advance(static_cast<std::size_t>(print_count(begin, *count) - begin));
    } else if (const auto* real = std::get_if<double>(&cell)) {
      write_real(*real, last);
    }
  }

  /// Sorted rows often have the number of the row before, and to print one takes long.
  void write_real(double value, Real& last) {
    if (value != last.value) {
      last.value = value;
      last.size = static_cast<std::size_t>(print_real(last.text.data(), value) - last.text.data());
    }
    output_.write(std::string_view(last.text.data(), last.size));
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
  std::vector<Real> reals_;  ///< the last of each column
};

}  // namespace

void write_tsv_field(Output& output, std::string_view text) {
  if (is_plain(text)) return output.write(text);
  output.write(escaped_for_tsv(text));
}

std::unique_ptr<Writer> make_delimited(Output& output, const std::vector<Column>& columns, WriterOptions options) {
  return std::make_unique<DelimitedWriter>(output, columns, std::move(options));
}

}  // namespace corpus::report
