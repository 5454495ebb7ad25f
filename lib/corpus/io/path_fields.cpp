// SPDX-License-Identifier: MIT
#include "corpus/io/path_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "corpus/unicode/utf8.hpp"

namespace corpus::io {

class PathFields::Parser {
 public:
  explicit Parser(std::string_view pattern) : pattern_(pattern) {}

  std::vector<Part> parts() {
    while (at_ < pattern_.size()) step();
    if (!any_field_) fail(0, "the template names no field", "such as {year}/{outlet}_{id}.txt");
    return std::move(parts_);
  }

 private:
  void step() {
    const char c = pattern_[at_];
    const bool doubled = pattern_.substr(at_ + 1).starts_with(c);
    if (c == '{' && !doubled) return read_field();
    if (c == '}' && !doubled) fail(at_, "a } without a {", "}} stands for a brace");
    at_ += c == '{' || c == '}' ? 2 : 1;
    if (c == '/') {
      parts_.emplace_back();
    } else {
      text() += c;
    }
  }

  void read_field() {
    const std::size_t end = pattern_.find_first_of("{}/", at_ + 1);
    if (end == std::string_view::npos || pattern_[end] != '}') {
      fail(at_, "a { without a }", "{{ stands for a brace");
    }
    std::string name(pattern_.substr(at_ + 1, end - at_ - 1));
    std::vector<Piece>& pieces = parts_.back().pieces;
    if (!pieces.empty() && pieces.back().after.empty()) {
      fail(at_, "two fields with nothing between them: where does the first end?");
    }
    if (name == "_") name.clear();
    if (!name.empty()) {
      if (std::find(names_.begin(), names_.end(), name) != names_.end()) {
        fail(at_, fmt::format("the field {} stands twice in the template", name), "{_} matches and is not kept");
      }
      names_.push_back(name);
      any_field_ = true;
    }
    pieces.push_back({std::move(name), {}});
    at_ = end + 1;
  }

  std::string& text() {
    Part& part = parts_.back();
    return part.pieces.empty() ? part.before : part.pieces.back().after;
  }

  [[noreturn]] void fail(std::size_t at, std::string cause, std::string hint = {}) const {
    // The template may be any bytes; what counts are those that begin a character.
    const auto column = std::count_if(pattern_.begin(), pattern_.begin() + static_cast<std::ptrdiff_t>(at),
                                      [](char byte) { return !unicode::continues(byte); });
    throw Error{{.column = static_cast<std::uint64_t>(column) + 1, .cause = std::move(cause), .hint = std::move(hint)}};
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::vector<Part> parts_{1};
  std::vector<std::string> names_;
  bool any_field_ = false;
};

PathFields PathFields::parse(std::string_view pattern) {
  PathFields fields;
  fields.parts_ = Parser(pattern).parts();
  return fields;
}

/// What comes first is taken: if that leads nowhere, nothing that comes later does, for only the end must fit.
bool PathFields::match(const Part& part, std::string_view text, Metadata& fields) {
  if (!text.starts_with(part.before)) return false;
  text.remove_prefix(part.before.size());
  for (std::size_t i = 0; i < part.pieces.size(); ++i) {
    const Piece& piece = part.pieces[i];
    std::size_t end = 0;
    if (i + 1 == part.pieces.size()) {
      if (text.size() <= piece.after.size() || !text.ends_with(piece.after)) return false;
      end = text.size() - piece.after.size();
    } else {
      end = text.find(piece.after, 1);
      if (end == std::string_view::npos) return false;
    }
    if (!piece.field.empty()) fields.push_back({piece.field, std::string(text.substr(0, end))});
    text.remove_prefix(end + piece.after.size());
  }
  return text.empty();
}

std::optional<Metadata> PathFields::fields_of(std::string_view name) const {
  // From the end of the name as many parts as the template has; the first of them may begin after a `!`.
  std::vector<std::string_view> texts(parts_.size());
  for (std::size_t i = parts_.size(); i-- > 0;) {
    const std::size_t slash = name.rfind('/');
    const bool is_first = slash == std::string_view::npos;
    if (is_first && i > 0) return std::nullopt;
    texts[i] = name.substr(is_first ? 0 : slash + 1);
    name = name.substr(0, is_first ? 0 : slash);
  }
  Metadata rest;
  for (std::size_t i = 1; i < parts_.size(); ++i) {
    if (!match(parts_[i], texts[i], rest)) return std::nullopt;
  }
  for (std::size_t begin = texts[0].size() + 1; begin-- > 0;) {
    if (begin > 0 && texts[0][begin - 1] != '!') continue;
    Metadata fields;
    if (!match(parts_[0], texts[0].substr(begin), fields)) continue;
    std::move(rest.begin(), rest.end(), std::back_inserter(fields));
    return fields;
  }
  return std::nullopt;
}

}  // namespace corpus::io
