// SPDX-License-Identifier: MIT
/// \file
/// Random CoNLL-U that means something, with all that the format knows: comments, paragraphs, speakers, multiword
/// tokens, empty nodes, spaces within forms.
///
///     const std::string file = random_conllu(random, {.sentences = 20});
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>

namespace corpus::testing {

struct ConlluShape {
  std::size_t sentences = 10;
  bool documents = false;  ///< with `# newdoc`, each with an id of its own or none
  std::string_view line_end = "\n";
};

class RandomConllu {
 public:
  RandomConllu(std::mt19937& random, const ConlluShape& shape) : random_(random), shape_(shape) {}

  std::string file() {
    for (std::size_t i = 0; i < shape_.sentences; ++i) add_sentence();
    if (one_in(4)) file_.resize(file_.size() - shape_.line_end.size());  // the last empty line is often forgotten
    return file_;
  }

 private:
  bool one_in(unsigned n) { return random_() % n == 0; }

  template <std::size_t n>
  std::string one_of(const std::array<const char*, n>& choices) {
    return choices[random_() % n];
  }

  std::string form() {
    static constexpr std::array<const char*, 16> forms{"a", "Straße",   "don't", "10 000",  ".", "—", "雪", "_", "7.5",
                                                       "😀", "New York", "#",     "e\u0301", "|", "…", "İ"};
    return one_of(forms);
  }

  void line(const std::string& text) { file_ += text + std::string(shape_.line_end); }

  void row(const std::string& id, const std::string& form) {
    static constexpr std::array<const char*, 5> lemmas{"_", "be", "New York", "雪", ""};
    static constexpr std::array<const char*, 3> parts{"_", "NOUN", "PUNCT"};
    static constexpr std::array<const char*, 6> misc{
        "_", "SpaceAfter=No", "X=SpaceAfter=No", "Gloss=a|SpaceAfter=No", "SpaceAfter=No|Gloss=b", "SpaceAfter=Nope"};
    line(id + '\t' + form + '\t' + one_of(lemmas) + '\t' + one_of(parts) + "\t_\t_\t0\troot\t_\t" + one_of(misc));
  }

  void add_comments() {
    static constexpr std::array<const char*, 4> speakers{"# speaker = Ann", "#speaker=Bo", "# speaker_id = Ann",
                                                         "# speaker_id = 雪"};
    static constexpr std::array<const char*, 6> others{"# text = It snowed.", "#",   "# newparagraph", "# sent_id = 3",
                                                       "# text_en = a = b",   "#\tx"};
    while (one_in(2)) line(one_of(others));
    if (shape_.documents && one_in(6)) line(one_in(3) ? "# newdoc" : "# newdoc id = d" + std::to_string(++documents_));
    if (one_in(5)) line(one_in(2) ? "# newpar" : "# newpar id = p1");
    if (speaking_ || one_in(20)) {
      speaking_ = !one_in(8);
      line(one_of(speakers));
    }
    while (one_in(3)) line(one_of(others));
  }

  void add_sentence() {
    add_comments();
    if (one_in(10)) row("0.1", form());
    const std::size_t words = 1 + random_() % (one_in(20) ? 300 : 12);
    std::size_t covered = 0;
    for (std::size_t word = 1; word <= words; ++word) {
      if (word > covered && word < words && one_in(6)) {
        covered = word + random_() % std::min<std::size_t>(3, words - word);
        row(std::to_string(word) + "-" + std::to_string(covered), form());
      }
      row(std::to_string(word), form());
      for (int node = 1; one_in(10); ++node) row(std::to_string(word) + "." + std::to_string(node), form());
    }
    line("");
    while (one_in(15)) line("");
  }

  std::mt19937& random_;
  ConlluShape shape_;
  std::string file_;
  std::size_t documents_ = 0;
  bool speaking_ = false;
};

inline std::string random_conllu(std::mt19937& random, const ConlluShape& shape) {
  return RandomConllu(random, shape).file();
}

}  // namespace corpus::testing
