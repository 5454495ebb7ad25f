// SPDX-License-Identifier: MIT
#include "corpus/expr/scanner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/expr/number.hpp"

namespace corpus::expr {
namespace {

struct Sign {
  std::string_view written;
  TokenKind kind;
  Relation relation = Relation::equal;
};

/// The longer before what it begins with.
constexpr std::array<Sign, 14> signs{{{"==", TokenKind::relation, Relation::equal},
                                      {"!=", TokenKind::relation, Relation::unequal},
                                      {"<=", TokenKind::relation, Relation::less_or_equal},
                                      {">=", TokenKind::relation, Relation::greater_or_equal},
                                      {"<", TokenKind::relation, Relation::less},
                                      {">", TokenKind::relation, Relation::greater},
                                      {"!~", TokenKind::relation, Relation::unlike},
                                      {"~", TokenKind::relation, Relation::like},
                                      {"&&", TokenKind::conj},
                                      {"||", TokenKind::disj},
                                      {"!", TokenKind::negation},
                                      {"(", TokenKind::open},
                                      {")", TokenKind::close},
                                      {",", TokenKind::comma}}};

constexpr std::array<Sign, 4> words{
    {{"and", TokenKind::conj}, {"or", TokenKind::disj}, {"not", TokenKind::negation}, {"in", TokenKind::in}}};

/// What people write who know another language, or whose editor means well.
struct Mistake {
  std::string_view written;
  std::string_view meant;
};

constexpr std::string_view space = " ";

constexpr std::array<Mistake, 35> mistakes{{
    {"===", "=="},     {"!==", "!="},     {"<>", "!="},      {"=<", "<="},      {"=>", ">="},      {"=~", "~"},
    {"~=", "!= or ~"}, {"\u2260", "!="},  {"\u2264", "<="},  {"\u2265", ">="},  {"\u00AC", "!"},   {"\u2227", "&&"},
    {"\u2228", "||"},  {"\u201C", "\""},  {"\u201D", "\""},  {"\u201E", "\""},  {"\u201F", "\""},  {"\u00AB", "\""},
    {"\u00BB", "\""},  {"\u2033", "\""},  {"\uFF02", "\""},  {"\u2018", "'"},   {"\u2019", "'"},   {"\u201A", "'"},
    {"\u201B", "'"},   {"\u2032", "'"},   {"\u00B4", "'"},   {"\u2212", "-"},   {"\u2013", "-"},   {"\u2014", "-"},
    {"\u00A0", space}, {"\u202F", space}, {"\u3000", space}, {"\uFEFF", space}, {"\u2009", space},
}};

/// Begins a longer sign that is right, so these come last of all.
constexpr std::array<Mistake, 3> halves{{{"=", "=="}, {"&", "&&"}, {"|", "||"}}};

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_ascii_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }
bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }
bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

std::uint64_t count_points(std::string_view text) {
  return static_cast<std::uint64_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

/// The first row of the table that the text begins with, or null.
template <typename Table>
auto* find_start(const Table& table, std::string_view text) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return text.starts_with(row.written); });
  return found == table.end() ? nullptr : &*found;
}

/// Whether the words are the same but for capitals. `lower` has none.
bool same_word(std::string_view word, std::string_view lower) {
  return std::equal(word.begin(), word.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

/// What `\` and this character stand for.
std::optional<char> escaped(char byte) {
  switch (byte) {
    case '\\':
    case '"':
    case '\'':
      return byte;
    case 'n':
      return '\n';
    case 't':
      return '\t';
    default:
      return std::nullopt;
  }
}

}  // namespace

Error Scanner::error(std::size_t at, std::string cause, std::string hint) const {
  return Error{{.column = count_points(text_.substr(0, at)) + 1, .cause = std::move(cause), .hint = std::move(hint)}};
}

Token Scanner::next() {
  Token token = scan();
  points_ += count_points(text_.substr(counted_, token.begin - counted_));
  counted_ = token.begin;
  token.column = points_ + 1;
  return token;
}

Token Scanner::scan() {
  skip_space();
  if (at_ == text_.size()) return {.begin = at_, .end = at_};
  const char byte = text_[at_];
  if (byte == '"' || byte == '\'') return scan_text();
  if (byte == '`' || byte == '[') return scan_quoted_name();
  if (at_mistake(at_)) throw not_understood();
  if (const std::size_t length = number_length(text_.substr(at_)); length != 0) return scan_number(length);
  if (word_end(at_) != at_) return scan_word();
  return scan_sign();
}

void Scanner::skip_space() {
  while (at_ < text_.size()) {
    if (is_space(text_[at_])) {
      ++at_;
      continue;
    }
    const Mistake* const mistake = is_ascii(text_[at_]) ? nullptr : find_start(mistakes, text_.substr(at_));
    if (mistake == nullptr || mistake->meant != space) return;
    at_ += mistake->written.size();
  }
}

bool Scanner::at_mistake(std::size_t at) const { return find_start(mistakes, text_.substr(at)) != nullptr; }

/// Where the word that begins at byte `at` ends.
std::size_t Scanner::word_end(std::size_t at) const {
  const auto in_word = [&](std::size_t i) {
    if (!is_ascii(text_[i])) return continues(text_[i]) || !at_mistake(i);
    return is_ascii_letter(text_[i]) || is_digit(text_[i]) || text_[i] == '_' || text_[i] == '.';
  };
  while (at < text_.size() && in_word(at)) ++at;
  return at;
}

Error Scanner::not_understood() const {
  const auto rest = text_.substr(at_);
  const Mistake* mistake = find_start(mistakes, rest);
  if (mistake == nullptr) mistake = find_start(halves, rest);
  if (mistake != nullptr) {
    return error(at_, fmt::format("{} has no meaning here", mistake->written),
                 fmt::format("write {} instead", mistake->meant));
  }
  const auto byte = static_cast<unsigned char>(rest[0]);
  return error(at_,
               byte < 0x20 || byte == 0x7F ? fmt::format("the control character 0x{:02X} has no meaning here", byte)
                                           : fmt::format("{} has no meaning here", rest[0]),
               "texts stand in quotes, and names with such characters in backquotes");
}

Token Scanner::scan_text() {
  Token token{.kind = TokenKind::text, .begin = at_};
  const char quote = text_[at_++];
  while (at_ < text_.size() && text_[at_] != quote) {
    const char byte = text_[at_++];
    if (byte != '\\') {
      token.text += byte;
    } else if (at_ < text_.size()) {
      const auto meant = escaped(text_[at_]);
      if (!meant) throw error(at_ - 1, "\\ stands before a character that needs none", "write \\\\ for one \\");
      token.text += *meant;
      ++at_;
    }
  }
  if (at_ == text_.size())
    throw error(token.begin, fmt::format("the text that begins here lacks its closing {}", quote), "");
  token.end = ++at_;
  return token;
}

Token Scanner::scan_quoted_name() {
  const char closing = text_[at_] == '[' ? ']' : '`';
  const std::size_t end = text_.find(closing, at_ + 1);
  if (end == std::string_view::npos) {
    throw error(at_, fmt::format("the name that begins here lacks its closing {}", closing), "");
  }
  if (end == at_ + 1) throw error(at_, "a name is missing here", "");
  Token token{.kind = TokenKind::quoted_name, .begin = at_, .end = end + 1};
  token.text = text_.substr(at_ + 1, end - at_ - 1);
  at_ = token.end;
  return token;
}

Token Scanner::scan_number(std::size_t length) {
  Token token{.kind = TokenKind::number, .begin = at_, .end = at_ + length};
  const std::size_t end = word_end(token.end);
  if (end != token.end) {
    const auto word = text_.substr(at_, end - at_);
    throw error(
        at_, fmt::format("{} is neither a number nor a name", word),
        fmt::format("a name that begins with a digit stands in backquotes, as in `{0}`, a text in quotes: \"{0}\"",
                    word));
  }
  const auto number = number_of(text_.substr(at_, length));
  if (!number) throw error(at_, "this number is too large or too small", "");
  token.number = *number;
  at_ = token.end;
  return token;
}

Token Scanner::scan_word() {
  const std::size_t end = word_end(at_);
  Token token{.kind = TokenKind::name, .begin = at_, .end = end};
  token.text = text_.substr(at_, end - at_);
  for (const Sign& word : words) {
    if (same_word(token.text, word.written)) token.kind = word.kind;
  }
  at_ = end;
  return token;
}

Token Scanner::scan_sign() {
  const Sign* const sign = find_start(signs, text_.substr(at_));
  if (sign == nullptr) throw not_understood();
  Token token{.kind = sign->kind, .begin = at_, .end = at_ + sign->written.size(), .relation = sign->relation};
  at_ = token.end;
  return token;
}

}  // namespace corpus::expr
