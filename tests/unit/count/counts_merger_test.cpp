// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "corpus/count/counts_file.hpp"
#include "unit/text/scripted_source.hpp"
#include "written_counts.hpp"

namespace corpus::count {
namespace {

using corpus::testing::document_of;
using corpus::testing::problem_of;
using testing::written;

std::vector<std::unique_ptr<CountsReader>> open(const std::vector<std::string>& files) {
  std::vector<std::unique_ptr<CountsReader>> lists;
  for (const std::string& file : files) {
    Document document = document_of(file, {1000});
    document.name = std::to_string(lists.size()) + ".tsv";
    lists.push_back(std::make_unique<CountsReader>(std::move(document)));
  }
  return lists;
}

std::string merged(const std::vector<std::string>& files) {
  CountsMerger merger{open(files)};
  report::Capture capture;
  capture.output().write(format_header(merger.header()));
  while (const auto row = merger.next()) cmd::write_counts_row(capture.output(), row->type, row->freq, row->range);
  return capture.text();
}

TEST(CountsMerger, ByHand) {
  const std::string first = written(testing::count({{"a", "b", "a"}, {"b"}}));
  const std::string second = written(testing::count({{"b", "c"}}));
  CountsMerger merger{open({first, second})};
  EXPECT_EQ(merger.header().tokens, 6U);
  EXPECT_EQ(merger.header().documents, 3U);
  EXPECT_EQ(merger.header().cut, "none");
  const auto a = merger.next();
  ASSERT_TRUE(a);
  EXPECT_EQ(std::tuple(a->type, a->freq, a->range), std::tuple("a", 2U, 1U));
  const auto b = merger.next();
  ASSERT_TRUE(b);
  EXPECT_EQ(std::tuple(b->type, b->freq, b->range), std::tuple("b", 3U, 3U));
  const auto c = merger.next();
  ASSERT_TRUE(c);
  EXPECT_EQ(std::tuple(c->type, c->freq, c->range), std::tuple("c", 1U, 1U));
  EXPECT_FALSE(merger.next());
  EXPECT_FALSE(merger.next());
}

TEST(CountsMerger, TheSumIsWhatOneRunPrints) {
  std::mt19937 random(33);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::vector<std::string_view>> documents(random() % 12);
    for (auto& document : documents) document = testing::random_document(random() % 60, random);
    std::vector<std::vector<std::vector<std::string_view>>> parts(1 + random() % 5);
    for (const auto& document : documents) parts[random() % parts.size()].push_back(document);
    std::vector<std::string> files;
    files.reserve(parts.size());
    for (const auto& part : parts) files.push_back(written(testing::count(part)));
    const std::string expected = written(testing::count(documents));
    ASSERT_EQ(merged(files), expected);
    ASSERT_EQ(merged({merged(files)}), expected);
  }
}

TEST(CountsMerger, RefusesAListThatWasCut) {
  const FrequencyList list = testing::count({{"a", "a"}});
  const Problem problem = problem_of([&] { merged({written(list), written(list, {}, "min-freq=2")}); });
  EXPECT_EQ(problem.file, "1.tsv");
  EXPECT_NE(problem.cause.find("min-freq=2"), std::string::npos);
  EXPECT_FALSE(problem.hint.empty());
  EXPECT_EQ(problem_of([&] { merged({written(list, {}, "top=1")}); }).file, "0.tsv");  // even alone
}

TEST(CountsMerger, RefusesListsOfOtherRules) {
  const FrequencyList list = testing::count({{"a"}});
  std::vector<text::TokenizerOptions> others(6);
  others[0].types.letter_case = unicode::Case::keep;
  others[1].types.locale = unicode::CaseLocale::turkic;
  others[2].numbers = text::Numbers::drop;
  others[3].punctuation = text::Punctuation::keep;
  others[4].hyphens = text::Hyphens::join;
  others[5].stopwords = {"the"};
  for (const text::TokenizerOptions& other : others) {
    const Problem problem = problem_of([&] { merged({written(list), written(list), written(list, other)}); });
    EXPECT_EQ(problem.file, "2.tsv");
    EXPECT_NE(problem.cause.find("0.tsv"), std::string::npos);
    EXPECT_NO_THROW(merged({written(list, other), written(list, other)}));
  }
}

TEST(CountsMerger, AddsListsOfNgramsToTheirLike) {
  const std::string rules = rules_of({}) + "\tn=2";
  const auto list = [&](std::uint64_t windows, const std::string& rows) {
    return format_header({.tokens = 4, .documents = 1, .rules = rules, .windows = windows}) + rows;
  };
  EXPECT_EQ(merged({list(2, "a b\t2\t1\n"), list(3, "a b\t1\t1\nc d\t2\t1\n")}),
            format_header({.tokens = 8, .documents = 2, .rules = rules, .windows = 5}) + "a b\t3\t2\nc d\t2\t1\n");
  const std::string words = written(testing::count({{"a"}}));
  EXPECT_NE(problem_of([&] {
              merged({words, list(1, "a b\t1\t1\n")});
            }).cause.find("a list of n-grams"),
            std::string::npos);
  EXPECT_NE(problem_of([&] {
              merged({list(1, "a b\t1\t1\n"), words});
            }).cause.find("a list of types"),
            std::string::npos);
  const std::uint64_t most = UINT64_MAX;
  EXPECT_EQ(problem_of([&] {
              merged({list(most, "a b\t18446744073709551615\t1\n"), list(1, "a b\t1\t1\n")});
            }).file,
            "1.tsv");
}

TEST(CountsMerger, AMalformedRowIsAnErrorOfItsFile) {
  const FrequencyList list = testing::count({{"a", "b"}});
  std::string broken = written(list);
  broken.replace(broken.find("b\t1"), 3, "b\tx");
  const Problem problem = problem_of([&] { merged({written(list), broken}); });
  EXPECT_EQ(problem.file, "1.tsv");
  EXPECT_EQ(problem.line, 4U);
}

TEST(CountsMerger, RefusesWhatNoNumberHolds) {
  const std::string header = "\tdocuments=1\t" + rules_of({}) + "\tcut=none\ntype\tfreq\trange\n";
  const std::string most = "18446744073709551615";
  const std::string file = "#corpus-counts 1\ttokens=" + most + header + "a\t" + most + "\t1\n";
  EXPECT_EQ(merged({file}), file);
  EXPECT_EQ(problem_of([&] { merged({file, written(testing::count({{"a"}}))}); }).file, "1.tsv");
}

}  // namespace
}  // namespace corpus::count
