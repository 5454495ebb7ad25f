// SPDX-License-Identifier: MIT
#include "cmd/collocates_count.hpp"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "cmd/counts.hpp"

namespace corpus::cmd {
namespace {

/// A group of which there is nothing to keep beside its number.
struct NameOnly {};

/// What all threads have in common.
struct Shared {
  /// What one of them has counted.
  struct Part {
    Groups<NameOnly> names;
    std::vector<search::Collocates> counts;
  };

  FoundCollocates found;  ///< for deliveries alone, while threads are at work
  std::mutex mutex;       ///< guards `parts`
  std::deque<Part> parts;
  std::atomic<std::uint64_t> documents = 0;
  std::atomic<bool> any_text = false;
  std::atomic<bool> any_turn = false;
};

/// What one thread counts with.
class Counting {
 public:
  Counting(const Inputs& inputs, const search::CollocateOptions& options, std::vector<search::Query> queries,
           Shared& shared)
      : inputs_(inputs), queries_(std::move(queries)), counter_(queries_, options), shared_(shared) {
    if (!inputs.selection().grouped()) names_.of("");
  }
  Counting(const Counting&) = delete;
  Counting& operator=(const Counting&) = delete;
  ~Counting() {
    const std::lock_guard lock(shared_.mutex);
    shared_.parts.push_back({std::move(names_), std::move(counter_).take()});
  }

  void count(Document& document, Outlet& outlet) {
    refuse_counts_file(document, "collocates");
    ++shared_.documents;
    counter_.start_document();
    Parts parts{document, inputs_};
    while (const auto part = parts.next([&](const text::Block& left_out) { pass_over(left_out); })) {
      note(*part);
      counter_.add(*part, parts.paragraphs(), number_of(parts.group(*part), outlet));
    }
    counter_.end_document();
  }

 private:
  std::size_t number_of(const std::string& group, Outlet& outlet) {
    const std::size_t known = names_.size();
    const std::size_t number = names_.index_of(group);
    // The groups stand in the order in which they are met first.
    if (number == known) outlet.hand_in(group.size(), [&shared = shared_, group] { shared.found.groups.of(group); });
    return number;
  }

  void pass_over(const text::Block& part) {
    note(part);
    counter_.pass_over();
  }

  void note(const text::Block& part) {
    if (!part.text.empty()) shared_.any_text = true;
    if (part.turn != 0) shared_.any_turn = true;
  }

  const Inputs& inputs_;
  std::vector<search::Query> queries_;
  search::CollocateCounter counter_;
  Groups<NameOnly> names_;
  Shared& shared_;
};

}  // namespace

FoundCollocates count_collocates(Inputs& inputs, const search::CollocateOptions& options,
                                 const MakeQueries& make_queries) {
  Shared shared;
  if (!inputs.selection().grouped()) shared.found.groups.of("");
  inputs.each_by_threads([&] {
    auto counting = std::make_shared<Counting>(inputs, options, make_queries(), shared);
    return [counting](Document& document, Outlet& outlet) { counting->count(document, outlet); };
  });
  for (Shared::Part& part : shared.parts) {
    for (const auto& [name, unused] : part.names) {
      search::Collocates& sum = shared.found.groups.of(name);
      search::Collocates& counts = part.counts[part.names.index_of(name)];
      if (sum.tokens == 0) {
        sum = std::move(counts);
      } else {
        sum.add(counts);
      }
    }
  }
  shared.found.documents = shared.documents;
  shared.found.turns_missing = shared.any_text && !shared.any_turn;
  return std::move(shared.found);
}

}  // namespace corpus::cmd
