// SPDX-License-Identifier: MIT
#include "corpus/text/turns_evidence.hpp"

#include "corpus/text/turns_text.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::text {
namespace {

constexpr std::size_t most_names = 4096;  ///< what has more is no list of speakers
constexpr std::size_t unmarked_at_least = 32;
constexpr std::size_t start_size = 48;  ///< bytes of the first words that are shown

constexpr std::uint64_t least_turns = 3;
/// Share of the document that must lie between the first and the last turn: a conversation quoted in a book is none.
constexpr double least_extent = 0.1;
// A dash may also open a point of a list, or a sentence of prose.
constexpr double dash_share = 0.3;
constexpr double dash_after_sentences = 0.6;
constexpr double dash_questions = 0.05;
// A name may also be the key of a record ("Place: Oslo"), or any word before a colon.
constexpr double name_share = 0.2;
constexpr double name_after_sentences = 0.4;
constexpr double name_recurs = 0.5;
constexpr double one_name_share = 0.5;
constexpr double mostly_capitals = 0.75;  ///< from here on a name that is not in them is none
/// From here on a paragraph without its marker is an exception.
constexpr double nearly_all = 0.9;
constexpr std::uint64_t enough_turns = 10;  ///< to see an exception by

double ratio(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string first_words(std::string_view line) {
  line = trimmed(line);
  if (line.size() <= start_size) return std::string(line);
  std::size_t end = line.rfind(' ', start_size);
  if (end == std::string_view::npos || end == 0) end = start_size;
  while (unicode::continues(line[end])) --end;
  return std::string(line.substr(0, end)) + " …";
}

/// Whether labels of this kind may be something else than a speaker: a word before a colon, a letter of an enumeration.
bool is_doubtful(LabelKind kind) {
  return kind == LabelKind::colon || kind == LabelKind::initial || kind == LabelKind::timed;
}

bool nearly_all_marked(const TurnFinding& finding) {
  return finding.turns >= enough_turns && finding.share >= nearly_all;
}

/// Whether one who speaks only once may be called so, where others recur.
bool may_speak_once(std::string_view name, LabelKind kind, bool capitals) {
  if (kind == LabelKind::initial) return false;
  const NameShape shape = name_shape(name);
  return capitals ? !shape.has_lowercase : shape.words > 1 && shape.all_words_begin_capital;
}

}  // namespace

void TurnEvidence::mark(const TurnLabel& label, const LineStart& line, std::uint64_t paragraph) {
  if (lines_++ == 0) {
    first_ = paragraph;
  } else {
    passed_within_ += paragraph - last_ - 1;
  }
  last_ = paragraph;
  if (label.has_time || is_complete(line.before)) ++after_sentences_;
  // Between two turns of one speaker another's may have lost its label; between two speakers nobody is missing.
  const bool may_be_lost = label.speaker.empty() || label.speaker == speaker_;
  if (!may_be_lost) unmarked_.resize(static_cast<std::size_t>(within_));
  within_ = std::ssize(unmarked_);
  passed_at_.reset();
  if (label.speaker.empty()) return;
  speaker_ = label.speaker;
  if (too_many_names_) return;
  if (const auto known = names_.find(label.speaker); known != names_.end()) {
    ++known->second;
  } else {
    names_.emplace(label.speaker, 1);
  }
  if (names_.size() <= most_names) return;
  too_many_names_ = true;
  names_.clear();
}

TurnEvidence::Wants TurnEvidence::pass(const LineStart& line) {
  if (lines_ == 0) return Wants::nothing;
  if (!passed_at_) passed_at_ = line.place;
  if (too_many_unmarked_) return Wants::nothing;
  // A heading is no turn.
  if (!ends_sentence(line.line)) return Wants::more;
  unmarked_.push_back({line.place, first_words(line.line)});
  if (unmarked_.size() <= unmarked_at_least + lines_ / 4) return Wants::more;
  too_many_unmarked_ = true;
  unmarked_ = {};
  within_ = 0;
  return Wants::nothing;
}

double TurnEvidence::share(std::uint64_t turns) const { return ratio(turns, last_ - first_ + 1); }

std::optional<TurnFinding> TurnEvidence::judge_dash() const {
  TurnFinding finding{.turns = lines_, .sureness = share(lines_), .share = share(lines_), .names = {}};
  if (lines_ < least_turns || finding.share < dash_share) return std::nullopt;
  if (ratio(after_sentences_, lines_) < dash_after_sentences) return std::nullopt;
  if (ratio(questions_, lines_) < dash_questions) return std::nullopt;
  return finding;
}

std::optional<TurnFinding> TurnEvidence::judge_names(LabelKind kind) const {
  if (too_many_names_ || lines_ < least_turns) return std::nullopt;
  std::uint64_t recurring = 0;
  std::uint64_t in_capitals = 0;
  for (const auto& [name, count] : names_) {
    if (count < 2) continue;
    recurring += count;
    if (!name_shape(name).has_lowercase) in_capitals += count;
  }
  TurnFinding finding{.sureness = ratio(recurring, lines_), .names = {}};
  finding.capitals = ratio(in_capitals, recurring) >= mostly_capitals;
  for (const auto& [name, count] : names_) {
    const bool speaks = !is_doubtful(kind) || (count >= 2 && (!finding.capitals || !name_shape(name).has_lowercase)) ||
                        (count < 2 && may_speak_once(name, kind, finding.capitals));
    if (!speaks) continue;
    finding.names.insert(name);
    finding.turns += count;
  }
  finding.share = share(finding.turns);
  const std::size_t speakers = finding.names.size();
  if (speakers == 0 || (speakers == 1 && finding.share < one_name_share)) return std::nullopt;
  if (kind == LabelKind::initial && speakers != 2) return std::nullopt;
  if (finding.sureness < name_recurs || finding.share < name_share) return std::nullopt;
  if (ratio(after_sentences_, lines_) < name_after_sentences) return std::nullopt;
  if (!is_doubtful(kind)) finding.names.clear();
  return finding;
}

std::optional<TurnFinding> TurnEvidence::judge(LabelKind kind, std::uint64_t paragraphs) const {
  if (lines_ == 0) return std::nullopt;
  if (kind != LabelKind::given && ratio(last_ - first_ + 1, paragraphs) < least_extent) return std::nullopt;
  switch (kind) {
    case LabelKind::given:
      return TurnFinding{.turns = lines_, .sureness = 1, .share = share(lines_), .names = {}};
    case LabelKind::hyphen:
    case LabelKind::double_hyphen:
    case LabelKind::en_dash:
    case LabelKind::em_dash:
      return judge_dash();
    default:
      return judge_names(kind);
  }
}

std::vector<LostBoundary> TurnEvidence::lost(const TurnFinding& finding) const {
  if (!nearly_all_marked(finding)) return {};
  return {unmarked_.begin(), unmarked_.begin() + within_};
}

std::optional<Place> TurnEvidence::end(const TurnFinding& finding) const {
  // Where a speaker is named, a paragraph without a name usually goes on; a dash is set for each.
  const bool named = !speaker_.empty();
  if (!nearly_all_marked(finding) || (named && passed_within_ != 0)) return std::nullopt;
  return passed_at_;
}

}  // namespace corpus::text
