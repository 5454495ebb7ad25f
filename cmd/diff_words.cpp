// SPDX-License-Identifier: MIT
#include "cmd/diff_words.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cmd/counts.hpp"
#include "cmd/diff_paths.hpp"
#include "cmd/inputs.hpp"
#include "cmd/result.hpp"
#include "cmd/suggest.hpp"
#include "corpus/compare/documents.hpp"
#include "corpus/compare/words.hpp"
#include "corpus/error.hpp"
#include "corpus/report/safety.hpp"
#include "corpus/report/terminal.hpp"

namespace corpus::cmd {
namespace {

using similarity::Change;
using similarity::Range;

/// The document on one side.
struct Found {
  std::string name;
  compare::WordedText text = {};
};

/// The documents of a side.
struct Listed {
  std::string input;
  std::vector<std::string> names = {};
  std::vector<std::string> paths = {};
};

/// Where a document is called so, by its path or by its whole name.
std::optional<std::size_t> find_called(const Listed& side, const std::string& name) {
  for (std::size_t i = 0; i < side.names.size(); ++i) {
    if (side.paths[i] == name || side.names[i] == name) return i;
  }
  return std::nullopt;
}

/// Finds the document on both sides, and reads it.
class Search {
 public:
  explicit Search(const DiffOptions& options)
      : doc_(*options.words),
        inputs_(options.inputs, options.tokens),
        tokenizer_(options.tokens.resolve(options.inputs)),
        before_{.input = options.before},
        after_{.input = options.after} {
    inputs_.keep_for_second_pass();
  }

  void run() {
    inputs_.each([&](Document& document) {
      refuse_list(document);
      (is_target(document) ? before_ : after_).names.push_back(document.name);
    });
    SidePaths paths = side_paths({before_.names, before_.input}, {after_.names, after_.input});
    before_.paths = std::move(paths.before);
    after_.paths = std::move(paths.after);
    const auto [before, after] = find_both();
    old_.name = before_.names[before];
    new_.name = after_.names[after];
    inputs_.each_again([&](Document& document) {
      Found& found = is_target(document) ? old_ : new_;
      if (document.name != found.name) return;
      Parts parts{document, inputs_};
      while (const auto block = parts.next()) found.text.add(*block, tokenizer_, types_);
    });
  }

  [[nodiscard]] const Found& old_one() const { return old_; }
  [[nodiscard]] const Found& new_one() const { return new_; }
  int finish() { return inputs_.finish(); }

 private:
  struct Both {
    std::size_t before = 0;
    std::size_t after = 0;
  };

  static void refuse_list(Document& document) {
    if (kind_of(document) == FileKind::text) return;
    throw Error{
        {.file = document.name, .cause = "holds no running text, which --words needs", .hint = "give the texts"}};
  }

  Both find_both() {
    auto before = find_called(before_, doc_);
    auto after = find_called(after_, doc_);
    if (!before && !after) throw unknown();
    if (!after) after = find_called(after_, before_.paths[*before]);
    if (!before) before = find_called(before_, after_.paths[*after]);
    return before && after ? Both{*before, *after} : find_renamed(before, after);
  }

  /// Where the document has another path on the other side.
  Both find_renamed(std::optional<std::size_t> before, std::optional<std::size_t> after) {
    std::vector<compare::DocumentRecord> old_records;
    std::vector<compare::DocumentRecord> new_records;
    compare::Recorder recorder;
    inputs_.each_again([&](Document& document) {
      recorder.start_document();
      Parts parts{document, inputs_};
      while (const auto block = parts.next()) {
        tokenizer_.start(*block);
        for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) recorder.add(batch);
      }
      const bool old = is_target(document);
      auto& records = old ? old_records : new_records;
      records.push_back(recorder.finish_document());
      records.back().path = (old ? before_ : after_).paths[records.size() - 1];
    });
    for (const compare::DocumentChange& change : compare::match_documents(old_records, new_records)) {
      const bool the_one = before ? change.before == before : change.after == after;
      if (the_one && change.before && change.after) return {*change.before, *change.after};
    }
    throw Error{{.file = before ? before_.names[*before] : after_.names[*after],
                 .cause = fmt::format("is on the {} side alone", before ? "old" : "new"),
                 .hint = "there is nothing to compare it with"}};
  }

  [[nodiscard]] Error unknown() const {
    std::vector<std::string_view> known(before_.paths.begin(), before_.paths.end());
    known.insert(known.end(), after_.paths.begin(), after_.paths.end());
    const auto near = nearest(doc_, known);
    return Error{{.file = doc_,
                  .cause = "no document of either side is called so",
                  .hint = near ? fmt::format("did you mean {}?", *near) : "corpus diff --only documents names them"}};
  }

  const std::string& doc_;
  Inputs inputs_;
  text::Tokenizer tokenizer_;
  text::Vocabulary types_;
  Listed before_;
  Listed after_;
  Found old_;
  Found new_;
};

/// `a.txt:12:5`
std::string cited(const Found& found, std::size_t token) {
  const Place place = found.text.place(token);
  return fmt::format("{}:{}:{}", found.name, place.line, place.column);
}

/// What stands between two changes of a hunk, and around them: common tokens, as the new side has them.
struct Piece {
  Range context;
  const Change* change = nullptr;  ///< that follows it
};

std::vector<Piece> pieces_of(const compare::Hunk& hunk) {
  std::vector<Piece> pieces;
  std::size_t at = hunk.in_new.begin;
  for (const Change& change : hunk.changes) {
    pieces.push_back({{at, change.added.begin}, &change});
    at = change.added.end;
  }
  pieces.push_back({{at, hunk.in_new.end}});
  return pieces;
}

constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view green = "\x1b[32m";
constexpr std::string_view cyan = "\x1b[36m";
constexpr std::string_view plain = "\x1b[0m";

/// Changes for people: a line each piece where it goes to a pipe, as diff(1) has it; on a terminal running text.
class Printer {
 public:
  Printer(const Found& before, const Found& after, const OutputArguments& arguments)
      : before_(before),
        after_(after),
        terminal_(report::is_terminal(STDOUT_FILENO)),
        colored_(color_of(arguments) == report::Color::on),
        output_(STDOUT_FILENO, "standard output") {}

  void print(std::span<const compare::Hunk> hunks) {
    for (const compare::Hunk& hunk : hunks) {
      if (hunk.changes.front().removed.begin == hunks.front().changes.front().removed.begin) print_names();
      print_place(hunk);
      for (const Piece& piece : pieces_of(hunk)) print_piece(piece);
      if (terminal_) output_.write("\n");
    }
    output_.close();
  }

 private:
  void print_names() {
    print_line("", fmt::format("--- {}", before_.name));
    print_line("", fmt::format("+++ {}", after_.name));
  }

  void print_place(const compare::Hunk& hunk) {
    print_line(cyan, fmt::format("@@ {} {} @@", cited(before_, hunk.changes.front().removed.begin),
                                 cited(after_, hunk.changes.front().added.begin)));
  }

  void print_piece(const Piece& piece) {
    if (piece.context.size() > 0) print_text("", " ", "", after_.text.line(piece.context));
    if (piece.change == nullptr) return;
    const auto& [removed, added] = *piece.change;
    if (removed.size() > 0) print_text(red, "-", "[-", before_.text.line(removed), "-]");
    if (added.size() > 0) print_text(green, "+", "{+", after_.text.line(added), "+}");
  }

  void print_text(std::string_view color, std::string_view sign, std::string_view open, const std::string& text,
                  std::string_view close = "") {
    if (!terminal_) return print_line(color, std::string(sign) + text);
    const std::string safe = report::visible(text);
    if (colored_ && !color.empty()) {
      output_.write(fmt::format("{}{}{} ", color, safe, plain));
    } else {
      output_.write(fmt::format("{}{}{} ", open, safe, close));
    }
  }

  void print_line(std::string_view color, const std::string& text) {
    const std::string safe = terminal_ ? report::visible(text) : text;
    const bool dressed = colored_ && !color.empty();
    output_.write(fmt::format("{}{}{}\n", dressed ? color : "", safe, dressed ? plain : ""));
  }

  const Found& before_;
  const Found& after_;
  bool terminal_;
  bool colored_;
  report::Output output_;
};

void print_rows(const Found& before, const Found& after, std::span<const Change> changes, const DiffOptions& options) {
  using enum report::Kind;
  Result result{options.output,
                {{"change"},
                 {"old_place", place},
                 {"new_place", place},
                 {"left"},
                 {"old_text"},
                 {"new_text"},
                 {"right"},
                 {"removed", count},
                 {"added", count}},
                {"change", "old_place", "new_place", "left", "old_text", "new_text", "right"}};
  for (const auto& [removed, added] : changes) {
    const std::size_t context = options.around.value_or(usual_around);
    const std::string old_place = cited(before, removed.begin);
    const std::string new_place = cited(after, added.begin);
    const std::string left = after.text.line({added.begin - std::min(context, added.begin), added.begin});
    const std::string right = after.text.line({added.end, std::min(after.text.size(), added.end + context)});
    const std::string old_text = before.text.line(removed);
    const std::string new_text = after.text.line(added);
    const std::string_view what = removed.size() == 0 ? "added" : added.size() == 0 ? "removed" : "replaced";
    result.row({what, std::string_view(old_place), std::string_view(new_place), std::string_view(left),
                std::string_view(old_text), std::string_view(new_text), std::string_view(right),
                std::uint64_t{removed.size()}, std::uint64_t{added.size()}});
  }
  result.footer(counted(changes.size(), "change"));
  result.finish();
}

}  // namespace

int print_words(const DiffOptions& options) {
  Search search{options};
  search.run();
  const Found& before = search.old_one();
  const Found& after = search.new_one();
  const auto changes = similarity::align(before.text.types(), after.text.types());
  if (options.output.format == OutputFormat::automatic && options.output.columns.empty()) {
    Printer printer{before, after, options.output};
    printer.print(compare::hunks(changes, before.text.size(), after.text.size(),
                                 {.context = options.around.value_or(usual_around)}));
  } else {
    print_rows(before, after, changes, options);
  }
  return search.finish();
}

}  // namespace corpus::cmd
