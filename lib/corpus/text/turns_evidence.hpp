// SPDX-License-Identifier: MIT
/// \file
/// What the lines of a document say for and against a kind of label being its turn marker. TurnFinder gathers it and
/// decides by it.
///
///     TurnEvidence evidence;
///     evidence.mark(label, line, 12);            // paragraph 12 begins with such a label
///     evidence.pass(other);                      // the next has none
///     evidence.judge(LabelKind::en_dash, 200);   // nothing where the label marks no turns
///
/// Memory: up to 4,096 distinct names (more are no speakers), and the paragraphs without a label between two with one,
/// of which more than a few are kept only where there are many turns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/text/layout.hpp"
#include "corpus/text/turns_label.hpp"

namespace corpus::text {

/// A line, without its line end, and what stands before it.
struct LineStart {
  std::string_view line = {};
  std::string_view before = {};  ///< the last line before it that is not blank (and, where known, no running line)
  bool after_blank = true;       ///< the document begins here, or a blank line stands between
  Place place = {};
  Colons colons = Colons::possible;  ///< in the line
};

/// A paragraph that looks as if its marker were lost.
struct LostBoundary {
  Place place;
  std::string start;  ///< its first words
};

/// What is known of the turns, if a label marks them.
struct TurnFinding {
  std::uint64_t turns = 0;
  double sureness = 0;
  double share = 0;       ///< of the paragraphs between the first and the last turn that begin with the label
  bool capitals = false;  ///< names are written in them
  /// Those that are speakers; of labels whose look leaves no doubt, empty: all are.
  std::set<std::string, std::less<>> names;
};

class TurnEvidence {
 public:
  /// A line with the label; it begins the paragraph of this number.
  void mark(const TurnLabel& label, const LineStart& line, std::uint64_t paragraph);
  /// A paragraph without it. Those that follow need not be told either where nothing more can be learnt from them.
  enum class Wants : std::uint8_t { more, nothing };
  Wants pass(const LineStart& line);
  /// Somebody asks, in a turn that the label would mark.
  void ask() { ++questions_; }

  /// `paragraphs` are those of the document.
  [[nodiscard]] std::optional<TurnFinding> judge(LabelKind kind, std::uint64_t paragraphs) const;
  /// Paragraphs between turns that may have lost their label: only where nearly all have it.
  [[nodiscard]] std::vector<LostBoundary> lost(const TurnFinding& finding) const;
  /// Where the first paragraph behind the last label begins, if the conversation is over there.
  [[nodiscard]] std::optional<Place> end(const TurnFinding& finding) const;

 private:
  [[nodiscard]] std::optional<TurnFinding> judge_dash() const;
  [[nodiscard]] std::optional<TurnFinding> judge_names(LabelKind kind) const;
  [[nodiscard]] double share(std::uint64_t turns) const;

  std::uint64_t lines_ = 0;            ///< with the label
  std::uint64_t after_sentences_ = 0;  ///< among them: what stands before is complete
  std::uint64_t questions_ = 0;
  std::uint64_t first_ = 0;  ///< number of the first paragraph with it …
  std::uint64_t last_ = 0;   ///< … and of the last
  std::map<std::string, std::uint64_t, std::less<>> names_;
  bool too_many_names_ = false;
  std::string speaker_;  ///< of the last line with it
  /// Paragraphs without it since the first: `within_` of them are known to stand between two that have it.
  std::vector<LostBoundary> unmarked_;
  std::ptrdiff_t within_ = 0;
  bool too_many_unmarked_ = false;
  std::uint64_t passed_within_ = 0;
  std::optional<Place> passed_at_;  ///< the first paragraph without it since the last line with it
};

}  // namespace corpus::text
