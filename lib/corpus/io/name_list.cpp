// SPDX-License-Identifier: MIT
#include "corpus/io/name_list.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "corpus/document.hpp"
#include "corpus/error.hpp"
#include "corpus/io/source.hpp"

namespace corpus::io {
namespace {

std::string read_all(const std::string& list) {
  constexpr std::size_t kBuffer = std::size_t{64} * 1024;
  const Document document = (list == "-" ? Source::standard_input() : Source::stream(list)).open();
  std::string text;
  for (;;) {
    const std::size_t size = text.size();
    text.resize(size + kBuffer);
    const std::size_t taken = document.bytes->read(std::span<char>(text).subspan(size));
    text.resize(size + taken);
    if (taken == 0) return text;
  }
}

}  // namespace

std::vector<ListedName> read_name_list(const std::string& list, Separator separator) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const bool lines = separator == Separator::line;
  const std::string text = read_all(list);
  std::string_view rest = text;
  if (lines && rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  std::vector<ListedName> names;
  for (std::uint64_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find(lines ? '\n' : '\0'), rest.size());
    std::string_view name = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (lines && name.ends_with('\r')) name.remove_suffix(1);
    if (lines && name.find('\0') != std::string_view::npos) {
      throw Error{{.file = list,
                   .line = number,
                   .cause = "a name holds a NUL byte",
                   .hint = "-0, if the names are separated by NUL bytes"}};
    }
    if (!name.empty()) {
      names.push_back({std::string(name), number});
    } else if (!lines) {
      throw Error{{.file = list, .cause = "name " + std::to_string(number) + " is empty"}};
    }
  }
  if (names.empty()) throw Error{{.file = list, .cause = "the list holds no names"}};
  return names;
}

}  // namespace corpus::io
