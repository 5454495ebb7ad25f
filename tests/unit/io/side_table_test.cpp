// SPDX-License-Identifier: MIT
#include "corpus/io/side_table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "tables.hpp"

namespace corpus::io {
namespace {

using namespace std::string_literals;
using testing::bytes_of;
using testing::problem_of;

SideTable table_of(const std::string& bytes, SideTableOptions options = {}) {
  return SideTable("meta.csv", bytes_of(bytes), options);
}

TEST(SideTable, JoinsByTheEndOfTheName) {
  SideTable table = table_of("doc,year\na.txt,2019\n2020/b.txt,2020\n7,2021\n");
  EXPECT_EQ(table.fields_of("a.txt"), (Metadata{{"year", "2019"}}));
  EXPECT_EQ(table.fields_of("x/2020/b.txt"), (Metadata{{"year", "2020"}}));
  EXPECT_EQ(table.fields_of("x/t.csv!7"), (Metadata{{"year", "2021"}}));
  for (const char* const name : {"a.txt", "x/2020/b.txt", "x/t.csv!7"}) table.claim(name);
  EXPECT_EQ(table.unmatched(), std::nullopt);
  for (const char* const name : {"xa.txt", "x/b.txt", "x/7/", ""}) {
    EXPECT_EQ(table.fields_of(name), std::nullopt) << name;
    EXPECT_NO_THROW(table.claim(name)) << name;
  }
}

TEST(SideTable, TheFieldDocOrTheFirstNamesTheDocument) {
  EXPECT_EQ(table_of("year,doc\n2019,a.txt\n").fields_of("a.txt"), (Metadata{{"year", "2019"}}));
  EXPECT_EQ(table_of("file;year\na.txt;2019\n").fields_of("a.txt"), (Metadata{{"year", "2019"}}));
  EXPECT_EQ(table_of("file\tyear\tby\na.txt\t\tK\n").fields_of("a.txt"), (Metadata{{"year", ""}, {"by", "K"}}));
  SideTable json =
      table_of("{\"year\":2019,\"doc\":\"a.txt\",\"x\":null}\n{\"file\":\"b.txt\",\"by\":{\"name\":\"K\"}}\n");
  EXPECT_EQ(json.fields_of("a.txt"), (Metadata{{"year", "2019"}}));
  EXPECT_EQ(json.fields_of("b.txt"), (Metadata{{"by.name", "K"}}));
}

TEST(SideTable, InAnyEncoding) {
  EXPECT_EQ(table_of("doc,by\na,\xE9\n", {.encoding = "latin1"}).fields_of("a"), (Metadata{{"by", "é"}}));
  EXPECT_EQ(problem_of([] { table_of("doc,by\na,\xE9\n"); }).line, 2U);
}

TEST(SideTable, RowsWithoutADocument) {
  SideTable table = table_of("doc,year\na,1\nb,2\n\nc,3\n");
  ASSERT_TRUE(table.unmatched());
  std::ignore = table.fields_of("c");  // to look is not to claim
  table.claim("a");
  table.claim("d");
  EXPECT_EQ(table.unmatched()->what(),
            "meta.csv:3: a row for 'b', which is no document's name; 2 rows are so, on the lines 3, 5 "
            "(hint: a document without a row is d)"s);
  table.claim("b");
  EXPECT_EQ(table.unmatched()->problem().cause, "a row for 'c', which is no document's name");
  table.claim("c");
  EXPECT_EQ(table.unmatched(), std::nullopt);
  EXPECT_TRUE(table_of("d\n1\n2\n3\n4\n5\n6\n7\n")
                  .unmatched()
                  ->problem()
                  .cause.ends_with("7 rows are so, on the lines 2, 3, 4, 5, 6 …"));
}

TEST(SideTable, ARowIsForOneDocument) {
  SideTable table = table_of("doc,year\na.txt,1\n");
  table.claim("x/a.txt");
  table.claim("x/a.txt");  // again
  EXPECT_EQ(table.fields_of("y/a.txt"), (Metadata{{"year", "1"}}));
  const Problem problem = problem_of([&] { table.claim("y/a.txt"); });
  EXPECT_EQ(problem.file, "meta.csv");
  EXPECT_EQ(problem.line, 2U);
  EXPECT_EQ(problem.cause, "a row for two documents, x/a.txt and y/a.txt");
}

TEST(SideTable, ADocumentHasOneRow) {
  SideTable table = table_of("doc,year\nx/a.txt,1\nb,2\na.txt,3\n");
  const Problem problem = problem_of([&] { std::ignore = table.fields_of("x/a.txt"); });
  EXPECT_EQ(problem.line, 4U);
  EXPECT_EQ(problem.cause, "a second row for x/a.txt, the first is on line 2");
  EXPECT_EQ(problem_of([&] { table.claim("x/a.txt"); }).cause, problem.cause);
  const Problem same = problem_of([] { table_of("doc,year\na,1\nb,2\na,3\n"); });
  EXPECT_EQ(same.line, 4U);
  EXPECT_EQ(same.cause, "a second row for 'a', the first is on line 2");
}

TEST(SideTable, MalformedTables) {
  EXPECT_EQ(problem_of([] { table_of(""); }).cause, "the table is empty: it has no header");
  EXPECT_EQ(problem_of([] { table_of("doc,year\n"); }).cause, "the table has no records");
  EXPECT_EQ(problem_of([] { table_of("doc,year\na,1\n,2\n"); }).cause,
            "record 2 does not say which document it is about");
  EXPECT_EQ(problem_of([] { table_of("{}\n"); }).cause, "record 1 does not say which document it is about");
  EXPECT_EQ(problem_of([] { table_of("doc,year\na\n"); }).cause, "record 1 has 1 field, the header has 2");
}

TEST(SideTable, ManyRows) {
  std::string bytes = "doc,n\n";
  for (int i = 0; i < 100000; ++i) bytes += std::to_string(i) + ".txt," + std::to_string(i) + "\n";
  SideTable table = table_of(bytes);
  for (int i = 0; i < 100000; ++i) {
    const std::string n = std::to_string(i);
    ASSERT_EQ(table.fields_of("some/folder/with/parts/" + n + ".txt"), (Metadata{{"n", n}}));
    table.claim("some/folder/with/parts/" + n + ".txt");
  }
  EXPECT_EQ(table.unmatched(), std::nullopt);
}

}  // namespace
}  // namespace corpus::io
