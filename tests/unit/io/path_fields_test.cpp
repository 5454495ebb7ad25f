// SPDX-License-Identifier: MIT
#include "corpus/io/path_fields.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <string>
#include <string_view>

#include "tables.hpp"

namespace corpus::io {
namespace {

using testing::problem_of;

/// `year=2020 id=7`, or `-` where the name does not match.
std::string match(std::string_view pattern, std::string_view name) {
  const auto fields = PathFields::parse(pattern).fields_of(name);
  if (!fields) return "-";
  std::string shown;
  for (const Field& field : *fields) shown += (shown.empty() ? "" : " ") + field.name + "=" + field.value;
  return shown;
}

TEST(PathFields, AreTakenFromTheEndOfTheName) {
  EXPECT_EQ(match("{year}/{outlet}_{id}.txt", "news/2020/daily_17.txt"), "year=2020 outlet=daily id=17");
  EXPECT_EQ(match("{year}/{outlet}_{id}.txt", "2020/daily_17.txt"), "year=2020 outlet=daily id=17");
  EXPECT_EQ(match("{year}/{outlet}_{id}.txt", "daily_17.txt"), "-");
  EXPECT_EQ(match("{year}/{outlet}_{id}.txt", "2020/daily_17.txt.gz"), "-");
  EXPECT_EQ(match("{year}/{outlet}_{id}.txt", "2020/daily17.txt"), "-");
  EXPECT_EQ(match("{id}.txt", "a.txt"), "id=a");
  EXPECT_EQ(match("d/{id}.txt", "bad/a.txt"), "-");
  EXPECT_EQ(match("d/{id}.txt", "b/d/a.txt"), "id=a");
  EXPECT_EQ(match("/d/{id}.txt", "/d/a.txt"), "id=a");
  EXPECT_EQ(match("/d/{id}.txt", "/b/d/a.txt"), "-");
}

TEST(PathFields, InContainers) {
  EXPECT_EQ(match("{year}/{id}.txt", "x/a.tar!2020/7.txt"), "year=2020 id=7");
  EXPECT_EQ(match("{id}.txt", "a.zip!7.txt"), "id=7");
  EXPECT_EQ(match("{year}.csv!{}", "x/2020.csv!17"), "year=2020");
  EXPECT_EQ(match("{id}.txt", "x/Yahoo!.txt"), "id=Yahoo!");
  EXPECT_EQ(match("{a}!{b}", "x!y!z"), "a=y b=z");
}

TEST(PathFields, TakeAsLittleAsTheyCan) {
  EXPECT_EQ(match("{a}_{b}.txt", "x_y_z.txt"), "a=x b=y_z");
  EXPECT_EQ(match("{a}_{b}", "__x"), "a=_ b=x");
  EXPECT_EQ(match("{a}_{b}", "_x"), "-");
  EXPECT_EQ(match("{a}_{b}", "x_"), "-");
  EXPECT_EQ(match("{a}.{b}", "a.b/c.d"), "a=c b=d");
  EXPECT_EQ(match("{a}", ""), "-");
  EXPECT_EQ(match("{a}", "x/"), "-");
}

TEST(PathFields, SomeAreNotKept) {
  EXPECT_EQ(match("{}/{_}-{id}.{}", "x/y-7.txt"), "id=7");
  EXPECT_EQ(match("{{{id}}}", "{7}"), "id=7");
  EXPECT_EQ(match("é{jahr}ß", "x/é2020ß"), "jahr=2020");
}

TEST(PathFields, MalformedTemplates) {
  const auto problem = [](std::string_view pattern) {
    const Problem found = problem_of([&] { PathFields::parse(pattern); });
    EXPECT_EQ(found.line, 0U);
    return std::to_string(found.column) + ": " + found.cause;
  };
  EXPECT_EQ(problem("é/{year"), "3: a { without a }");
  EXPECT_EQ(problem("{a/b}"), "1: a { without a }");
  EXPECT_EQ(problem("{a{b}"), "1: a { without a }");
  EXPECT_EQ(problem("{a}}"), "4: a } without a {");
  EXPECT_EQ(problem("{a}{b}"), "4: two fields with nothing between them: where does the first end?");
  EXPECT_EQ(problem("{a}/x{a}"), "6: the field a stands twice in the template");
  EXPECT_EQ(problem("*.txt"), "1: the template names no field");
  EXPECT_EQ(problem("{}"), "1: the template names no field");
  EXPECT_EQ(problem(""), "1: the template names no field");
  EXPECT_EQ(match("{a}_{}_{_}", "x_y_z"), "a=x");
}

/// Whether the rest of the template matches the rest of the name, by trying every length of every field, short ones
/// first. Fields are capital letters.
bool try_all(std::string_view pattern, std::string_view name, std::string& found) {
  if (pattern.empty()) return name.empty();
  if (pattern[0] < 'A' || pattern[0] > 'Z') {
    return !name.empty() && name[0] == pattern[0] && try_all(pattern.substr(1), name.substr(1), found);
  }
  for (std::size_t size = 1; size <= name.size() && name[size - 1] != '/'; ++size) {
    std::string rest;
    if (!try_all(pattern.substr(1), name.substr(size), rest)) continue;
    found = std::string(1, pattern[0]) + "=" + std::string(name.substr(0, size)) + (rest.empty() ? "" : " ") + rest;
    return true;
  }
  return false;
}

TEST(PathFields, AsTryingAllReadsThem) {
  std::mt19937 random(5);
  int matched = 0;
  for (int round = 0; round < 100000; ++round) {
    std::string simple;
    std::string pattern;
    for (char field = 'A'; field < 'D'; ++field) {
      const std::string before = testing::random_of(random, {"/", "_", "x", "!"}, 2) + (field == 'A'        ? ""
                                                                                        : random() % 2 == 0 ? "_"
                                                                                                            : "/");
      simple += before + field;
      pattern += before + "{" + field + "}";
    }
    const std::string name = testing::random_of(random, {"x", "y", "_", "_", "/", "!"}, 12);
    std::string expected = "-";
    for (std::size_t begin = name.size() + 1; begin-- > 0 && expected == "-";) {
      if (begin > 0 && name[begin - 1] != '/' && name[begin - 1] != '!') continue;
      std::string found;
      if (try_all(simple, std::string_view(name).substr(begin), found)) expected = found;
    }
    ASSERT_EQ(match(pattern, name), expected) << pattern << " on " << name;
    matched += expected == "-" ? 0 : 1;
  }
  EXPECT_GT(matched, 500);
}

TEST(PathFields, LongNames) {
  const std::string name(1 << 20, '_');
  EXPECT_EQ(match("{a}_x{b}_x{c}_x{d}.txt", name), "-");
  EXPECT_EQ(PathFields::parse("{a}_{b}").fields_of(name)->at(1).value.size(), name.size() - 2);
}

}  // namespace
}  // namespace corpus::io
