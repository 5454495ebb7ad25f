// SPDX-License-Identifier: MIT
#include "cmd/kwic_counts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "cmd/groups.hpp"
#include "cmd/kwic_sort.hpp"
#include "cmd/result.hpp"
#include "corpus/report/number.hpp"

namespace corpus::cmd {
namespace {

std::string documents_text(const Found& found) {
  return fmt::format("in {} of {}", report::format_grouped(found.with_hits), counted(found.documents, "document"));
}

/// `names` behind the column that tells queries apart, where there are several.
std::vector<std::string> with_query(std::vector<std::string> names, std::size_t queries) {
  if (queries > 1) names.insert(names.begin(), "query");
  return names;
}

/// A group of which there is nothing to keep beside its number.
struct NameOnly {};

class DocumentCounts final : public HitView {
 public:
  DocumentCounts(const KwicOptions& options, std::span<const search::Query> queries)
      : queries_(queries),
        result_(options.output, {{"doc"}, {"query"}, {"hits", report::Kind::count}}, shown(queries.size())),
        hits_(queries.size()) {}

  void start_document(const Document& /*document*/) override { std::fill(hits_.begin(), hits_.end(), 0); }

  Wanted take(const Document& /*document*/, const search::Line& line) override {
    ++hits_[line.query];
    return Wanted::more;
  }

  void end_document(const Document& document) override {
    for (std::size_t i = 0; i < queries_.size(); ++i) {
      result_.row({std::string_view(document.name), std::string_view(queries_[i].text()), hits_[i]});
    }
  }

  void finish(const Found& found, std::span<const std::uint64_t> /*tokens*/) override {
    result_.footer(fmt::format("{}, {}", counted(found.hits, "hit"), documents_text(found)));
    result_.finish();
  }
  void flush() override { result_.flush(); }
  void break_off() override { result_.finish(); }

 private:
  static std::vector<std::string> shown(std::size_t queries) {
    return queries > 1 ? std::vector<std::string>{"doc", "query", "hits"} : std::vector<std::string>{"doc", "hits"};
  }

  std::span<const search::Query> queries_;
  Result result_;
  std::vector<std::uint64_t> hits_;
};

class GroupCounts final : public HitView {
 public:
  GroupCounts(const KwicOptions& options, const Inputs& inputs, std::span<const search::Query> queries)
      : queries_(queries),
        result_(options.output,
                {{"query"},
                 {"hits", report::Kind::count},
                 {"tokens", report::Kind::count},
                 {"per_million", report::Kind::real, 2}},
                with_query({"hits", "tokens", "per_million"}, queries.size()), inputs.group_column()) {}

  /// The tokens of all the text are counted too.
  [[nodiscard]] HitNeeds needs() const override { return {.shortcut = search::Shortcut::unused}; }

  std::size_t group(const std::string& name) override {
    const std::size_t number = groups_.index_of(name);
    hits_.resize(groups_.size() * queries_.size());
    return number;
  }

  Wanted take(const Document& /*document*/, const search::Line& line) override {
    ++hits_[line.group * queries_.size() + line.query];
    return Wanted::more;
  }

  void finish(const Found& found, std::span<const std::uint64_t> tokens) override {
    std::size_t number = 0;
    for (const auto& group : groups_) {
      const std::uint64_t size = number < tokens.size() ? tokens[number] : 0;
      result_.group(group.first);
      for (std::size_t i = 0; i < queries_.size(); ++i) {
        const std::uint64_t hits = hits_[number * queries_.size() + i];
        result_.row(
            {std::string_view(queries_[i].text()), hits, size,
             size == 0 ? report::Cell{} : report::Cell{static_cast<double>(hits) * 1e6 / static_cast<double>(size)}});
      }
      ++number;
    }
    const std::uint64_t all = std::accumulate(tokens.begin(), tokens.end(), std::uint64_t{0});
    result_.footer(fmt::format("{}, {}, {}", counted(found.hits, "hit"), documents_text(found), counted(all, "token")));
    result_.finish();
  }

 private:
  std::span<const search::Query> queries_;
  Result result_;
  Groups<NameOnly> groups_;
  std::vector<std::uint64_t> hits_;  ///< of the queries in the first group, in the second …
};

class ValueCounts final : public HitView {
 public:
  ValueCounts(const KwicOptions& options, const Inputs& inputs, std::span<const search::Query> queries)
      : options_(options),
        form_(options.queries.exact ? WordForm::form : WordForm::type),
        queries_(queries),
        result_(options.output,
                {{"query"},
                 {"value"},
                 {"hits", report::Kind::count},
                 {"share", report::Kind::real, 4},
                 {"range", report::Kind::count}},
                with_query({"value", "hits", "share", "range"}, queries.size()), inputs.group_column()) {
    if (!inputs.selection().grouped()) group("");
  }

  [[nodiscard]] HitNeeds needs() const override { return {.parts = search::LineParts::context, .neighbours = 1}; }

  void start_document(const Document& /*document*/) override { ++document_; }

  std::size_t group(const std::string& name) override {
    const std::size_t number = groups_.index_of(name);
    values_.resize(groups_.size() * queries_.size());
    return number;
  }

  Wanted take(const Document& /*document*/, const search::Line& line) override {
    Values& values = values_[line.group * queries_.size() + line.query];
    Value& value = values.of(value_of(line));
    ++value.hits;
    if (std::exchange(value.last_document, document_) != document_) ++value.range;
    return Wanted::more;
  }

  void finish(const Found& found, std::span<const std::uint64_t> /*tokens*/) override {
    std::size_t number = 0;
    for (const auto& group : groups_) {
      result_.group(group.first);
      for (const search::Query& query : queries_) print(query, values_[number++]);
    }
    result_.footer(fmt::format("{} of {} shown, {}, {}", report::format_grouped(shown_), counted(matching_, "value"),
                               counted(found.hits, "hit"), documents_text(found)));
    result_.finish();
  }

 private:
  struct Value {
    std::uint64_t hits = 0;
    std::uint64_t range = 0;
    std::uint64_t last_document = 0;  ///< that it was met in
  };
  using Values = Groups<Value>;
  [[nodiscard]] std::string value_of(const search::Line& line) const {
    if (options_.group_by == GroupHits::left) return std::string(left_of(line, 1, form_));
    if (options_.group_by == GroupHits::right) return std::string(right_of(line, 1, form_));
    return node_of(line, form_);
  }

  /// The most frequent first; those that are equally frequent in the order of their code points.
  void print(const search::Query& query, const Values& values) {
    std::vector<const std::pair<std::string, Value>*> rows;
    std::uint64_t hits = 0;
    for (const auto& value : values) {
      rows.push_back(&value);
      hits += value.second.hits;
    }
    std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) {
      return a->second.hits != b->second.hits ? a->second.hits > b->second.hits : a->first < b->first;
    });
    matching_ += rows.size();
    rows.resize(std::min<std::uint64_t>(rows.size(), options_.top.value_or(UINT64_MAX)));
    shown_ += rows.size();
    for (const auto* row : rows) {
      const Value& value = row->second;
      result_.row({std::string_view(query.text()), std::string_view(row->first), value.hits,
                   static_cast<double>(value.hits) / static_cast<double>(hits), value.range});
    }
  }

  const KwicOptions& options_;
  WordForm form_;
  std::span<const search::Query> queries_;
  Result result_;
  Groups<NameOnly> groups_;
  std::vector<Values> values_;  ///< of the queries in the first group, in the second …
  std::uint64_t document_ = 0;
  std::size_t matching_ = 0;
  std::size_t shown_ = 0;
};

/// Names as other programs want them: each a line, whatever the window is, and no header.
OutputArguments for_names(OutputArguments arguments) {
  arguments.no_header = true;
  if (arguments.format == OutputFormat::automatic) arguments.format = OutputFormat::tsv;
  return arguments;
}

class FileNames final : public HitView {
 public:
  explicit FileNames(const KwicOptions& options)
      : with_(options.files_with), result_(for_names(options.output), {{"doc"}}, {"doc"}) {}

  void start_document(const Document& /*document*/) override { found_ = false; }

  Wanted take(const Document& /*document*/, const search::Line& /*line*/) override {
    found_ = true;
    return Wanted::next_document;
  }

  void end_document(const Document& document) override {
    if (found_ == with_) result_.row({std::string_view(document.name)});
  }

  void finish(const Found& /*found*/, std::span<const std::uint64_t> /*tokens*/) override { result_.finish(); }
  void flush() override { result_.flush(); }
  void break_off() override { result_.finish(); }

 private:
  bool with_;
  bool found_ = false;
  Result result_;
};

class Nothing final : public HitView {
 public:
  Wanted take(const Document& /*document*/, const search::Line& /*line*/) override { return Wanted::nothing; }
  void finish(const Found& /*found*/, std::span<const std::uint64_t> /*tokens*/) override {}
};

}  // namespace

std::unique_ptr<HitView> view_documents(const KwicOptions& options, std::span<const search::Query> queries) {
  return std::make_unique<DocumentCounts>(options, queries);
}

std::unique_ptr<HitView> view_groups(const KwicOptions& options, const Inputs& inputs,
                                     std::span<const search::Query> queries) {
  return std::make_unique<GroupCounts>(options, inputs, queries);
}

std::unique_ptr<HitView> view_values(const KwicOptions& options, const Inputs& inputs,
                                     std::span<const search::Query> queries) {
  return std::make_unique<ValueCounts>(options, inputs, queries);
}

std::unique_ptr<HitView> view_files(const KwicOptions& options) { return std::make_unique<FileNames>(options); }

std::unique_ptr<HitView> view_nothing() { return std::make_unique<Nothing>(); }

}  // namespace corpus::cmd
