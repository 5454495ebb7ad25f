// SPDX-License-Identifier: MIT
#include "corpus/text/turns_label.hpp"

#include <algorithm>

#include "corpus/text/turns_text.hpp"
#include "corpus/text/units.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::text {
namespace {

/// Bytes of a line in which a label must end.
constexpr std::size_t label_room = 160;
/// A label that holds timestamps has colons of its own: `Name [00:12:31]:`.
constexpr int colons_to_try = 6;
constexpr std::size_t most_words = 6;  ///< of a name
/// Of one in capitals: `JANE DOE, MINISTER OF THE INTERIOR:`
constexpr std::size_t most_capital_words = 12;

using detail::is_digit;

/// `0:12`, `00:12:31`, `00:12:31.250`: where it ends, or `at`.
std::size_t skip_clock(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == begin || at > begin + 3) return begin;
  int parts = 0;
  while (at + 2 < text.size() && text[at] == ':' && is_digit(text[at + 1]) && is_digit(text[at + 2])) {
    at += 3;
    ++parts;
  }
  if (parts == 0 || parts > 2) return begin;
  if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1])) {
    ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  return at < text.size() && is_digit(text[at]) ? begin : at;
}

/// Whether `text` is a clock with what may stand around it: `12:31 PM`, `2020-11-06 00:12`, `00:12 - 00:15`.
bool is_time(std::string_view text) {
  bool has_clock = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = skip_clock(text, at);
    has_clock = has_clock || end != at;
    if (end == at && std::string_view("0123456789 .-/>TAPMapm").find(text[at]) == std::string_view::npos) return false;
    at = std::max(end, at + 1);
  }
  return has_clock;
}

/// A timestamp, bare or in brackets, `\[00:12\]` of Markdown among them: where it ends, or `at`.
std::size_t skip_time(std::string_view text, std::size_t at) {
  std::size_t open = at;
  if (open < text.size() && text[open] == '\\') ++open;
  if (open < text.size() && (text[open] == '[' || text[open] == '(')) {
    const std::size_t close = text.substr(0, label_room).find(text[open] == '[' ? ']' : ')', open);
    if (close == std::string_view::npos) return at;
    std::string_view inner = text.substr(open + 1, close - open - 1);
    if (open > at && inner.ends_with('\\')) inner.remove_suffix(1);
    return is_time(inner) ? close + 1 : at;
  }
  const std::size_t end = skip_clock(text, at);
  return end == text.size() || unicode::white_space(unicode::decode(text, end).value) ? end : at;
}

struct Label {
  std::string_view speaker;
  bool has_time = false;
};

/// `Name (role) [00:12:31]` without what follows the name.
Label without_additions(std::string_view label) {
  bool has_time = false;
  for (label = trimmed(label); !label.empty(); label = trimmed(label)) {
    const char last = label.back();
    if (last == ')' || last == ']') {
      const std::size_t open = label.rfind(last == ')' ? '(' : '[');
      if (open == std::string_view::npos || open == 0) return {};
      has_time = has_time || is_time(label.substr(open + 1, label.size() - open - 2));
      label = label.substr(0, open);
      continue;
    }
    const std::size_t space = label.rfind(' ');
    if (!is_digit(last) || space == std::string_view::npos || !is_time(label.substr(space + 1))) break;
    has_time = true;
    label = label.substr(0, space);
  }
  return {label, has_time};
}

bool belongs_to_name(char32_t point) {
  switch (unicode::category(point)) {
    case unicode::Category::letter:
    case unicode::Category::mark:
    case unicode::Category::number:
      return true;
    default:
      return unicode::white_space(point) ||
             std::u32string_view(U".'’-‐–,&/#_·・＃\u200C\u200D").find(point) != std::u32string_view::npos;
  }
}

/// Whether a speaker can be called so: `Q`, `MR. SMITH`, `Иван`, `记者`, `Speaker 2`. What begins small is at most a nickname.
bool is_name(std::string_view name) {
  if (name.empty()) return false;
  const char32_t first = unicode::decode(name, 0).value;
  if (unicode::category(first) != unicode::Category::letter) return false;
  const std::size_t most = unicode::lowercase(first) ? 1 : most_capital_words;
  NameShape shape;
  for (std::size_t at = 0; at < name.size();) {
    const auto [point, length] = unicode::decode(name, at);
    if (!belongs_to_name(point)) return false;
    shape.add(point);
    if (shape.words > (shape.has_lowercase ? std::min(most, most_words) : most))
      return false;  // prose, by its beginning
    at += length;
  }
  return true;
}

/// The label that ends at `end` of the line: whose it is, and where speech begins.
TurnLabel finished(LabelKind kind, std::string_view line, Label label, std::size_t end, bool time_before) {
  const std::uint32_t behind = skip_white_space(line, end);
  const std::size_t time = kind == LabelKind::timed ? behind : skip_time(line, behind);
  return {.kind = kind,
          .begin = first_visible(line),
          .speech = time == behind ? behind : skip_white_space(line, time),
          .speaker = label.speaker,
          .has_time = label.has_time || time_before || time != behind};
}

std::optional<TurnLabel> dash_label(std::string_view line, std::size_t at, bool time_before) {
  const auto [point, length] = unicode::decode(line, at);
  LabelKind kind = LabelKind::hyphen;
  std::size_t end = at + length;
  if (point == U'-' && end < line.size() && line[end] == '-') {
    kind = LabelKind::double_hyphen;
    ++end;
  } else if (point == U'–') {
    kind = LabelKind::en_dash;
  } else if (point == U'—' || point == U'―') {
    kind = LabelKind::em_dash;
  } else if (point != U'-' && point != U'‐') {
    return std::nullopt;
  }
  const std::uint32_t speech = skip_white_space(line, end);
  if (speech == line.size()) return std::nullopt;
  // A row of dashes is a rule, `->` an arrow.
  if (std::u32string_view(U"-‐–—―=*>").find(unicode::decode(line, speech).value) != std::u32string_view::npos) {
    return std::nullopt;
  }
  return TurnLabel{.kind = kind, .begin = first_visible(line), .speech = speech, .has_time = time_before};
}

/// `(role) `, `[00:12] ` behind a name: where it ends, or `at`.
std::size_t skip_addition(std::string_view line, std::size_t at) {
  if (at == line.size() || (line[at] != '(' && line[at] != '[')) return at;
  const std::size_t close = line.substr(0, at + label_room).find(line[at] == '(' ? ')' : ']', at);
  return close == std::string_view::npos ? at : skip_white_space(line, close + 1);
}

/// `**Name:**` and `**Name**:`, at whose first star `at` stands. Stars are mark enough: what is between them may be
/// anything that has a letter.
std::optional<TurnLabel> bold_label(std::string_view line, std::size_t at, bool time_before) {
  const std::size_t open = at + 2;
  const std::size_t close = line.substr(0, at + label_room).find('*', open);
  if (close == std::string_view::npos || !line.substr(close).starts_with("**")) return std::nullopt;
  std::string_view inner = trimmed(line.substr(open, close - open));
  std::size_t end = close + 2;
  LabelKind kind = LabelKind::bold_colon;
  if (inner.ends_with(':') || inner.ends_with(wide_colon)) {
    kind = LabelKind::bold;
    inner.remove_suffix(inner.back() == ':' ? 1 : wide_colon.size());
  } else {
    end = skip_addition(line, skip_white_space(line, end));
    const std::string_view rest = line.substr(end);
    if (!rest.starts_with(':') && !rest.starts_with(wide_colon)) return std::nullopt;
    end += rest.front() == ':' ? 1 : wide_colon.size();
  }
  const std::size_t name = skip_time(inner, 0);
  time_before = time_before || name != 0;
  const Label label = without_additions(inner.substr(name));
  if (!has_word(label.speaker)) return std::nullopt;
  return finished(kind, line, label, end, time_before);
}

/// `[Name] …` and `[Name]: …`; what stands alone is a stage direction.
std::optional<TurnLabel> bracket_label(std::string_view line, std::size_t at, bool time_before) {
  const std::size_t close = line.substr(0, at + label_room).find(']', at);
  if (close == std::string_view::npos) return std::nullopt;
  const Label label = without_additions(line.substr(at + 1, close - at - 1));
  if (!is_name(label.speaker) || unicode::lowercase(unicode::decode(label.speaker, 0).value)) return std::nullopt;
  std::size_t end = close + 1;
  if (end < line.size() && line[end] == ':') ++end;
  const TurnLabel found = finished(LabelKind::bracket, line, label, end, time_before);
  return found.speech == line.size() ? std::nullopt : std::optional(found);
}

/// `NAME:` and its kin.
std::optional<TurnLabel> colon_label(std::string_view line, std::size_t at, bool time_before) {
  const std::string_view room = line.substr(0, at + label_room);
  std::size_t colon = at;
  for (int tried = 0; tried < colons_to_try; ++tried) {
    const std::size_t ascii = room.find(':', colon);
    const std::size_t wide = room.substr(0, ascii).find(wide_colon, colon);
    if (ascii == std::string_view::npos && wide == std::string_view::npos) return std::nullopt;
    colon = std::min(ascii, wide);
    const std::size_t end = colon + (wide == std::string_view::npos ? 1 : wide_colon.size());
    // 12:31, http://, C:\, std::string
    const bool part_of_more =
        wide == std::string_view::npos && end < line.size() &&
        (is_digit(line[end]) || std::string_view("/\\:").find(line[end]) != std::string_view::npos);
    if (!part_of_more) {
      const Label label = without_additions(line.substr(at, colon - at));
      if (is_name(label.speaker)) return finished(LabelKind::colon, line, label, end, time_before);
    }
    colon = end;
  }
  return std::nullopt;
}

/// `Q. …`
std::optional<TurnLabel> initial_label(std::string_view line, std::size_t at, bool time_before) {
  const auto [point, length] = unicode::decode(line, at);
  const std::size_t end = at + length + 1;
  if (!unicode::uppercase(point) || end >= line.size() || line[end - 1] != '.' || line[end] != ' ') return std::nullopt;
  return finished(LabelKind::initial, line, {line.substr(at, length)}, end, time_before);
}

/// `Name 00:12`, alone on its line.
std::optional<TurnLabel> timed_label(std::string_view line, std::size_t at, bool time_before) {
  if (time_before || line.size() > at + label_room) return std::nullopt;
  const std::string_view label = trimmed(line.substr(at));
  if (!is_digit(label.back()) && label.back() != ')' && label.back() != ']') return std::nullopt;
  const Label parts = without_additions(label);
  if (!parts.has_time || !is_name(parts.speaker)) return std::nullopt;
  return finished(LabelKind::timed, line, parts, line.size(), false);
}

/// Whether a label may begin with the ASCII letter at `first`.
bool may_be_label(std::string_view line, std::size_t first, Colons colons) {
  if (detail::may_be_label_without_colon(line, first)) return true;
  if (colons == Colons::none) return false;
  const std::string_view room = line.substr(0, first + label_room);
  return room.find(':', first) != std::string_view::npos ||
         room.find(wide_colon.front(), first) != std::string_view::npos;
}

bool begins_dash(char32_t point) { return std::u32string_view(U"-‐–—―").find(point) != std::u32string_view::npos; }

/// Whether a label may begin with a character: a name, a time, a mark of emphasis, a bracket or a dash.
bool begins_label(char32_t point) {
  if (point < 0x80)
    return std::string_view("0123456789[(\\*-").find(static_cast<char>(point)) != std::string_view::npos;
  return unicode::category(point) == unicode::Category::letter || begins_dash(point);
}

}  // namespace

std::optional<TurnLabel> detail::turn_label(std::string_view line, Colons colons) {
  const std::size_t first = first_visible(line);
  if (first == line.size()) return std::nullopt;
  if (is_ascii_letter(line[first])) {
    if (!may_be_label(line, first, colons)) return std::nullopt;
  } else if (!begins_label(unicode::decode(line, first).value)) {
    return std::nullopt;
  }
  const std::size_t at = skip_white_space(line, skip_time(line, first));
  const bool time_before = at != first;
  if (at == line.size()) return std::nullopt;
  const char32_t point = unicode::decode(line, at).value;
  if (begins_dash(point)) return dash_label(line, at, time_before);
  if (line.substr(at).starts_with("**")) return bold_label(line, at, time_before);
  if (point == U'[') return bracket_label(line, at, time_before);
  if (unicode::category(point) != unicode::Category::letter) return std::nullopt;
  if (auto label = initial_label(line, at, time_before)) return label;
  if (auto label = colon_label(line, at, time_before)) return label;
  return timed_label(line, at, time_before);
}

void NameShape::add(char32_t point) {
  const bool small = unicode::lowercase(point);
  has_lowercase = has_lowercase || small;
  if (unicode::white_space(point)) {
    in_word = false;
  } else if (!in_word && unicode::word_character(point)) {
    in_word = true;
    ++words;
    all_words_begin_capital = all_words_begin_capital && !small;
  }
}

NameShape name_shape(std::string_view name) {
  NameShape shape;
  for (std::size_t at = 0; at < name.size();) {
    const auto [point, length] = unicode::decode(name, at);
    shape.add(point);
    at += length;
  }
  return shape;
}

}  // namespace corpus::text
