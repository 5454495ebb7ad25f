// SPDX-License-Identifier: MIT
#include "corpus/count/counts_file.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "unit/text/scripted_source.hpp"
#include "written_counts.hpp"

namespace corpus::count {
namespace {

using corpus::testing::document_of;
using corpus::testing::problem_of;
using testing::written;

const std::string rules =
    "tokenizer=word@1\tcase=fold\tlocale=root\tnumbers=keep\tpunctuation=drop\thyphens=split\tstopwords=none";

std::string header(const std::string& counts, const std::string& cut = "none") {
  return "#corpus-counts 1\t" + counts + "\t" + rules + "\tcut=" + cut + "\ntype\tfreq\trange\n";
}

const std::string small_file = header("tokens=6\tdocuments=2") + "\\t\t1\t1\n\\\\\t2\t2\nsnow\t3\t1\n";

std::vector<CountsRow> read_all(CountsReader& reader) {
  std::vector<CountsRow> rows;
  while (auto row = reader.next()) rows.push_back(std::move(*row));
  return rows;
}

Problem problem_in(const std::string& file, const std::vector<std::size_t>& sizes = {}) {
  return problem_of([&] {
    CountsReader reader{document_of(file, sizes)};
    (void)read_all(reader);
  });
}

TEST(CountsFile, TheHeaderByHand) {
  EXPECT_EQ(rules_of({}), rules);
  EXPECT_EQ(format_header({6, 2, rules, "none"}), header("tokens=6\tdocuments=2"));
  EXPECT_EQ(rules_of({.types = {.letter_case = unicode::Case::keep, .locale = unicode::CaseLocale::turkic},
                      .numbers = text::Numbers::drop,
                      .punctuation = text::Punctuation::keep,
                      .hyphens = text::Hyphens::join}),
            "tokenizer=word@1\tcase=keep\tlocale=turkic\tnumbers=drop\tpunctuation=keep\thyphens=join\tstopwords=none");
}

TEST(CountsFile, NamesHowTextsWereReadWhereItIsNotAsUsual) {
  EXPECT_EQ(rules_of({}, {.layout = {.layout = text::LayoutChoice::plain}}), rules + "\tlayout=plain");
  EXPECT_EQ(rules_of({}, {.layout = {.layout = text::LayoutChoice::wrapped,
                                     .dehyphenate = text::Dehyphenate::never,
                                     .running_lines = text::RunningLines::keep},
                          .turns = text::Turns::without_labels,
                          .attribute = text::Attribute::upos}),
            rules + "\tlayout=wrapped\tdehyphenate=never\trunning-lines=keep\tlabels=drop\tattribute=upos");
  const text::TypeSet one{"one"};
  const text::TypeSet two{"two"};
  EXPECT_NE(rules_of({}, {.layout = {.lexicon = &one}}), rules_of({}, {.layout = {.lexicon = &two}}));
}

TEST(CountsFile, StopwordsHaveAFingerprint) {
  const auto with = [](text::TypeSet words) {
    text::TokenizerOptions options;
    options.stopwords = std::move(words);
    return rules_of(options);
  };
  EXPECT_EQ(with({"the", "of"}), with({"of", "the"}));
  EXPECT_NE(with({"the", "of"}), with({"the", "or"}));
  EXPECT_NE(with({"the"}), with({"the", "of"}));
  EXPECT_NE(with({"ab", "c"}), with({"a", "bc"}));
  EXPECT_NE(with({"the"}), rules_of({}));
  // FNV-1a of "a\n", by its definition: ((basis ^ 61) * prime ^ 0A) * prime modulo 2^64.
  EXPECT_NE(with({"a"}).find("\tstopwords=1:089bdc07b544e7b2"), std::string::npos) << with({"a"});
}

TEST(CountsFile, ReadsByHand) {
  for (const std::size_t size : {1U, 7U, 100000U}) {
    CountsReader reader{document_of(small_file, {size})};
    EXPECT_EQ(reader.name(), "a.txt");
    EXPECT_EQ(reader.header().tokens, 6U);
    EXPECT_EQ(reader.header().documents, 2U);
    EXPECT_EQ(reader.header().rules, rules);
    EXPECT_EQ(reader.header().cut, "none");
    const auto rows = read_all(reader);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].type, "\t");
    EXPECT_EQ(rows[1].type, "\\");
    EXPECT_EQ(rows[1].freq, 2U);
    EXPECT_EQ(rows[1].range, 2U);
    EXPECT_EQ(rows[2].type, "snow");
    EXPECT_FALSE(reader.next());
  }
}

TEST(CountsFile, ListsOfNgramsSayHowManyThereAre) {  // which is what frequencies add up to, not the tokens
  const std::string ngrams = rules + "\tn=2";
  const std::string start = format_header({.tokens = 5, .documents = 1, .rules = ngrams, .windows = 3});
  EXPECT_EQ(start, "#corpus-counts 1\ttokens=5\tdocuments=1\twindows=3\t" + ngrams + "\tcut=none\ntype\tfreq\trange\n");
  CountsReader reader{document_of(start + "a b\t2\t1\nb a\t1\t1\n", {7})};
  EXPECT_EQ(reader.header().windows, 3U);
  EXPECT_EQ(reader.header().rules, ngrams);
  EXPECT_EQ(read_all(reader).size(), 2U);

  EXPECT_EQ(problem_in(start + "a b\t2\t1\n").line, 3U);  // not whole
  EXPECT_EQ(problem_in(start + "a b\t4\t1\n").line, 3U);  // more than there are
  for (const char* const windows : {"windows=", "windows=x", "windows=-1", "windows=3\twindows=3"}) {
    const std::string first = "#corpus-counts 1\ttokens=5\tdocuments=1\t" + std::string(windows) + "\t";
    EXPECT_EQ(problem_in(first + ngrams + "\tcut=none\ntype\tfreq\trange\n").line, 1U) << windows;
  }
  EXPECT_EQ(problem_in("#corpus-counts 1\ttokens=5\tdocuments=1\twindows=3\tcut=none\ntype\tfreq\trange\n").line, 1U);
}

TEST(CountsFile, WhatIsWrittenIsRead) {
  std::mt19937 random(32);
  for (int round = 0; round < 100; ++round) {
    std::vector<std::vector<std::string_view>> documents(random() % 4);
    for (auto& document : documents) document = testing::random_document(random() % 300, random);
    const FrequencyList list = testing::count(documents);
    CountsReader reader{document_of(written(list), {1 + random() % 50})};
    EXPECT_EQ(reader.header().tokens, list.tokens);
    EXPECT_EQ(reader.header().documents, list.documents);
    const auto rows = read_all(reader);
    ASSERT_EQ(rows.size(), list.entries.size());
    for (const CountsRow& row : rows) {
      const auto id = list.types.find(row.type);
      ASSERT_TRUE(id);
      EXPECT_EQ(row.freq, list.entries[*id].freq);
      EXPECT_EQ(row.range, list.entries[*id].range);
    }
  }
}

TEST(CountsFile, LongTypes) {  // longer than any buffer
  const std::string longest(100000, 'x');
  CountsReader reader{document_of(header("tokens=1\tdocuments=1") + longest + "\t1\t1\n", {999})};
  EXPECT_EQ(read_all(reader).at(0).type, longest);
}

TEST(CountsFile, AListThatWasCutSaysSo) {
  CountsReader reader{document_of(header("tokens=600\tdocuments=2", "min-freq=2 top=20") + "snow\t3\t1\n")};
  EXPECT_EQ(reader.header().cut, "min-freq=2 top=20");
  EXPECT_EQ(read_all(reader).size(), 1U);
}

TEST(CountsFile, WhatACutSaysCannotBreakTheHeader) {  // a pattern is what a user typed
  const std::string cut = "match=a\tb\nc\\d\re";
  CountsReader reader{document_of(format_header({0, 0, rules, cut}))};
  EXPECT_EQ(reader.header().cut, cut);
  EXPECT_EQ(reader.header().rules, rules);
}

TEST(CountsFile, AMalformedHeaderIsAnError) {
  const std::string columns = "type\tfreq\trange\n";
  const std::string good = "tokens=0\tdocuments=0\t" + rules + "\tcut=none\n";
  const std::vector<std::string> first_lines = {
      "",
      "\n",
      "snow\t1\t1\n",
      "#corpus-count 1\t" + good,
      "\xEF\xBB\xBF#corpus-counts 1\t" + good,
      "#corpus-counts 2\t" + good,
      "#corpus-counts \t" + good,
      "#corpus-counts 1 \t" + good,
      "#corpus-counts 1\n",
      "#corpus-counts 1\ttokens=0\tdocuments=0\n",
      "#corpus-counts 1\ttokens=0\tdocuments=0\tcut=none\n",
      "#corpus-counts 1\tdocuments=0\ttokens=0\t" + rules + "\tcut=none\n",
      "#corpus-counts 1\ttokens=\tdocuments=0\t" + rules + "\tcut=none\n",
      "#corpus-counts 1\ttokens=-1\tdocuments=0\t" + rules + "\tcut=none\n",
      "#corpus-counts 1\ttokens=1.0\tdocuments=0\t" + rules + "\tcut=none\n",
      "#corpus-counts 1\ttokens=18446744073709551616\tdocuments=0\t" + rules + "\tcut=none\n",
      "#corpus-counts 1\ttokens=0\tdocuments=x\t" + rules + "\tcut=none\n",
      "#corpus-counts 1\ttokens=0\tdocuments=0\t" + rules + "\n",
      "#corpus-counts 1\ttokens=0\tdocuments=0\tcase=fold\tcut=none\n",
      "#corpus-counts 1\ttokens=0\tdocuments=0\t" + rules + "\tcut=none\\x\n",
      "#corpus-counts 1\ttokens=0\tdocuments=0\t" + rules + "\tcut=none\r\n"};
  for (const std::string& first : first_lines) {
    const Problem problem = problem_in(first + (first.ends_with("\r\n") ? "type\tfreq\trange\r\n" : columns));
    EXPECT_EQ(problem.file, "a.txt") << first;
    EXPECT_TRUE(problem.line == 1 || first.ends_with("\r\n")) << first << problem.line;
    EXPECT_FALSE(problem.hint.empty());
  }
  for (const char* const second : {"type\tfreq\n", "type freq range\n", "type\tfreq\trange\tarf\n", "snow\t1\t1\n"}) {
    EXPECT_EQ(problem_in("#corpus-counts 1\t" + good + second).line, 2U) << second;
  }
}

TEST(CountsFile, AMalformedRowIsAnErrorInItsLine) {
  const std::string start = header("tokens=100\tdocuments=10") + "b\t50\t5\n";
  for (const char* const row : {"c\t50\n",
                                "c\n",
                                "\n",
                                "c\t50\t5\t\n",
                                "c\t50\t5\t1\n",
                                "c\t\t5\n",
                                "c\t50\t\n",
                                "c\tx\t5\n",
                                "c\t50\t5x\n",
                                "c\t-50\t5\n",
                                "c\t+50\t5\n",
                                "c\t 50\t5\n",
                                "c\t50.0\t5\n",
                                "c\t99999999999999999999\t5\n",
                                "c\t50\t5\r\n",
                                "c\t50\t0\n",
                                "c\t0\t0\n",
                                "c\t3\t4\n",
                                "c\t50\t11\n",  // a range that does not fit
                                "a\t50\t5\n",
                                "b\t50\t5\n",
                                "\t50\t5\n",  // no order, or twice
                                "c\t51\t5\n",
                                "c\t18446744073709551615\t5\n",  // more than all tokens
                                "c\\\t50\t5\n",
                                "c\\x\t50\t5\n",
                                "c\\T\t50\t5\n",  // no such escape
                                "c\xFF\t50\t5\n",
                                "\xED\xA0\x80\t50\t5\n",
                                "\xE2\x82\t50\t5\n"}) {
    const Problem problem = problem_in(start + row);
    EXPECT_EQ(problem.file, "a.txt") << row;
    EXPECT_EQ(problem.line, 4U) << row << problem.cause;
  }
  const Problem missing = problem_in(start + "c\t49\t5\n");
  EXPECT_NE(missing.cause.find("not whole"), std::string::npos);
  EXPECT_NE(missing.cause.find("99"), std::string::npos);
  EXPECT_EQ(problem_in(start + "c\t50\t5").cause, "the last line does not end");
}

TEST(CountsFile, TheOrderIsThatOfCodePoints) {  // where UTF-16 and signed bytes have others
  const std::string rows = "a\t1\t1\né\t1\t1\n\uFFFD\t1\t1\n😀\t1\t1\n";
  CountsReader reader{document_of(header("tokens=4\tdocuments=1") + rows)};
  EXPECT_EQ(read_all(reader).size(), 4U);
}

TEST(CountsFile, AFileThatWasTruncatedAnywhereIsAnError) {
  for (std::size_t size = 0; size < small_file.size(); ++size) {
    const Problem problem = problem_in(small_file.substr(0, size), {1 + size % 5});
    EXPECT_GE(problem.line, 1U) << size;
    EXPECT_EQ(problem.file, "a.txt") << size;
  }
}

}  // namespace
}  // namespace corpus::count
