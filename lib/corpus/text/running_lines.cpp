// SPDX-License-Identifier: MIT
#include "corpus/text/running_lines.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

#include "corpus/text/running_lines_mark.hpp"

namespace corpus::text {
namespace {

constexpr std::size_t longest_running_line = 160;
constexpr std::size_t most_sightings = 65536;
constexpr std::size_t most_waiting = 4;   // lines of a footer and the header after it
constexpr std::uint64_t page_apart = 10;  // lines: pages are longer, stanzas shorter

std::uint64_t mix(std::uint64_t value, std::uint64_t more) {
  value = (value ^ more) * 0x9E3779B97F4A7C15U;
  return value ^ (value >> 32);
}

std::uint64_t load_eight(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + at, sizeof bytes);
  return bytes;
}

/// Tells a line from others.
std::uint64_t print_of(std::string_view shown) {
  std::uint64_t print = shown.size();
  std::uint64_t bytes = 0;
  if (shown.size() < sizeof bytes) {
    if (!shown.empty()) std::memcpy(&bytes, shown.data(), shown.size());
    return mix(print, bytes);
  }
  for (std::size_t at = 0; at + sizeof bytes < shown.size(); at += sizeof bytes) {
    print = mix(print, load_eight(shown, at));
  }
  return mix(print, load_eight(shown, shown.size() - sizeof bytes));
}

/// Rows of a table may not.
bool holds_letters(std::string_view shown) {
  return std::any_of(shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) >= 'A'; });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::uint64_t each_byte = 0x0101010101010101U;
constexpr std::uint64_t high_bits = 0x80 * each_byte;
constexpr std::uint64_t low_bits = 0x7F * each_byte;

/// The high bit of each byte of `bytes` that is less than `limit`, which is at most 0x80.
constexpr std::uint64_t less(std::uint64_t bytes, std::uint64_t limit) {
  return ~(((bytes & low_bits) + (0x80 - limit) * each_byte) | bytes) & high_bits;
}

/// Whether eight bytes hold a digit, a tab, or two spaces next to each other.
constexpr bool any_odd(std::uint64_t bytes) {
  const std::uint64_t digits = less(bytes ^ ('0' * each_byte), 10);
  const std::uint64_t tabs = less(bytes ^ ('\t' * each_byte), 1);
  const std::uint64_t spaces = less(bytes ^ (' ' * each_byte), 1);
  return (digits | tabs | (spaces & (spaces << 8))) != 0;
}

/// Whether a line is certainly written as it is compared: without numbers, tabs and repeated spaces. Eight bytes at a
/// time, of which the first was the last of those before.
bool is_plain(std::string_view shown) {
  if (shown.size() < 8) return false;
  bool odd = any_odd(load_eight(shown, shown.size() - 8));
  for (std::size_t at = 0; at + 8 < shown.size(); at += 7) odd = odd || any_odd(load_eight(shown, at));
  return !odd;
}

/// The words at its two ends, as far as they may be Roman numbers.
constexpr std::size_t longest_roman = 9;

std::string_view first_word(std::string_view shown) {
  return shown.substr(0, shown.substr(0, longest_roman + 1).find(' '));
}

std::optional<std::string_view> last_word(std::string_view shown) {
  const std::size_t from = shown.size() - std::min(shown.size(), longest_roman + 1);
  const std::size_t space = shown.substr(from).rfind(' ');
  if (space == std::string_view::npos) return std::nullopt;
  return shown.substr(from + space + 1);
}

/// Whether a line's first eight bytes are certainly those that it is compared by.
bool begins_plainly(std::string_view shown) {
  constexpr std::size_t beginning = 8;
  return shown.size() > beginning + longest_roman && !any_odd(load_eight(shown, 0)) &&
         !(is_roman_digit(shown.front()) && is_roman_number(first_word(shown)));
}

}  // namespace

RunningLineEvidence::Seen RunningLineEvidence::look_at(std::string_view shown) {
  Seen line;
  if (shown.empty() || shown.size() > longest_running_line) return line;
  line.size = static_cast<std::uint32_t>(shown.size());
  line.number_first = is_digit(shown.front()) || is_digit(shown.back());
  // `PREFACE xii` and `PREFACE xiv` are one line.
  const std::string_view first = first_word(shown);
  const bool roman_first = is_roman_number(first);
  if (roman_first) {
    shown.remove_prefix(first.size());
  }
  const auto last = last_word(shown);
  const bool roman_last = last && is_roman_number(*last);
  if (roman_last) shown.remove_suffix(last->size());
  if (!roman_first && !roman_last && is_plain(shown)) {
    line.key = mix(print_of(shown), 1) | 1;
    line.begins = load_eight(shown, 0);
    return line;
  }
  std::array<char, longest_running_line + 2> same{};
  std::size_t size = 0;
  if (roman_first) same[size++] = '0';
  char before = 0;
  for (const char byte : shown) {
    const char c = is_digit(byte) ? '0' : byte == '\t' ? ' ' : byte;
    line.numbered = line.numbered || c == '0';
    if (c != before || (c != '0' && c != ' ')) same[size++] = c;
    before = c;
  }
  if (roman_last) same[size++] = '0';
  line.key = mix(print_of({same.data(), size}), 1) | 1;
  if (size >= 8) line.begins = load_eight({same.data(), size}, 0);
  return line;
}

void RunningLineEvidence::add(const Line& line, std::string_view shown, bool closes) {
  if (line.feed_before) turn_page();
  if (line.blank()) {
    note_alone();
    after_blank_ = true;
    return;
  }
  const bool set_off = after_blank_ || line.feed_before;
  if (page_ > 0) add_to_page(shown);
  ++number_;
  if (!closes) {
    width_ += shown.size();
    ++lines_;
  }
  alone_.clear();
  const bool mark = page_mark(shown) != PageMark::none;
  if (!mark && starts_small(shown)) {
    if (!waiting_.empty()) resolve(shown, set_off);
    inside_ = !closes;
  } else {
    wait(inside_ && (mark || holds_letters(shown)) ? look_at(shown) : Seen{}, mark, closes, set_off);
    if (!waiting_.back().furniture) inside_ = !closes;
    if (set_off) alone_ = shown.substr(0, longest_running_line + 1);
  }
  after_blank_ = line.feed_after;
  if (line.feed_after) turn_page();
}

void RunningLineEvidence::note_alone() {
  if (alone_.empty()) return;
  const Seen line = look_at(alone_);
  if (line.key != 0) ++sightings(line).alone;
  alone_.clear();
}

void RunningLineEvidence::wait(const Seen& line, bool mark, bool closes, bool set_off) {
  const bool look_up = inside_ && !mark && found_inside_[line.key % filter_bits];
  const auto known = look_up ? sightings_.find(line.key) : sightings_.end();
  const bool furniture = mark || (known != sightings_.end() && known->second.inside > 0);
  if (!waiting_.empty()) {
    Waiting& before = waiting_.back();
    before.off_after = set_off || furniture;
    set_off = set_off || before.furniture;
  }
  if (waiting_.size() == most_waiting) waiting_.erase(waiting_.begin());
  // What closes a sentence within one is its last line, more likely than not.
  waiting_.push_back({line, number_, inside_ && (mark || !closes), furniture, set_off, false});
}

/// A line with a small letter follows: the last of those that wait stood before the other half of a sentence, and so did
/// those that only furniture parts from it.
void RunningLineEvidence::resolve(std::string_view follower, bool set_off) {
  waiting_.back().off_after = set_off;
  const std::size_t word = std::min(follower.find(' '), follower.size());
  for (; !waiting_.empty(); waiting_.pop_back()) {
    const Waiting& waiting = waiting_.back();
    const Seen& line = waiting.line;
    // The next word would have had its place in it.
    const bool is_short = line.size + 1 + word <= width_ / lines_ * 3 / 4;
    const bool odd = (waiting.off_before && waiting.off_after) || line.number_first || is_short;
    if (waiting.inside && odd && line.key != 0) note_inside(waiting, print_of(follower));
    if (!waiting.furniture) break;
  }
  waiting_.clear();
}

void RunningLineEvidence::note_inside(const Waiting& waiting, std::uint64_t follower) {
  Sightings& known = sightings(waiting.line);
  ++known.inside;
  found_inside_.set(waiting.line.key % filter_bits);
  if (waiting.off_before || waiting.off_after) ++known.set_off;
  if (known.inside > 1 && waiting.number - known.last_line >= page_apart && known.company != follower) ++known.apart;
  known.last_line = waiting.number;
  known.company = follower;
}

void RunningLineEvidence::add_to_page(std::string_view shown) {
  ++page_lines_;
  if (page_lines_ <= top_.size()) top_[page_lines_ - 1] = look_at(shown);
  if (page_lines_ <= 4) page_text_ = mix(page_lines_ == 4 ? 0 : page_text_, print_of(shown));
  if (page_lines_ == 4) note_top(page_text_);
  last_[page_lines_ % last_.size()] = shown;
}

void RunningLineEvidence::end_block() {
  for (std::size_t i = 0; i < last_.size(); ++i) {
    if (!last_[i].empty()) last_before_[i] = last_[i].substr(0, longest_running_line + 1);
    last_[i] = {};
  }
}

void RunningLineEvidence::note_top(std::uint64_t page_text) {
  for (const Seen& line : top_) note_edge(line, 0, page_text);
}

void RunningLineEvidence::note_edge(const Seen& line, std::uint32_t bottom, std::uint64_t page_text) {
  if (line.key == 0 || !(line.number_first || line.size <= width_ / lines_ * 3 / 4)) return;
  Sightings& known = sightings(line);
  ++known.edges;
  known.bottoms += bottom;
  if (known.edges > 1 && page_ - known.last_page <= 2 && known.page_text != page_text) ++known.again;
  known.last_page = page_;
  known.page_text = page_text;
}

void RunningLineEvidence::turn_page() {
  if (page_ > 0 && page_lines_ > 0) {
    if (page_lines_ < 4) note_top(page_text_);
    for (std::size_t i = 0; i < last_.size() && top_.size() + i < page_lines_; ++i) {
      const std::size_t at = (page_lines_ - i) % last_.size();
      note_edge(look_at(last_[at].empty() ? last_before_[at] : last_[at]), 1, page_text_);
    }
  }
  ++page_;
  page_lines_ = 0;
  page_text_ = 0;
  top_ = {};
}

RunningLineEvidence::Sightings& RunningLineEvidence::sightings(const Seen& line) {
  if (sightings_.size() >= most_sightings) {
    std::erase_if(sightings_,
                  [](const auto& entry) { return entry.second.alone + entry.second.inside + entry.second.edges <= 1; });
    if (sightings_.size() > most_sightings / 2) {
      std::erase_if(sightings_, [](const auto& entry) { return entry.second.inside + entry.second.again < 3; });
    }
    if (sightings_.size() > most_sightings / 2) sightings_.clear();
  }
  Sightings& known = sightings_[line.key];
  known.line = line;
  return known;
}

RunningLineSet::RunningLineSet(const RunningLineEvidence& evidence) {
  for (const auto& [key, known] : evidence.sightings_) {
    const bool often_inside = known.inside * 4 >= known.alone;
    const bool interrupts = (known.inside >= 3 && known.apart >= 2) || (known.set_off >= 2 && known.apart >= 1);
    const bool often_at_edge = known.edges * 2 >= known.alone && known.again * 2 >= known.edges;
    // A numbered heading stands at the top of pages, too: only inside a sentence it shows that it is none.
    const bool no_heading = !known.line.numbered || known.bottoms * 2 >= known.edges || known.inside > 0;
    const bool frames = known.again >= 2 && often_at_edge && no_heading;
    if (!(often_inside && interrupts) && !frames) continue;
    keys_.insert(key);
    beginnings_.set(mix(known.line.begins, 1) % beginnings_.size());
  }
}

bool RunningLineSet::recurs(std::string_view shown) const {
  if (keys_.empty()) return false;
  if (begins_plainly(shown)) {
    const bool known = beginnings_[mix(load_eight(shown, 0), 1) % beginnings_.size()];
    if (!known) return false;
  }
  return keys_.contains(RunningLineEvidence::look_at(shown).key);
}

}  // namespace corpus::text
