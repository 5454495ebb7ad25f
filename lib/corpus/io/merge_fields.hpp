// SPDX-License-Identifier: MIT
/// \file
/// Metadata from several sources, as that of one document: fields of a table, of its path, of a side table.
///
///     document.metadata = io::merge_fields(std::move(document.metadata), *path_fields.fields_of(name), name);
#pragma once

#include <string_view>

#include "corpus/document.hpp"
#include "corpus/error.hpp"

namespace corpus::io {

/// The fields of `first`, then those that only `second` has. A value gives way to none that is different: what is
/// empty is filled, and else Error is thrown, naming `document` and the field.
Metadata merge_fields(Metadata first, Metadata second, std::string_view document);

}  // namespace corpus::io
