// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "corpus/count/counts_file.hpp"
#include "corpus/error.hpp"

namespace corpus::count {
namespace {

/// For std::push_heap and its kin, which keep the largest on top.
constexpr auto later = [](const auto& a, const auto& b) { return a.row.type > b.row.type; };

}  // namespace

CountsMerger::CountsMerger(std::vector<std::unique_ptr<CountsReader>> lists) : lists_(std::move(lists)) {
  for (const auto& list : lists_) {
    const CountsHeader& header = list->header();
    if (header.cut != "none") {
      throw Error{{.file = list->name(),
                   .cause = "the list was cut (" + header.cut + "), so sums would be too small",
                   .hint = "count again without that option, and cut the merged list"}};
    }
    if (header_.rules.empty()) {
      header_.rules = header.rules;
      if (header.windows) header_.windows = 0;
    }
    if (header.windows.has_value() != header_.windows.has_value()) {
      throw Error{{.file = list->name(),
                   .cause = fmt::format("a list of {}, and {} is one of {}", header.windows ? "n-grams" : "types",
                                        lists_.front()->name(), header_.windows ? "n-grams" : "types"),
                   .hint = "merge lists of one kind"}};
    }
    if (header.rules != header_.rules) {
      throw Error{{.file = list->name(),
                   .cause = "made under other rules than " + lists_.front()->name() + ": " +
                            difference_of_rules(header.rules, header_.rules),
                   .hint = "count both with the same token options"}};
    }
    const auto size = add_sizes({header_.tokens, header_.documents, header_.windows.value_or(0)}, header);
    if (!size) throw Error{{.file = list->name(), .cause = "with this list there are more tokens than can be counted"}};
    header_.tokens = size->tokens;
    header_.documents = size->documents;
    if (header_.windows) header_.windows = size->windows;
  }
  for (std::size_t i = 0; i < lists_.size(); ++i) advance(i);
}

std::optional<CountsRow> CountsMerger::next() {
  if (heads_.empty()) return std::nullopt;
  CountsRow sum{.type = heads_.front().row.type};
  while (!heads_.empty() && heads_.front().row.type == sum.type) {
    std::pop_heap(heads_.begin(), heads_.end(), later);
    const Head head = std::move(heads_.back());
    heads_.pop_back();
    sum.freq += head.row.freq;
    sum.range += head.row.range;
    advance(head.list);
  }
  return sum;
}

void CountsMerger::advance(std::size_t list) {
  if (auto row = lists_[list]->next()) {
    heads_.push_back({std::move(*row), list});
    std::push_heap(heads_.begin(), heads_.end(), later);
  }
}

}  // namespace corpus::count
