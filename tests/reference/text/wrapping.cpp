// SPDX-License-Identifier: MIT
#include "reference/text/wrapping.hpp"

#include <algorithm>

namespace corpus::reference {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t columns(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at);
  return take_code_point(rest);
}

bool is_capital(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7); }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter(char32_t c) {
  const bool latin = c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7;
  return (c >= U'a' && c <= U'z') || is_capital(c) || latin;
}

char32_t code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return U' ';
  do {
    --at;
  } while (at > 0 && is_continuation(text[at]));
  return code_point_at(text, at);
}

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

/// Whether a hyphen of the word's own stands at `at`.
bool is_compound_hyphen(std::string_view text, std::size_t at) {
  return text[at] == '-' && at + 1 < text.size() && is_word_character(code_point_before(text, at)) &&
         is_word_character(code_point_at(text, at + 1));
}

std::string with_single_spaces(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ') {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace

Wrapping::Wrapping(const PageStyle& style, const SplitPoints& split_points, text::Tokenizer& tokenizer,
                   std::uint64_t seed)
    : style_(style), split_points_(split_points), tokenizer_(tokenizer), dice_(seed), scribe_(style.scribe) {
  open_page();
}

/// The run of letters [begin, end) may be split; a word with capitals inside is not.
void Wrapping::add_splits(std::string_view text, std::size_t begin, std::size_t end, std::vector<Break>& breaks) {
  const std::string run(text.substr(begin, end - begin));
  for (std::size_t at = begin + 1; at < end; ++at) {
    if (!is_continuation(text[at]) && is_capital(code_point_at(text, at))) return;
  }
  const auto [known, is_new] = known_splits_.try_emplace(run);
  if (is_new) known->second = split_points_(run);
  for (const std::size_t point : known->second) breaks.push_back({begin + point, LineEnd::split});
}

/// Where the stretch [begin, end) without spaces may be broken, in rising order.
std::vector<Wrapping::Break> Wrapping::breaks_in(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Break> breaks;
  const std::string_view chunk = text.substr(begin, end - begin);
  const bool is_name = chunk.find_first_of("/\\@_0123456789") != std::string_view::npos ||
                       chunk.substr(0, chunk.size() - 1).find('.') != std::string_view::npos;
  const bool has_hyphen = chunk.find('-') != std::string_view::npos;
  const bool split = !is_name && dice_.per_mille(has_hyphen ? style_.splits / 4 : style_.splits);
  std::size_t run = begin;
  for (std::size_t at = begin; at < end;) {
    const char32_t c = code_point_at(text, at);
    std::size_t next = at + 1;
    while (next < end && is_continuation(text[next])) ++next;
    if (!is_letter(c)) {
      if (split && run < at) add_splits(text, run, at, breaks);
      run = next;
      if (next < end && is_compound_hyphen(text, at)) breaks.push_back({next, LineEnd::compound});
      const bool dash = c == 0x2014 || (c == U'-' && at > begin && text[at - 1] == '-');
      if (dash && next < end && is_letter(code_point_at(text, next))) breaks.push_back({next, LineEnd::dash});
    }
    at = next;
  }
  if (split && run < end) add_splits(text, run, end, breaks);
  return breaks;
}

std::vector<Wrapping::Line> Wrapping::fill(std::string_view text, std::size_t first_indent) {
  std::vector<Line> lines;
  std::size_t begin = 0;  // of the line
  std::size_t end = 0;    // of what fits into it
  std::size_t used = 0;
  std::size_t room = style_.width - first_indent;
  const auto next_line = [&](std::size_t at) {
    begin = end = at;
    used = 0;
    room = style_.width;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t chunk_end = std::min(text.find(' ', at), text.size());
    const std::size_t before = used + (at == begin ? 0 : 1);
    const std::size_t needed = before + columns(text.substr(at, chunk_end - at));
    if (needed <= room) {
      used = needed;
      end = chunk_end;
      at = chunk_end + 1;
      continue;
    }
    Break best;
    for (const Break& candidate : breaks_in(text, at, chunk_end)) {
      const std::size_t hyphen = candidate.ends_with == LineEnd::split ? 1 : 0;
      if (before + columns(text.substr(at, candidate.at - at)) + hyphen <= room) best = candidate;
    }
    if (best.at != 0) {
      lines.push_back({begin, best.at, best.ends_with});
      next_line(at = best.at);
    } else if (at != begin) {
      lines.push_back({begin, end, LineEnd::space});
      next_line(at);
    } else {  // a word that is wider than a line stands out of it
      used = needed;
      end = chunk_end;
      at = chunk_end + 1;
    }
  }
  if (begin < text.size()) lines.push_back({begin, text.size(), LineEnd::paragraph});
  return lines;
}

void Wrapping::begin_line() {
  if (feed_) scribe_.write("\f");
  feed_ = false;
}

void Wrapping::end_line() {
  if (dice_.per_mille(style_.trailing)) scribe_.write(std::string(dice_.between(1, 3), ' '));
  scribe_.end_line();
}

void Wrapping::blank_lines(std::size_t count) {
  for (; count > 0; --count) end_line();
}

Span Wrapping::write_running(const std::string& text) {
  begin_line();
  const std::size_t gap = style_.width > text.size() ? (style_.width - text.size()) / 2 : 0;
  scribe_.write(std::string(style_.margin + (style_.centred ? gap : 0), ' '));
  const std::uint64_t begin = scribe_.here().offset;
  scribe_.write(text);
  const Span span{begin, scribe_.here().offset};
  end_line();
  return span;
}

void Wrapping::open_page() {
  ++page_;
  lines_ = 0;
  const std::string header = header_of(style_, page_);
  if (header.empty()) return;
  wrapped_.running.push_back(write_running(header));
  if (style_.header == Header::chapter) headers_[header].push_back(wrapped_.running.back());
  blank_lines(style_.header_gap);
}

void Wrapping::close_page() {
  const std::string footer = footer_of(style_, page_);
  if (footer.empty()) return;
  blank_lines(style_.footer_gap);
  wrapped_.running.push_back(write_running(footer));
}

void Wrapping::turn_page() {
  close_page();
  if (style_.form_feed == FormFeed::own_line) {
    scribe_.write("\f");
    end_line();
  }
  feed_ = style_.form_feed == FormFeed::before_next_line;
  open_page();
}

void Wrapping::write_line(Copy& copy, const Line& line, std::size_t indent) {
  begin_line();
  scribe_.write(std::string(style_.margin + indent, ' '));
  const std::string_view text = std::string_view(copy.text).substr(line.begin, line.end - line.begin);
  const auto gaps = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
  const std::size_t used = indent + columns(text) + (line.ends_with == LineEnd::split ? 1 : 0);
  std::size_t missing = line.ends_with == LineEnd::paragraph || used > style_.width ? 0 : style_.width - used;
  if (missing > 2 * gaps || !dice_.per_mille(style_.justified)) missing = 0;
  std::size_t gap = 0;
  for (std::size_t at = line.begin; at < line.end;) {
    std::size_t next = at + 1;
    while (next < line.end && is_continuation(copy.text[next])) ++next;
    copy.begins[at] = scribe_.here();
    scribe_.write(std::string_view(copy.text).substr(at, next - at));
    copy.ends[next - 1] = scribe_.here().offset;
    if (copy.text[at] == ' ') {
      scribe_.write(std::string(missing * (gap + 1) / gaps - missing * gap / gaps, ' '));
      ++gap;
    }
    at = next;
  }
  if (line.ends_with == LineEnd::split) scribe_.write(style_.hyphen);
  end_line();
  ++lines_;
}

/// `line` has been written, and so has what stands between it and the text at `next`.
void Wrapping::note_break(const Copy& copy, const Line& line, std::size_t next) {
  BrokenWord broken;
  if (line.ends_with == LineEnd::split) {
    broken.gap.begin = copy.ends[line.end - 1];
  } else if (line.ends_with == LineEnd::compound) {
    broken.kind = BreakKind::compound;
    broken.gap.begin = copy.begins[line.end - 1].offset;
  } else if (line.ends_with == LineEnd::space && copy.text[line.end - 1] == '-' &&
             is_word_character(code_point_before(copy.text, line.end - 1)) &&
             is_word_character(code_point_at(copy.text, next))) {
    broken.kind = BreakKind::suspended;
    broken.gap.begin = copy.begins[line.end - 1].offset;
  } else {
    return;
  }
  wrapped_.broken.push_back(broken);
  broken_at_.push_back(next);
}

void Wrapping::write_text(const Paragraph& paragraph, Copy& copy) {
  const bool indented = style_.paragraph_break != ParagraphBreak::blank_line && !paragraph.heading;
  const std::size_t indent = indented ? style_.indent : 0;
  const std::vector<Line> lines = fill(copy.text, indent);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::size_t page = page_;
    bool blank = false;
    if (lines_ >= style_.height) turn_page();
    if (at > 0 && dice_.per_mille(style_.stray_blank)) {
      blank_lines(dice_.between(1, 2));
      blank = true;
    }
    write_line(copy, lines[at], at == 0 ? indent : 0);
    if (at == 0) continue;
    const std::size_t known = wrapped_.broken.size();
    note_break(copy, lines[at - 1], lines[at].begin);
    if (wrapped_.broken.size() == known) continue;
    BrokenWord& broken = wrapped_.broken.back();
    broken.gap.end = copy.begins[lines[at].begin].offset;
    broken.across_pages = page != page_;
    broken.across_blank = blank;
  }
}

void Wrapping::note_tokens(const Copy& copy) {
  auto broken = wrapped_.broken.end() - static_cast<std::ptrdiff_t>(broken_at_.size());
  auto at = broken_at_.begin();
  tokenizer_.start(copy.text);
  for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) {
    for (const text::Token& token : batch) {
      for (; at != broken_at_.end() && *at < token.end; ++at, ++broken) {
        const bool inside = token.begin < *at;
        broken->first_token = wrapped_.tokens.size() - (inside || wrapped_.tokens.empty() ? 0 : 1);
        broken->tokens = inside ? 1 : 2;
      }
      const Mark begin = copy.begins[token.begin];
      wrapped_.tokens.push_back(
          {std::string(token.type()), {begin.offset, copy.ends[token.end - 1]}, begin.place, paragraphs_});
    }
  }
}

void Wrapping::add(const Paragraph& paragraph) {
  Copy copy{with_single_spaces(paragraph.text), {}, {}};
  if (copy.text.empty()) return;
  copy.begins.resize(copy.text.size());
  copy.ends.resize(copy.text.size());
  for (std::size_t at = 0; at < copy.text.size(); ++at) wrapped_.compounds += is_compound_hyphen(copy.text, at) ? 1 : 0;
  if (paragraph.heading && lines_ > 0 && (lines_ + 4 >= style_.height || dice_.one_in(3))) turn_page();
  const bool blank = paragraph.heading || style_.paragraph_break != ParagraphBreak::indent;
  if (lines_ > 0 && blank) blank_lines(paragraph.heading ? 2 : 1);
  broken_at_.clear();
  write_text(paragraph, copy);
  note_tokens(copy);
  if (paragraph.heading && style_.paragraph_break == ParagraphBreak::indent) blank_lines(1);
  ++paragraphs_;
}

WrappedText Wrapping::finish() {
  close_page();
  for (const auto& [header, lines] : headers_) {
    if (lines.size() > 2) continue;
    for (const Span line : lines) {
      wrapped_.seldom.push_back(line);
      std::erase(wrapped_.running, line);
    }
  }
  wrapped_.bytes = scribe_.bytes();
  wrapped_.pages = page_;
  return std::move(wrapped_);
}

}  // namespace corpus::reference
