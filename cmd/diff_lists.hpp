// SPDX-License-Identifier: MIT
/// \file
/// What can stand for a side of `corpus diff` in place of texts: a counts file, or a lock with its counts beside it.
#pragma once

#include "cmd/diff_sides.hpp"
#include "corpus/document.hpp"

namespace corpus::cmd {

/// Of a document that is no text. Throws Error where it is malformed, or not all of the side.
void read_list(text::Vocabulary& types, Side& side, Document document, FileKind kind);

/// Throws Error where the side is a list, or another document stands beside it.
void check_alone(const Side& side, const std::string& name);

/// Throws Error where the two sides were made under different rules.
void check_rules(const Sides& sides);

}  // namespace corpus::cmd
