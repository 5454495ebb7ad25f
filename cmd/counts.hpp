// SPDX-License-Identifier: MIT
/// \file
/// Counts files on the command line: told from texts and locks by how they begin, and printed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/count/counts_file.hpp"
#include "corpus/count/frequency_list.hpp"
#include "corpus/document.hpp"
#include "corpus/report/output.hpp"

namespace corpus::cmd {

enum class FileKind : std::uint8_t { text, counts, lock };

/// Looks at the first bytes, which are read again afterwards.
FileKind kind_of(Document& document);

/// As a message names it.
std::string_view name_of(FileKind kind);

/// Whether it is a counts file and no text. Throws Error where it is a lock, which `corpus diff` alone takes.
bool is_counts_file(Document& document);

/// Throws Error where the document is a counts file or a lock, for it holds no running text, which `what` need.
void refuse_counts_file(Document& document, std::string_view what);

/// Throws Error where rows are missing from the list.
void refuse_cut_list(const count::CountsReader& list);

/// One row of a counts file.
void write_counts_row(report::Output& output, std::string_view type, std::uint64_t freq, std::uint64_t range);

/// A counts file of those types of the list, which stand in the order of their code points.
void write_counts(report::Output& output, const count::CountsHeader& header, const count::FrequencyList& list,
                  const std::vector<text::TypeId>& types);

}  // namespace corpus::cmd
