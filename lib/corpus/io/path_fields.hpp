// SPDX-License-Identifier: MIT
/// \file
/// Metadata from the names of documents, by a template.
///
///     const auto fields = io::PathFields::parse("{year}/{outlet}_{id}.txt");
///     fields.fields_of("news/2020/daily_17.txt");   // year 2020, outlet daily, id 17
///
/// `{name}` stands for one or more bytes other than `/`, `{}` and `{_}` for the same without keeping it; `{{` and `}}`
/// are braces. All else stands for itself. The template is matched against the end of a name, beginning at its front
/// or after a `/` or `!` (where several will do, the last): `a.tar!2020/daily_17.txt` matches as well, and the records
/// of `2020.csv` match `{year}.csv!{}`. A field takes as little as it can, the last one between two `/` what is left:
/// in `{outlet}_{id}.txt` the outlet ends at the first underscore.
///
/// Time: linear in the name, times the number of `!` in one of its parts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/error.hpp"

namespace corpus::io {

class PathFields {
 public:
  /// Throws Error whose column, from 1 in code points, points at what is wrong in `pattern`: a brace without its
  /// other, two fields with nothing between them, a name twice, no field at all.
  static PathFields parse(std::string_view pattern);

  /// The fields in the order of the template; nothing where the name does not match.
  [[nodiscard]] std::optional<Metadata> fields_of(std::string_view name) const;

 private:
  /// A field and the text after it.
  struct Piece {
    std::string field;  ///< empty if it is not kept
    std::string after;
  };
  /// What stands between two `/`.
  struct Part {
    std::string before;
    std::vector<Piece> pieces;
  };
  class Parser;

  static bool match(const Part& part, std::string_view text, Metadata& fields);

  std::vector<Part> parts_;
};

}  // namespace corpus::io
