// SPDX-License-Identifier: MIT
/// \file
/// What a token costs, step by step: finding it, giving it a type, counting it. The text is drawn by Zipf's law from
/// made-up words, the same one every time.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "corpus/text/tokenizer.hpp"
#include "corpus/text/vocabulary.hpp"
#include "corpus/unicode/words.hpp"

namespace {

using namespace corpus;

/// About 1 MB of words, some capitalised, one in eight followed by a comma.
std::string made_up_text(const std::vector<std::string>& alphabet) {
  std::minstd_rand random{1};
  const auto below = [&random](std::size_t limit) { return random() % limit; };
  std::vector<std::string> words;
  for (std::size_t i = 0; i < 20'000; ++i) {
    std::string& word = words.emplace_back();
    for (std::size_t letters = 1 + below(4) + i / 4'000; letters > 0; --letters)
      word += alphabet[below(alphabet.size())];
  }
  std::string text;
  while (text.size() < 1'000'000) {
    const double share = static_cast<double>(below(1'000'000)) / 1e6;
    text += words[static_cast<std::size_t>(std::pow(static_cast<double>(words.size()), share)) - 1];
    text += below(8) == 0 ? ", " : " ";
  }
  return text;
}

const std::string& text_of(std::int64_t script) {
  static const std::string latin = made_up_text({"a", "e", "i", "o", "n", "t", "s", "r", "H", "d", "l", "é"});
  static const std::string cyrillic = made_up_text({"а", "е", "и", "о", "н", "т", "с", "р", "Х", "д", "л", "ё"});
  return script == 0 ? latin : cyrillic;
}

void report_speed(benchmark::State& state, const std::string& text) {
  state.SetLabel(state.range(0) == 0 ? "Latin" : "Cyrillic");
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void find_words(benchmark::State& state) {
  const std::string& text = text_of(state.range(0));
  unicode::WordScanner scanner{{}};
  for (auto _ : state) {
    scanner.start(text);
    for (auto batch = scanner.next(); !batch.empty(); batch = scanner.next()) benchmark::DoNotOptimize(batch);
  }
  report_speed(state, text);
}
BENCHMARK(find_words)->Arg(0)->Arg(1);

void tokenize(benchmark::State& state) {
  const std::string& text = text_of(state.range(0));
  text::Tokenizer tokenizer;
  for (auto _ : state) {
    tokenizer.start(text);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) benchmark::DoNotOptimize(batch);
  }
  report_speed(state, text);
}
BENCHMARK(tokenize)->Arg(0)->Arg(1);

void tokenize_and_count(benchmark::State& state) {
  const std::string& text = text_of(state.range(0));
  text::Tokenizer tokenizer;
  for (auto _ : state) {
    text::Vocabulary vocabulary;
    std::vector<std::uint64_t> counts;
    tokenizer.start(text);
    for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
      for (const text::Token& token : batch) {
        const text::TypeId id = vocabulary.intern(token.type());
        if (id == counts.size()) counts.push_back(0);
        ++counts[id];
      }
    }
    benchmark::DoNotOptimize(counts.data());
  }
  report_speed(state, text);
}
BENCHMARK(tokenize_and_count)->Arg(0)->Arg(1);

/// Types that collide under a seed that is known, as many as are borne before the seed is changed, or other ones.
void intern_again(benchmark::State& state) {
  std::uint64_t seed = 0;
  std::memcpy(&seed, "abcdefgh", sizeof seed);  // which makes the product 0 of every type that begins so
  const bool made_to_collide = state.range(0) != 0;
  std::vector<std::string> types;
  for (int i = 100; i < 180; ++i) types.push_back((made_to_collide ? "abcdefgh" : "abcdefg!") + std::to_string(i));
  text::Vocabulary vocabulary{seed};
  for (auto _ : state) {
    for (const std::string& type : types) benchmark::DoNotOptimize(vocabulary.intern(type));
  }
  state.SetLabel(made_to_collide ? "made to collide" : "others");
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(types.size()));
}
BENCHMARK(intern_again)->Arg(0)->Arg(1);

/// New ones, many more than are borne.
void intern_new(benchmark::State& state) {
  std::uint64_t seed = 0;
  std::memcpy(&seed, "abcdefgh", sizeof seed);
  const bool made_to_collide = state.range(0) != 0;
  std::vector<std::string> types;
  for (int i = 1000; i < 9000; ++i) types.push_back((made_to_collide ? "abcdefgh" : "abcdefg!") + std::to_string(i));
  for (auto _ : state) {
    text::Vocabulary vocabulary{seed};
    for (const std::string& type : types) benchmark::DoNotOptimize(vocabulary.intern(type));
  }
  state.SetLabel(made_to_collide ? "made to collide" : "others");
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(types.size()));
}
BENCHMARK(intern_new)->Arg(0)->Arg(1);

}  // namespace
