// SPDX-License-Identifier: MIT
/// \file
/// The inputs of one case of reference/values.json, in the shapes that they have there.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/stats/readability.hpp"
#include "corpus/stats/spectrum.hpp"

namespace corpus::stats {

class Inputs {
 public:
  Inputs(simdjson::dom::element inputs, simdjson::dom::element sequences) : inputs_(inputs), sequences_(sequences) {}

  [[nodiscard]] std::uint64_t count(const char* key) const { return inputs_[key].get_uint64().value(); }
  [[nodiscard]] double real(const char* key) const { return inputs_[key].get_double().value(); }
  [[nodiscard]] bool flag(const char* key) const { return inputs_[key].get_bool().value(); }
  [[nodiscard]] bool has(const char* key) const { return inputs_[key].error() == simdjson::SUCCESS; }

  template <typename Number = std::uint64_t>
  [[nodiscard]] std::vector<Number> list(const char* key) const {
    return numbers<Number>(inputs_[key].value());
  }

  [[nodiscard]] std::vector<std::vector<double>> lists(const char* key) const {
    std::vector<std::vector<double>> all;
    for (const simdjson::dom::element one : inputs_[key].get_array()) all.push_back(numbers<double>(one));
    return all;
  }

  /// "token_ids": the name of a sequence; "tokens": words between blanks, or "5 types x 20".
  [[nodiscard]] std::vector<std::uint32_t> tokens() const {
    std::string_view text;
    if (inputs_["token_ids"].get(text) == simdjson::SUCCESS) {
      return numbers<std::uint32_t>(sequences_[text.substr(text.find('.') + 1)].value());
    }
    text = inputs_["tokens"].get_string().value();
    if (text == "5 types x 20") {
      std::vector<std::uint32_t> ids(100);
      for (std::uint32_t k = 0; k < 100; ++k) ids[k] = k % 5;
      return ids;
    }
    std::istringstream words{std::string(text)};
    std::vector<std::uint32_t> ids;
    std::map<std::string, std::uint32_t> types;
    for (std::string word; words >> word;) {
      ids.push_back(types.emplace(word, static_cast<std::uint32_t>(types.size())).first->second);
    }
    return ids;
  }

  /// "spectrum", or "r" and "Nr", or else of the tokens.
  [[nodiscard]] FrequencySpectrum spectrum() const {
    std::vector<FrequencyClass> classes;
    if (simdjson::dom::object pairs; inputs_["spectrum"].get(pairs) == simdjson::SUCCESS) {
      for (const auto pair : pairs) {
        classes.push_back({.frequency = std::stoull(std::string(pair.key)), .types = pair.value.get_uint64().value()});
      }
    } else if (inputs_["r"].error() == simdjson::SUCCESS) {
      const auto r = list("r");
      const auto nr = list("Nr");
      for (std::size_t i = 0; i < r.size(); ++i) classes.push_back({.frequency = r[i], .types = nr[i]});
    } else {
      return FrequencySpectrum::of_tokens(tokens());
    }
    return FrequencySpectrum{classes};
  }

  [[nodiscard]] TextSize size() const {
    if (inputs_["N"].error() == simdjson::SUCCESS) return {.tokens = count("N"), .types = count("V")};
    return spectrum().size();
  }

  /// Each letter of "tokens" is a token; where "item" stands.
  [[nodiscard]] std::vector<std::uint64_t> positions() const {
    const std::string_view text = inputs_["tokens"].get_string().value();
    std::vector<std::uint64_t> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == inputs_["item"].get_string().value()[0]) found.push_back(i);
    }
    return found;
  }
  [[nodiscard]] std::uint64_t letters() const { return inputs_["tokens"].get_string().value().size(); }

  [[nodiscard]] ReadabilityCounts readability() const {
    return {.words = count("words"),
            .sentences = count("sentences"),
            .letters = count("letters"),
            .syllables = count("syllables"),
            .polysyllables = count("polysyllables_3plus"),
            .long_words = count("long_words_gt6")};
  }

 private:
  template <typename Number>
  static std::vector<Number> numbers(simdjson::dom::element array) {
    std::vector<Number> values;
    for (const simdjson::dom::element value : array.get_array())
      values.push_back(static_cast<Number>(value.get_double().value()));
    return values;
  }

  simdjson::dom::element inputs_;
  simdjson::dom::element sequences_;
};

}  // namespace corpus::stats
