// SPDX-License-Identifier: MIT
/// \file
/// Reads Unicode's conformance files: `÷ 0020 × 0308 ÷ 0020 ÷  # comment`.
#pragma once

#include <cstddef>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/unicode/utf8.hpp"

namespace corpus::conformance {

/// The file of Unicode 15.0 data, of the system's or else of the folder ../shared; nothing where neither has it.
inline std::optional<std::string> find_data(const std::string& name) {
  std::vector<std::string> paths = {"/usr/share/unicode/auxiliary/" + name, "/usr/share/unicode/" + name};
#ifdef CORPUS_SHARED_DIR
  paths.push_back(std::string(CORPUS_SHARED_DIR) + "/reference/unicode/" + name);
#endif
  for (const std::string& path : paths) {
    std::string first;
    if (std::ifstream file(path); std::getline(file, first) && first.find("-15.0.0.txt") != std::string::npos) {
      return path;
    }
  }
  return std::nullopt;
}

struct BreakTest {
  std::size_t line = 0;
  std::string text;               ///< UTF-8
  std::vector<std::size_t> ends;  ///< where a ÷ stands, in bytes, without the one at the beginning
};

inline std::vector<BreakTest> read_break_tests(const std::string& path) {
  std::vector<BreakTest> tests;
  std::ifstream file(path);
  std::string row;
  for (std::size_t line = 1; std::getline(file, row); ++line) {
    std::istringstream fields(row.substr(0, row.find('#')));
    BreakTest test{.line = line, .text = {}, .ends = {}};
    for (std::string field; fields >> field;) {
      if (field == "÷") {
        if (!test.text.empty()) test.ends.push_back(test.text.size());
      } else if (field != "×") {
        unicode::append(test.text, static_cast<char32_t>(std::stoul(field, nullptr, 16)));
      }
    }
    if (!test.text.empty()) tests.push_back(test);
  }
  return tests;
}

}  // namespace corpus::conformance
