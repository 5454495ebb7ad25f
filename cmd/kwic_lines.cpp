// SPDX-License-Identifier: MIT
#include "cmd/kwic_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <utility>

#include "cmd/kwic_line_table.hpp"
#include "cmd/kwic_sort.hpp"
#include "corpus/report/number.hpp"
#include "corpus/stats/reservoir.hpp"

namespace corpus::cmd {
namespace {

/// Seeds have to be given to be changed: the same command prints the same lines.
constexpr std::uint64_t usual_seed = 1;

std::string footer(std::uint64_t shown, const Found& found, const KwicOptions& options) {
  std::string text = shown == found.hits
                         ? counted(shown, "hit")
                         : fmt::format("{} of {} shown", report::format_grouped(shown), counted(found.hits, "hit"));
  text += fmt::format(", in {} of {}", report::format_grouped(found.with_hits), counted(found.documents, "document"));
  if (options.max_count) text += fmt::format(" (at most {} of each)", report::format_grouped(*options.max_count));
  return text;
}

/// Names of groups by number, each as often as it comes up anew.
class GroupNames {
 public:
  std::size_t add(const std::string& name) {
    if (names_.empty() || names_.back() != name) names_.push_back(name);
    return names_.size() - 1;
  }
  [[nodiscard]] std::string_view operator[](std::size_t number) const {
    return names_.empty() ? std::string_view{} : std::string_view{names_[number]};
  }
  void clear() { names_.clear(); }

 private:
  std::deque<std::string> names_;
};

/// As they come. Memory: the groups of a document.
class PrintedLines final : public HitView {
 public:
  PrintedLines(const KwicOptions& options, const Inputs& inputs, std::span<const search::Query> queries)
      : options_(options), context_(read_context(options.context)), table_(options, inputs, queries) {}

  [[nodiscard]] HitNeeds needs() const override { return table_.needs(context_); }

  void start_document(const Document& /*document*/) override { groups_.clear(); }

  std::size_t group(const std::string& name) override { return groups_.add(name); }

  Wanted take(const Document& document, const search::Line& line) override {
    const std::uint64_t most = options_.top.value_or(UINT64_MAX);
    if (shown_ < most) {
      ++shown_;
      table_.print(table_.row_of(document.name, line, groups_[line.group]));
    }
    // A footer says of how many.
    return shown_ < most || table_.has_footer() ? Wanted::more : Wanted::nothing;
  }

  void flush() override { table_.flush(); }
  void finish(const Found& found, std::span<const std::uint64_t> /*tokens*/) override {
    table_.finish(footer(shown_, found, options_));
  }
  void break_off() override { table_.finish(""); }

 private:
  const KwicOptions& options_;
  search::Context context_;
  LineTable table_;
  GroupNames groups_;
  std::uint64_t shown_ = 0;
};

/// When all are known. Memory: the lines that are kept.
class HeldLines final : public HitView {
 public:
  HeldLines(const KwicOptions& options, const Inputs& inputs, std::span<const search::Query> queries)
      : options_(options),
        context_(read_context(options.context)),
        table_(options, inputs, queries),
        keys_(read_sort_keys(options.sort)),
        order_(keys_, options.queries.exact ? WordForm::form : WordForm::type, options.tokens.locale),
        sample_(options.sample.value_or(UINT64_MAX), options.seed.value_or(usual_seed)) {}

  [[nodiscard]] HitNeeds needs() const override {
    HitNeeds needs = table_.needs(context_);
    needs.neighbours = neighbours_of(keys_);
    return needs;
  }

  void start_document(const Document& /*document*/) override { new_document_ = true; }

  std::size_t group(const std::string& name) override { return groups_.add(name); }

  Wanted take(const Document& in, const search::Line& line) override {
    const auto slot = sample_.next();
    if (!slot) return Wanted::more;
    if (std::exchange(new_document_, false)) documents_.push_back(in.name);
    const std::string_view document = documents_.back();
    order_.set(*slot, line, document);
    HeldRow row{table_.row_of(document, line, groups_[line.group])};
    if (*slot == rows_.size()) {
      rows_.push_back(std::move(row));
    } else {
      rows_[*slot] = std::move(row);
    }
    return Wanted::more;
  }

  void finish(const Found& found, std::span<const std::uint64_t> /*tokens*/) override {
    std::vector<std::size_t> slots = order_.slots();
    slots.resize(std::min<std::uint64_t>(slots.size(), options_.top.value_or(UINT64_MAX)));
    for (const std::size_t slot : slots) table_.print(rows_[slot].row());
    table_.finish(footer(slots.size(), found, options_));
  }

 private:
  const KwicOptions& options_;
  search::Context context_;
  LineTable table_;
  std::vector<SortKey> keys_;
  LineOrder order_;
  stats::Reservoir sample_;
  std::vector<HeldRow> rows_;          ///< by slot
  std::deque<std::string> documents_;  ///< that hold one of them
  bool new_document_ = false;
  GroupNames groups_;
};

}  // namespace

std::unique_ptr<HitView> view_lines(const KwicOptions& options, const Inputs& inputs,
                                    std::span<const search::Query> queries) {
  if (options.sort.empty() && !options.sample) return std::make_unique<PrintedLines>(options, inputs, queries);
  return std::make_unique<HeldLines>(options, inputs, queries);
}

}  // namespace corpus::cmd
