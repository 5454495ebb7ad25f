// SPDX-License-Identifier: MIT
#include "corpus/report/concordance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/report/fit.hpp"
#include "corpus/report/formats.hpp"
#include "corpus/report/safety.hpp"
#include "corpus/unicode/grapheme.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::report {
namespace {

using unicode::display_width;

constexpr std::size_t gap = 2;             // between columns
constexpr std::size_t usual_context = 60;  // where neither window nor column says how much
constexpr std::size_t usual_node = 8;      // makes both contexts equally wide
constexpr std::size_t usual_number = 4;
constexpr std::size_t narrowest_node = 8;  // shorter than this, text says nothing
constexpr std::size_t widest_lead = 40;    // of text before the three, where there is no window
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view node_color = "\x1b[1;31m";  // as grep and rg have it
constexpr std::string_view plain = "\x1b[0m";

constexpr std::string_view left_to_right_isolate = "\u2066";
constexpr std::string_view right_to_left_isolate = "\u2067";
constexpr std::string_view end_of_isolate = "\u2069";
// Keeps the spaces that end a mirrored line within it: those at the very end of a line belong to the window.
constexpr std::string_view left_to_right_mark = "\u200e";

std::size_t less(std::size_t from, std::size_t what) { return from - std::min(from, what); }

/// As it is shown: a line that began with ten spaces, or an empty one, would take the room of words.
std::string single_spaced(std::string text) {
  if (text.find("  ") == std::string::npos) return text;
  const auto both_spaces = [](char a, char b) { return a == ' ' && b == ' '; };
  text.erase(std::unique(text.begin(), text.end(), both_spaces), text.end());
  return text;
}

/// The three, as they are shown.
struct Pieces {
  std::string_view left;
  std::string_view node;
  std::string_view right;
};

/// The colours of a line.
struct Styles {
  std::string_view lead;
  std::string_view node;
};

enum class Direction {
  one,            ///< nothing runs from right to left
  left_to_right,  ///< the line does; something in it does not
  right_to_left,
};

Direction direction_of(const Pieces& pieces) {
  const std::array texts{pieces.left, pieces.node, pieces.right};
  if (std::none_of(texts.begin(), texts.end(), has_right_to_left)) return Direction::one;
  std::array<std::size_t, 2> letters{};
  for (const std::string_view text : texts) {
    for (std::size_t at = 0; at < text.size();) {
      const auto [point, length] = unicode::decode(text, at);
      if (unicode::category(point) == unicode::Category::letter) ++letters[is_right_to_left(point) ? 1 : 0];
      at += length;
    }
  }
  return letters[1] > letters[0] ? Direction::right_to_left : Direction::left_to_right;
}

/// Of a column before the three, to go by its first row, if it does not say itself.
std::size_t expected_width(const Column& column, const Cell& first) {
  if (column.width > 0) return column.width;
  const std::string text = readable(first, column);
  // Lines further down have longer numbers.
  if (column.kind == Kind::place) return display_width(text.substr(0, text.rfind(':') + 1)) + usual_number;
  return is_text(column.kind) ? display_width(text) : std::max(display_width(text), usual_number);
}

class ConcordanceWriter final : public Writer {
 public:
  ConcordanceWriter(Output& output, std::vector<Column> columns, WriterOptions options)
      : Writer(std::move(options.selection)),
        output_(output),
        columns_(std::move(columns)),
        header_(options.header),
        color_(options.color),
        steered_(options.target == Target::terminal && options.color == Color::on),
        window_(options.terminal_width) {
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      names_.push_back(visible(columns_[at].name));
      if (columns_[at].kind == Kind::left) {
        left_ = at;
      } else if (columns_[at].kind == Kind::node) {
        node_ = at;
      } else if (columns_[at].kind == Kind::right) {
        right_ = at;
      } else {
        leads_.push_back({.column = at});
      }
    }
    right_width_ = right_ && columns_[*right_].width > 0 ? columns_[*right_].width : usual_context;
  }

  void footer(std::string_view text) override { footer_ = visible(text); }

  void finish() override {
    if (footer_.empty()) return;
    write_styled(footer_, dim);
    output_.write('\n');
  }

 private:
  /// A column that stands before the three.
  struct Lead {
    std::size_t column = 0;
    std::size_t width = 0;  ///< so far
  };

  /// Once and for all, before the first row: where nodes begin, and how wide leading text can become.
  void lay_out(std::span<const Cell> first) {
    const auto texts = static_cast<std::size_t>(
        std::count_if(leads_.begin(), leads_.end(), [&](const Lead& lead) { return is_text(kind_of(lead)); }));
    // One may take a quarter of the window, several two fifths together.
    if (window_ && texts > 0) lead_limit_ = std::max<std::size_t>(std::min(*window_ / 4, *window_ * 2 / 5 / texts), 4);
    std::size_t used = 0;
    for (Lead& lead : leads_) {
      const bool text = is_text(kind_of(lead));
      const std::size_t name = header_ == Header::shown ? display_width(names_[lead.column]) : 0;
      const std::size_t width = expected_width(columns_[lead.column], first[lead.column]);
      lead.width = std::min(std::max(width, name), text ? lead_limit_ : std::string::npos);
      used += lead.width + gap;
    }
    const std::size_t left = left_ ? left_width(used) : 0;
    node_at_ = used + (left == 0 ? 0 : left + gap);
  }

  [[nodiscard]] std::size_t left_width(std::size_t used) const {
    const std::size_t wanted = columns_[*left_].width;
    if (!window_) return wanted == 0 ? usual_context : wanted;
    const std::size_t half = less(*window_, used + gap + usual_node + gap) / 2;
    return wanted == 0 ? half : std::min(wanted, half);
  }

  [[nodiscard]] Kind kind_of(const Lead& lead) const { return columns_[lead.column].kind; }

  void write_row(std::span<const Cell> cells) override {
    if (!std::exchange(laid_out_, true)) lay_out(cells);
    if (std::exchange(header_, Header::hidden) == Header::shown) {
      const std::vector<Cell> names(names_.begin(), names_.end());
      write_line(names, {.lead = bold, .node = bold});
    }
    write_line(cells, {.lead = dim, .node = node_color});
  }

  void write_line(std::span<const Cell> cells, const Styles& styles) {
    const std::string before = leading(cells);
    const std::size_t used = display_width(before);
    const std::string left = left_ ? single_spaced(readable(cells[*left_], columns_[*left_])) : "";
    const std::string right = right_ ? single_spaced(readable(cells[*right_], columns_[*right_])) : "";
    const std::string node = fitted_node(single_spaced(readable(cells[node_], columns_[node_])), used);
    const Pieces pieces{
        .left = end_of_left(left, used), .node = node, .right = beginning_of_right(right, display_width(node), used)};
    write_styled(before, styles.lead);
    write_pieces(pieces, used, styles);
    output_.write('\n');
  }

  /// What stands before the three, with the gap behind it.
  std::string leading(std::span<const Cell> cells) {
    std::string text;
    for (Lead& lead : leads_) {
      std::string cell = readable(cells[lead.column], columns_[lead.column]);
      const Kind kind = kind_of(lead);
      if (kind == Kind::place) {
        cell = shortened_place(std::move(cell), lead_limit_);
      } else if (is_text(kind)) {
        cell = shortened(std::move(cell), lead_limit_);
      }
      const std::size_t width = display_width(cell);
      lead.width = std::max(lead.width, width);
      const std::size_t padding = lead.width - width;
      if (!is_text(kind)) text.append(padding, ' ');
      text += has_right_to_left(cell) ? isolated(cell) : cell;
      text.append(is_text(kind) ? padding + gap : gap, ' ');
    }
    return text;
  }

  [[nodiscard]] std::string_view end_of_left(std::string_view left, std::size_t used) const {
    left = left.substr(0, left.find_last_not_of(' ') + 1);
    return end_within(left, less(node_at_, used + gap));
  }

  /// What is left of the window behind the column where a node begins.
  [[nodiscard]] std::size_t room(std::size_t used) const { return less(*window_, std::max(node_at_, used)); }

  [[nodiscard]] std::string fitted_node(std::string node, std::size_t used) const {
    return window_ ? shortened(std::move(node), std::max(room(used), narrowest_node)) : node;
  }

  [[nodiscard]] std::string_view beginning_of_right(std::string_view right, std::size_t node, std::size_t used) const {
    right.remove_prefix(std::min(right.size(), right.find_first_not_of(' ')));
    const std::size_t width = window_ ? less(room(used), node + gap) : right_width_;
    right = width == 0 ? "" : beginning_within(right, width);
    return right.substr(0, right.find_last_not_of(' ') + 1);
  }

  void write_pieces(const Pieces& pieces, std::size_t used, const Styles& styles) {
    const std::size_t begin = std::max(node_at_, used);  // of the node
    const std::size_t gap_before = std::min(begin - used, gap);
    const Direction direction = direction_of(pieces);
    if (direction == Direction::right_to_left) output_.write(right_to_left_isolate);
    write_spaces(begin - used - gap_before - display_width(pieces.left));
    write_piece(pieces.left, direction);
    if (steered_ && !unicode::is_ascii(pieces.left))
      output_.write(fmt::format("\x1b[{}G\x1b[K", begin - gap_before + 1));
    write_spaces(gap_before);
    write_piece(pieces.node, direction, styles.node);
    std::size_t end = begin + display_width(pieces.node);
    if (!pieces.right.empty()) {
      write_spaces(gap);
      write_piece(pieces.right, direction);
      end += gap + display_width(pieces.right);
    }
    if (direction != Direction::right_to_left) return;
    write_spaces(less(window_ ? *window_ : node_at_ + usual_node + gap + right_width_, end));
    output_.write(end_of_isolate);
    output_.write(left_to_right_mark);
  }

  void write_piece(std::string_view text, Direction direction, std::string_view style = {}) {
    if (direction == Direction::one || text.empty()) return write_styled(text, style);
    output_.write(direction == Direction::right_to_left ? right_to_left_isolate : left_to_right_isolate);
    write_styled(text, style);
    output_.write(end_of_isolate);
  }

  void write_styled(std::string_view text, std::string_view style) {
    const bool styled = color_ == Color::on && !style.empty() && !text.empty();
    if (styled) output_.write(style);
    output_.write(text);
    if (styled) output_.write(plain);
  }

  void write_spaces(std::size_t count) {
    for (; count > 0; --count) output_.write(' ');
  }

  Output& output_;
  std::vector<Column> columns_;
  std::vector<std::string> names_;
  Header header_;  ///< hidden once it is written
  Color color_;
  bool steered_;
  std::optional<std::size_t> window_;
  std::vector<Lead> leads_;
  std::size_t lead_limit_ = widest_lead;  ///< of text among them
  std::optional<std::size_t> left_;       ///< the column
  std::size_t node_ = 0;                  ///< the column
  std::optional<std::size_t> right_;      ///< the column
  std::size_t right_width_ = 0;           ///< of the context, where there is no window
  bool laid_out_ = false;
  std::size_t node_at_ = 0;  ///< where nodes begin on the line
  std::string footer_;
};

}  // namespace

bool is_concordance(const std::vector<Column>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const Column& column) { return column.kind == Kind::node; });
}

std::unique_ptr<Writer> make_concordance(Output& output, std::vector<Column> columns, WriterOptions options) {
  return std::make_unique<ConcordanceWriter>(output, std::move(columns), std::move(options));
}

}  // namespace corpus::report
