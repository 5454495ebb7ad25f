// SPDX-License-Identifier: MIT
/// \file
/// Any bytes as a file: whatever archive, table or treebank they pretend to be, it is read to an end or refused, and
/// what is read comes to no more than was allowed.
#include "corpus/io/documents.hpp"

#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>

#include "corpus/error.hpp"

namespace {

using namespace corpus;

constexpr std::uint64_t most = std::uint64_t{1} << 20;

void read_all(const std::string& path, const io::DocumentOptions& options) {
  io::Documents documents{io::Source::file(path, 0), options};
  std::array<char, 4096> buffer{};
  std::uint64_t size = 0;
  while (auto document = documents.next()) {
    if (document->name.empty()) std::abort();
    while (const std::size_t got = document->bytes->read(buffer)) size += got;
  }
  if (size > 2 * most) std::abort();
}

}  // namespace

/// The first byte chooses the options.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const std::string path = "/tmp/corpus-fuzz-" + std::to_string(::getpid());
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(data + 1), static_cast<std::streamsize>(size - 1));
  io::DocumentOptions options{.max_expanded = most};
  if ((data[0] & 1U) != 0) options.table = {.text_field = "t", .id_field = std::nullopt};
  if ((data[0] & 2U) != 0) options.content = io::Content::conllu;
  try {
    read_all(path, options);
  } catch (const Error& error) {
    if (error.problem().file.empty() || error.problem().cause.empty()) std::abort();
  }
  return 0;
}
