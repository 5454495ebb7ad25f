// SPDX-License-Identifier: MIT
#include "reference/count/ngrams.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <utility>

namespace corpus::reference {
namespace {

using count::NgramOrder;
using count::NgramRules;
using Words = std::vector<std::string>;

/// Whether no n-gram reaches over the gap; text before the first turn is in none.
bool parts(Gap gap, bool in_turn, const NgramRules& rules, text::Paragraphs paragraphs) {
  if (gap == Gap::space) return false;
  if (gap == Gap::passed_over) return true;
  const bool ends_paragraph =
      gap == Gap::blank_line || (gap == Gap::line_end && paragraphs == text::Paragraphs::line_ends);
  switch (rules.within) {
    case count::Within::sentence:
      return true;  // each line ends one
    case count::Within::paragraph:
      return ends_paragraph || gap == Gap::turn;
    case count::Within::turn:
      return (ends_paragraph && !in_turn) || gap == Gap::turn;
    case count::Within::document:
      break;
  }
  return false;
}

/// Every way to choose n places of the run, in order, the last at most n - 1 + skip after the first.
void each_choice(std::size_t size, unsigned n, unsigned skip,
                 const std::function<void(std::vector<std::size_t>)>& use) {
  std::function<void(std::vector<std::size_t>)> choose = [&](const std::vector<std::size_t>& chosen) {
    if (chosen.size() == n) return use(chosen);
    const std::size_t from = chosen.empty() ? 0 : chosen.back() + 1;
    for (std::size_t next = from; next < size; ++next) {
      if (!chosen.empty() && next - chosen.front() > n - 1 + skip) break;
      auto longer = chosen;
      longer.push_back(next);
      choose(longer);
    }
  };
  choose({});
}

bool meets(const Words& words, std::size_t slot, const count::NgramOptions& options) {
  return std::all_of(options.conditions.begin(), options.conditions.end(), [&](const count::NgramCondition& condition) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i == slot || !condition.matches(words[i])) continue;
      if (condition.where == count::Stand::anywhere) return true;
      if (condition.where == count::Stand::first && i == 0) return true;
      if (condition.where == count::Stand::last && i + 1 == words.size()) return true;
    }
    return false;
  });
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// By code points from the end; the words are of ASCII.
std::string backwards(const Words& words) {
  std::string text = joined(words);
  std::reverse(text.begin(), text.end());
  return text;
}

struct Found {
  std::uint64_t freq = 0;
  std::set<std::size_t> documents;
  std::set<std::string> fillers;
};

/// The words of an n-gram, and where its slot is.
using Key = std::pair<Words, std::size_t>;

struct Window {
  std::size_t document = 0;
  std::size_t run = 0;
  std::vector<std::size_t> places;  ///< in the run
  Key ngram;
};

/// By the last word, then by the one before it, the nearest first, and so on.
bool stands_before(const Window& a, const Window& b) {
  if (a.document != b.document) return a.document < b.document;
  if (a.run != b.run) return a.run < b.run;
  if (a.places.back() != b.places.back()) return a.places.back() < b.places.back();
  return std::lexicographical_compare(a.places.rbegin(), a.places.rend(), b.places.rbegin(), b.places.rend(),
                                      std::greater<>{});
}

/// By the definitions: ARF = (1/v) sum min(d, v), v = N / f; DP = 1/2 sum |hits / f - size / N|.
std::map<Key, count::NgramSpread> spreads_of(std::vector<Window> windows, std::size_t documents) {
  std::stable_sort(windows.begin(), windows.end(), stands_before);
  std::map<Key, std::vector<std::size_t>> places;
  std::vector<double> sizes(documents);
  for (std::size_t i = 0; i < windows.size(); ++i) {
    places[windows[i].ngram].push_back(i);
    ++sizes[windows[i].document];
  }
  std::map<Key, count::NgramSpread> spreads;
  const auto n = static_cast<double>(windows.size());
  for (const auto& [ngram, at] : places) {
    const auto f = static_cast<double>(at.size());
    std::vector<double> hits(documents);
    double reduced = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
      const std::size_t gap = i == 0 ? at.front() + windows.size() - at.back() : at[i] - at[i - 1];
      reduced += std::min(static_cast<double>(gap), n / f) / (n / f);
      ++hits[windows[at[i]].document];
    }
    double differences = 0;
    for (std::size_t i = 0; i < documents; ++i) differences += std::abs(hits[i] / f - sizes[i] / n);
    spreads[ngram] = {.arf = reduced, .dp = differences / 2};
  }
  return spreads;
}

bool inside_longer(const Words& words, std::uint64_t freq, const std::vector<SlowNgram>& all) {
  const std::string padded = "|" + joined(words) + "|";
  return std::any_of(all.begin(), all.end(), [&](const SlowNgram& longer) {
    if (longer.words.size() <= words.size() || longer.freq != freq) return false;
    for (std::size_t i = 0; i + words.size() <= longer.words.size(); ++i) {
      if (std::equal(words.begin(), words.end(), longer.words.begin() + static_cast<std::ptrdiff_t>(i))) return true;
    }
    return false;
  });
}

void sort(std::vector<SlowNgram>& ngrams, NgramOrder order) {
  std::sort(ngrams.begin(), ngrams.end(), [&](const SlowNgram& a, const SlowNgram& b) {
    if (order == NgramOrder::range && a.range != b.range) return a.range > b.range;
    if ((order == NgramOrder::range || order == NgramOrder::frequency) && a.freq != b.freq) return a.freq > b.freq;
    if (order == NgramOrder::ending) return backwards(a.words) < backwards(b.words);
    return joined(a.words) < joined(b.words);
  });
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(a)); }

}  // namespace

bool SlowNgram::operator==(const SlowNgram& other) const {
  if (spread.has_value() != other.spread.has_value()) return false;
  if (spread && !(near(spread->arf, other.spread->arf) && near(spread->dp, other.spread->dp))) return false;
  return words == other.words && freq == other.freq && range == other.range && fillers == other.fillers;
}

MadeText make_text(Dice& dice, const MadeTextOptions& options) {
  MadeText text(options.documents);
  for (MadeDocument& document : text) {
    std::size_t group = dice.below(options.groups);
    for (std::size_t tokens = dice.below(options.tokens + 1); tokens > 0; --tokens) {
      MadeWord token;
      // Few types are frequent.
      token.word = "w" + std::to_string(dice.below(1 + dice.below(options.types)));
      if (dice.per_mille(options.gaps_in_1000)) {
        token.before = static_cast<Gap>(dice.between(1, static_cast<std::size_t>(Gap::passed_over)));
        if (dice.one_in(2)) group = dice.below(options.groups);
      }
      token.group = group;
      document.push_back(std::move(token));
    }
  }
  return text;
}

SlowCounts count_slowly(const MadeText& text, std::size_t group, const NgramRules& rules,
                        const count::NgramOptions& options, NgramOrder order, text::Paragraphs paragraphs) {
  SlowCounts counts;
  std::map<Key, Found> found;
  std::map<unsigned, std::vector<Window>> windows;
  const bool slots = rules.slots == count::Slots::one;
  const std::size_t no_slot = SIZE_MAX;
  const auto add = [&](Words words, std::size_t slot, Window window) {
    const auto n = static_cast<unsigned>(words.size());
    ++counts.windows[n];
    const std::string filler = slot == no_slot ? "" : std::exchange(words[slot], "*");
    Found& one = found[{words, slot}];
    ++one.freq;
    one.documents.insert(window.document);
    window.ngram = {words, slot};
    windows[n].push_back(std::move(window));
    if (slot != no_slot) one.fillers.insert(filler);
    if (words.size() != 2 || slots) return;
    ++counts.firsts[words[0]];
    ++counts.seconds[words[1]];
  };
  for (unsigned n = rules.shortest; n <= rules.longest; ++n) counts.windows[n] = 0;
  for (std::size_t number = 0; number < text.size(); ++number) {
    const MadeDocument& document = text[number];
    std::vector<Words> runs;
    std::size_t last_group = SIZE_MAX;
    bool held = false;
    bool in_turn = false;
    for (const MadeWord& token : document) {
      in_turn = in_turn || token.before == Gap::turn;
      const bool part =
          token.group != std::exchange(last_group, token.group) || parts(token.before, in_turn, rules, paragraphs);
      if (token.group != group) continue;
      if (part || runs.empty()) runs.emplace_back();
      runs.back().push_back(token.word);
      held = true;
    }
    if (held) ++counts.documents;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const Words& run = runs[i];
      counts.tokens += run.size();
      for (const std::string& word : run) ++counts.freqs[word];
      for (unsigned n = rules.shortest; n <= rules.longest; ++n) {
        each_choice(run.size(), n, rules.skip, [&](const std::vector<std::size_t>& places) {
          Words words;
          for (const std::size_t place : places) words.push_back(run[place]);
          const Window window{number, i, places, {}};
          if (!slots) return add(words, no_slot, window);
          for (std::size_t slot = 1; slot + 1 < n; ++slot) add(words, slot, window);
        });
      }
    }
  }
  std::map<Key, count::NgramSpread> spreads;
  if (options.dispersion == count::Dispersion::measured) {
    for (const auto& of_n : windows) spreads.merge(spreads_of(of_n.second, text.size()));
  }
  for (const auto& [key, one] : found) {
    if (one.freq < options.min_freq || one.documents.size() < options.min_range) continue;
    if (!meets(key.first, key.second, options)) continue;
    counts.ngrams.push_back({key.first, one.freq, one.documents.size(), one.fillers.size()});
    if (const auto spread = spreads.find(key); spread != spreads.end()) counts.ngrams.back().spread = spread->second;
  }
  if (options.maximal == count::Maximal::only) {
    const std::vector<SlowNgram> all = counts.ngrams;
    std::erase_if(counts.ngrams, [&](const SlowNgram& ngram) { return inside_longer(ngram.words, ngram.freq, all); });
  }
  sort(counts.ngrams, order);
  return counts;
}

}  // namespace corpus::reference
