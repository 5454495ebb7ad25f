// SPDX-License-Identifier: MIT
#include "corpus/io/glob.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "corpus/error.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::io {
namespace {

/// The character at `at`. Bytes that are no UTF-8 stand above the code points, so that each equals only itself.
unicode::CodePoint character_at(std::string_view text, std::size_t at) {
  constexpr char32_t kBeyond = 0x110000;
  constexpr std::size_t kLongest = 4;
  if (unicode::valid_prefix(text.substr(at, kLongest)) > 0) return unicode::decode(text, at);
  return {kBeyond + static_cast<unsigned char>(text[at]), 1};
}

}  // namespace

class Glob::Parser {
 public:
  explicit Parser(std::string_view pattern) : pattern_(pattern) {}

  std::vector<Part> parse() {
    if (pattern_.empty()) fail("is empty");
    std::vector<Part> parts;
    while (at_ < pattern_.size()) parts.push_back(part());
    return parts;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error{{.cause = "the pattern '" + std::string(pattern_) + "' " + what,
                 .hint = "a backslash takes a special character as it stands"}};
  }

  bool accept(std::string_view text) {
    if (!pattern_.substr(at_).starts_with(text)) return false;
    at_ += text.size();
    return true;
  }

  char32_t character() {
    if (accept("\\") && at_ == pattern_.size()) fail("ends with a backslash");
    const unicode::CodePoint here = character_at(pattern_, at_);
    at_ += here.length;
    return here.value;
  }

  Part part() {
    const bool starts_a_part = at_ == 0 || pattern_[at_ - 1] == '/';
    if (starts_a_part && accept("**/")) return {.kind = Kind::folders};
    if (accept("**")) return {.kind = Kind::everything};
    if (accept("*")) return {.kind = Kind::star};
    if (accept("?")) return {.kind = Kind::any};
    if (accept("[")) return set();
    return {.character = character()};
  }

  Part set() {
    Part part{.kind = Kind::set};
    part.negated = accept("!") || accept("^");
    do {  // a bracket that comes first is a member
      if (at_ == pattern_.size()) fail("has a '[' without its ']'");
      const char32_t first = character();
      const std::string_view rest = pattern_.substr(at_);
      const bool is_range = rest.size() > 1 && rest[0] == '-' && rest[1] != ']';
      if (is_range) ++at_;
      part.ranges.emplace_back(first, is_range ? character() : first);
    } while (!accept("]"));
    return part;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
};

bool Glob::Part::accepts(char32_t other) const {
  if (kind == Kind::literal) return other == character;
  if (other == '/') return false;
  if (kind == Kind::any) return true;
  const bool listed = std::any_of(ranges.begin(), ranges.end(),
                                  [&](const auto& range) { return range.first <= other && other <= range.second; });
  return listed != negated;
}

/// Goes through pattern and path together. At a star it takes nothing and remembers where it was; after a mismatch the
/// last star takes one character more. Stars that stay within a part of the path are forgotten when the part ends or
/// a wide one comes, for an earlier star could not do what a later one cannot.
class Glob::Matcher {
 public:
  Matcher(const std::vector<Part>& parts, std::string_view path) : parts_(parts), path_(path) {}

  bool run() {
    while (part_ < parts_.size() || at_ < path_.size()) {
      if (!step() && !lengthen_star() && !lengthen_wide()) return false;
    }
    return true;
  }

 private:
  struct Retry {
    std::size_t part;
    std::size_t at;
  };

  bool step() {
    if (part_ == parts_.size()) return false;
    const Part& part = parts_[part_];
    if (part.kind == Kind::star) {
      star_ = Retry{part_++, at_};
      return true;
    }
    if (part.kind == Kind::everything || part.kind == Kind::folders) {
      wide_ = Retry{part_++, at_};
      star_.reset();
      return true;
    }
    if (at_ == path_.size()) return false;
    const unicode::CodePoint here = character_at(path_, at_);
    if (!part.accepts(here.value)) return false;
    ++part_;
    at_ += here.length;
    return true;
  }

  bool lengthen_star() {
    if (!star_ || star_->at == path_.size() || path_[star_->at] == '/') return false;
    star_->at += character_at(path_, star_->at).length;
    go_on_after(*star_);
    return true;
  }

  bool lengthen_wide() {
    star_.reset();
    if (!wide_ || wide_->at == path_.size()) return false;
    if (parts_[wide_->part].kind == Kind::folders) {
      const std::size_t slash = path_.find('/', wide_->at);
      if (slash == std::string_view::npos) return false;
      wide_->at = slash + 1;
    } else {
      wide_->at += character_at(path_, wide_->at).length;
    }
    go_on_after(*wide_);
    return true;
  }

  void go_on_after(const Retry& retry) {
    part_ = retry.part + 1;
    at_ = retry.at;
  }

  const std::vector<Part>& parts_;
  std::string_view path_;
  std::size_t part_ = 0;
  std::size_t at_ = 0;
  std::optional<Retry> star_;
  std::optional<Retry> wide_;
};

Glob::Glob(std::string_view pattern) : parts_(Parser(pattern).parse()) {}

bool Glob::matches(std::string_view path) const { return Matcher(parts_, path).run(); }

}  // namespace corpus::io
