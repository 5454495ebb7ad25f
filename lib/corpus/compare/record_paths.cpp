// SPDX-License-Identifier: MIT
#include "corpus/compare/record_paths.hpp"

#include <algorithm>
#include <string_view>

namespace corpus::compare {
namespace {

/// Without `./` and doubled slashes, which say nothing. What is in an archive or a table is as it is.
std::string plain(std::string_view name) {
  const std::string_view inside = name.substr(std::min(name.find('!'), name.size()));
  std::string_view rest = name.substr(0, name.size() - inside.size());
  std::string path = rest.starts_with('/') ? "/" : "";
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    if (part.empty() || part == ".") continue;
    if (!path.empty() && path.back() != '/') path += '/';
    path += part;
  }
  return path.append(inside);
}

/// The folder that something lies in, with the slash at its end; empty where there is none.
std::string_view folder_of(std::string_view name) {
  const std::string_view file = name.substr(0, name.find('!'));
  return file.substr(0, file.rfind('/') + 1);
}

/// The deepest that holds all.
std::string_view shared_folder(std::span<const std::string> names) {
  std::string_view folder = names.empty() ? std::string_view() : folder_of(names.front());
  for (const std::string_view name : names) {
    while (!name.starts_with(folder)) folder = folder_of(folder.substr(0, folder.size() - 1));
  }
  return folder;
}

}  // namespace

std::vector<std::string> record_paths(std::span<const std::string> names, const std::optional<std::string>& root) {
  std::vector<std::string> paths;
  paths.reserve(names.size());
  for (const std::string& name : names) paths.push_back(plain(name));
  const std::string below = root ? plain(*root) : std::string();
  const bool named = root && std::find(paths.begin(), paths.end(), below) == paths.end();
  // Of a directory with an archive in it every name begins so, and then goes on with a slash.
  const std::size_t shared = named ? below.size() : shared_folder(paths).size();
  for (std::string& path : paths) {
    path.erase(0, shared);
    if (named && (path.starts_with('/') || path.starts_with('!'))) path.erase(0, 1);
  }
  return paths;
}

}  // namespace corpus::compare
