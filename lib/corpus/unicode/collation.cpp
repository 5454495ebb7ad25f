// SPDX-License-Identifier: MIT
#include "corpus/unicode/collation.hpp"

#include <fmt/format.h>
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <new>

#include "corpus/error.hpp"

namespace corpus::unicode {
namespace {

icu::Locale locale_of(std::string_view name) {
  if (name.empty()) return icu::Locale::getRoot();
  icu::Locale locale = icu::Locale::createCanonical(std::string(name).c_str());
  if (locale.isBogus() || *locale.getISO3Language() == '\0') {
    throw Error{{.cause = fmt::format("no language is known by the name of {}", name),
                 .hint = "a tag such as en, de-AT or tr"}};
  }
  return locale;
}

}  // namespace

class Collator::Rules {
 public:
  explicit Rules(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    collator_.reset(icu::Collator::createInstance(locale_of(name), status));
    if (U_FAILURE(status)) {
      throw Error{{.cause = fmt::format("ICU cannot sort by the locale '{}': {}", name, u_errorName(status))}};
    }
    collator_->setStrength(icu::Collator::TERTIARY);
  }

  std::string key(std::string_view text) {
    const auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    // The size that it returns is that of the whole key, though it may not fit; the last byte is a 0.
    std::string key(4 * text.size() + 16, '\0');
    const auto size = static_cast<std::size_t>(fill(wide, key));
    if (size == 0) throw std::bad_alloc{};
    const bool fits = size <= key.size();
    key.resize(size);
    if (!fits) fill(wide, key);
    key.pop_back();
    return key;
  }

 private:
  int32_t fill(const icu::UnicodeString& text, std::string& key) {
    return collator_->getSortKey(text, reinterpret_cast<uint8_t*>(key.data()), static_cast<int32_t>(key.size()));
  }

  std::unique_ptr<icu::Collator> collator_;
};

Collator::Collator(std::string_view locale) : rules_(std::make_unique<Rules>(locale)) {}
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;
Collator::~Collator() = default;

std::string Collator::key(std::string_view text) const { return rules_->key(text); }

}  // namespace corpus::unicode
