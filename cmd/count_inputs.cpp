// SPDX-License-Identifier: MIT
#include "cmd/count_inputs.hpp"

#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "cmd/counts.hpp"
#include "corpus/count/counting_pool.hpp"
#include "corpus/count/counts_file.hpp"
#include "corpus/error.hpp"
#include "corpus/stats/dispersion.hpp"

namespace corpus::cmd {
namespace {

/// `told` is asked about the list's rules; without it, they have to be `rules`.
void add_counts_file(count::FrequencyList& list, Document document, const std::string& rules, const RulesMet& told) {
  count::CountsReader reader{std::move(document)};
  const auto refuse = [&](std::string cause, std::string hint) {
    throw Error{{.file = reader.name(), .line = 1, .cause = std::move(cause), .hint = std::move(hint)}};
  };
  if (reader.header().windows) refuse("a list of n-grams is no list of words", "count the texts with corpus freq");
  refuse_cut_list(reader);
  if (told) {
    told(reader.name(), reader.header().rules);
  } else if (reader.header().rules != rules) {
    refuse("the list was made with other token options: " + count::difference_of_rules(reader.header().rules, rules),
           "give the same ones here");
  }
  const auto size = count::add_sizes({list.tokens, list.documents}, reader.header());
  if (!size) refuse("with this list there are more tokens than can be counted", "");
  list.tokens = size->tokens;
  list.documents = size->documents;
  while (const auto row = reader.next()) list.add(row->type, row->freq, row->range);
}

/// The second look at one group.
class Spread {
 public:
  explicit Spread(const count::FrequencyList& list)
      : list_(list), gaps_(list.entries.size()), parts_(list.entries.size()), tallies_(list.entries.size()) {}

  /// What is added next is of this document, the so manieth.
  void start_document(std::uint64_t number) {
    if (std::exchange(document_, number) != number) finish_document();
  }

  void add(const text::Tokens& tokens, const std::string& document) {
    for (const text::Token& token : tokens) {
      const auto id = list_.types.find(token.type());
      if (!id || ++tallies_[*id].seen > list_.entries[*id].freq) throw text_changed(document);
      gaps_[*id].add(position_++, word(*id));
      if (tallies_[*id].here++ == 0) met_.push_back(*id);
    }
  }

  /// After the last document.
  [[nodiscard]] Dispersions dispersions() {
    finish_document();
    if (position_ != list_.tokens) throw text_changed("");
    Dispersions dispersions;
    for (text::TypeId id = 0; id < list_.entries.size(); ++id) {
      dispersions.arf.push_back(gaps_[id].average_reduced_frequency(word(id)));
      dispersions.dp.push_back(parts_[id].deviation_of_proportions(word(id)));
    }
    return dispersions;
  }

 private:
  struct Tally {
    std::uint64_t seen = 0;
    std::uint64_t here = 0;  ///< in the document at hand
  };

  void finish_document() {
    for (const text::TypeId id : met_) {
      parts_[id].add(tallies_[id].here, position_ - start_, word(id));
      tallies_[id].here = 0;
    }
    met_.clear();
    start_ = position_;
  }

  [[nodiscard]] stats::WordInCorpus word(text::TypeId id) const { return {list_.entries[id].freq, list_.tokens}; }

  const count::FrequencyList& list_;
  std::vector<stats::GapsSum> gaps_;
  std::vector<stats::PartsSum> parts_;
  std::vector<Tally> tallies_;
  std::vector<text::TypeId> met_;
  std::uint64_t position_ = 0;
  std::uint64_t document_ = 0;  ///< at hand …
  std::uint64_t start_ = 0;     ///< … and where it begins
};

/// Numbers for the names of groups, which threads ask for in any order.
class GroupNumbers {
 public:
  std::size_t of(const std::string& name) {
    const std::lock_guard lock(mutex_);
    return numbers_.try_emplace(name, numbers_.size()).first->second;
  }

  /// When no thread asks any more.
  [[nodiscard]] const std::unordered_map<std::string, std::size_t>& all() const { return numbers_; }

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

struct CountingRules {
  std::string given;  ///< as the header of a counts file has them
  RulesMet told;
};

/// What one thread counts with.
class Counting {
 public:
  /// `lists` is for deliveries alone.
  Counting(Inputs& inputs, count::CountingPool& pool, GroupNumbers& numbers, Groups<count::FrequencyList>& lists,
           const CountingRules& rules)
      : inputs_(inputs), counter_(pool), numbers_(numbers), lists_(lists), rules_(rules) {}

  void count(Document& document, Outlet& outlet) {
    const Selection& selection = inputs_.selection();
    if (is_counts_file(document)) {
      if (selection.divides(document)) refuse_counts_file(document, "--where and --by of parts of documents");
      outlet.await_turn();
      count::FrequencyList& list = lists_.of(selection.group(document, {}));
      add_counts_file(list, std::move(document), rules_.given, rules_.told);
      return;
    }
    if (rules_.told && !std::exchange(met_text_, true)) {
      outlet.hand_in(0, [&rules = rules_, name = document.name] { rules.told(name, rules.given); });
    }
    counter_.start_document();
    // A document is one even where it is empty; of what is less than a document, that is not known before it comes.
    if (!selection.divides(document)) counter_.add_document(number_of(selection.group(document, {}), outlet));
    Parts parts{document, inputs_};
    while (const auto block = parts.next()) counter_.add(*block, number_of(parts.group(*block), outlet));
    counter_.end_document();
  }

 private:
  std::size_t number_of(const std::string& group, Outlet& outlet) {
    const auto [known, fresh] = known_.try_emplace(group, 0);
    if (!fresh) return known->second;
    // The lists stand in the order in which their groups are met first.
    outlet.hand_in(group.size(), [&lists = lists_, group] { lists.of(group); });
    return known->second = numbers_.of(group);
  }

  Inputs& inputs_;
  count::CountingPool::Counter counter_;
  GroupNumbers& numbers_;
  std::unordered_map<std::string, std::size_t> known_;
  Groups<count::FrequencyList>& lists_;
  const CountingRules& rules_;
  bool met_text_ = false;
};

}  // namespace

Groups<count::FrequencyList> count_inputs(Inputs& inputs, const text::TokenizerOptions& rules, const RulesMet& told) {
  count::CountingPool pool{rules, {.threads = inputs.threads()}};
  GroupNumbers numbers;
  Groups<count::FrequencyList> lists;  // what counts files hold, before the pool's are added
  if (!inputs.selection().grouped()) lists.of("");
  const CountingRules in_force{inputs.rules_in_force(rules), told};
  inputs.each_by_threads([&] {
    auto counting = std::make_shared<Counting>(inputs, pool, numbers, lists, in_force);
    return [counting](Document& document, Outlet& outlet) { counting->count(document, outlet); };
  });
  std::vector<count::FrequencyList> counted = std::move(pool).take();
  for (const auto& [name, number] : numbers.all()) {
    count::FrequencyList& list = lists.of(name);
    if (number >= counted.size()) continue;
    if (list.documents > 0) counted[number].add(list);
    list = std::move(counted[number]);
  }
  return lists;
}

std::vector<Dispersions> measure_dispersion(Inputs& inputs, const text::TokenizerOptions& rules,
                                            const Groups<count::FrequencyList>& lists) {
  Groups<Spread> spreads;
  for (const auto& group : lists) spreads.of(group.first, [&] { return Spread{group.second}; });
  text::Tokenizer tokenizer{rules};
  std::uint64_t number = 0;
  inputs.each_again([&](Document& document) {
    refuse_counts_file(document, "arf and dp");
    ++number;
    Parts parts{document, inputs};
    while (const auto block = parts.next()) {
      Spread& spread = spreads.of(parts.group(*block), [&]() -> Spread { throw text_changed(document.name); });
      spread.start_document(number);
      tokenizer.start(*block);
      for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) spread.add(batch, document.name);
    }
  });
  std::vector<Dispersions> dispersions;
  for (auto& [name, spread] : spreads) dispersions.push_back(spread.dispersions());
  return dispersions;
}

}  // namespace corpus::cmd
