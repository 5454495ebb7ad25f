// SPDX-License-Identifier: MIT
/// \file
/// How a result came about, as a JSON file: what a reader needs to make it again.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "corpus/report/output.hpp"

namespace CLI {
class App;
}

namespace corpus::cmd {

struct ManifestInput {
  std::string name;
  std::uint64_t size;  ///< in bytes
  std::string sha256;
};

/// Writes version, tokenizer, Unicode's and ICU's versions, every option of `command` with its value, and the inputs;
/// then closes `output`. Throws Error where it cannot be written.
void write_manifest(report::Output& output, const CLI::App& command, std::span<const ManifestInput> inputs);

}  // namespace corpus::cmd
