// SPDX-License-Identifier: MIT
#include "corpus/report/svg_bar_code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/report/fit.hpp"
#include "corpus/report/number.hpp"
#include "corpus/report/safety.hpp"
#include "corpus/report/xml.hpp"
#include "corpus/unicode/grapheme.hpp"

namespace corpus::report {
namespace {

/// Tenths of a point: whole numbers print the same everywhere.
using Length = std::uint64_t;

constexpr Length page_width = 4820;  // 170 mm
constexpr Length margin = 60;
constexpr Length letter = 46;  // a column of text of 8 points, about; nobody knows the font
constexpr Length beside = 60;  // between a row and what stands beside it
constexpr Length row_height = 130;
constexpr Length bar_height = 90;
constexpr Length title_height = 170;
constexpr Length panel_gap = 80;
constexpr Length axis_height = 340;
constexpr std::size_t widest_name = 36;  // columns

std::string points(Length length) { return fmt::format("{}.{}", length / 10, length % 10); }

std::string name_of(const BarCode& bar) { return shortened_name(visible(bar.document), widest_name); }

std::string numbers_of(const BarCode& bar) {
  return fmt::format("{} / {}", format_grouped(bar.positions.size()), format_grouped(bar.tokens));
}

class Figure {
 public:
  Figure(Output& output, std::span<const BarCode> bars) : output_(output), bars_(bars) {
    std::size_t name = unicode::display_width(documents_heading);
    std::size_t numbers = numbers_heading.size();
    for (const BarCode& bar : bars_) {
      name = std::max(name, unicode::display_width(name_of(bar)));
      numbers = std::max(numbers, numbers_of(bar).size());
    }
    left_ = margin + name * letter + beside;
    right_ = page_width - margin - numbers * letter - beside;
  }

  void write() {
    write_head();
    Length y = margin;
    for (std::size_t i = 0; i < bars_.size(); ++i) {
      const bool fresh = i == 0 || bars_[i].query != bars_[i - 1].query;
      if (fresh) {
        if (i != 0) y += panel_gap;
        write_title(bars_[i].query, y + title_height - beside);
        y += title_height;
      }
      write_row(bars_[i], y);
      y += row_height;
    }
    write_axis(y);
    output_.write("</svg>\n");
  }

 private:
  static constexpr std::string_view documents_heading = "document";
  static constexpr std::string_view numbers_heading = "hits / tokens";

  [[nodiscard]] std::vector<std::string_view> queries() const {
    std::vector<std::string_view> queries;
    for (const BarCode& bar : bars_) {
      if (queries.empty() || queries.back() != bar.query) queries.push_back(bar.query);
    }
    return queries;
  }

  void write_head() {
    const std::vector<std::string_view> queries = this->queries();
    const Length gaps = queries.empty() ? 0 : (queries.size() - 1) * panel_gap;
    const Length height = margin + queries.size() * title_height + bars_.size() * row_height + gaps + axis_height;
    output_.write(fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"{0}pt\" height=\"{1}pt\" "
        "viewBox=\"0 0 {0} {1}\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"8\">\n<title>Dispersion of ",
        points(page_width), points(height)));
    for (std::size_t i = 0; i < queries.size(); ++i) {
      if (i != 0) output_.write(", ");
      write_xml(output_, visible(queries[i]));
    }
    output_.write(fmt::format(
        "</title>\n<desc>Each stroke is a hit; each row is a document, from its beginning to its end.</desc>\n"
        "<rect width=\"{}\" height=\"{}\" fill=\"white\"/>\n",
        points(page_width), points(height)));
  }

  /// `attributes` begin with a space, if there are any.
  void write_text(Length x, Length y, std::string_view attributes, std::string_view text) {
    output_.write(fmt::format("<text x=\"{}\" y=\"{}\"{}>", points(x), points(y), attributes));
    write_xml(output_, text);
    output_.write("</text>\n");
  }

  void write_title(std::string_view query, Length y) {
    write_text(left_ - beside, y, anchored_end, documents_heading);
    const std::size_t room = (right_ - left_) / letter;
    write_text(left_, y, " font-style=\"italic\"", shortened(visible(query), std::max<std::size_t>(room, 1)));
    write_text(right_ + beside, y, "", numbers_heading);
  }

  void write_row(const BarCode& bar, Length y) {
    const Length base = y + bar_height - 15;  // of the letters
    write_text(left_ - beside, base, anchored_end, name_of(bar));
    output_.write(fmt::format(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"#999\" stroke-width=\"0.4\"/>\n",
        points(left_), points(y), points(right_ - left_), points(bar_height)));
    if (!bar.positions.empty()) write_strokes(bar, y);
    write_text(right_ + beside, base, "", numbers_of(bar));
  }

  void write_strokes(const BarCode& bar, Length y) {
    output_.write("<path stroke=\"black\" stroke-width=\"0.7\" d=\"");
    Length last = 0;
    for (const std::uint64_t position : bar.positions) {
      // In the middle of the room that a token has.
      const Length x = left_ + (2 * (position - bar.begin) + 1) * (right_ - left_) / (2 * bar.tokens);
      if (x == last) continue;
      output_.write(fmt::format("M{} {}v{}", points(x), points(y), points(bar_height)));
      last = x;
    }
    output_.write("\"/>\n");
  }

  void write_axis(Length y) {
    output_.write(fmt::format("<path fill=\"none\" stroke=\"black\" stroke-width=\"0.6\" d=\"M{} {}H{}", points(left_),
                              points(y), points(right_)));
    for (unsigned tick = 0; tick <= 4; ++tick) output_.write(fmt::format("M{} {}v3", points(at(tick)), points(y)));
    output_.write("\"/>\n");
    for (unsigned tick = 0; tick <= 4; ++tick) {
      write_text(at(tick), y + 120, anchored_middle, fmt::format("{}", 25 * tick));
    }
    write_text((left_ + right_) / 2, y + 240, anchored_middle, "place in the document (% of its tokens)");
  }

  [[nodiscard]] Length at(unsigned quarter) const { return left_ + quarter * (right_ - left_) / 4; }

  static constexpr std::string_view anchored_end = " text-anchor=\"end\"";
  static constexpr std::string_view anchored_middle = " text-anchor=\"middle\"";

  Output& output_;
  std::span<const BarCode> bars_;
  Length left_ = 0;   ///< of the rows
  Length right_ = 0;  ///< of them
};

}  // namespace

void write_svg_bar_codes(Output& output, std::span<const BarCode> bars) { Figure{output, bars}.write(); }

}  // namespace corpus::report
