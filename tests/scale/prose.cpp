// SPDX-License-Identifier: MIT
#include "scale/prose.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <unordered_set>

namespace corpus::scale {
namespace {

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return text.ends_with(ending); });
}

bool ends_a_sentence(std::string_view text) {
  for (bool closing = true; closing;) {
    closing = false;
    for (const std::string_view mark : {"\"", "'", ")", "”", "’", "»", "“"}) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      closing = true;
    }
  }
  return ends_with_any(text, {".", "!", "?"});
}

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

bool begins_latin1_letter(char c) { return static_cast<unsigned char>(c) == 0xC3U; }

/// Nothing that is set in another way than prose, and no soft hyphens.
bool is_plain_prose(std::string_view text) {
  constexpr std::string_view kOdd = "\t|=+^<>{}[]*#~\\";
  const auto small = std::count_if(text.begin(), text.end(), is_small_letter);
  return text.find_first_of(kOdd) == std::string_view::npos && text.find("  ") == std::string_view::npos &&
         text.find("\u00AD") == std::string_view::npos && text.find("\u200B") == std::string_view::npos &&
         static_cast<std::size_t>(small) * 2 > text.size() && text.front() != ' ' && text.front() != '-' &&
         ends_a_sentence(text);
}

/// The paragraph that `lines` make up, or nothing.
std::string joined(const std::vector<std::string_view>& lines) {
  constexpr std::size_t kLeastWidth = 50;
  std::string paragraph;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const bool last = at + 1 == lines.size();
    if (lines[at].front() == ' ' || lines[at].size() > 85) return {};
    if (!last && (lines[at].size() < kLeastWidth || ends_with_any(lines[at], {"-", "—", "–", " "}))) return {};
    if (at > 0) paragraph += ' ';
    paragraph += lines[at];
  }
  return is_plain_prose(paragraph) ? paragraph : std::string{};
}

template <typename Use>
void for_each_line(std::string_view text, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    use(line);
  }
}

using Words = std::unordered_set<std::string_view>;

const Words& common_words(std::string_view language) {
  static const Words german{"der", "die", "das", "und", "nicht", "ist",  "den",    "von",  "sie",
                            "ein", "mit", "zu",  "auf", "im",    "sich", "werden", "eine", "wird"};
  static const Words french{"le", "les", "des", "est", "dans", "une", "pour", "vous", "sur",
                            "et", "la",  "du",  "de",  "que",  "qui", "en",   "pas"};
  static const Words others{"the", "of",  "and", "to",  "el",  "los",   "las", "una", "por", "con",
                            "il",  "che", "di",  "per", "non", "della", "del", "y",   "e"};
  return language == "de" ? german : language == "fr" ? french : others;
}

/// How many of a hundred words of `line` are among `words`.
std::size_t share(std::string_view line, const Words& words) {
  std::size_t all = 0;
  std::size_t known = 0;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    ++all;
    known += words.contains(line.substr(0, end)) ? 1 : 0;
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return known * 100 / std::max<std::size_t>(all, 1);
}

}  // namespace

std::optional<std::string> shared_text(const std::string& name) {
  const std::string file = CORPUS_SHARED_DIR "/texts/" + name;
  if (std::FILE* there = std::fopen(file.c_str(), "rb"); there != nullptr) {
    std::fclose(there);
  } else {
    return std::nullopt;
  }
  const std::unique_ptr<archive, int (*)(archive*)> input{archive_read_new(), archive_read_free};
  archive_read_support_filter_all(input.get());
  archive_read_support_format_raw(input.get());
  archive_entry* entry = nullptr;
  if (archive_read_open_filename(input.get(), file.c_str(), 1U << 16U) != ARCHIVE_OK ||
      archive_read_next_header(input.get(), &entry) != ARCHIVE_OK) {
    throw std::runtime_error(file + ": " + archive_error_string(input.get()));
  }
  std::string text;
  std::vector<char> buffer(1U << 20U);
  while (true) {
    const la_ssize_t size = archive_read_data(input.get(), buffer.data(), buffer.size());
    if (size < 0) throw std::runtime_error(file + ": " + archive_error_string(input.get()));
    if (size == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(size));
  }
}

std::vector<std::string> english_paragraphs(std::string_view text) {
  std::vector<std::string> paragraphs;
  std::vector<std::string_view> lines;
  const auto close = [&] {
    if (std::string paragraph = lines.empty() ? "" : joined(lines); !paragraph.empty()) {
      paragraphs.push_back(std::move(paragraph));
    }
    lines.clear();
  };
  for_each_line(text, [&](std::string_view line) {
    if (line.empty()) {
      close();
    } else {
      lines.push_back(line);
    }
  });
  close();
  return paragraphs;
}

std::vector<std::string> paragraphs_in(std::string_view language, std::string_view text) {
  constexpr std::size_t kLongEnough = 100;
  std::vector<std::string> paragraphs;
  std::unordered_set<std::string_view> seen;
  for_each_line(text, [&](std::string_view line) {
    if (line.size() < kLongEnough || !is_plain_prose(line) || !seen.insert(line).second) return;
    // Some of these texts have lost the letters that ASCII lacks.
    if (std::none_of(line.begin(), line.end(), begins_latin1_letter)) return;
    const std::size_t own = share(line, common_words(language));
    const std::size_t others =
        share(line, common_words("")) + share(line, common_words(language == "de" ? "fr" : "de"));
    if (own >= 25 && others * 2 < own) paragraphs.emplace_back(line);
  });
  return paragraphs;
}

std::vector<std::string> invented_paragraphs(reference::Dice& dice, std::size_t bytes) {
  constexpr std::string_view kConsonants = "bdfgklmnprstvz";
  constexpr std::string_view kRareConsonants = "hwxq";
  constexpr std::string_view kVowels = "aeiou";
  constexpr std::string_view kEndings[] = {"", "", "no", "rin", "sta", "kelu", "vando"};
  const auto syllables = [&](std::string_view consonants, std::size_t count) {
    std::string word;
    for (; count > 0; --count) {
      word += dice.pick(consonants);
      word += dice.pick(kVowels);
    }
    return word;
  };
  // Words come in families, and the short ones that every sentence needs are not what long ones begin or end with.
  std::vector<std::string> words;
  for (std::size_t rank = 0; rank < 40; ++rank) words.push_back(syllables(kRareConsonants, 1));
  while (words.size() < 5000) {
    const std::string stem = syllables(kConsonants, dice.between(2, 4));
    for (std::size_t left = dice.between(1, 4); left > 0; --left)
      words.push_back(stem + std::string(dice.pick(kEndings)));
  }
  // The rank of a word in running text: even chances for its logarithm.
  const auto word = [&] {
    const double exponent = static_cast<double>(dice.below(1U << 20U)) / (1U << 20U);
    return words[static_cast<std::size_t>(std::pow(static_cast<double>(words.size()), exponent)) - 1];
  };
  std::vector<std::string> compounds;
  for (std::size_t at = 0; at < 40; ++at)
    compounds.push_back(words[dice.between(40, 500)] + "-" + words[dice.between(40, 500)]);

  std::vector<std::string> paragraphs;
  for (std::size_t size = 0; size < bytes; size += paragraphs.back().size()) {
    std::string paragraph;
    for (std::size_t sentences = dice.between(1, 8); sentences > 0; --sentences) {
      for (std::size_t left = dice.between(3, 25); left > 0; --left) {
        std::string next = dice.one_in(50) ? dice.pick(compounds) : word();
        const bool first = paragraph.empty() || paragraph.ends_with(". ");
        if (first || dice.one_in(60)) next.front() = static_cast<char>(next.front() - 'a' + 'A');
        paragraph += next + (left == 1 ? "." : dice.one_in(9) ? "," : "") + " ";
      }
    }
    paragraph.pop_back();
    paragraphs.push_back(std::move(paragraph));
  }
  return paragraphs;
}

std::vector<reference::Paragraph> stretch(const std::vector<std::string>& paragraphs, reference::Dice& dice,
                                          std::size_t bytes, const std::string& chapter_word) {
  std::vector<reference::Paragraph> chosen;
  std::size_t chapter = 0;
  std::size_t until_chapter = 0;
  for (std::size_t at = dice.below(paragraphs.size()), size = 0; size < bytes; ++at) {
    if (until_chapter-- == 0) {
      chosen.push_back({chapter_word + " " + std::to_string(++chapter), true});
      until_chapter = dice.between(30, 90);
    }
    chosen.push_back({paragraphs[at % paragraphs.size()]});
    size += chosen.back().text.size();
  }
  return chosen;
}

}  // namespace corpus::scale
