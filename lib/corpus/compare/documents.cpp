// SPDX-License-Identifier: MIT
#include "corpus/compare/documents.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "corpus/similarity/near.hpp"

namespace corpus::compare {
namespace {

using Records = std::span<const DocumentRecord>;
using Indices = std::vector<std::size_t>;

Indices by_path(Records records) {
  Indices indices(records.size());
  for (std::size_t i = 0; i < indices.size(); ++i) indices[i] = i;
  std::sort(indices.begin(), indices.end(),
            [&](std::size_t one, std::size_t other) { return records[one].path < records[other].path; });
  return indices;
}

std::string_view last_part(std::string_view path) { return path.substr(path.find_last_of("/!") + 1); }

bool same_bytes(const DocumentRecord& one, const DocumentRecord& other) {
  return one.bytes == other.bytes && one.sha256 == other.sha256;
}

bool same_words(const DocumentRecord& one, const DocumentRecord& other) {
  return one.tokens == other.tokens && one.words == other.words;
}

class Matching {
 public:
  Matching(Records before, Records after) : before_(before), after_(after) {}

  std::vector<DocumentChange> run(const MatchOptions& options) && {
    match_paths();
    drop_wordless();
    match_words([](const DocumentRecord& record) { return std::tuple(record.words, std::string_view(record.sha256)); });
    match_words([](const DocumentRecord& record) { return std::tuple(record.words, last_part(record.path)); });
    match_words([](const DocumentRecord& record) { return std::tuple(record.words, std::string_view()); });
    match_near(options);
    for (const std::size_t i : removed_) add({.kind = ChangeKind::removed, .before = i});
    for (const std::size_t i : added_) add({.kind = ChangeKind::added, .after = i});
    std::sort(changes_.begin(), changes_.end(), [this](const DocumentChange& one, const DocumentChange& other) {
      return std::tuple(path_of(one), one.after.has_value()) < std::tuple(path_of(other), other.after.has_value());
    });
    return std::move(changes_);
  }

 private:
  void add(const DocumentChange& change) { changes_.push_back(change); }

  [[nodiscard]] const std::string& path_of(const DocumentChange& change) const {
    return change.after ? after_[*change.after].path : before_[*change.before].path;
  }

  /// What both sides have; the others are `removed_` and `added_`, by path.
  void match_paths() {
    const Indices before = by_path(before_);
    const Indices after = by_path(after_);
    auto old = before.begin();
    auto fresh = after.begin();
    while (old != before.end() || fresh != after.end()) {
      if (fresh == after.end() || (old != before.end() && before_[*old].path < after_[*fresh].path)) {
        removed_.push_back(*old++);
      } else if (old == before.end() || after_[*fresh].path < before_[*old].path) {
        added_.push_back(*fresh++);
      } else {
        add_same_path(*old++, *fresh++);
      }
    }
  }

  void add_same_path(std::size_t old, std::size_t fresh) {
    DocumentChange change = pair(old, fresh);
    if (same_bytes(before_[old], after_[fresh])) {
      change.kind = ChangeKind::unchanged;
    } else {
      change.kind = change.words == Words::same ? ChangeKind::re_encoded : ChangeKind::changed;
    }
    add(change);
  }

  [[nodiscard]] DocumentChange pair(std::size_t old, std::size_t fresh) const {
    DocumentChange change{.kind = ChangeKind::renamed, .before = old, .after = fresh};
    if (same_words(before_[old], after_[fresh])) {
      change.words = Words::same;
      change.similarity = 1;
    } else {
      change.similarity = similarity::resemblance(before_[old].signature, after_[fresh].signature);
    }
    return change;
  }

  /// They are alike without being the same.
  void drop_wordless() {
    const auto drop = [this](Indices& indices, Records records, ChangeKind kind) {
      std::erase_if(indices, [&](std::size_t i) {
        if (records[i].tokens > 0) return false;
        add(kind == ChangeKind::added ? DocumentChange{.kind = kind, .after = i}
                                      : DocumentChange{.kind = kind, .before = i});
        return true;
      });
    };
    drop(removed_, before_, ChangeKind::removed);
    drop(added_, after_, ChangeKind::added);
  }

  /// Those whose words and whatever else `key` tells agree; several of one key in the order of their paths.
  template <typename Key>
  void match_words(Key key) {
    const auto sorted = [&](const Indices& indices, Records records) {
      Indices by_key = indices;
      std::stable_sort(by_key.begin(), by_key.end(),
                       [&](std::size_t one, std::size_t other) { return key(records[one]) < key(records[other]); });
      return by_key;
    };
    std::vector<bool> gone(before_.size());
    std::vector<bool> come(after_.size());
    const Indices olds = sorted(removed_, before_);
    const Indices freshes = sorted(added_, after_);
    for (auto old = olds.begin(), fresh = freshes.begin(); old != olds.end() && fresh != freshes.end();) {
      const auto one = key(before_[*old]);
      const auto other = key(after_[*fresh]);
      if (one < other) {
        ++old;
      } else if (other < one) {
        ++fresh;
      } else {
        gone[*old] = come[*fresh] = true;
        add(pair(*old++, *fresh++));
      }
    }
    std::erase_if(removed_, [&](std::size_t i) { return gone[i]; });
    std::erase_if(added_, [&](std::size_t i) { return come[i]; });
  }

  void match_near(const MatchOptions& options) {
    const auto signatures = [](const Indices& indices, Records records) {
      std::vector<const similarity::Signature*> found;
      for (const std::size_t i : indices) found.push_back(&records[i].signature);
      return found;
    };
    const auto pairs = similarity::find_near(signatures(removed_, before_), signatures(added_, after_),
                                             {.threshold = options.threshold});
    std::vector<bool> gone(removed_.size());
    std::vector<bool> come(added_.size());
    for (const similarity::NearPair& near : similarity::one_to_one(pairs)) {
      gone[near.left] = come[near.right] = true;
      add(pair(removed_[near.left], added_[near.right]));
    }
    const auto rest = [](const Indices& indices, const std::vector<bool>& taken) {
      Indices left;
      for (std::size_t i = 0; i < indices.size(); ++i) {
        if (!taken[i]) left.push_back(indices[i]);
      }
      return left;
    };
    removed_ = rest(removed_, gone);
    added_ = rest(added_, come);
  }

  Records before_;
  Records after_;
  Indices removed_;  ///< not matched so far, by path …
  Indices added_;    ///< … and these
  std::vector<DocumentChange> changes_;
};

}  // namespace

std::string_view name_of(ChangeKind kind) {
  constexpr std::array<std::string_view, 6> names{"unchanged", "re-encoded", "changed", "renamed", "removed", "added"};
  return names.at(static_cast<std::size_t>(kind));
}

std::vector<DocumentChange> match_documents(Records before, Records after, const MatchOptions& options) {
  return Matching{before, after}.run(options);
}

}  // namespace corpus::compare
