// SPDX-License-Identifier: MIT
#include "corpus/report/chat.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "corpus/unicode/properties.hpp"
#include "corpus/unicode/sentence.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::report {
namespace {

constexpr std::string_view unknown = "UNK";

/// The letters of A to Z in the name, in capitals.
std::string latin_letters(std::string_view name) {
  std::string letters;
  for (const char byte : name) {
    if (byte >= 'A' && byte <= 'Z') letters += byte;
    if (byte >= 'a' && byte <= 'z') letters += static_cast<char>(byte - 'a' + 'A');
  }
  return letters;
}

/// Text on one line: white space and controls are single spaces, none at its ends; ill-formed bytes are U+FFFD.
std::string on_one_line(std::string_view text) {
  std::string line;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    if (unicode::valid_prefix(text.substr(at, 4)) == 0) {
      line += "\uFFFD";
      at += unicode::maximal_subpart(text.substr(at));
      continue;
    }
    const auto [point, length] = unicode::decode(text, at);
    const bool blank = unicode::white_space(point) || point < U' ' || (point >= 0x7F && point < 0xA0);
    if (!blank) {
      if (space && !line.empty()) line += ' ';
      line += text.substr(at, length);
    }
    space = blank;
    at += length;
  }
  return line;
}

/// In a header a name is one word without commas or bars, which divide.
std::string header_word(std::string_view name) {
  std::string word = on_one_line(name);
  for (char& byte : word) {
    if (byte == ' ' || byte == ',' || byte == '|' || byte == ':') byte = '_';
  }
  return word;
}

bool has_terminator(std::string_view line) { return line.ends_with('.') || line.ends_with('?') || line.ends_with('!'); }

}  // namespace

std::vector<std::string> chat_codes(const std::vector<std::string>& names) {
  std::set<std::string, std::less<>> taken{std::string(unknown)};
  std::vector<std::string> codes;
  for (const std::string& name : names) {
    if (name.empty()) {
      codes.emplace_back(unknown);
      continue;
    }
    std::string letters = latin_letters(name);
    if (letters.size() < 3) letters = "SPK";
    std::string code = letters.substr(0, 3);
    for (int number = 2; !taken.insert(code).second; ++number) {
      const std::string digits = std::to_string(number);
      code = letters.substr(0, digits.size() < 3 ? 3 - digits.size() : 1) + digits;
    }
    codes.push_back(std::move(code));
  }
  return codes;
}

ChatWriter::ChatWriter(Output& output, const ChatOptions& options)
    : output_(output), abbreviations_(unicode::Abbreviations::of_language(options.locale)) {
  const std::string_view language = options.language.empty() ? std::string_view("und") : options.language;
  const std::vector<std::string> nobody(1);  // there must be a participant
  const std::vector<std::string>& speakers = options.speakers.empty() ? nobody : options.speakers;
  const std::vector<std::string> codes = chat_codes(speakers);
  std::string participants;
  std::string identities;
  for (std::size_t at = 0; at < codes.size(); ++at) {
    const std::string& name = speakers[at];
    const std::string_view role = name.empty() ? "Unidentified" : "Speaker";
    codes_.emplace(name, codes[at]);
    participants += participants.empty() ? "" : ", ";
    participants += codes[at] + (name.empty() ? "" : " " + header_word(name)) + " ";
    participants += role;
    identities += fmt::format("@ID:\t{}|corpus|{}|||||{}|||\n", language, codes[at], role);
  }
  output_.write("@UTF8\n@Begin\n");
  output_.write(fmt::format("@Languages:\t{}\n@Participants:\t{}\n{}", language, participants, identities));
  output_.write(fmt::format("@Comment:\t{}, by {}\n", on_one_line(options.document), options.program));
}

void ChatWriter::turn(std::string_view speaker, std::string_view text) {
  const auto code = codes_.find(speaker);
  std::uint32_t begin = 0;
  for (const std::uint32_t end : unicode::sentence_ends(text, abbreviations_)) {
    const std::string line = on_one_line(text.substr(begin, end - begin));
    begin = end;
    if (line.empty()) continue;
    output_.write(fmt::format("*{}:\t{}{}\n", code == codes_.end() ? unknown : std::string_view(code->second), line,
                              has_terminator(line) ? "" : " ."));
  }
}

void ChatWriter::finish() { output_.write("@End\n"); }

}  // namespace corpus::report
