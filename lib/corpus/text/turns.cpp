// SPDX-License-Identifier: MIT
#include "corpus/text/turns.hpp"

#include <bit>

#include "corpus/text/turns_text.hpp"
#include "corpus/unicode/pattern.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::text {
namespace {

/// Bytes of a line that a user's expression sees.
constexpr std::size_t given_room = 512;

bool is_dash(LabelKind kind) {
  return kind == LabelKind::hyphen || kind == LabelKind::double_hyphen || kind == LabelKind::en_dash ||
         kind == LabelKind::em_dash;
}

/// What the user's expression finds. Where it matches nothing at all (`-*`), it has found nothing.
std::optional<TurnLabel> given_label(std::string_view line, const unicode::Pattern& pattern) {
  const std::uint32_t begin = first_visible(line);
  std::string_view room = line.substr(begin, given_room);
  if (begin + room.size() < line.size()) {
    std::size_t end = room.size();
    while (end > 0 && unicode::continues(line[begin + end])) --end;
    room = room.substr(0, end);
  }
  const auto found = room.empty() ? std::nullopt : pattern.match_beginning(room);
  if (!found || found->end == 0) return std::nullopt;
  return TurnLabel{.kind = LabelKind::given,
                   .begin = begin,
                   .speech = skip_white_space(line, begin + found->end),
                   .speaker = found->group.value_or(std::string_view{})};
}

/// In wrapped text a marker may stand at any line, and a sentence may be broken before its dash or its colon.
bool stands_at_beginning(const TurnLabel& label, const LineStart& start) {
  if (start.before.empty()) return true;
  const bool after_sentence = ends_sentence(start.before);
  if (is_dash(label.kind)) {
    const bool goes_on = goes_on_small(start.line.substr(label.speech));
    return start.after_blank ? after_sentence || !goes_on : after_sentence && !goes_on;
  }
  if (label.kind == LabelKind::bold || label.kind == LabelKind::bold_colon) return true;
  return start.after_blank || after_sentence || is_complete(start.before);
}

std::optional<TurnLabel> usual_label(const LineStart& start, Layout layout) {
  auto label = turn_label(start.line, start.colons);
  if (label && layout == Layout::wrapped && !stands_at_beginning(*label, start)) label.reset();
  return label;
}

std::optional<TurnLabel> label_of(const LineStart& start, Layout layout, const unicode::Pattern* pattern) {
  return pattern != nullptr ? given_label(start.line, *pattern) : usual_label(start, layout);
}

}  // namespace

std::optional<TurnStart> TurnMarker::match(const LineStart& line) const {
  if (!found_) return std::nullopt;
  const auto label = label_of(line, layout_, pattern_.get());
  if (!label || label->kind != kind_) return std::nullopt;
  if (!names_.empty() && !names_.contains(label->speaker)) return std::nullopt;
  return TurnStart{label->begin, label->speech, label->speaker};
}

std::string TurnMarker::description() const {
  switch (kind_) {
    case LabelKind::hyphen:
      return "a hyphen";
    case LabelKind::double_hyphen:
      return "two hyphens";
    case LabelKind::en_dash:
      return "an en dash";
    case LabelKind::em_dash:
      return "an em dash";
    case LabelKind::colon:
      return capitals_ ? "NAME:" : "Name:";
    case LabelKind::bold:
      return capitals_ ? "**NAME:**" : "**Name:**";
    case LabelKind::bold_colon:
      return capitals_ ? "**NAME**:" : "**Name**:";
    case LabelKind::bracket:
      return capitals_ ? "[NAME]" : "[Name]";
    case LabelKind::initial:
      return "a letter and a full stop";
    case LabelKind::timed:
      return "a name and a time";
    case LabelKind::given:
      break;
  }
  return "the expression " + given_;
}

TurnFinder::TurnFinder(const TurnOptions& options, Layout layout) : layout_(layout), given_(options.marker) {
  if (given_.empty()) return;
  pattern_ = std::make_shared<unicode::Pattern>(unicode::Pattern::regex(given_, unicode::PatternCase::sensitive));
}

/// Whether a paragraph begins here that has no label. In wrapped text a blank line may stand inside a sentence, and a
/// short line ends a paragraph if a sentence ends with it.
bool TurnFinder::begins_paragraph(const LineStart& line) {
  if (layout_ == Layout::plain) return true;
  bytes_ += line.line.size();
  ++lines_;
  if (line.before.empty()) return true;
  if (!ends_sentence(line.before)) return false;
  return line.after_blank || line.before.size() * 10 < bytes_ / lines_ * 7;
}

void TurnFinder::add(const LineStart& line) {
  const auto label = label_of(line, layout_, pattern_.get());
  if (begins_paragraph(line) || label) {
    ++paragraphs_;
    const std::uint32_t marked = label ? std::uint32_t{1} << static_cast<unsigned>(label->kind) : 0;
    for (std::uint32_t kinds = waiting_ & ~marked; kinds != 0; kinds &= kinds - 1) {
      const auto wants = evidence_[static_cast<std::size_t>(std::countr_zero(kinds))].pass(line);
      if (wants == TurnEvidence::Wants::nothing) waiting_ ^= kinds & (0 - kinds);
    }
    if (label) evidence_[static_cast<std::size_t>(label->kind)].mark(*label, line, paragraphs_);
    waiting_ |= marked;
  }
  if (label || layout_ == Layout::plain) turn_ = label ? std::optional(label->kind) : std::nullopt;
  if (turn_ && is_dash(*turn_) && asks(line.line)) evidence_[static_cast<std::size_t>(*turn_)].ask();
}

TurnMarker TurnFinder::decide() const {
  TurnMarker marker;
  std::uint64_t most = 0;
  for (std::size_t at = 0; at < label_kinds; ++at) {
    const auto kind = static_cast<LabelKind>(at);
    auto finding = evidence_[at].judge(kind, paragraphs_);
    if (!finding || finding->turns <= most) continue;
    most = finding->turns;
    marker.found_ = true;
    marker.kind_ = kind;
    marker.capitals_ = finding->capitals;
    marker.sureness_ = finding->sureness;
    if (layout_ == Layout::plain) {  // only there it is sure where a paragraph begins
      marker.end_ = evidence_[at].end(*finding);
      marker.lost_ = evidence_[at].lost(*finding);
    }
    marker.names_ = std::move(finding->names);
  }
  marker.layout_ = layout_;
  marker.given_ = given_;
  marker.pattern_ = pattern_;
  return marker;
}

}  // namespace corpus::text
