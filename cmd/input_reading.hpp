// SPDX-License-Identifier: MIT
/// \file
/// How the documents of a command are read, from the options that say so.
///
///     const text::ReadOptions options = reading_options(arguments, tokens, needs);
///     check_turns(arguments.reading, options, selection);
#pragma once

#include <string>

#include "cmd/inputs.hpp"
#include "cmd/options.hpp"
#include "cmd/selection.hpp"
#include "corpus/document.hpp"
#include "corpus/text/read_options.hpp"

namespace corpus::cmd {

/// But for the lexicon. Throws UsageError where --encoding is not known.
text::ReadOptions reading_options(const InputArguments& arguments, const TokenArguments& tokens,
                                  const InputNeeds& needs);

/// The types of a counts file: words to rejoin split words by.
text::TypeSet read_lexicon(const std::string& path);

/// Throws UsageError where options about turns cannot be read, or there are none to be found.
void check_turns(const ReadingArguments& arguments, const text::ReadOptions& reading, const Selection& selection);

/// Throws Error where running text should have attributes.
void check_attribute(const Document& document, text::Attribute attribute);

}  // namespace corpus::cmd
