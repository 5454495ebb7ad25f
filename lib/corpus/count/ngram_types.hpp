// SPDX-License-Identifier: MIT
/// \file
/// The types of several vocabularies as one, numbered in the order of their code points.
///
///     NgramTypes types{std::move(vocabularies), Slots::none};
///     types.all()[0];                  // the first
///     types.numbers_of(1)[id];         // the number of what vocabulary 1 knows by `id`
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/count/ngrams.hpp"
#include "corpus/text/vocabulary.hpp"

namespace corpus::count {

class NgramTypes {
 public:
  NgramTypes(std::vector<text::Vocabulary> vocabularies, Slots slots);

  [[nodiscard]] std::span<const std::string_view> all() const { return all_; }
  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] std::optional<TypeId> slot() const { return slot_; }
  [[nodiscard]] std::span<const TypeId> numbers_of(std::size_t vocabulary) const { return numbers_[vocabulary]; }

  /// Of each type its place among all in the order of their code points from the end.
  [[nodiscard]] std::vector<TypeId> by_ending() const;

 private:
  text::Vocabulary vocabulary_;  ///< holds the letters
  std::vector<std::string_view> all_;
  std::vector<std::vector<TypeId>> numbers_;
  std::optional<TypeId> slot_;
};

}  // namespace corpus::count
