// SPDX-License-Identifier: MIT
/// \file
/// CSV as RFC 4180 has it, cell after cell, from a text that is wholly there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reference/text/place.hpp"

namespace corpus::reference {

struct CsvRow {
  std::vector<std::string> cells;
  std::uint64_t line = 0;

  bool operator==(const CsvRow&) const = default;
};

struct Csv {
  std::vector<CsvRow> rows;                  ///< before what is malformed
  std::optional<std::size_t> fault = {};     ///< the byte that must not stand there; the end, if a quote is missing
  std::optional<std::size_t> unclosed = {};  ///< the quote that no other closes
};

class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  Csv read() {
    Csv csv;
    while (true) {
      while (at_ < text_.size() && is_end(text_[at_])) ++at_;
      if (at_ == text_.size()) return csv;
      CsvRow row{{}, place_of(text_, at_).line};
      while (true) {
        const bool good = text_[at_ < text_.size() ? at_ : 0] == '"' && at_ < text_.size() ? quoted(row) : plain(row);
        if (!good) {
          csv.fault = at_;
          if (at_ == text_.size()) csv.unclosed = begin_;
          return csv;
        }
        if (at_ == text_.size() || is_end(text_[at_])) break;
        ++at_;  // the delimiter
      }
      csv.rows.push_back(row);
    }
  }

 private:
  static bool is_end(char c) { return c == '\r' || c == '\n'; }

  bool plain(CsvRow& row) {
    std::string cell;
    for (; at_ < text_.size() && text_[at_] != delimiter_ && !is_end(text_[at_]); ++at_) {
      if (text_[at_] == '"') return false;
      cell += text_[at_];
    }
    row.cells.push_back(cell);
    return true;
  }

  bool quoted(CsvRow& row) {
    std::string cell;
    begin_ = at_++;
    while (true) {
      if (at_ == text_.size()) return false;
      if (text_.substr(at_, 2) == "\"\"") {
        cell += '"';
        at_ += 2;
      } else if (text_[at_] == '"') {
        ++at_;
        row.cells.push_back(cell);
        return at_ == text_.size() || text_[at_] == delimiter_ || is_end(text_[at_]);
      } else {
        cell += text_[at_++];
      }
    }
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  ///< of the last quoted cell
};

inline Csv csv(std::string_view text, char delimiter) { return CsvReader(text, delimiter).read(); }

}  // namespace corpus::reference
