// SPDX-License-Identifier: MIT
#include "corpus/io/near_name.hpp"

#include <dirent.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace corpus::io {
namespace {

bool exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

std::optional<std::string> nearest_entry(const std::string& folder, std::string_view wanted) {
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(folder.empty() ? "." : folder.c_str()), ::closedir);
  if (!stream) return std::nullopt;
  const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  std::size_t nearest_distance = limit + 1;
  std::string nearest;
  while (const dirent* next = ::readdir(stream.get())) {
    const std::string_view name = next->d_name;
    if (name == "." || name == ".." || name == wanted) continue;  // a dangling link has the wanted name
    const std::size_t distance = edit_distance(wanted, name, limit);
    // Folders come in no order of their own: the first by bytes wins among equals.
    if (distance < nearest_distance || (distance == nearest_distance && distance <= limit && name < nearest)) {
      nearest_distance = distance;
      nearest = name;
    }
  }
  if (nearest.empty()) return std::nullopt;
  return nearest;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = std::exchange(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return std::min(row[b.size()], limit + 1);
}

std::optional<std::string> near_name(const std::string& path) {
  std::size_t begin = 0;
  while (begin < path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (end > begin && !exists(path.substr(0, end))) {
      const std::string folder = path.substr(0, begin);
      const auto entry = nearest_entry(folder, std::string_view(path).substr(begin, end - begin));
      if (!entry) return std::nullopt;
      std::string whole = folder + *entry + path.substr(end);
      return exists(whole) ? whole : folder + *entry;
    }
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace corpus::io
