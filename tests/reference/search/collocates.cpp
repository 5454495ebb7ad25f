// SPDX-License-Identifier: MIT
#include "reference/search/collocates.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

#include "corpus/text/units.hpp"
#include "corpus/unicode/sentence.hpp"

namespace corpus::reference {
namespace {

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string type;
  std::size_t unit = 0;  ///< of those that windows lie in
};

/// Parts that follow each other and are counted together.
class Run {
 public:
  Run(std::vector<Part> parts, search::Paragraphs paragraphs, const search::CollocateOptions& options)
      : parts_(std::move(parts)), paragraphs_(paragraphs), options_(options) {
    for (const Part& part : parts_) text_ += part.text;
    text::Tokenizer tokenizer{options.nodes.rules};
    tokenizer.start(text_);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
      for (const text::Token& token : batch) {
        tokens_.push_back({token.begin, token.end, std::string(token.type())});
      }
    }
    if (options.within != search::Within::document) number_units();
  }

  void count(std::span<const search::Query> queries, CollocateTable& table, std::set<std::string>& met) const {
    const auto nodes = find(queries);
    std::set<std::size_t> in_nodes;
    for (const auto& [first, last] : nodes) {
      for (std::size_t i = first; i <= last; ++i) in_nodes.insert(i);
    }
    table.nodes += nodes.size();
    table.tokens += tokens_.size();
    table.node_tokens += in_nodes.size();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      CollocateRow& row = row_of(i, table);
      ++row.freq;
      if (in_nodes.contains(i)) ++row.in_nodes;
    }
    std::set<std::size_t> inside;
    const std::uint32_t left = options_.window.left;
    const auto see = [&](std::size_t i, std::uint64_t CollocateRow::*side, std::size_t place) {
      if (in_nodes.contains(i) && options_.node_tokens == search::NodeTokens::left_out) return;
      inside.insert(i);
      CollocateRow& row = row_of(i, table);
      ++(row.*side);
      if (!row.positions.empty()) ++row.positions[place];
    };
    for (const auto& [first, last] : nodes) {
      for (std::size_t k = 1; k <= left && k <= first && tokens_[first - k].unit == tokens_[first].unit; ++k) {
        see(first - k, &CollocateRow::left, left - k);
      }
      for (std::size_t k = 1;
           k <= options_.window.right && last + k < tokens_.size() && tokens_[last + k].unit == tokens_[last].unit;
           ++k) {
        see(last + k, &CollocateRow::right, left + k - 1);
      }
    }
    table.inside += inside.size();
    for (const std::size_t i : inside) {
      ++row_of(i, table).inside;
      met.insert(tokens_[i].type);
    }
  }

 private:
  CollocateRow& row_of(std::size_t token, CollocateTable& table) const {
    CollocateRow& row = table.rows[tokens_[token].type];
    if (options_.positions == search::Positions::apart) row.positions.resize(options_.window.places());
    return row;
  }

  /// First and last tokens, each pair once.
  [[nodiscard]] std::set<std::pair<std::size_t, std::size_t>> find(std::span<const search::Query> queries) const {
    search::ConcordanceOptions options = options_.nodes;
    options.context = {.size = 0};
    options.parts = search::LineParts::context;
    std::set<std::pair<std::size_t, std::size_t>> nodes;
    for (const ReferenceLine& line : concordance(parts_, paragraphs_, queries, options)) {
      std::size_t first = 0;
      while (tokens_[first].begin != line.span.begin) ++first;
      std::size_t last = first;
      while (tokens_[last].end != line.span.end) ++last;
      nodes.emplace(first, last);
    }
    return nodes;
  }

  void number_units() {
    std::vector<std::size_t> begins = turn_begins();
    if (options_.within == search::Within::sentence) add(begins, sentence_begins());
    if (options_.within == search::Within::paragraph) add(begins, paragraph_begins());
    if (options_.within == search::Within::turn) {
      for (const std::size_t begin : paragraph_begins()) {
        if (turn_at(begin) == 0) begins.push_back(begin);
      }
    }
    for (Token& token : tokens_) {
      for (const std::size_t begin : std::set<std::size_t>(begins.begin(), begins.end())) {
        if (begin <= token.begin) ++token.unit;
      }
    }
  }

  static void add(std::vector<std::size_t>& begins, const std::vector<std::size_t>& others) {
    begins.insert(begins.end(), others.begin(), others.end());
  }

  [[nodiscard]] std::uint64_t turn_at(std::size_t place) const {
    std::size_t end = 0;
    for (const Part& part : parts_) {
      end += part.text.size();
      if (place < end) return part.turn;
    }
    return 0;
  }

  [[nodiscard]] std::vector<std::size_t> turn_begins() const {
    std::vector<std::size_t> begins;
    std::size_t begin = 0;
    std::uint64_t turn = parts_.front().turn;
    for (const Part& part : parts_) {
      if (part.begins_turn || part.turn != turn) begins.push_back(begin);
      turn = part.turn;
      begin += part.text.size();
    }
    return begins;
  }

  /// A stretch without a word belongs to the sentence before it.
  [[nodiscard]] std::vector<std::size_t> sentence_begins() const {
    std::vector<std::size_t> begins;
    std::size_t begin = 0;
    for (const std::uint32_t end : unicode::sentence_ends(text_, options_.nodes.abbreviations)) {
      if (text::has_word(std::string_view(text_).substr(begin, end - begin))) begins.push_back(begin);
      begin = end;
    }
    return begins;
  }

  /// Where lines begin that are not blank; in plain text, only those after a blank one.
  [[nodiscard]] std::vector<std::size_t> paragraph_begins() const {
    std::vector<std::size_t> begins;
    bool blank_before = false;
    for (std::size_t begin = 0; begin < text_.size();) {
      std::size_t end = text_.find_first_of("\r\n", begin);
      end = end == std::string::npos ? text_.size() : end + (text_.compare(end, 2, "\r\n") == 0 ? 2 : 1);
      const bool blank = text::is_blank(std::string_view(text_).substr(begin, end - begin));
      if (!blank && (blank_before || paragraphs_ == search::Paragraphs::line_ends)) begins.push_back(begin);
      blank_before = blank;
      begin = end;
    }
    return begins;
  }

  std::vector<Part> parts_;
  search::Paragraphs paragraphs_;
  const search::CollocateOptions& options_;
  std::string text_;
  std::vector<Token> tokens_;
};

}  // namespace

std::ostream& operator<<(std::ostream& out, const CollocateTable& table) {
  out << table.nodes << " nodes, " << table.tokens << " tokens, " << table.node_tokens << " of nodes, " << table.inside
      << " inside";
  for (const auto& [type, row] : table.rows) {
    out << '\n'
        << type << ": " << row.freq << ' ' << row.in_nodes << ' ' << row.inside << ' ' << row.left << ' ' << row.right
        << ' ' << row.range << " |";
    for (const std::uint64_t count : row.positions) out << ' ' << count;
  }
  return out << '\n';
}

std::vector<CollocateTable> collocates(Documents documents, search::Paragraphs paragraphs,
                                       std::span<const search::Query> queries,
                                       const search::CollocateOptions& options) {
  std::vector<CollocateTable> tables(1);
  for (const std::vector<Part>& document : documents) {
    std::map<std::size_t, std::set<std::string>> met;
    for (std::size_t begin = 0; begin < document.size();) {
      std::size_t end = begin;
      const auto together = [&](const Part& part) { return part.searched && part.group == document[begin].group; };
      while (end < document.size() && together(document[end])) ++end;
      if (end == begin) {
        ++begin;
        continue;
      }
      const std::size_t group = document[begin].group;
      if (tables.size() <= group) tables.resize(group + 1);
      const auto part = [&](std::size_t i) { return document.begin() + static_cast<std::ptrdiff_t>(i); };
      Run{{part(begin), part(end)}, paragraphs, options}.count(queries, tables[group], met[group]);
      begin = end;
    }
    for (const auto& [group, types] : met) {
      for (const std::string& type : types) ++tables[group].rows[type].range;
    }
  }
  return tables;
}

CollocateTable table_of(const search::Collocates& counts) {
  CollocateTable table{.rows = {},
                       .nodes = counts.nodes,
                       .tokens = counts.tokens,
                       .node_tokens = counts.node_tokens,
                       .inside = counts.inside};
  const std::size_t places = counts.entries.empty() ? 0 : counts.positions.size() / counts.entries.size();
  for (text::TypeId id = 0; id < counts.entries.size(); ++id) {
    const auto& entry = counts.entries[id];
    const auto first = counts.positions.begin() + static_cast<std::ptrdiff_t>(id * places);
    table.rows[std::string(counts.types[id])] = {.freq = entry.freq,
                                                 .in_nodes = entry.in_nodes,
                                                 .inside = entry.inside,
                                                 .left = entry.left,
                                                 .right = entry.right,
                                                 .range = entry.range,
                                                 .positions = {first, first + static_cast<std::ptrdiff_t>(places)}};
  }
  return table;
}

std::vector<CollocateTable> fast_collocates(Documents documents, search::Paragraphs paragraphs,
                                            std::span<const search::Query> queries,
                                            const search::CollocateOptions& options, const Labour& labour) {
  search::CollocateCounter counter{queries, options, labour.room};
  std::size_t turn = 0;
  for (const std::vector<Part>& document : documents) {
    counter.start_document();
    std::deque<search::CollocateCounter> guests;
    while (guests.size() < labour.guests) guests.emplace_back(queries, options, labour.room);
    for (const Part& part : document) {
      std::string text = part.text;  // gone before the next one comes
      text::Block block = text::Block::of(text);
      block.line_goes_on = part.line_goes_on;
      block.turn = part.turn;
      block.begins_turn = part.begins_turn;
      if (part.searched) {
        const std::size_t who = counter.stands_alone(block) ? turn++ % (guests.size() + 1) : guests.size();
        (who < guests.size() ? guests[who] : counter).add(block, paragraphs, part.group);
      } else {
        counter.pass_over();
      }
      std::fill(text.begin(), text.end(), '\x7F');
    }
    for (search::CollocateCounter& guest : guests) counter.take_in(guest);
    counter.end_document();
  }
  std::vector<CollocateTable> tables;
  for (const search::Collocates& counts : std::move(counter).take()) tables.push_back(table_of(counts));
  return tables;
}

}  // namespace corpus::reference
