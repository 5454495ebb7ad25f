// SPDX-License-Identifier: MIT
#include "corpus/text/hyphenation_seams.hpp"

#include <algorithm>
#include <cmath>

#include "corpus/unicode/utf8.hpp"

namespace corpus::text {
namespace {

// The score of a seam.
constexpr double start = 1.1;
constexpr double kept_elsewhere = 0.7;    // the share of the hyphens decided already that were kept, as a logarithm
constexpr double each_beginning = -0.75;  // types that begin with the first part, likewise
constexpr double each_end = -0.7;         // types that end with the second
constexpr double before_hyphens = 1.4;    // the first part stands before a hyphen elsewhere
constexpr double first_is_word = 1.9;
constexpr double second_is_word = 1.5;
constexpr double goes_on_so = -0.85;  // a type begins with the first part and the two letters after it
constexpr double comes_so = -1;       // a type ends with the two letters before the second part, and this
constexpr double holds_seam = -1.65;  // a type holds the four letters around the hyphen

// It is asked to be 0 where there are a thousand types, and the less the more there are: as a logarithm of thousands.
constexpr double less_for_more = -1.1;
constexpr double most_thousands = 20;

constexpr std::size_t filter_bits = std::size_t{1} << 16;

constexpr std::uint64_t key_start = 0xCBF29CE484222325U;

std::uint64_t key_of(std::uint64_t key, char byte) { return (key ^ static_cast<unsigned char>(byte)) * 0x100000001B3U; }

std::uint64_t mixed(std::uint64_t key) {
  key ^= key >> 32;
  return key * 0x9E3779B97F4A7C15U;
}

std::uint64_t key_forward(std::string_view text) {
  std::uint64_t key = key_start;
  for (const char byte : text) key = key_of(key, byte);
  return mixed(key);
}

std::uint64_t key_backward(std::string_view text) {
  std::uint64_t key = key_start;
  for (std::size_t at = text.size(); at > 0; --at) key = key_of(key, text[at - 1]);
  return mixed(key);
}

std::string_view first_two(std::string_view text) {
  std::size_t end = 0;
  for (int i = 0; i < 2 && end < text.size(); ++i) end += unicode::decode(text, end).length;
  return text.substr(0, end);
}

std::string_view last_two(std::string_view text) {
  std::size_t begin = text.size();
  for (int i = 0; i < 2 && begin > 0; ++i) begin -= unicode::decode_before(text, begin).length;
  return text.substr(begin);
}

std::string with_seam(std::string_view left, std::string_view right) {
  return std::string(left) + "-" + std::string(right);
}

std::string joined(std::string_view left, std::string_view right) { return std::string(left) + std::string(right); }

}  // namespace

void HyphenSeams::ask(std::string_view left, std::string_view right) {
  if (!seams_.try_emplace(with_seam(left, right), false).second) return;
  pairs_.push_back({std::string(left), std::string(right)});
  if (filter_.empty()) filter_.resize(filter_bits / 64);
  look_for(begins_, key_forward(left));
  look_for(begins_, key_forward(joined(left, first_two(right))));
  look_for(ends_, key_backward(right));
  look_for(ends_, key_backward(joined(last_two(left), right)));
  look_for(holds_, key_forward(joined(last_two(left), first_two(right))));
}

void HyphenSeams::look_for(Found& found, std::uint64_t key) {
  found.try_emplace(key, 0);
  const std::size_t bit = key % filter_bits;
  filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

void HyphenSeams::count(Found& found, std::uint64_t key) {
  const std::size_t bit = key % filter_bits;
  if ((filter_[bit / 64] >> (bit % 64) & 1) == 0) return;
  const auto at = found.find(key);
  if (at != found.end()) ++at->second;
}

void HyphenSeams::learn(const HyphenEvidence& evidence, const Decided& decided) {
  if (pairs_.empty()) return;
  std::size_t types = 0;
  evidence.each_word([&](std::string_view type) {
    learn_type(type);
    ++types;
  });
  const double thousands = std::min(static_cast<double>(types + 1) / 1000, most_thousands);
  // Where nothing was decided, one in fourteen is what books have.
  const double kept = static_cast<double>(decided.kept + 1) / static_cast<double>(decided.rejoined + 14);
  const double least = less_for_more * std::log(thousands) - start - kept_elsewhere * std::log(kept);
  for (const Pair& pair : pairs_) seams_[with_seam(pair.left, pair.right)] = score(evidence, pair) >= least;
}

void HyphenSeams::learn_type(std::string_view type) {
  std::uint64_t key = key_start;
  for (std::size_t at = 0; at + 1 < type.size(); ++at) {
    key = key_of(key, type[at]);
    if (!unicode::continues(type[at + 1])) count(begins_, mixed(key));
  }
  key = key_start;
  for (std::size_t at = type.size() - 1; at > 0; --at) {
    key = key_of(key, type[at]);
    if (!unicode::continues(type[at])) count(ends_, mixed(key));
  }
  // Four characters at a time.
  std::size_t end = 0;
  for (int i = 0; i < 4; ++i) {
    if (end == type.size()) return;
    end += unicode::decode(type, end).length;
  }
  for (std::size_t begin = 0;;) {
    count(holds_, key_forward(type.substr(begin, end - begin)));
    if (end == type.size()) return;
    begin += unicode::decode(type, begin).length;
    end += unicode::decode(type, end).length;
  }
}

double HyphenSeams::score(const HyphenEvidence& evidence, const Pair& pair) const {
  const auto& [left, right] = pair;
  const auto among = [](const Found& found, std::uint64_t key) { return static_cast<double>(found.at(key)); };
  double sum = each_beginning * std::log1p(among(begins_, key_forward(left)));
  sum += each_end * std::log1p(among(ends_, key_backward(right)));
  if (evidence.before_hyphen(left)) sum += before_hyphens;
  if (evidence.words(left) > 0) sum += first_is_word;
  if (evidence.words(right) > 0) sum += second_is_word;
  if (among(begins_, key_forward(joined(left, first_two(right)))) > 0) sum += goes_on_so;
  if (among(ends_, key_backward(joined(last_two(left), right))) > 0) sum += comes_so;
  if (among(holds_, key_forward(joined(last_two(left), first_two(right)))) > 0) sum += holds_seam;
  return sum;
}

bool HyphenSeams::has_seam(std::string_view left, std::string_view right) const {
  const auto found = seams_.find(with_seam(left, right));
  return found != seams_.end() && found->second;
}

}  // namespace corpus::text
