// SPDX-License-Identifier: MIT
#include "cmd/count_inputs.hpp"

#include "cmd/counts.hpp"
#include "corpus/count/counts_file.hpp"
#include "corpus/error.hpp"
#include "corpus/stats/dispersion.hpp"

namespace corpus::cmd {
namespace {

Error changed(const std::string& name) {
  return Error{{.file = name, .cause = "the text changed while it was counted", .hint = "run the command again"}};
}

void add_counts_file(count::FrequencyList& list, Document document, const std::string& rules) {
  count::CountsReader reader{std::move(document)};
  const auto refuse = [&](std::string cause, std::string hint) {
    throw Error{{.file = reader.name(), .line = 1, .cause = std::move(cause), .hint = std::move(hint)}};
  };
  if (reader.header().cut != "none")
    refuse("the list was cut (" + reader.header().cut + ")", "count again without that");
  if (reader.header().rules != rules) {
    refuse("the list was made with other token options: " + count::difference_of_rules(reader.header().rules, rules),
           "give the same ones here");
  }
  const auto size = count::add_sizes({list.tokens, list.documents}, reader.header());
  if (!size) refuse("with this list there are more tokens than can be counted", "");
  list.tokens = size->tokens;
  list.documents = size->documents;
  while (const auto row = reader.next()) list.add(row->type, row->freq, row->range);
}

}  // namespace

count::FrequencyList count_inputs(Inputs& inputs, const text::ReadOptions& reading,
                                  const text::TokenizerOptions& rules) {
  count::FrequencyCounter counter;
  count::FrequencyList lists;
  text::Tokenizer tokenizer{rules};
  inputs.each([&](Document& document) {
    if (is_counts_file(document)) {
      add_counts_file(lists, std::move(document), count::rules_of(rules));
      return;
    }
    counter.start_document();
    text::BlockReader reader{document, reading};
    while (const auto block = reader.next()) {
      tokenizer.start(block->text);
      for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) counter.add(batch);
    }
  });
  count::FrequencyList list = std::move(counter).take();
  list.add(lists);
  return list;
}

Dispersions measure_dispersion(Inputs& inputs, const text::ReadOptions& reading, const text::TokenizerOptions& rules,
                               const count::FrequencyList& list) {
  const std::size_t types = list.entries.size();
  std::vector<stats::GapsSum> gaps(types);
  std::vector<stats::PartsSum> parts(types);
  std::vector<std::uint64_t> seen(types);
  std::vector<std::uint64_t> hits(types);  // in the document at hand
  std::vector<text::TypeId> met;
  std::uint64_t position = 0;
  text::Tokenizer tokenizer{rules};
  const auto word = [&](text::TypeId id) { return stats::WordInCorpus{list.entries[id].freq, list.tokens}; };

  inputs.each_again([&](Document& document) {
    refuse_counts_file(document, "arf and dp");
    const std::uint64_t start = position;
    text::BlockReader reader{document, reading};
    while (const auto block = reader.next()) {
      tokenizer.start(block->text);
      for (auto batch = tokenizer.next(); !batch.empty(); batch = tokenizer.next()) {
        for (const text::Token& token : batch) {
          const auto id = list.types.find(token.type);
          if (!id || ++seen[*id] > list.entries[*id].freq) throw changed(document.name);
          gaps[*id].add(position++, word(*id));
          if (hits[*id]++ == 0) met.push_back(*id);
        }
      }
    }
    for (const text::TypeId id : met) {
      parts[id].add(hits[id], position - start, word(id));
      hits[id] = 0;
    }
    met.clear();
  });
  if (position != list.tokens) throw changed("");

  Dispersions dispersions;
  for (text::TypeId id = 0; id < types; ++id) {
    dispersions.arf.push_back(gaps[id].average_reduced_frequency(word(id)));
    dispersions.dp.push_back(parts[id].deviation_of_proportions(word(id)));
  }
  return dispersions;
}

}  // namespace corpus::cmd
