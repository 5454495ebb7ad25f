// SPDX-License-Identifier: MIT
#include "corpus/stats/language.hpp"

#include <array>
#include <utility>

namespace corpus::stats {
namespace {

constexpr std::array<std::pair<std::string_view, Language>, 8> names = {{
    {"en", Language::english},
    {"eng", Language::english},
    {"de", Language::german},
    {"deu", Language::german},
    {"fr", Language::french},
    {"fra", Language::french},
    {"nl", Language::dutch},
    {"nld", Language::dutch},
}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(std::string_view a, std::string_view lower_case) {
  if (a.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower_case[i]) return false;
  }
  return true;
}

}  // namespace

std::optional<Language> language_of(std::string_view locale) {
  const std::string_view subtag = locale.substr(0, locale.find_first_of("-_.@"));
  for (const auto& [name, language] : names) {
    if (same(subtag, name)) return language;
  }
  return std::nullopt;
}

}  // namespace corpus::stats
