// SPDX-License-Identifier: MIT
#include "corpus/search/excerpt.hpp"

#include <algorithm>

#include "corpus/unicode/grapheme.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::search {
namespace {

bool ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Whether a cluster certainly ends between two characters of the text.
bool certainly_parted(std::string_view text, std::size_t at) {
  return ascii(text[at - 1]) && ascii(text[at]) && text[at] != '\n';
}

/// The loop below is made of vectors of so many bytes.
constexpr std::size_t lanes = 16;

}  // namespace

std::size_t last_characters(std::string_view text, std::size_t count) {
  if (text.size() > count && count > 0) {
    const std::size_t cut = text.size() - count;
    if (text[cut] != '\n' && unicode::is_ascii(text.substr(cut - 1))) return cut;
  }
  std::size_t cut = text.size();
  for (; count > 0 && cut > 0; --count) {
    do --cut;
    while (cut > 0 && unicode::continues(text[cut]));
  }
  if (cut == 0 || cut == text.size() || certainly_parted(text, cut)) return cut;
  std::size_t at = cut - 1;
  while (at > 0 && !certainly_parted(text, at)) --at;
  while (at < cut) at = unicode::next_grapheme(text, at);
  return at;
}

std::size_t first_characters(std::string_view text, std::size_t count) {
  if (text.size() > count && count > 0 && text[count] != '\n' && unicode::is_ascii(text.substr(0, count + 1)))
    return count;
  std::size_t cut = 0;
  for (; count > 0 && cut < text.size(); --count) {
    do ++cut;
    while (cut < text.size() && unicode::continues(text[cut]));
  }
  if (cut == 0 || cut == text.size() || certainly_parted(text, cut)) return cut;
  std::size_t at = cut;
  while (at > 0 && !certainly_parted(text, at)) --at;
  while (true) {
    const std::size_t next = unicode::next_grapheme(text, at);
    if (next > cut) return at;
    at = next;
  }
}

std::size_t append_line(std::string& out, std::string_view text) {
  const std::size_t before = out.size();
  const std::size_t whole = (text.size() + lanes - 1) / lanes * lanes;  // so that none is left for a loop byte by byte
  out.append(text);
  out.append(whole - text.size(), '\0');
  auto* const line = reinterpret_cast<unsigned char*>(out.data() + before);
  unsigned char returns = 0;
  for (std::size_t i = 0; i < whole; ++i) {
    const unsigned char c = line[i];
    returns |= c == '\r' ? 0xFF : 0;
    line[i] = c == '\n' || c == '\t' ? ' ' : c;
  }
  out.resize(before + text.size());
  if (returns == 0) return 0;
  char* end = out.data() + before;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && i > 0 && text[i - 1] == '\r') continue;
    *end++ = text[i] == '\r' ? ' ' : out[before + i];
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
  return before + text.size() - out.size();
}

}  // namespace corpus::search
