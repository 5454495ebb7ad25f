// SPDX-License-Identifier: MIT
#include "cmd/profile_inputs.hpp"

#include <deque>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

#include "cmd/counts.hpp"
#include "cmd/groups.hpp"
#include "cmd/in_order.hpp"

namespace corpus::cmd {
namespace {

/// What one thread profiles documents with.
class DocumentProfiler {
 public:
  DocumentProfiler(const Inputs& inputs, const ProfileOptions& options)
      : inputs_(inputs), options_(options), tokenizer_(options.rules) {}

  /// Calls `use` with the profile of the document, or with each group's in it: one is at an end where the next begins.
  template <typename Use>
  void in_order(Document& document, Use use) {
    count::Profiler& profiler = profiler_at(0);
    const bool grouped = inputs_.selection().grouped();
    const bool divided = inputs_.selection().divides(document);
    Parts parts{document, inputs_};
    std::optional<std::string> group;
    if (!divided) profiler.start(group.emplace(document.name));
    while (const auto block = parts.next()) {
      const std::string name = grouped ? parts.group(*block) : document.name;
      if (group && name != *group) use(profiler.finish());
      if (name != group) profiler.start(group.emplace(name));
      add(*block, {&profiler});
      if (divided) profiler.add_bytes(block->bytes());
    }
    if (!group) return;
    if (!divided) profiler.add_bytes(parts.reader().bytes_read());
    use(profiler.finish());
  }

  /// The profiles of the groups in a document, in the order in which they are met, and that of them together.
  struct Grouped {
    std::vector<count::Profile> groups;
    std::optional<count::Profile> all;  ///< none where there is one group
  };

  Grouped by_group(Document& document) {
    Parts parts{document, inputs_};
    Grouped result;
    // An empty document makes a group too.
    if (!inputs_.selection().divides(document)) {
      count::Profiler& profiler = profiler_at(0);
      profiler.start(inputs_.selection().group(document, {}));
      while (const auto block = parts.next()) add(*block, {&profiler});
      profiler.add_bytes(parts.reader().bytes_read());
      result.groups.push_back(profiler.finish());
      return result;
    }
    count::Profiler& all = profiler_at(0);
    all.start("");
    Groups<count::Profiler*> groups;
    while (const auto block = parts.next()) {
      const std::string name = parts.group(*block);
      count::Profiler* const profiler = groups.of(name, [&] {
        count::Profiler& fresh = profiler_at(groups.size() + 1);
        fresh.start(name);
        return &fresh;
      });
      add(*block, {profiler, &all});
      profiler->add_bytes(block->bytes());
      all.add_bytes(block->bytes());
    }
    for (auto& [name, profiler] : groups) result.groups.push_back(profiler->finish());
    result.all = all.finish();
    return result;
  }

  /// Profiles whose memory this thread takes back when they were delivered: to free much of what another thread has
  /// allocated makes threads wait for each other.
  std::shared_ptr<count::Profile> keep(count::Profile profile) {
    while (!kept_.empty() && kept_.front().use_count() == 1) kept_.pop_front();
    return kept_.emplace_back(std::make_shared<count::Profile>(std::move(profile)));
  }

 private:
  count::Profiler& profiler_at(std::size_t number) {
    while (profilers_.size() <= number) {
      profilers_.push_back(
          std::make_unique<count::Profiler>(options_.abbreviations, options_.readability, options_.language));
    }
    return *profilers_[number];
  }

  void add(const text::Block& block, std::initializer_list<count::Profiler*> profilers) {
    for (count::Profiler* const profiler : profilers) profiler->add(block);
    tokenizer_.start(block);
    for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) {
      for (count::Profiler* const profiler : profilers) profiler->add(block, batch);
    }
  }

  const Inputs& inputs_;
  const ProfileOptions& options_;
  text::Tokenizer tokenizer_;
  std::vector<std::unique_ptr<count::Profiler>> profilers_;  ///< to be used again
  std::deque<std::shared_ptr<count::Profile>> kept_;
};

class Profiling {
 public:
  Profiling(Inputs& inputs, const ProfileOptions& options, const MeasureProfile& measure, const ShowProfile& show)
      : inputs_(inputs), options_(options), measure_(measure), show_(show) {}

  count::Profile run() {
    const Selection& selection = inputs_.selection();
    const bool in_order = !selection.grouped() || selection.contiguous();
    inputs_.each_by_threads([&]() -> Inputs::Use {
      return [this, in_order, profiler = std::make_shared<DocumentProfiler>(inputs_, options_)](Document& document,
                                                                                                Outlet& outlet) {
        refuse_counts_file(document, "these measures");
        if (in_order) return hand_in_order(*profiler, document, outlet);
        hand_in_groups(*profiler, document, outlet);
      };
    });
    for (const auto& group : groups_) show_(group.second, measure_(group.second));
    return std::move(total_);
  }

 private:
  void hand_in_order(DocumentProfiler& profiler, Document& document, Outlet& outlet) {
    profiler.in_order(document, [&](count::Profile made) {
      const auto profile = profiler.keep(std::move(made));
      outlet.hand_in(profile->size(), [this, profile, cells = measure_(*profile)] {
        show_(*profile, cells);
        total_.add(std::move(*profile));
      });
    });
  }

  void hand_in_groups(DocumentProfiler& profiler, Document& document, Outlet& outlet) {
    const auto found = std::make_shared<DocumentProfiler::Grouped>(profiler.by_group(document));
    std::size_t size = found->all ? found->all->size() : 0;
    for (const count::Profile& group : found->groups) size += group.size();
    outlet.hand_in(size, [this, found] {
      if (found->all) total_.add(std::move(*found->all));
      for (count::Profile& profile : found->groups) {
        if (!found->all) total_.add(std::as_const(profile));
        count::Profile& group = groups_.of(profile.name);
        group.name = profile.name;
        group.add(std::move(profile));
      }
    });
  }

  Inputs& inputs_;
  const ProfileOptions& options_;
  const MeasureProfile& measure_;
  const ShowProfile& show_;
  // For deliveries alone, while threads are at work.
  Groups<count::Profile> groups_;
  count::Profile total_ = {.name = "total"};
};

}  // namespace

count::Profile profile_inputs(Inputs& inputs, const ProfileOptions& options, const MeasureProfile& measure,
                              const ShowProfile& show) {
  return Profiling{inputs, options, measure, show}.run();
}

}  // namespace corpus::cmd
