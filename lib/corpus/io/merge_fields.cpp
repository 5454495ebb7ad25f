// SPDX-License-Identifier: MIT
#include "corpus/io/merge_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace corpus::io {

Metadata merge_fields(Metadata first, Metadata second, std::string_view document) {
  for (Field& field : second) {
    const auto same = std::find_if(first.begin(), first.end(), [&](const Field& f) { return f.name == field.name; });
    if (same == first.end()) {
      first.push_back(std::move(field));
    } else if (same->value.empty()) {
      same->value = std::move(field.value);
    } else if (!field.value.empty() && same->value != field.value) {
      throw Error{
          {.file = std::string(document),
           .cause = fmt::format("its field '{}' is given twice: '{}' and '{}'", field.name, same->value, field.value)}};
    }
  }
  return first;
}

}  // namespace corpus::io
