// SPDX-License-Identifier: MIT
/// \file
/// What a query asks of one token: that an attribute, read in one way or another, has one of some values or matches a
/// pattern; and such conditions joined by and, or, not.
///
///     Readings readings{locale};
///     const auto lower = readings.add({Attribute::form, Equivalence::canonical, Case::fold});
///     const Condition condition = Condition::one_of(lower, {"take", "took"});
///     readings.look_at(token);
///     condition.holds(readings)
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/search/query.hpp"
#include "corpus/text/tokenizer.hpp"
#include "corpus/unicode/fold.hpp"
#include "corpus/unicode/pattern.hpp"

namespace corpus::search {

/// Which values of an attribute are the same.
enum class Equivalence : std::uint8_t { bytes, canonical };
enum class Diacritics : std::uint8_t { keep, drop };

/// How an attribute is read.
struct Reading {
  Attribute attribute = Attribute::type;
  Equivalence equivalence = Equivalence::bytes;
  unicode::Case letter_case = unicode::Case::keep;
  Diacritics diacritics = Diacritics::keep;

  bool operator==(const Reading&) const = default;
};

/// What is read of `value`.
std::string read_value(std::string_view value, const Reading& reading, unicode::CaseLocale locale);

/// The readings of one token that a query needs, each worked out once, when it is asked for.
class Readings {
 public:
  explicit Readings(unicode::CaseLocale locale) : locale_(locale) {}

  /// The number of a reading.
  std::uint32_t add(const Reading& reading);
  [[nodiscard]] const Reading& operator[](std::uint32_t index) const { return entries_[index].reading; }
  [[nodiscard]] unicode::CaseLocale locale() const { return locale_; }
  [[nodiscard]] bool holds(Attribute attribute) const;

  /// The token must outlive the calls to `value`.
  void look_at(const SeenToken& token) {
    token_ = &token;
    ++looks_;
  }
  std::string_view value(std::uint32_t index) {
    Entry& entry = entries_[index];
    return entry.plain ? token_->*entry.attribute : read(entry);
  }

 private:
  struct Entry {
    Reading reading;
    std::string_view SeenToken::*attribute = nullptr;
    bool plain = true;       ///< the attribute is what is read
    std::uint64_t look = 0;  ///< of which …
    std::string_view value;  ///< … this is what is read, …
    std::string text = {};   ///< … if need be from here
  };

  std::string_view read(Entry& entry) const;

  unicode::CaseLocale locale_;
  std::vector<Entry> entries_;
  const SeenToken* token_ = nullptr;
  std::uint64_t looks_ = 0;
};

/// A regular expression that remembers what it said of the values it has seen: words recur.
class KnownPattern {
 public:
  /// Where it is case-insensitive, the values are folded.
  KnownPattern(std::string_view regex, unicode::PatternCase letter_case);

  bool matches(std::string_view value);

 private:
  unicode::Pattern pattern_;
  std::string needed_;  ///< what every value holds that it matches
  std::unordered_map<std::string, bool, text::StringHash, std::equal_to<>> answers_;
};

class Condition {
 public:
  enum class Kind : std::uint8_t {
    any,       ///< holds for every token
    one_of,    ///< the value is one of `values`
    glob,      ///< `pattern` matches the value
    regex,     ///< the same; it may be slow
    negation,  ///< of the one part
    all,       ///< of the parts
    some,      ///< of the parts
  };

  static Condition any() { return Condition{Kind::any}; }
  static Condition one_of(std::uint32_t reading, std::vector<std::string> values);
  static Condition glob(std::uint32_t reading, std::string_view glob);
  /// Throws unicode::PatternError.
  static Condition regex(std::uint32_t reading, std::string_view regex, unicode::PatternCase letter_case);
  static Condition negation(Condition part);
  static Condition joined(Kind kind, std::vector<Condition> parts);

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] std::uint32_t reading() const { return reading_; }
  /// In order; or of a pattern, its text.
  [[nodiscard]] const std::vector<std::string>& values() const { return values_; }
  [[nodiscard]] const std::vector<Condition>& parts() const { return parts_; }

  bool holds(Readings& readings) {
    return kind_ == Kind::one_of && values_.size() == 1 ? values_.front() == readings.value(reading_)
                                                        : holds_at_all(readings);
  }

 private:
  explicit Condition(Kind kind) : kind_(kind) {}

  bool holds_at_all(Readings& readings);

  Kind kind_;
  std::uint32_t reading_ = 0;
  std::vector<std::string> values_;
  std::optional<KnownPattern> regex_;
  std::optional<unicode::Pattern> glob_;
  std::vector<Condition> parts_;
};

}  // namespace corpus::search
