// SPDX-License-Identifier: MIT
#include "corpus/count/counts_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "corpus/error.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::count {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 14;
constexpr std::string_view columns = "type\tfreq\trange";

/// The fields of a line, which tabs separate.
std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  while (true) {
    const std::size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

std::optional<std::uint64_t> parse_count(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

constexpr std::string_view escape_letters = "tnr\\";
constexpr std::string_view escape_meanings = "\t\n\r\\";

/// Tells one list of stopwords from another: FNV-1a over the sorted words.
std::string fingerprint(const text::TypeSet& words) {
  std::vector<std::string_view> sorted(words.begin(), words.end());
  std::sort(sorted.begin(), sorted.end());
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const std::string_view word : sorted) {
    for (const char byte : word) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    hash = (hash ^ 0x0AU) * 0x100000001B3U;
  }
  return fmt::format("{}:{:016x}", sorted.size(), hash);
}

}  // namespace

std::string escape_field(std::string_view text) {
  std::string field;
  for (const char byte : text) {
    const std::size_t which = escape_meanings.find(byte);
    if (which == std::string_view::npos) {
      field += byte;
    } else {
      field += {'\\', escape_letters[which]};
    }
  }
  return field;
}

std::optional<std::string> unescape_field(std::string_view field) {
  std::string text;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\') {
      text += field[i];
      continue;
    }
    const std::size_t which = ++i < field.size() ? escape_letters.find(field[i]) : std::string_view::npos;
    if (which == std::string_view::npos) return std::nullopt;
    text += escape_meanings[which];
  }
  return text;
}

std::string rules_of(const text::TokenizerOptions& options, const text::ReadOptions& reading) {
  std::string rules =
      fmt::format("tokenizer={}\tcase={}\tlocale={}\tnumbers={}\tpunctuation={}\thyphens={}\tstopwords={}",
                  text::tokenizer_name, options.types.letter_case == unicode::Case::fold ? "fold" : "keep",
                  options.types.locale == unicode::CaseLocale::turkic ? "turkic" : "root",
                  options.numbers == text::Numbers::keep ? "keep" : "drop",
                  options.punctuation == text::Punctuation::keep ? "keep" : "drop",
                  options.hyphens == text::Hyphens::split ? "split" : "join",
                  options.stopwords.empty() ? "none" : fingerprint(options.stopwords));
  const text::LayoutOptions& layout = reading.layout;
  if (layout.layout == text::LayoutChoice::plain) rules += "\tlayout=plain";
  if (layout.layout == text::LayoutChoice::wrapped) rules += "\tlayout=wrapped";
  if (layout.dehyphenate == text::Dehyphenate::always) rules += "\tdehyphenate=always";
  if (layout.dehyphenate == text::Dehyphenate::never) rules += "\tdehyphenate=never";
  if (layout.running_lines == text::RunningLines::keep) rules += "\trunning-lines=keep";
  if (layout.lexicon != nullptr) rules += "\tlexicon=" + fingerprint(*layout.lexicon);
  if (reading.turns == text::Turns::without_labels) rules += "\tlabels=drop";
  if (reading.attribute == text::Attribute::lemma) rules += "\tattribute=lemma";
  if (reading.attribute == text::Attribute::upos) rules += "\tattribute=upos";
  return rules;
}

std::string difference_of_rules(std::string_view one, std::string_view other) {
  const auto left = fields_of(one);
  const auto right = fields_of(other);
  std::string text;
  const auto name = [&](const auto& fields, const auto& others) {
    const std::size_t before = text.size();
    for (const std::string_view field : fields) {
      if (std::find(others.begin(), others.end(), field) == others.end()) text += fmt::format("{} ", field);
    }
    if (text.size() == before) text += "nothing ";
  };
  name(left, right);
  text += "against ";
  name(right, left);
  text.pop_back();
  return text;
}

std::optional<CountsSize> add_sizes(CountsSize size, const CountsHeader& header) {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t windows = header.windows.value_or(0);
  if (header.tokens > most - size.tokens || header.documents > most - size.documents) return std::nullopt;
  if (windows > most - size.windows) return std::nullopt;
  return CountsSize{size.tokens + header.tokens, size.documents + header.documents, size.windows + windows};
}

std::string format_header(const CountsHeader& header) {
  return fmt::format("{}1\ttokens={}\tdocuments={}\t{}{}\tcut={}\n{}\n", counts_mark, header.tokens, header.documents,
                     header.windows ? fmt::format("windows={}\t", *header.windows) : "", header.rules,
                     escape_field(header.cut), columns);
}

CountsReader::CountsReader(Document document) : document_(std::move(document)) {
  // Before anything else: the first line of another file may be all of it.
  while (buffer_.size() < counts_mark.size() && !ended_) read_more();
  if (!buffer_.starts_with(counts_mark))
    fail(fmt::format("not a counts file: it does not begin with {}1", counts_mark));
  const std::string first{next_line().value_or("")};
  const auto fields = fields_of(std::string_view(first).substr(counts_mark.size()));
  if (fields.front() != "1")
    fail(fmt::format("counts files of version {} are not known to this program", fields.front()));
  if (fields.size() < 5) fail("the first line is cut short");
  const auto value_of = [&](std::string_view field, std::string_view key) {
    if (!field.starts_with(key)) fail(fmt::format("{} is missing from the first line", key.substr(0, key.size() - 1)));
    return field.substr(key.size());
  };
  const auto tokens = parse_count(value_of(fields[1], "tokens="));
  const auto documents = parse_count(value_of(fields[2], "documents="));
  if (!tokens || !documents) fail("the first line has a count that is not a whole number");
  header_.tokens = *tokens;
  header_.documents = *documents;
  std::size_t rules = 3;
  if (fields[rules].starts_with("windows=")) {
    header_.windows = parse_count(value_of(fields[rules++], "windows="));
    if (!header_.windows) fail("the first line has a count that is not a whole number");
  }
  value_of(fields[rules], "tokenizer=");
  auto cut = unescape_field(value_of(fields.back(), "cut="));
  if (!cut) fail("what the list was cut by is not well-formed");
  header_.cut = std::move(*cut);
  for (std::size_t i = rules; i + 1 < fields.size(); ++i) {
    if (i > rules) header_.rules += '\t';
    header_.rules += fields[i];
  }
  if (next_line().value_or("") != columns) fail("the second line must be: type, freq, range, separated by tabs");
}

std::optional<CountsRow> CountsReader::next() {
  const auto line = next_line();
  if (!line) {
    check_whole();
    return std::nullopt;
  }
  const auto fields = fields_of(*line);
  if (fields.size() != 3) fail(fmt::format("a row has 3 fields, this one has {}", fields.size()));
  auto type = unescape_field(fields[0]);
  const bool well_formed =
      type && unicode::valid_prefix(*type) == type->size() && type->find('\0') == std::string::npos;
  if (!well_formed) fail("the type is not well-formed");
  const auto freq = parse_count(fields[1]);
  const auto range = parse_count(fields[2]);
  if (!freq || !range) fail("freq and range are whole numbers");
  if (*range == 0 || *range > *freq || *range > header_.documents) {
    fail(fmt::format("a range of {} does not fit a frequency of {} in {} documents", *range, *freq, header_.documents));
  }
  if (previous_ && *previous_ >= *type) fail("the types do not ascend by code point");
  previous_ = type;
  if (*freq > header_.sum() - sum_) fail(fmt::format("the frequencies add up to more than {}", sum_text()));
  sum_ += *freq;
  return CountsRow{std::move(*type), *freq, *range};
}

std::string CountsReader::sum_text() const {
  return fmt::format("{}={}", header_.windows ? "windows" : "tokens", header_.sum());
}

void CountsReader::check_whole() const {
  if (header_.cut == "none" && sum_ != header_.sum()) {
    fail(fmt::format("the list is not whole: its frequencies add up to {}, not to {}", sum_, sum_text()));
  }
}

std::optional<std::string_view> CountsReader::next_line() {
  while (true) {
    const std::size_t end = buffer_.find('\n', std::max(begin_, searched_));
    if (end != std::string::npos) {
      const std::string_view line = std::string_view(buffer_).substr(begin_, end - begin_);
      begin_ = end + 1;
      ++line_;
      return line;
    }
    buffer_.erase(0, begin_);
    begin_ = 0;
    searched_ = buffer_.size();
    if (ended_) {
      if (buffer_.empty()) return std::nullopt;
      ++line_;
      fail("the last line does not end");
    }
    read_more();
  }
}

void CountsReader::read_more() {
  const std::size_t had = buffer_.size();
  buffer_.resize(had + buffer_size);
  const std::size_t got = document_.bytes->read(std::span(buffer_).subspan(had));
  buffer_.resize(had + got);
  ended_ = got == 0;
}

void CountsReader::fail(std::string cause, std::uint64_t column) const {
  throw Error{{.file = document_.name,
               .line = std::max<std::uint64_t>(line_, 1),
               .column = column,
               .cause = std::move(cause),
               .hint = "make counts files with corpus freq --format counts"}};
}

}  // namespace corpus::count
