// SPDX-License-Identifier: MIT
#include "reference/text/made_conllu.hpp"

#include <array>

namespace corpus::reference {
namespace {

constexpr std::array<std::string_view, 4> kPunctuation{".", ",", "—", "“"};
constexpr std::array<SampleWord, 3> kWithSpaces{{{"New York", "new york"}, {"10 000", "10 000"}, {"etc.", "etc."}}};
constexpr std::array<SampleWord, 4> kTags{{{"NOUN", "noun"}, {"VERB", "verb"}, {"ADP", "adp"}, {"DET", "det"}}};
constexpr std::array<std::string_view, 4> kComments{"# text = 1\t2\t3 is no row", "# translation = Schnee", "#",
                                                    "# newpar"};
constexpr std::array<std::string_view, 3> kSpeakers{"# speaker = Ada", "# speaker_id = B", "# speaker = Ilse"};

class ConlluMaker {
 public:
  ConlluMaker(Dice& dice, text::Attribute attribute)
      : dice_(dice),
        attribute_(attribute),
        scribe_({.line_ends = dice.one_in(3) ? LineEnds::crlf : LineEnds::lf, .seed = dice.below(1000)}) {}

  MadeConllu make() {
    const bool parted = dice_.one_in(2);
    for (std::size_t left = parted ? dice_.between(1, 6) : 1; left > 0; --left) {
      made_.documents.emplace_back();
      if (parted) begin_document();
      const std::size_t sentences = dice_.one_in(100) ? 1500 : dice_.between(1, 8);
      for (std::size_t sentence = 0; sentence < sentences; ++sentence) make_sentence();
    }
    made_.bytes = scribe_.bytes();
    return std::move(made_);
  }

 private:
  void line(std::string_view text) {
    scribe_.write(text);
    scribe_.end_line();
  }

  void begin_document() {
    std::string& name = made_.documents.back().name;
    if (dice_.one_in(2)) {
      name = "doc-" + std::to_string(made_.documents.size()) + "x";
      line("# newdoc id = " + name);
    } else {
      name = std::to_string(made_.documents.size());
      line("# newdoc");
    }
    if (dice_.one_in(3)) line("# meta::genre = letters");
  }

  void make_sentence() {
    while (dice_.one_in(3)) line(dice_.pick(kComments));
    if (dice_.one_in(4)) line(dice_.pick(kSpeakers));
    std::size_t id = 0;
    if (dice_.one_in(12)) row("0.1", {"elided", ""}, {"elided", ""}, Shown::no);
    for (std::size_t left = dice_.between(1, 15); left > 0; --left) {
      const std::size_t kind = dice_.below(10);
      if (kind == 0) {
        row(std::to_string(++id), {dice_.pick(kPunctuation), ""}, {"_", ""}, Shown::no);
      } else if (kind == 1) {
        make_multiword(id);
      } else {
        const SampleWord word = kind == 2 ? dice_.pick(kWithSpaces) : dice_.pick(sample_words());
        row(std::to_string(++id), word, lemma_of(word), Shown::yes);
      }
      if (dice_.one_in(12)) row(std::to_string(id) + ".1", {"elided", ""}, {"elided", ""}, Shown::no);
    }
    scribe_.end_line();
  }

  SampleWord lemma_of(const SampleWord& word) {
    if (!dice_.one_in(4)) return dice_.pick(sample_words());
    return {"_", word.type};  // none is given: the form stands for it
  }

  /// A surface form, and two or three words it stands for.
  void make_multiword(std::size_t& id) {
    const std::size_t words = dice_.between(2, 3);
    const SampleWord surface = dice_.pick(sample_words());
    const bool forms = attribute_ == text::Attribute::form;
    const std::string range = std::to_string(id + 1) + "-" + std::to_string(id + words);
    const Mark begin = row(range, surface, {"_", ""}, forms ? Shown::yes : Shown::no);
    const std::uint64_t end = form_end_;
    for (std::size_t left = words; left > 0; --left) {
      const SampleWord word = dice_.pick(sample_words());
      const SampleWord lemma = lemma_of(word);
      row(std::to_string(++id), word, lemma, forms ? Shown::no : Shown::yes);
      if (forms) continue;
      MadeToken& token = made_.documents.back().tokens.back();
      token.form = surface.form;
      token.span = {begin.offset, end};
      token.place = begin.place;
    }
  }

  enum class Shown : std::uint8_t { no, yes };

  Mark row(std::string_view id, const SampleWord& form, const SampleWord& lemma, Shown shown) {
    const SampleWord tag = dice_.pick(kTags);
    scribe_.write(id);
    scribe_.write("\t");
    const Mark begin = scribe_.here();
    scribe_.write(form.form);
    form_end_ = scribe_.here().offset;
    scribe_.write("\t");
    scribe_.write(lemma.form);
    scribe_.write("\t");
    scribe_.write(tag.form);
    scribe_.write("\t_\t_\t_\t_\t_\t");
    line(dice_.one_in(5) ? "SpaceAfter=No" : dice_.one_in(5) ? "Gloss=a|SpaceAfter=No" : "_");
    if (shown == Shown::no) return begin;
    const std::string_view type = attribute_ == text::Attribute::form    ? form.type
                                  : attribute_ == text::Attribute::lemma ? lemma.type
                                                                         : tag.type;
    made_.documents.back().tokens.push_back(
        {std::string(form.form), std::string(type), {begin.offset, form_end_}, begin.place});
    return begin;
  }

  Dice& dice_;
  text::Attribute attribute_;
  Scribe scribe_;
  std::uint64_t form_end_ = 0;
  MadeConllu made_;
};

}  // namespace

MadeConllu make_conllu(Dice& dice, text::Attribute attribute) { return ConlluMaker{dice, attribute}.make(); }

}  // namespace corpus::reference
