// SPDX-License-Identifier: MIT
/// \file
/// CoNLL-U, a whole file at once: split into lines, lines into columns, and read from the top. For well-formed UTF-8
/// without a byte order mark.
///
///     for (const ConlluDocument& document : conllu_documents(file, ConlluColumn::form)) …
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace corpus::reference {

/// FORM is the second column, that is number 1. `word` is FORM too, of the words within multiword tokens.
enum class ConlluColumn : std::size_t { word = 0, form = 1, lemma = 2, upos = 3 };

struct ConlluToken {
  std::string form = {};
  std::string value = {};
  std::uint64_t begin = 0;  ///< of the form, in the file
  std::uint64_t end = 0;
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::uint64_t sentence = 0;  ///< in the document, from 1
  std::uint64_t paragraph = 0;
  std::uint64_t turn = 0;
  std::string speaker = {};
  std::string lemma = {};
  std::string upos = {};

  bool operator==(const ConlluToken&) const = default;
};

struct ConlluDocument {
  std::string id;           ///< of its `# newdoc`, if it has one
  bool newdoc = false;      ///< it does
  std::string text;         ///< a line for each paragraph
  std::uint64_t begin = 0;  ///< in the file
  std::uint64_t line = 1;
  std::vector<ConlluToken> tokens = {};
};

std::vector<ConlluDocument> conllu_documents(std::string_view file, ConlluColumn column);

}  // namespace corpus::reference
