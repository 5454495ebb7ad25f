// SPDX-License-Identifier: MIT
#include <algorithm>
#include <numeric>
#include <utility>

#include "corpus/report/fit.hpp"
#include "corpus/report/formats.hpp"
#include "corpus/report/safety.hpp"
#include "corpus/unicode/grapheme.hpp"

namespace corpus::report {
namespace {

constexpr std::size_t rows_held = 1000;
constexpr std::size_t gap = 2;             // between columns
constexpr std::size_t narrowest_text = 8;  // shorter than this, text says nothing
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view plain = "\x1b[0m";

using Line = std::vector<std::string>;

class TableWriter final : public Writer {
 public:
  TableWriter(Output& output, std::vector<Column> columns, WriterOptions options)
      : Writer(std::move(options.selection)),
        output_(output),
        columns_(std::move(columns)),
        header_(options.header),
        color_(options.color),
        limit_(options.terminal_width) {
    for (const Column& column : columns_) {
      names_.push_back(visible(column.name));
      notes_.push_back(column.note);
    }
    widths_.assign(columns_.size(), 0);
  }

  void footer(std::string_view text) override { footer_ = visible(text); }

  void finish() override {
    lay_out();
    if (!footer_.empty()) write_styled(footer_, dim);
  }

 private:
  void write_row(std::span<const Cell> cells) override {
    Line line;
    for (std::size_t at = 0; at < columns_.size(); ++at) line.push_back(readable(cells[at], columns_[at]));
    if (laid_out_) return write_line(std::move(line));
    held_.push_back(std::move(line));
    if (held_.size() == rows_held) lay_out();
  }

  void lay_out() {
    if (std::exchange(laid_out_, true)) return;
    if (header_ == Header::shown) {
      widen(names_);
      widen(notes_);
    }
    for (const Line& line : held_) widen(line);
    narrow();
    if (header_ == Header::shown) {
      write_styled(aligned(names_), bold);
      if (const std::string notes = aligned(notes_); !notes.empty()) write_styled(notes, dim);
    }
    for (Line& line : held_) write_line(std::move(line));
    held_ = {};
  }

  void widen(const Line& line) {
    for (std::size_t at = 0; at < line.size(); ++at)
      widths_[at] = std::max(widths_[at], unicode::display_width(line[at]));
  }

  /// Takes from the widest text, column by column, until the line fits or nothing can give.
  void narrow() {
    if (!limit_) return;
    for (std::size_t at = 0; at < widths_.size(); ++at)
      widths_[at] = std::min(widths_[at], std::max(*limit_, least(at)));
    for (std::size_t excess = std::max(total(), *limit_) - *limit_; excess > 0; --excess) {
      std::optional<std::size_t> widest;
      for (std::size_t at = 0; at < widths_.size(); ++at) {
        if (widths_[at] > least(at) && (!widest || widths_[at] > widths_[*widest])) widest = at;
      }
      if (!widest) return;
      --widths_[*widest];
    }
  }

  /// What a column cannot go below: numbers are never cut, nor are headings.
  std::size_t least(std::size_t at) const {
    if (!is_text(columns_[at].kind)) return widths_[at];
    return std::max(narrowest_text, header_ == Header::shown ? unicode::display_width(names_[at]) : 0);
  }

  std::size_t total() const {
    return std::accumulate(widths_.begin(), widths_.end(), widths_.empty() ? 0 : gap * (widths_.size() - 1));
  }

  void write_line(Line line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (limit_ && is_text(columns_[at].kind)) {
        const std::size_t spare = std::max(total(), *limit_) - total();
        const std::size_t width = std::max<std::size_t>(widths_[at] + spare, 1);
        line[at] = columns_[at].kind == Kind::place ? shortened_place(std::move(line[at]), width)
                                                    : shortened(std::move(line[at]), width);
      }
      widths_[at] = std::max(widths_[at], unicode::display_width(line[at]));
    }
    output_.write(aligned(line));
    output_.write('\n');
  }

  std::string aligned(const Line& line) const {
    std::string text;
    for (std::size_t at = 0; at < line.size(); ++at) {
      const bool last = at + 1 == line.size();
      const bool left = is_text(columns_[at].kind);
      const std::size_t padding = widths_[at] - unicode::display_width(line[at]);
      if (!left) text.append(padding, ' ');
      text += has_right_to_left(line[at]) ? isolated(line[at]) : line[at];
      if (!last) text.append(left ? padding + gap : gap, ' ');
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  }

  void write_styled(std::string_view text, std::string_view style) {
    const bool styled = color_ == Color::on;
    if (styled) output_.write(style);
    output_.write(text);
    if (styled) output_.write(plain);
    output_.write('\n');
  }

  Output& output_;
  std::vector<Column> columns_;
  Header header_;
  Color color_;
  std::optional<std::size_t> limit_;
  Line names_;
  Line notes_;
  std::vector<std::size_t> widths_;
  std::vector<Line> held_;  // until laid out
  bool laid_out_ = false;
  std::string footer_;
};

}  // namespace

std::unique_ptr<Writer> make_table(Output& output, std::vector<Column> columns, WriterOptions options) {
  return std::make_unique<TableWriter>(output, std::move(columns), std::move(options));
}

}  // namespace corpus::report
