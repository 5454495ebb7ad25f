// SPDX-License-Identifier: MIT
#include "corpus/search/stretches.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/search/literal.hpp"
#include "corpus/search/regex.hpp"
#include "corpus/unicode/fold.hpp"

namespace corpus::search {
namespace {

constexpr std::size_t shortest = 2;
constexpr std::size_t most = 8;

/// Stretches, of which a token in every hit holds one, and how often they are to be expected.
struct Stretches {
  std::vector<std::string> texts = {};
  double share = 0;
};

/// Absent where nothing is known.
using MaybeStretches = std::optional<Stretches>;

const Stretches* rarer(const MaybeStretches& one, const MaybeStretches& other) {
  if (!one || !other) return one ? &*one : other ? &*other : nullptr;
  return other->share < one->share ? &*other : &*one;
}

void keep_rarer(MaybeStretches& kept, const MaybeStretches& other) {
  const Stretches* const found = rarer(kept, other);
  if (found != nullptr && (!kept || found != &*kept)) kept = *found;
}

/// For what is one or the other.
MaybeStretches either(MaybeStretches one, const MaybeStretches& other) {
  if (!one || !other) return std::nullopt;
  for (const std::string& text : other->texts) {
    const bool covered = std::any_of(one->texts.begin(), one->texts.end(),
                                     [&](const std::string& held) { return text.find(held) != std::string::npos; });
    if (covered) continue;
    std::erase_if(one->texts, [&](const std::string& held) { return held.find(text) != std::string::npos; });
    one->texts.push_back(text);
  }
  one->share += other->share;
  if (one->texts.size() > most) return std::nullopt;
  return one;
}

/// Of what `rarest` gets a part.
enum class Source : std::uint8_t {
  type,
  form,  ///< a letter before a mark may be another one in the type: in NFC, without what is ignored between the two
};

/// What follows a part.
enum class Behind : std::uint8_t { nothing, anything };

/// The rarest stretch of ASCII letters and digits in `text`, whose letters are lower-case.
MaybeStretches rarest(std::string_view text, Source source, Behind behind, unicode::CaseLocale locale) {
  MaybeStretches found;
  const auto belongs = [&](char byte) {
    if (byte == 'i' && locale == unicode::CaseLocale::turkic) return false;  // it has another capital
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    while (next < text.size() && belongs(text[next])) ++next;
    const bool mark_follows = next == text.size() ? behind == Behind::anything : text[next] < 0;
    const std::size_t end = source == Source::form && mark_follows && next > at ? next - 1 : next;
    double share = 1;
    for (std::size_t i = at; i < end; ++i) share *= share_of(text[i]);
    if (end - at >= shortest) keep_rarer(found, Stretches{{std::string(text.substr(at, end - at))}, share});
    at = next + 1;
  }
  return found;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& byte : result) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte | 0x20);
  }
  return result;
}

/// Parts of `glob` between `*` and `?`.
MaybeStretches of_glob(std::string_view glob, Source source, unicode::CaseLocale locale) {
  MaybeStretches found;
  std::string part;
  for (std::size_t at = 0; at < glob.size(); ++at) {
    const bool wild = glob[at] == '*' || glob[at] == '?';
    if (wild) keep_rarer(found, rarest(std::exchange(part, {}), source, Behind::anything, locale));
    if (glob[at] == '\\' && at + 1 < glob.size()) ++at;
    if (!wild) part += glob[at];
  }
  keep_rarer(found, rarest(part, source, Behind::nothing, locale));
  return found;
}

MaybeStretches of_regex(std::string_view regex, Source source, unicode::CaseLocale locale) {
  MaybeStretches found;
  for (const CertainPart& part : certain_parts(regex)) {
    keep_rarer(found, rarest(part.text, source, part.last ? Behind::nothing : Behind::anything, locale));
  }
  return found;
}

/// Of a condition that looks for one of some values.
MaybeStretches of_values(const Condition& condition, const Readings& readings) {
  MaybeStretches all;
  for (std::size_t i = 0; i < condition.values().size(); ++i) {
    std::string type;
    unicode::append_type(type, condition.values()[i], {.locale = readings.locale()});
    const MaybeStretches found = rarest(type, Source::type, Behind::nothing, readings.locale());
    all = i == 0 ? found : either(std::move(all), found);
  }
  return all;
}

/// Of a condition that looks for a value or a pattern.
MaybeStretches of_value(const Condition& condition, const Readings& readings) {
  const Reading& reading = readings[condition.reading()];
  if (reading.attribute != Attribute::type && reading.attribute != Attribute::form) return std::nullopt;
  if (reading.diacritics == Diacritics::drop) return std::nullopt;
  if (condition.kind() == Condition::Kind::one_of) return of_values(condition, readings);
  const Source source = reading.attribute == Attribute::type ? Source::type : Source::form;
  const std::string text = lower(condition.values().front());
  if (condition.kind() == Condition::Kind::regex) return of_regex(text, source, readings.locale());
  return of_glob(text, source, readings.locale());
}

// NOLINTBEGIN(misc-no-recursion): as deep as the query was allowed to be
MaybeStretches of_condition(const Condition& condition, const Readings& readings) {
  using enum Condition::Kind;
  MaybeStretches found;
  switch (condition.kind()) {
    case any:
    case negation:
      return std::nullopt;
    case one_of:
    case glob:
    case regex:
      return of_value(condition, readings);
    case all:
      for (const Condition& part : condition.parts()) keep_rarer(found, of_condition(part, readings));
      return found;
    case some:
      found = of_condition(condition.parts().front(), readings);
      for (const Condition& part : std::span(condition.parts()).subspan(1)) {
        found = either(std::move(found), of_condition(part, readings));
      }
      return found;
  }
  return std::nullopt;
}

MaybeStretches of_node(const Node& node, std::span<const Condition> conditions, const Readings& readings) {
  MaybeStretches found;
  switch (node.kind) {
    case Node::Kind::token:
      return of_condition(conditions[node.index], readings);
    case Node::Kind::gap:
      return std::nullopt;
    case Node::Kind::sequence:
      for (const Node& part : node.parts) keep_rarer(found, of_node(part, conditions, readings));
      return found;
    case Node::Kind::alternatives:
      found = of_node(node.parts.front(), conditions, readings);
      for (const Node& part : std::span(node.parts).subspan(1)) {
        found = either(std::move(found), of_node(part, conditions, readings));
      }
      return found;
    case Node::Kind::repetition:
      return node.least == 0 ? std::nullopt : of_node(node.parts.front(), conditions, readings);
  }
  return std::nullopt;
}
// NOLINTEND(misc-no-recursion)

}  // namespace

std::vector<std::string> find_stretches(const Node& node, std::span<const Condition> conditions,
                                        const Readings& readings) {
  const MaybeStretches found = of_node(node, conditions, readings);
  return found ? found->texts : std::vector<std::string>{};
}

}  // namespace corpus::search
