// SPDX-License-Identifier: MIT
/// \file
/// For commands whose rows are printed as the documents are read, by as many threads as --threads says.
///
///     Inputs inputs{options.inputs, options.tokens, {.progress = progress_beside_rows()}};
///     return print_each(inputs, result, [&](Rows& rows) {           // once for each thread
///       return [&, tokenizer = text::Tokenizer{rules}](Document& document) mutable { … rows.row(…); rows.flush(); };
///     });
///
/// A document is read by one thread; its rows come out where they would if there were no others. A table, which has to
/// know the rows before it can print them, is made by one thread alone.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "cmd/in_order.hpp"
#include "cmd/inputs.hpp"
#include "cmd/result.hpp"

namespace corpus::cmd {

/// Where rows go to a terminal as they come, a second line that moves would stand among them.
Progress::Mode progress_beside_rows();

/// What one thread prints.
class Rows {
 public:
  /// At once, or else apart, to be handed in.
  enum class Printed : std::uint8_t { at_once, apart };

  Rows(Result& result, Printed printed);

  /// What follows is of the document, or part, whose outlet this is.
  void start(Outlet& outlet) { outlet_ = &outlet; }

  /// As of Result.
  void group(std::string_view name) { printer().group(name); }
  void row(std::span<const report::Cell> cells);
  void row(std::initializer_list<report::Cell> cells) {
    row(std::span<const report::Cell>{cells.begin(), cells.size()});
  }

  /// Hands on what was printed so far, as happens by itself now and then.
  void flush();

  /// A remark on standard error, in the order of the documents.
  void remark(std::string text);

 private:
  /// What is printed apart.
  struct Part {
    explicit Part(const Result& whole) : result(Result::part(whole, text)) {}
    std::string text;
    Result result;
  };

  [[nodiscard]] Result& printer() { return part_ ? part_->result : result_; }

  Result& result_;
  std::unique_ptr<Part> part_;
  Outlet* outlet_ = nullptr;
};

/// Calls what `make` makes with each document, and returns the exit code. A row that stands before the trouble is
/// printed, even where a table still holds it.
int print_each(Inputs& inputs, Result& result, const std::function<std::function<void(Document&)>(Rows&)>& make);

/// Prints rows that are all known: `print` prints those from `begin` to `end` - 1.
void print_parts(Result& result, std::size_t rows, unsigned threads,
                 const std::function<void(Rows&, std::size_t begin, std::size_t end)>& print);

}  // namespace corpus::cmd
