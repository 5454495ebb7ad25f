// SPDX-License-Identifier: MIT
/// \file
/// --where and --by: which parts of the inputs a command works on, and into which groups its result falls.
///
///     Selection selection{arguments};
///     if (!selection.takes(document)) return;
///     text::Reader reader{document, selection.reading(document, options)};
///     while (const auto block = reader.next()) {
///       if (selection.takes(document, *block)) counters[selection.group(document, *block)].add(*block);
///     }
///     selection.check_names();  // when all documents were read
///
/// | name        | what it is                                                                        |
/// |-------------|-----------------------------------------------------------------------------------|
/// | `doc`       | the document's name                                                               |
/// | `turn`      | the turn's number in the document, from 1; missing outside all turns               |
/// | `paragraph` | the paragraph's number in the document, from 1                                    |
/// | `speaker`   | the document's field of that name, if it has one; else who speaks, where known    |
/// | any other   | the document's field of that name; in backquotes or brackets, these four too      |
///
/// Names and values are compared as NFC, and as they are shown: an ill-formed byte in the name of a file is `\xff`.
#pragma once

#include <CLI/CLI.hpp>
#include <atomic>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "corpus/document.hpp"
#include "corpus/expr/expression.hpp"
#include "corpus/text/block.hpp"
#include "corpus/text/read_options.hpp"

namespace corpus::cmd {

/// Where inputs have a reference, the field of each document that says of which side it is: `target` or `reference`. No
/// table has a field of this name, and a command groups by it as by any other.
inline constexpr std::string_view side_field = "--ref";
inline constexpr std::string_view target_side = "target";
inline constexpr std::string_view reference_side = "reference";

/// Of which side the document is, where inputs have a reference: the field is the last that it was given.
[[nodiscard]] inline bool is_target(const Document& document) { return document.metadata.back().value == target_side; }

struct SelectionArguments {
  std::optional<std::string> where;
  std::optional<std::string> by;
};

void add_selection(CLI::App& app, SelectionArguments& arguments);

class Selection {
 public:
  /// Throws UsageError where --where cannot be read; the message shows the place, on lines of its own.
  explicit Selection(const SelectionArguments& arguments);

  [[nodiscard]] bool grouped() const { return by_.has_value(); }
  /// The name of the column that holds the groups: `speaker`, `year`.
  [[nodiscard]] const std::string& group_name() const { return by_->text; }
  /// Whether the parts of a group follow each other: those of a document, a turn, a paragraph.
  [[nodiscard]] bool contiguous() const;

  /// How finely documents must be cut for --where and --by, and whether turns are needed, whatever fields they have …
  [[nodiscard]] text::Grain grain() const { return grain(nullptr); }
  [[nodiscard]] bool needs_turns() const { return needs_turns(nullptr); }
  /// … and those of this document: `options`, and what is needed here beyond them.
  [[nodiscard]] text::ReadOptions reading(const Document& document, text::ReadOptions options) const;

  /// Whether the parts of this document can fall into several groups, or some of them be left out.
  [[nodiscard]] bool divides(const Document& document) const { return grain(&document) != text::Grain::block; }

  /// Whether any part of the document can be taken: false where its fields alone decide against it. Notes which names
  /// were known, so that only one thread may ask at a time. Throws Error where --where cannot be decided.
  bool takes(const Document& document);
  /// Whether there is a --where.
  [[nodiscard]] bool selects() const { return where_.has_value(); }
  /// Whether this part of such a document is.
  [[nodiscard]] bool takes(const Document& document, const text::Block& block) const;
  /// The value of --by: a field that the document has not, and an unknown speaker, are the empty group. Turns and
  /// paragraphs are `a.txt#3`; what stands outside all turns is `a.txt#0`.
  [[nodiscard]] std::string group(const Document& document, const text::Block& block) const;

  /// Throws Error where --where or --by names a field that no document had, or turns or speakers that none had: to be
  /// called when all were read.
  void check_names() const;
  /// Throws Error where the parts that were read so far are in no turn: for what cannot be done without.
  void check_turns() const;

 private:
  /// What the names of --where and --by stand for.
  enum class Meaning : std::uint8_t { document_name, turn, paragraph, speaker, field };

  static Meaning meaning_of(const expr::Name& name);
  /// Whether parts of a document can differ in it; of any document, if none is given.
  static bool of_part(const expr::Name& name, const Document* document);
  static expr::Value value(const expr::Name& name, const Document& document, const text::Block& block);

  [[nodiscard]] bool where_of_part(const Document& document) const;
  [[nodiscard]] text::Grain grain(const Document* document) const;
  [[nodiscard]] bool needs_turns(const Document* document) const;
  template <typename Predicate>
  [[nodiscard]] bool any_name(Predicate is_so) const;
  [[nodiscard]] bool holds(const Document& document, const expr::ValueOf& value_of) const;
  void note(const text::Block& block) const;
  void check(std::string_view option, const expr::Name& name) const;

  std::optional<expr::Expression> where_;
  std::optional<expr::Name> by_;

  std::set<std::string> fields_;  ///< that documents had
  bool any_document_ = false;
  /// Of the parts that were looked at, by whatever thread: whether there were any, and whether they had what was asked
  /// for.
  mutable std::atomic<bool> any_part_ = false;
  mutable std::atomic<bool> any_turn_ = false;
  mutable std::atomic<bool> any_speaker_ = false;
};

}  // namespace corpus::cmd
