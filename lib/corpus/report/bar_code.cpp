// SPDX-License-Identifier: MIT
#include "corpus/report/bar_code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/report/fit.hpp"
#include "corpus/report/number.hpp"
#include "corpus/report/safety.hpp"
#include "corpus/unicode/grapheme.hpp"

namespace corpus::report {
namespace {

using unicode::display_width;

constexpr std::array<std::string_view, 9> blocks{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::size_t gap = 2;             // between columns
constexpr std::size_t narrowest_text = 8;  // shorter than this, names say nothing
constexpr std::size_t narrowest_bar = 10;
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view plain = "\x1b[0m";

/// How many hits there are in each column.
std::vector<std::uint64_t> columns_of(const BarCode& bar, std::size_t width) {
  std::vector<std::uint64_t> columns(width);
  for (const std::uint64_t position : bar.positions) ++columns[(position - bar.begin) * width / bar.tokens];
  return columns;
}

class BarCodeWriter {
 public:
  BarCodeWriter(Output& output, std::span<const BarCode> bars, const BarCodeOptions& options)
      : output_(output), bars_(bars), options_(options) {
    lay_out();
    for (const BarCode& bar : bars_) {
      const auto columns = columns_of(bar, bar_width_);
      most_ = std::max(most_, *std::max_element(columns.begin(), columns.end()));
    }
  }

  void write() {
    if (options_.header == Header::shown) write_header();
    for (const BarCode& bar : bars_) write_line(bar);
  }

 private:
  [[nodiscard]] bool has_query() const { return options_.query == QueryColumn::shown; }
  [[nodiscard]] std::size_t numbers() const { return hits_ + tokens_ + 2 * gap; }
  [[nodiscard]] std::size_t names() const { return document_ + (has_query() ? query_ + gap : 0); }
  [[nodiscard]] std::size_t bar_room() const {
    const std::size_t taken = names() + numbers() + gap + 2;
    return options_.width > taken ? options_.width - taken : 0;
  }

  void lay_out() {
    for (const BarCode& bar : bars_) {
      query_ = std::max(query_, display_width(visible(bar.query)));
      document_ = std::max(document_, display_width(visible(bar.document)));
      hits_ = std::max(hits_, format_grouped(bar.positions.size()).size());
      tokens_ = std::max(tokens_, format_grouped(bar.tokens).size());
    }
    const std::size_t least = std::max(2 * options_.width / 5, narrowest_bar);
    while (bar_room() < least && (document_ > narrowest_text || (has_query() && query_ > narrowest_text))) {
      --(has_query() && query_ > document_ ? query_ : document_);
    }
    bar_width_ = std::max(bar_room(), narrowest_bar);
  }

  void write_header() {
    if (bars_.empty()) return;
    std::string line;
    if (has_query()) line += fmt::format("{:<{}}", "query", query_ + gap);
    line += fmt::format("{:<{}}", "document", document_ + gap);
    line += fmt::format("{:>{}}{:>{}}", "hits", hits_, "tokens", tokens_ + gap);
    if (most_ > 0) line += fmt::format("  █ is {} hit{}", format_grouped(most_), most_ == 1 ? "" : "s");
    write_styled(line, bold);
    output_.write('\n');
  }

  void write_line(const BarCode& bar) {
    if (has_query()) write_name(shortened(visible(bar.query), query_), query_);
    write_name(shortened_name(visible(bar.document), document_), document_);
    output_.write(fmt::format("{:>{}}{:>{}}  ", format_grouped(bar.positions.size()), hits_, format_grouped(bar.tokens),
                              tokens_ + gap));
    write_styled("│", dim);
    for (const std::uint64_t hits : columns_of(bar, bar_width_)) {
      output_.write(blocks[hits == 0 ? 0 : (8 * hits + most_ - 1) / most_]);
    }
    write_styled("│", dim);
    output_.write('\n');
  }

  void write_name(const std::string& name, std::size_t width) {
    output_.write(has_right_to_left(name) ? isolated(name) : name);
    output_.write(std::string(width - display_width(name) + gap, ' '));
  }

  void write_styled(std::string_view text, std::string_view style) {
    const bool styled = options_.color == Color::on;
    if (styled) output_.write(style);
    output_.write(text);
    if (styled) output_.write(plain);
  }

  Output& output_;
  std::span<const BarCode> bars_;
  const BarCodeOptions& options_;
  // Widths of columns, at least those of their headings.
  std::size_t query_ = 5;
  std::size_t document_ = 8;
  std::size_t hits_ = 4;
  std::size_t tokens_ = 6;
  std::size_t bar_width_ = narrowest_bar;
  std::uint64_t most_ = 0;
};

}  // namespace

void write_bar_codes(Output& output, std::span<const BarCode> bars, const BarCodeOptions& options) {
  BarCodeWriter{output, bars, options}.write();
}

}  // namespace corpus::report
