// SPDX-License-Identifier: MIT
/// \file
/// One value for each group of --by, in the order in which the groups were met.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>

namespace corpus::cmd {

/// `groups.of("Q", make)` is the value of group Q; the first time, what `make()` gives. Values do not move.
template <typename Value>
class Groups {
 public:
  template <typename Make>
  Value& of(const std::string& name, Make make) {
    const auto [found, fresh] = index_.try_emplace(name, values_.size());
    if (fresh) values_.emplace_back(name, make());
    return values_[found->second].second;
  }
  Value& of(const std::string& name) {
    return of(name, [] { return Value{}; });
  }
  /// Its number in that order.
  std::size_t index_of(const std::string& name) {
    const auto found = index_.find(name);
    if (found != index_.end()) return found->second;
    of(name);
    return values_.size() - 1;
  }

  [[nodiscard]] std::size_t size() const { return values_.size(); }
  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }

 private:
  std::deque<std::pair<std::string, Value>> values_;
  std::unordered_map<std::string, std::size_t> index_;
};

}  // namespace corpus::cmd
