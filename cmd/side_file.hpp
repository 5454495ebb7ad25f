// SPDX-License-Identifier: MIT
/// \file
/// Files that are no inputs, but are found and unpacked as inputs are: a list of words, a lexicon, a side table.
///
///     const auto words = with_side_file(path, [](Document document) { … });
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "corpus/document.hpp"
#include "corpus/error.hpp"
#include "corpus/io/documents.hpp"
#include "corpus/io/inputs.hpp"

namespace corpus::cmd {

/// What `use` gives for the document in the file. Throws Error where there is none.
template <typename Use>
auto with_side_file(const std::string& path, Use use) {
  io::Documents documents{io::find_sources({.inputs = {path}}).sources.at(0), io::DocumentOptions{}};
  auto document = documents.next();
  if (!document) throw Error{{.file = path, .cause = "nothing to read in this file"}};
  return use(std::move(*document));
}

/// The same for a list that people write, `what` for short: it is UTF-8 whatever --encoding says of the texts.
template <typename Use>
auto with_side_list(const std::string& path, const std::string& what, Use use) {
  std::error_code none;
  if (std::filesystem::is_directory(path, none)) {
    throw Error{{.file = path, .cause = "a directory cannot be the list of " + what, .hint = "give a file"}};
  }
  try {
    return with_side_file(path, use);
  } catch (const Error& error) {
    Problem problem = error.problem();
    if (problem.hint.find("--invalid") != std::string::npos) problem.hint = "the list of " + what + " must be UTF-8";
    throw Error{std::move(problem)};
  }
}

}  // namespace corpus::cmd
