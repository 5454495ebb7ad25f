// SPDX-License-Identifier: MIT
/// \file
/// Who speaks: the marker that begins a speaker's turn, found per document by what recurs at the beginnings of
/// paragraphs.
///
///     TurnFinder finder{options, layout};
///     for (each line) finder.add(line);
///     const TurnMarker marker = finder.decide();
///     marker.match(line);            // where a turn begins, and whom it names
///
/// Markers are a hyphen, en dash or em dash, with or without a space behind it; `NAME:`, `**Name:**`, `MR. SMITH:`,
/// `Q:`, `Q.`, `[Name]`, `Name (role):`, with a timestamp before or behind the name or not. A document has one kind. A
/// word before a colon inside prose names nobody: it does not recur. A list of points marked by hyphens is none: its
/// lines do not end as sentences do, and nobody asks.
///
/// Cost: a line without a label, a search for a colon in its first bytes; one with a label, a few hundred nanoseconds.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/text/layout.hpp"
#include "corpus/text/turns_evidence.hpp"
#include "corpus/text/turns_label.hpp"

namespace corpus::unicode {
class Pattern;
}

namespace corpus::text {

struct TurnOptions {
  /// A regular expression for the marker at a line's start, in whose first 512 bytes it must end; a group in parentheses
  /// is the speaker. Empty: found out.
  std::string marker = {};
  std::vector<std::string> speakers = {};  ///< who take turns, in this order; empty: whom the markers name
};

/// What a marker says, in offsets of the line.
struct TurnStart {
  std::uint32_t begin = 0;        ///< of the marker
  std::uint32_t speech = 0;       ///< after the marker and the white space behind it; perhaps the end of the line
  std::string_view speaker = {};  ///< part of the line; empty for a dash
};

class TurnMarker {
 public:
  /// Where `line` begins a turn, if it does. In plain layout every line that is not blank begins a paragraph. Throws
  /// Error where the user's expression takes too many steps.
  [[nodiscard]] std::optional<TurnStart> match(const LineStart& line) const;
  /// Whether the conversation is over before the paragraph that begins at `place`: nearly all paragraphs have their
  /// marker, and from here on none has.
  [[nodiscard]] bool ends_before(Place place) const { return end_ && place >= *end_; }
  [[nodiscard]] bool found() const { return found_; }
  /// For people: "a hyphen", "NAME:", "**Name:**", "the expression >>".
  [[nodiscard]] std::string description() const;
  /// From 0 to 1: the share of the paragraphs within the interview that begin with the marker, or, for names, how much
  /// of what looks like the marker is a name that recurs; 1 for what the user says.
  [[nodiscard]] double sureness() const { return sureness_; }
  /// Where nearly all paragraphs within the interview have their marker: those that have none. Where names mark the
  /// turns, only those between two turns of one speaker.
  [[nodiscard]] const std::vector<LostBoundary>& lost() const { return lost_; }

 private:
  friend class TurnFinder;

  bool found_ = false;
  LabelKind kind_ = LabelKind::hyphen;
  Layout layout_ = Layout::plain;
  bool capitals_ = false;  ///< names are
  double sureness_ = 0;
  /// Of kinds whose label may be another word before a colon; empty where every name will do.
  std::set<std::string, std::less<>> names_;
  std::optional<Place> end_;
  std::vector<LostBoundary> lost_;
  std::string given_;
  std::shared_ptr<const unicode::Pattern> pattern_;
};

/// Sees every line of a document that is not blank once, in order. Memory: up to 4,096 distinct names of a kind (more are no speakers), and
/// the paragraphs that may have lost a marker, of which more than a few are kept only if there are many turns.
class TurnFinder {
 public:
  /// Throws Error where `options.marker` is malformed.
  TurnFinder(const TurnOptions& options, Layout layout);
  void add(const LineStart& line);
  [[nodiscard]] TurnMarker decide() const;

 private:
  bool begins_paragraph(const LineStart& line);

  Layout layout_;
  std::string given_;
  std::shared_ptr<const unicode::Pattern> pattern_;
  std::array<TurnEvidence, label_kinds> evidence_;
  std::uint32_t waiting_ = 0;  ///< a bit for each of these that wants to know of paragraphs without its label
  std::uint64_t paragraphs_ = 0;
  std::uint64_t lines_ = 0;        ///< of wrapped text …
  std::uint64_t bytes_ = 0;        ///< … and what they hold
  std::optional<LabelKind> turn_;  ///< how the turn would be marked that the last line belongs to
};

}  // namespace corpus::text
