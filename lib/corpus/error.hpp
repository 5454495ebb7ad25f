// SPDX-License-Identifier: MIT
/// \file
/// The one exception type. A failed environment (a file, an encoding, a full disk, a malformed input) throws `Error`;
/// a value that merely does not exist is a `std::optional`.
///
///     throw Error{{.file = "a.txt", .line = 3, .column = 17, .cause = "byte 0xE9 is not valid UTF-8",
///                  .hint = "--encoding windows-1252, or --invalid replace"}};
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace corpus {

/// What went wrong, and where. Parts that are empty or 0 are left out of the message.
struct Problem {
  std::string file = {};
  std::uint64_t line = 0;    ///< from 1
  std::uint64_t column = 0;  ///< from 1, in code points
  std::string cause = {};
  std::string hint = {};  ///< the way out
};

class Error : public std::runtime_error {
 public:
  explicit Error(Problem problem) : std::runtime_error(message(problem)), problem_(std::move(problem)) {}

  [[nodiscard]] const Problem& problem() const noexcept { return problem_; }

 private:
  /// `a.txt:3:17: cause (hint: …)`
  static std::string message(const Problem& problem) {
    std::string text = problem.file;
    if (problem.line != 0) text += (text.empty() ? "" : ":") + std::to_string(problem.line);
    if (problem.column != 0) text += ":" + std::to_string(problem.column);
    if (!text.empty()) text += ": ";
    text += problem.cause;
    if (!problem.hint.empty()) text += " (hint: " + problem.hint + ")";
    return text;
  }

  Problem problem_;
};

}  // namespace corpus
