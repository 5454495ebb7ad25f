// SPDX-License-Identifier: MIT
#include "cmd/ngrams_count.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

#include "cmd/counts.hpp"

namespace corpus::cmd {
namespace {

/// What threads share.
struct Shared {
  explicit Shared(const text::TokenizerOptions& tokens, const count::NgramRules& rules, count::NgramOptions options)
      : counter(tokens, rules, std::move(options)) {}

  std::size_t number_of(const std::string& group) {
    const std::lock_guard lock(mutex);
    return numbers.try_emplace(group, numbers.size()).first->second;
  }

  count::NgramCounter counter;
  Groups<std::size_t> groups;  ///< for deliveries alone
  std::mutex mutex;
  std::unordered_map<std::string, std::size_t> numbers;
};

/// What one thread feeds documents with.
class Feeding {
 public:
  Feeding(const Inputs& inputs, Shared& shared) : inputs_(inputs), shared_(shared), feeder_(shared.counter) {}

  void feed(Document& document, Outlet& outlet) {
    refuse_counts_file(document, "n-grams");
    const Selection& selection = inputs_.selection();
    feeder_.start_document(outlet.number());
    // As in a frequency list, a document is one even where it is empty.
    if (!selection.divides(document)) feeder_.add_document(number_of(selection.group(document, {}), outlet));
    Parts parts{document, inputs_};
    while (const auto part = parts.next([&](const text::Block& /*left_out*/) { feeder_.pass_over(); })) {
      feeder_.add(*part, number_of(parts.group(*part), outlet), parts.paragraphs());
    }
    feeder_.end_document();
  }

 private:
  std::size_t number_of(const std::string& group, Outlet& outlet) {
    const auto [known, fresh] = known_.try_emplace(group, 0);
    if (!fresh) return known->second;
    known->second = shared_.number_of(group);
    // The lists stand in the order in which their groups are met first.
    outlet.hand_in(group.size(), [&groups = shared_.groups, group, number = known->second] {
      groups.of(group, [number] { return number; });
    });
    return known->second;
  }

  const Inputs& inputs_;
  Shared& shared_;
  count::NgramCounter::Feeder feeder_;
  std::unordered_map<std::string, std::size_t> known_;
};

}  // namespace

CountedNgrams count_ngrams(Inputs& inputs, const text::TokenizerOptions& tokens, const count::NgramRules& rules,
                           count::NgramOptions options, const TakeDocument& take) {
  Shared shared{tokens, rules, std::move(options)};
  if (!inputs.selection().grouped()) shared.groups.of("", [&] { return shared.number_of(""); });
  inputs.each_by_threads([&] {
    auto feeding = std::make_shared<Feeding>(inputs, shared);
    return [feeding, &take](Document& document, Outlet& outlet) {
      if (!take || !take(document, outlet)) feeding->feed(document, outlet);
    };
  });
  if (rules.within == count::Within::turn) inputs.selection().check_turns();
  return {std::move(shared.counter).take(), std::move(shared.groups)};
}

}  // namespace corpus::cmd
