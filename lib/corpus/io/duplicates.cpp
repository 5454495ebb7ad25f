// SPDX-License-Identifier: MIT
#include "corpus/io/duplicates.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

namespace corpus::io {
namespace {

/// Empty for what has no path: a pipe, a file that was removed.
std::string canonical_path(const std::string& name) {
  const char* path = name == "-" ? "/dev/stdin" : name.c_str();
  const std::unique_ptr<char, void (*)(void*)> canonical(::realpath(path, nullptr), std::free);
  return canonical ? canonical.get() : "";
}

bool same_inode(const Identity& a, const Identity& b) { return a.device == b.device && a.inode == b.inode; }

}  // namespace

std::vector<Duplicate> find_duplicates(std::vector<Identity> identities, std::span<const Source> sources) {
  std::sort(identities.begin(), identities.end(), [](const Identity& a, const Identity& b) {
    return std::tie(a.device, a.inode, a.source) < std::tie(b.device, b.inode, b.source);
  });
  std::vector<Duplicate> duplicates;
  for (auto begin = identities.begin(); begin != identities.end();) {
    const auto end =
        std::find_if(begin, identities.end(), [&](const Identity& other) { return !same_inode(*begin, other); });
    std::vector<std::pair<std::string, Identity>> paths;
    if (end - begin > 1) {
      for (; begin != end; ++begin) paths.emplace_back(canonical_path(sources[begin->source].name()), *begin);
    }
    begin = end;
    std::stable_sort(paths.begin(), paths.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 1, first = 0; i < paths.size(); ++i) {
      if (paths[i].first == paths[first].first) {
        duplicates.push_back({paths[first].second, paths[i].second});
      } else {
        first = i;
      }
    }
  }
  std::sort(duplicates.begin(), duplicates.end(),
            [](const Duplicate& a, const Duplicate& b) { return a.second.source < b.second.source; });
  return duplicates;
}

}  // namespace corpus::io
