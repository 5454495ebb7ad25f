// SPDX-License-Identifier: MIT
/// \file
/// The functions that look at bytes before they are known to be text, against their slow twins.
#include "corpus/unicode/utf8.hpp"

#include <cstdint>
#include <cstdlib>

#include "reference/unicode/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corpus;
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const std::size_t valid = unicode::valid_prefix(bytes);
  if (valid != reference::valid_prefix(bytes)) std::abort();
  const std::string_view rest = bytes.substr(valid);
  if (unicode::truncated_at_end(rest) != reference::completes(rest)) std::abort();
  if (!rest.empty() && unicode::maximal_subpart(rest) != reference::maximal_subpart(rest)) std::abort();

  std::string again;
  std::size_t points = 0;
  for (std::size_t at = 0; at < valid; ++points) {
    const auto [point, length] = unicode::decode(bytes, at);
    unicode::append(again, point);
    at += length;
  }
  if (again != bytes.substr(0, valid) || points != unicode::count_code_points(again)) std::abort();
  return 0;
}
