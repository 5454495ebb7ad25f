// SPDX-License-Identifier: MIT
#include "cmd/document_fields.hpp"

#include <fmt/format.h>

#include <utility>

#include "cmd/parse.hpp"
#include "cmd/side_file.hpp"
#include "corpus/error.hpp"
#include "corpus/io/merge_fields.hpp"

namespace corpus::cmd {
namespace {

io::PathFields read_path_fields(const std::string& pattern) {
  try {
    return io::PathFields::parse(pattern);
  } catch (const Error& error) {
    throw UsageError(fmt::format("--path-fields: column {}: {}", error.problem().column, error.problem().cause));
  }
}

io::SideTable read_side_table(const std::string& path) {
  return with_side_file(path, [&](Document document) { return io::SideTable{path, std::move(document.bytes)}; });
}

}  // namespace

DocumentFields::DocumentFields(const InputArguments& arguments) : arguments_(arguments) {
  if (arguments.path_fields) path_fields_ = read_path_fields(*arguments.path_fields);
  if (arguments.metadata) table_ = read_side_table(*arguments.metadata);
}

void DocumentFields::add_to(Document& document) const {
  if (path_fields_) {
    auto fields = path_fields_->fields_of(document.name);
    if (!fields) {
      throw Error{{.file = document.name,
                   .cause = "the name does not match --path-fields " + *arguments_.path_fields,
                   .hint = "--include and --exclude choose files"}};
    }
    document.metadata = io::merge_fields(std::move(document.metadata), std::move(*fields), document.name);
  }
  if (!table_) return;
  if (auto fields = table_->fields_of(document.name)) {
    document.metadata = io::merge_fields(std::move(document.metadata), std::move(*fields), document.name);
  }
}

void DocumentFields::check_claimed() const {
  if (!table_) return;
  if (const auto error = table_->unmatched()) throw Error{*error};
}

}  // namespace corpus::cmd
