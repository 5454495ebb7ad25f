// SPDX-License-Identifier: MIT
#include "corpus/compare/lock_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "corpus/compare/lock_lines.hpp"
#include "corpus/count/counts_file.hpp"
#include "corpus/error.hpp"
#include "corpus/text/tokenizer.hpp"

namespace corpus::compare {
namespace {

constexpr std::string_view columns = "path\tbytes\tsha256\ttokens\ttypes\twords\tsignature";
constexpr std::size_t column_count = 7;
constexpr std::size_t sha256_digits = 64;
constexpr std::size_t words_digits = 16;
constexpr std::size_t bin_digits = 4;

/// What a record's numbers depend on beside the rules. Another way to make them gets another name.
constexpr std::array<std::string_view, 2> parameters{"shingles=3", "signature=minhash128x16"};

/// By hand: a lock is mostly hexadecimal digits.
void append_hexadecimal(std::string& text, std::uint64_t value, std::size_t digits) {
  for (std::size_t shift = 4 * digits; shift > 0; shift -= 4) {
    text += "0123456789abcdef"[(value >> (shift - 4)) & 0xFU];
  }
}

/// Of small letters.
std::optional<std::uint64_t> parse_hexadecimal(std::string_view text) {
  std::uint64_t value = 0;
  for (const char digit : text) {
    const bool is_letter = digit >= 'a' && digit <= 'f';
    if (!is_letter && (digit < '0' || digit > '9')) return std::nullopt;
    value = value << 4U | static_cast<std::uint64_t>(is_letter ? digit - 'a' + 10 : digit - '0');
  }
  return value;
}

bool is_sha256(std::string_view text) { return text.size() == sha256_digits && parse_hexadecimal(text).has_value(); }

std::string signature_text(const similarity::Signature& signature) {
  std::string text;
  text.reserve(bin_digits * signature.size());
  for (const std::uint16_t bin : signature) append_hexadecimal(text, bin, bin_digits);
  return text;
}

std::optional<similarity::Signature> parse_signature(std::string_view text) {
  if (text.size() != bin_digits * similarity::signature_size) return std::nullopt;
  similarity::Signature signature{};
  for (std::uint16_t& bin : signature) {
    const auto value = parse_hexadecimal(text.substr(0, bin_digits));
    if (!value) return std::nullopt;
    bin = static_cast<std::uint16_t>(*value);
    text.remove_prefix(bin_digits);
  }
  return signature;
}

/// Whether that many tokens can have that many types, and shingles that fill so many bins.
bool fits(const DocumentRecord& record) {
  const std::uint64_t shingles =
      std::max<std::uint64_t>(record.tokens, similarity::shingle_size) - (similarity::shingle_size - 1);
  const auto filled =
      record.signature.size() -
      static_cast<std::size_t>(std::count(record.signature.begin(), record.signature.end(), similarity::empty_bin));
  if (record.tokens == 0) return record.types == 0 && filled == 0;
  return record.types >= 1 && record.types <= record.tokens && filled >= 1 && filled <= shingles;
}

class LockReader {
 public:
  explicit LockReader(Document document) : lines_(std::move(document)) {}

  Lock read() && {
    read_header();
    while (true) {
      const std::string_view line = lines_.next();
      if (line == lock_end.substr(0, lock_end.size() - 1)) break;
      read_record(LockLine{line});
    }
    lines_.expect_end();
    return std::move(lock_);
  }

 private:
  [[noreturn]] void fail(std::string cause, std::uint64_t column = 0) const { lines_.fail(std::move(cause), column); }

  void read_header() {
    if (!lines_.begins_with(lock_mark)) fail(fmt::format("not a lock file: it does not begin with {}1", lock_mark));
    const std::string first{lines_.next()};
    const LockLine line{first};
    const std::string_view version = line.field(0).substr(lock_mark.size());
    if (version != "1") {
      lines_.fail(fmt::format("lock files of version {} are not known to this program, which reads version 1", version),
                  lock_mark.size() + 1, "use a newer corpus, or make the lock anew with corpus lock");
    }
    const std::string tokenizer = fmt::format("tokenizer={}", text::tokenizer_name);
    if (line.size() < 2 || !line.field(1).starts_with("tokenizer=")) fail("tokenizer is missing from the first line");
    if (line.field(1) != tokenizer) {
      lines_.fail(fmt::format("made with another tokenizer: {}, this program has {}", line.field(1), tokenizer),
                  line.column(1), "make the lock anew with corpus lock");
    }
    std::size_t at = 1;
    for (; at < line.size() && !line.field(at).starts_with("shingles="); ++at) {
      if (line.field(at).find('=') == std::string_view::npos) {
        fail("the first line has a field that is no name=value", line.column(at));
      }
      lock_.header.rules += (at > 1 ? "\t" : "") + std::string(line.field(at));
    }
    for (const std::string_view parameter : parameters) read_parameter(line, at++, parameter);
    if (at < line.size()) read_counts(line, at);
    if (lines_.next() != columns) {
      fail("the second line must be: path, bytes, sha256, tokens, types, words, signature, separated by tabs");
    }
  }

  void read_parameter(const LockLine& line, std::size_t at, std::string_view parameter) const {
    const std::string_view key = parameter.substr(0, parameter.find('=') + 1);
    if (at >= line.size() || !line.field(at).starts_with(key)) {
      fail(fmt::format("{} is missing from the first line", key.substr(0, key.size() - 1)));
    }
    if (line.field(at) != parameter) {
      lines_.fail(fmt::format("made with {}, this program compares {}", line.field(at), parameter), line.column(at),
                  "make the lock anew with corpus lock");
    }
  }

  void read_counts(const LockLine& line, std::size_t at) {
    constexpr std::string_view name_key = "counts=";
    constexpr std::string_view hash_key = "counts-sha256=";
    if (!line.field(at).starts_with(name_key)) fail("the first line has a field that is not known", line.column(at));
    auto name = count::unescape_field(line.field(at).substr(name_key.size()));
    if (!name || name->empty() || name->find('/') != std::string::npos) {
      fail("the counts file is not named as one beside the lock", line.column(at));
    }
    if (at + 1 >= line.size() || !line.field(at + 1).starts_with(hash_key)) {
      fail("counts-sha256 is missing from the first line");
    }
    const std::string_view hash = line.field(at + 1).substr(hash_key.size());
    if (!is_sha256(hash)) {
      fail("counts-sha256 is not 64 hexadecimal digits", line.column(at + 1));
    }
    if (at + 2 < line.size()) fail("the first line has a field that is not known", line.column(at + 2));
    lock_.header.counts = {std::move(*name), std::string(hash)};
  }

  void read_record(const LockLine& line) {
    if (line.size() != column_count) {
      fail(fmt::format("a line has {} fields, this one has {}", column_count, line.size()));
    }
    DocumentRecord record;
    record.path = read_path(line);
    record.bytes = read_number(line, 1, "bytes");
    if (!is_sha256(line.field(2))) fail("sha256 is not 64 hexadecimal digits", line.column(2));
    record.sha256 = line.field(2);
    record.tokens = read_number(line, 3, "tokens");
    record.types = read_number(line, 4, "types");
    const auto words = parse_hexadecimal(line.field(5));
    if (!words || line.field(5).size() != words_digits) fail("words is not 16 hexadecimal digits", line.column(5));
    record.words = *words;
    const auto signature = parse_signature(line.field(6));
    if (!signature) {
      fail(fmt::format("signature is not {} hexadecimal digits", bin_digits * similarity::signature_size),
           line.column(6));
    }
    record.signature = *signature;
    if (!fits(record)) {
      fail(fmt::format("{} types and this signature do not fit {} tokens", record.types, record.tokens),
           line.column(3));
    }
    lock_.documents.push_back(std::move(record));
  }

  [[nodiscard]] std::string read_path(const LockLine& line) const {
    auto path = count::unescape_field(line.field(0));
    if (!path || path->empty() || path->find('\0') != std::string::npos) fail("the path is not well-formed", 1);
    if (!lock_.documents.empty()) {
      const std::string& previous = lock_.documents.back().path;
      if (previous == *path) fail("two lines are of the same document", 1);
      if (previous > *path) fail("the paths do not ascend by their bytes", 1);
    }
    return std::move(*path);
  }

  [[nodiscard]] std::uint64_t read_number(const LockLine& line, std::size_t at, std::string_view name) const {
    const std::string_view text = line.field(at);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || (text.size() > 1 && text.front() == '0')) {
      fail(fmt::format("{} is not a whole number of 64 bits", name), line.column(at));
    }
    return value;
  }

  LockLines lines_;
  Lock lock_;
};

}  // namespace

std::string format_lock_header(const LockHeader& header) {
  std::string counts;
  if (header.counts) {
    counts =
        fmt::format("\tcounts={}\tcounts-sha256={}", count::escape_field(header.counts->name), header.counts->sha256);
  }
  return fmt::format("{}1\t{}\t{}{}\n{}\n", lock_mark, header.rules, fmt::join(parameters, "\t"), counts, columns);
}

std::string format_lock_record(const DocumentRecord& record) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{:016x}\t{}\n", count::escape_field(record.path), record.bytes, record.sha256,
                     record.tokens, record.types, record.words, signature_text(record.signature));
}

void sort_records(std::vector<DocumentRecord>& records) {
  std::sort(records.begin(), records.end(),
            [](const DocumentRecord& one, const DocumentRecord& other) { return one.path < other.path; });
  const auto twice =
      std::adjacent_find(records.begin(), records.end(),
                         [](const DocumentRecord& one, const DocumentRecord& other) { return one.path == other.path; });
  if (twice == records.end()) return;
  throw Error{{.file = twice->path,
               .cause = "two documents have this path below what was named",
               .hint = "name a folder that holds both"}};
}

bool begins_lock(std::string_view front) {
  if (front.starts_with(lock_mark)) return true;
  return front.starts_with(merge_marks.front()) && front.find(lock_mark) != std::string_view::npos;
}

Lock read_lock(Document document) { return LockReader{std::move(document)}.read(); }

}  // namespace corpus::compare
