// SPDX-License-Identifier: MIT
#include "corpus/count/counts_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

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

/// Undoes the escapes of a type; nothing where there is an unknown one.
std::optional<std::string> unescape(std::string_view field) {
  std::string type;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\') {
      type += field[i];
      continue;
    }
    constexpr std::string_view letters = "tnr\\";
    constexpr std::string_view meanings = "\t\n\r\\";
    const std::size_t which = ++i < field.size() ? letters.find(field[i]) : std::string_view::npos;
    if (which == std::string_view::npos) return std::nullopt;
    type += meanings[which];
  }
  return type;
}

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

std::string rules_of(const text::TokenizerOptions& options) {
  return fmt::format(
      "tokenizer={}\tcase={}\tlocale={}\tnumbers={}\tpunctuation={}\thyphens={}\tstopwords={}", text::tokenizer_name,
      options.types.letter_case == unicode::Case::fold ? "fold" : "keep",
      options.types.locale == unicode::CaseLocale::turkic ? "turkic" : "root",
      options.numbers == text::Numbers::keep ? "keep" : "drop",
      options.punctuation == text::Punctuation::keep ? "keep" : "drop",
      options.hyphens == text::Hyphens::split ? "split" : "join",
      options.stopwords.empty() ? "none" : fingerprint(options.stopwords));
}

std::string format_header(const CountsHeader& header) {
  return fmt::format("{}1\ttokens={}\tdocuments={}\t{}\tcut={}\n{}\n", counts_mark, header.tokens, header.documents,
                     header.rules, header.cut, columns);
}

CountsReader::CountsReader(Document document) : document_(std::move(document)) {
  const std::string first{next_line().value_or("")};
  if (!std::string_view(first).starts_with(counts_mark)) {
    fail(fmt::format("not a counts file: the first line does not begin with {}", counts_mark));
  }
  const auto fields = fields_of(std::string_view(first).substr(counts_mark.size()));
  if (fields.front() != "1") fail(fmt::format("counts files of version {} are not known to this program", fields.front()));
  if (fields.size() < 4) fail("the first line is cut short");
  const auto value_of = [&](std::string_view field, std::string_view key) {
    if (!field.starts_with(key)) fail(fmt::format("{} is missing from the first line", key.substr(0, key.size() - 1)));
    return field.substr(key.size());
  };
  const auto tokens = parse_count(value_of(fields[1], "tokens="));
  const auto documents = parse_count(value_of(fields[2], "documents="));
  if (!tokens || !documents) fail("the first line has a count that is not a whole number");
  header_.tokens = *tokens;
  header_.documents = *documents;
  header_.cut = value_of(fields.back(), "cut=");
  for (std::size_t i = 3; i + 1 < fields.size(); ++i) {
    if (i > 3) header_.rules += '\t';
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
  auto type = unescape(fields[0]);
  if (!type || unicode::valid_prefix(*type) != type->size()) fail("the type is not well-formed");
  const auto freq = parse_count(fields[1]);
  const auto range = parse_count(fields[2]);
  if (!freq || !range) fail("freq and range are whole numbers");
  if (*range == 0 || *range > *freq || *range > header_.documents) {
    fail(fmt::format("a range of {} does not fit a frequency of {} in {} documents", *range, *freq, header_.documents));
  }
  if (previous_ && *previous_ >= *type) fail("the types do not ascend by code point");
  previous_ = type;
  if (*freq > header_.tokens - sum_) fail(fmt::format("the frequencies add up to more than tokens={}", header_.tokens));
  sum_ += *freq;
  return CountsRow{std::move(*type), *freq, *range};
}

void CountsReader::check_whole() const {
  if (header_.cut == "none" && sum_ != header_.tokens) {
    fail(fmt::format("the list is not whole: its frequencies add up to {}, not to tokens={}", sum_, header_.tokens));
  }
}

std::optional<std::string_view> CountsReader::next_line() {
  while (true) {
    const std::size_t end = buffer_.find('\n', begin_);
    if (end != std::string::npos) {
      const std::string_view line = std::string_view(buffer_).substr(begin_, end - begin_);
      begin_ = end + 1;
      ++line_;
      return line;
    }
    buffer_.erase(0, begin_);
    begin_ = 0;
    if (ended_) {
      if (buffer_.empty()) return std::nullopt;
      ++line_;
      fail("the last line does not end");
    }
    const std::size_t had = buffer_.size();
    buffer_.resize(had + buffer_size);
    const std::size_t got = document_.bytes->read(std::span(buffer_).subspan(had));
    buffer_.resize(had + got);
    ended_ = got == 0;
  }
}

void CountsReader::fail(std::string cause, std::uint64_t column) const {
  throw Error{{.file = document_.name,
               .line = std::max<std::uint64_t>(line_, 1),
               .column = column,
               .cause = std::move(cause),
               .hint = "make counts files with corpus freq --format counts"}};
}

}  // namespace corpus::count
