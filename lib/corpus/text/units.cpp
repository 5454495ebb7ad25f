// SPDX-License-Identifier: MIT
#include "corpus/text/units.hpp"

#include "corpus/text/lines.hpp"
#include "corpus/text/place.hpp"
#include "corpus/unicode/utf8.hpp"
#include "corpus/unicode/word_rules.hpp"

namespace corpus::text {
bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, length] = unicode::decode(text, at);
    if (!unicode::white_space(code_point)) return false;
    at += length;
  }
  return true;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, length] = unicode::decode(text, at);
    if ((code_point | 0x20U) - U'a' < 26 || unicode::word_character(code_point)) return true;  // mostly the first
    at += length;
  }
  return false;
}

Stretch without_outer_white_space(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (begin < end) {
    const auto [code_point, length] = unicode::decode(text, begin);
    if (!unicode::white_space(code_point)) break;
    begin += length;
  }
  while (begin < end) {
    const auto [code_point, length] = unicode::decode_before(text, end);
    if (!unicode::white_space(code_point)) break;
    end -= length;
  }
  return {begin, end};
}

std::span<const Sentence> UnitCounter::add(const Block& block) {
  counts_.characters += unicode::count_code_points(block.text);
  add_lines(block.raw);
  add_paragraphs(block.text);

  sentences_.clear();
  std::uint32_t begin = 0;
  const auto found =
      block.pretokenized ? std::vector<std::uint32_t>{} : unicode::sentence_ends(block.text, abbreviations_);
  for (const std::uint32_t end : block.pretokenized ? block.sentence_ends : std::span<const std::uint32_t>(found)) {
    const bool had_word = sentence_open_ && open_has_word_;
    const bool word = had_word || has_word(block.text.substr(begin, end - begin));
    if (word && !had_word) ++counts_.sentences;
    sentence_open_ = block.line_goes_on && end == block.text.size();
    open_has_word_ = word;
    sentences_.push_back({begin, end, counts_.sentences, word, sentence_open_});
    begin = end;
  }
  return sentences_;
}

void UnitCounter::add_lines(std::string_view raw) {
  if (raw.empty()) return;
  counts_.lines += count_line_ends(raw);
  line_open_ = raw.back() != '\n' && raw.back() != '\r';
}

void UnitCounter::add_paragraphs(std::string_view text) {
  LineScanner lines(text);
  while (const auto line = lines.next()) {
    if (!paragraph_open_ && !line->blank()) ++counts_.paragraphs;
    paragraph_open_ = !line->ended() && (paragraph_open_ || !line->blank());
  }
}

void UnitCounter::end_document() {
  counts_ = counts();
  line_open_ = false;
  paragraph_open_ = false;
  sentence_open_ = false;
}

UnitCounts UnitCounter::counts() const {
  UnitCounts counts = counts_;
  if (line_open_) ++counts.lines;
  return counts;
}

}  // namespace corpus::text
