// SPDX-License-Identifier: MIT
/// \file
/// The file of `--stopwords`: UTF-8, one word a line, blank lines ignored.
#pragma once

#include <string>

#include "corpus/text/tokenizer.hpp"

namespace corpus::cmd {

/// The types of the words in the file, made as `options` makes them. Throws Error naming the line that is not one
/// word, for it could never match.
text::TypeSet read_stopwords(const std::string& path, const text::TokenizerOptions& options);

}  // namespace corpus::cmd
