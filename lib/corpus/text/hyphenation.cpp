// SPDX-License-Identifier: MIT
#include "corpus/text/hyphenation.hpp"

#include <algorithm>
#include <array>

#include "corpus/text/hyphenation_words.hpp"
#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::text {
namespace {

bool all_capitals(std::string_view word) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    const auto [point, length] = unicode::decode(word, at);
    if (unicode::lowercase(point)) return false;
    if (unicode::uppercase(point)) ++capitals;
    at += length;
  }
  return capitals > 0;
}

/// Words between which and the hyphen before them a space belongs: `vor- und nach`. Not those that often end a word,
/// as `et` and `en` do.
bool is_conjunction(std::string_view word) {
  static constexpr std::array<std::string_view, 17> conjunctions = {
      "and", "or",   "und", "oder", "bis", "sowie", "bzw", "beziehungsweise", "og", "eller",
      "och", "samt", "tai", "lub",  "и",   "или",   "або"};
  return std::find(conjunctions.begin(), conjunctions.end(), word) != conjunctions.end();
}

/// French sets pronouns and particles behind words with a hyphen: `dit-il`, `celui-ci`.
bool is_enclitic(std::string_view word, std::string_view language) {
  static constexpr std::array<std::string_view, 24> enclitics = {
      "je",  "tu",   "il",  "elle", "on", "nous", "vous", "ils", "elles", "le",      "la",      "les",
      "lui", "leur", "moi", "toi",  "y",  "en",   "ce",   "t",   "ci",    "l\u00E0", "dessous", "dessus"};
  return language == "fr" && std::find(enclitics.begin(), enclitics.end(), word) != enclitics.end();
}

}  // namespace

/// What a hyphen at a line end may have split, folded: the parts next to it, and the whole words.
struct Hyphenation::Forms {
  Forms(std::string_view left_word, std::string_view right_word)
      : left(folded(left_word)),
        right(folded(right_word)),
        left_part(last_part(left)),
        right_part(first_part(right)),
        joined_parts(left_part + right_part) {}

  [[nodiscard]] bool parts_of_more() const {
    return left_part.size() < left.size() || right_part.size() < right.size();
  }

  std::string left;
  std::string right;
  std::string left_part;
  std::string right_part;
  std::string joined_parts;
};

Hyphenation::Hyphenation(const LayoutOptions& options, const HyphenEvidence& evidence)
    : options_(options), evidence_(evidence) {
  if (options.dehyphenate == Dehyphenate::automatic) weigh_splits();
}

/// Looks at the hyphens at line ends together: what they say about each other, and which ones seams must decide.
void Hyphenation::weigh_splits() {
  for (const auto& split : evidence_.splits()) {
    const Forms forms{split.left, split.right};
    const auto [word, is_new] = split_words_.try_emplace(forms.joined_parts, forms.left_part.size());
    if (!is_new && word->second != forms.left_part.size()) word->second = 0;
  }
  HyphenSeams::Decided decided;
  for (const auto& split : evidence_.splits()) {
    const Forms forms{split.left, split.right};
    const auto fate = by_document(forms);
    if (!fate) seams_.ask(forms.left_part, forms.right_part);
    if (fate == HyphenFate::rejoin) ++decided.rejoined;
    if (fate == HyphenFate::keep) ++decided.kept;
  }
  splits_words_ = decided.kept < 2 || decided.kept < 4 * decided.rejoined;
  if (splits_words_) seams_.learn(evidence_, decided);
}

HyphenFate Hyphenation::fate(std::string_view left, char32_t sign, std::string_view right) const {
  if (left.empty() || right.empty()) return HyphenFate::apart;
  const bool letters =
      in_letters(unicode::decode_before(left, left.size()).value) && in_letters(unicode::decode(right, 0).value);
  if (only_splits(sign)) return letters ? HyphenFate::rejoin : HyphenFate::apart;
  if (!letters || options_.dehyphenate == Dehyphenate::never) return HyphenFate::keep;
  if (options_.dehyphenate == Dehyphenate::always) return HyphenFate::rejoin;
  return by_evidence(left, right);
}

HyphenFate Hyphenation::by_evidence(std::string_view left, std::string_view right) const {
  const Forms forms{left, right};
  const bool capitals = all_capitals(left) && all_capitals(right) && std::min(left.size(), right.size()) > 3;
  if (unicode::uppercase(unicode::decode(right, 0).value) && !capitals) return before_capital(left, forms);
  if (const auto fate = by_document(forms)) return *fate;
  if (const auto fate = by_lexicon(forms)) return *fate;
  if (is_conjunction(forms.right)) return HyphenFate::apart;
  if (is_enclitic(forms.right_part, options_.language)) return HyphenFate::keep;
  if (!splits_words_ || seams_.has_seam(forms.left_part, forms.right_part)) return HyphenFate::keep;
  return HyphenFate::rejoin;
}

/// Between two words that stand alone otherwise, the first of them small, a hyphen is a dash.
HyphenFate Hyphenation::before_capital(std::string_view left, const Forms& forms) const {
  const bool compound = unicode::uppercase(unicode::decode(left, 0).value) || forms.parts_of_more() ||
                        evidence_.before_hyphen(forms.left_part);
  const bool words = evidence_.words(forms.left) > 0 && evidence_.words(forms.right) > 0;
  return words && !compound ? HyphenFate::apart : HyphenFate::keep;
}

std::optional<HyphenFate> Hyphenation::by_document(const Forms& forms) const {
  auto rejoined = evidence_.words(forms.joined_parts);
  auto kept = evidence_.hyphenated(forms.left_part + "-" + forms.right_part);
  if (forms.parts_of_more()) {
    rejoined = std::max(rejoined, evidence_.hyphenated(forms.left + forms.right));
    kept = std::max(kept, evidence_.hyphenated(forms.left + "-" + forms.right));
  }
  if (rejoined > 0 || kept > 0) return rejoined > kept ? HyphenFate::rejoin : HyphenFate::keep;
  const auto split = split_words_.find(forms.joined_parts);
  if (split != split_words_.end() && split->second == 0) return HyphenFate::rejoin;
  return std::nullopt;
}

std::optional<HyphenFate> Hyphenation::by_lexicon(const Forms& forms) const {
  const TypeSet* lexicon = options_.lexicon;
  if (lexicon == nullptr) return std::nullopt;
  if (lexicon->contains(forms.left + "-" + forms.right)) return HyphenFate::keep;
  if (lexicon->contains(forms.left + forms.right) || lexicon->contains(forms.joined_parts)) return HyphenFate::rejoin;
  if (lexicon->contains(forms.left_part) && lexicon->contains(forms.right_part)) return HyphenFate::keep;
  return std::nullopt;
}

}  // namespace corpus::text
