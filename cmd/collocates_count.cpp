// SPDX-License-Identifier: MIT
#include "cmd/collocates_count.hpp"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "cmd/counts.hpp"
#include "corpus/text/block_pool.hpp"

namespace corpus::cmd {
namespace {

/// A group of which there is nothing to keep beside its number.
struct NameOnly {};

/// With queries of its own, for they serve one thread.
struct OwnCounter {
  OwnCounter(std::vector<search::Query> the_queries, const search::CollocateOptions& options)
      : queries(std::move(the_queries)), counter(queries, options) {}

  // A helper's: parts that stand alone.
  void add(const text::Block& part, std::size_t group) { counter.add(part, search::Paragraphs::blank_lines, group); }
  void take_in(OwnCounter& guest) { counter.take_in(guest.counter); }
  [[nodiscard]] std::size_t types() const { return counter.types(); }

  std::vector<search::Query> queries;
  search::CollocateCounter counter;
};

/// What all threads have in common.
struct Shared {
  Shared(const search::CollocateOptions& the_options, const MakeQueries& the_queries, unsigned threads)
      : options(the_options), make_queries(the_queries), blocks([this] { return counter(); }, {.threads = threads}) {}

  [[nodiscard]] std::unique_ptr<OwnCounter> counter() const {
    return std::make_unique<OwnCounter>(make_queries(), options);
  }

  /// What one of them has counted.
  struct Part {
    Groups<NameOnly> names;
    std::vector<search::Collocates> counts;
  };

  const search::CollocateOptions& options;
  const MakeQueries& make_queries;
  FoundCollocates found;  ///< for deliveries alone, while threads are at work
  std::mutex mutex;       ///< guards `parts`
  std::deque<Part> parts;
  std::atomic<std::uint64_t> documents = 0;
  text::BlockPool<OwnCounter> blocks;
};

/// What one thread counts with.
class Counting {
 public:
  Counting(const Inputs& inputs, Shared& shared)
      : inputs_(inputs), shared_(shared), own_(shared.counter()), reader_(std::in_place, shared.blocks, *own_) {
    if (!inputs.selection().grouped()) names_.of("");
  }
  Counting(const Counting&) = delete;
  Counting& operator=(const Counting&) = delete;
  ~Counting() {
    reader_.reset();  // waits for others where the document was left in the middle
    const std::lock_guard lock(shared_.mutex);
    shared_.parts.push_back({std::move(names_), std::move(own_->counter).take()});
  }

  void count(Document& document, Outlet& outlet) {
    refuse_counts_file(document, "collocates");
    ++shared_.documents;
    search::CollocateCounter& counter = own_->counter;
    counter.start_document();
    reader_->start_document();
    Parts parts{document, inputs_};
    while (const auto part = parts.next([&](const text::Block& /*left_out*/) { counter.pass_over(); })) {
      const std::size_t group = number_of(parts.group(*part), outlet);
      if (counter.stands_alone(*part) && reader_->give_away(*part, group)) continue;
      counter.add(*part, parts.paragraphs(), group);
    }
    reader_->end_document();
    counter.end_document();
  }

 private:
  std::size_t number_of(const std::string& group, Outlet& outlet) {
    const std::size_t known = names_.size();
    const std::size_t number = names_.index_of(group);
    // The groups stand in the order in which they are met first.
    if (number == known) outlet.hand_in(group.size(), [&shared = shared_, group] { shared.found.groups.of(group); });
    return number;
  }

  const Inputs& inputs_;
  Shared& shared_;
  std::unique_ptr<OwnCounter> own_;
  std::optional<text::BlockPool<OwnCounter>::Reader> reader_;
  Groups<NameOnly> names_;
};

}  // namespace

FoundCollocates count_collocates(Inputs& inputs, const search::CollocateOptions& options,
                                 const MakeQueries& make_queries) {
  Shared shared{options, make_queries, inputs.threads()};
  if (!inputs.selection().grouped()) shared.found.groups.of("");
  inputs.each_by_threads([&] {
    auto counting = std::make_shared<Counting>(inputs, shared);
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
  return std::move(shared.found);
}

}  // namespace corpus::cmd
