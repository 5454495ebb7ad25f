// SPDX-License-Identifier: MIT
#include "corpus/io/table_records.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tables.hpp"

namespace corpus::io {
namespace {

using namespace std::string_literals;
using testing::bytes_of;
using testing::problem_of;
using Names = std::vector<std::string>;

std::unique_ptr<Records> open(const std::string& bytes, RecordOptions options = {}) {
  return open_records("a.csv", bytes_of(bytes), options);
}

/// The names in the header; none of JSON Lines.
Names names_of(const std::string& bytes, RecordOptions options = {}) {
  const auto records = open(bytes, std::move(options));
  return records->header() == nullptr ? Names{} : records->header()->names;
}

TEST(TableRecords, TheFormatIsToldByTheHeader) {
  EXPECT_EQ(names_of("id,text\n"), (Names{"id", "text"}));
  EXPECT_EQ(names_of("id\ttext\n"), (Names{"id", "text"}));
  EXPECT_EQ(names_of("id;text\n"), (Names{"id", "text"}));
  EXPECT_EQ(names_of("\r\n\"id\",\"the\ntext\"\n"), (Names{"id", "the\ntext"}));
  EXPECT_EQ(names_of(" \n{\"id\":1}\n"), Names{});
  EXPECT_EQ(names_of("\xFF\xFEi\0;\0j\0"s), (Names{"i", "j"}));
}

TEST(TableRecords, ALikelyNameOutweighsMoreNames) {
  EXPECT_EQ(names_of("text;a,b,c\n"), (Names{"text;a", "b", "c"}));
  EXPECT_EQ(names_of("text;a,b,c\n", {.likely = {"text"}}), (Names{"text", "a,b,c"}));
}

TEST(TableRecords, QuotesInATableWithTabsMakeItCsv) {
  const auto cell = [](const std::string& bytes, TableFormat format) {
    return open(bytes, {.format = format})->next()->fields.at(1).field.value;
  };
  EXPECT_EQ(cell("\"id\"\t\"text\"\n1\t\"a\tb\"\n", TableFormat::automatic), "a\tb");
  EXPECT_EQ(cell("id\ttext\n1\t\"a\"\n", TableFormat::automatic), "\"a\"");
  EXPECT_EQ(cell("id\ttext\n1\t\"a\tb\"\n", TableFormat::csv), "a\tb");
}

TEST(TableRecords, OneColumnIsCsv) {
  const auto records = open("text\n\"a, b\nc\"\nd\n");
  EXPECT_EQ(records->next()->fields.at(0).field.value, "a, b\nc");
  EXPECT_EQ(records->next()->line, 4U);
  EXPECT_EQ(records->next(), std::nullopt);
}

TEST(TableRecords, AFormatThatIsNamedHolds) {
  EXPECT_EQ(names_of("{a,b}\n", {.format = TableFormat::csv}), (Names{"{a", "b}"}));
  EXPECT_EQ(names_of("a,b\n", {.format = TableFormat::tsv}), (Names{"a,b"}));
  EXPECT_EQ(problem_of([] { open("a,b\n", {.format = TableFormat::jsonl})->next(); }).cause,
            "record 1 is no JSON object");
}

TEST(TableRecords, AnArrayIsTheWrongJson) {
  const Problem problem = problem_of([] { open("[{\"text\":\"a\"}]\n")->next(); });
  EXPECT_EQ(problem.cause, "record 1 is an array, not an object");
}

TEST(TableRecords, FieldsComeInTheOrderOfTheTable) {
  const auto records = open("b,a,\n1,2,3\n\n4,5,6\n");
  const auto first = records->next();
  ASSERT_TRUE(first);
  ASSERT_EQ(first->fields.size(), 2U);  // the column without a name is left out
  EXPECT_EQ(first->fields[0].field, (Field{"b", "1"}));
  EXPECT_EQ(first->fields[1].field, (Field{"a", "2"}));
  EXPECT_EQ(first->number, 1U);
  EXPECT_EQ(first->line, 2U);
  const auto second = records->next();
  EXPECT_EQ(second->number, 2U);
  EXPECT_EQ(second->line, 4U);
  EXPECT_FALSE(records->next());
}

TEST(TableRecords, ARowOfAnotherLength) {
  const auto records = open("a,b,c\n1,2,3\n\n4,5\n");
  records->next();
  const Problem few = problem_of([&] { records->next(); });
  EXPECT_EQ(few.file, "a.csv");
  EXPECT_EQ(few.line, 4U);
  EXPECT_EQ(few.cause, "record 2 has 2 fields, the header has 3");
  EXPECT_EQ(problem_of([] { open("a,b\n1,2,3\n")->next(); }).cause, "record 1 has 3 fields, the header has 2");
  EXPECT_EQ(problem_of([] { open("a,b\n1\n")->next(); }).cause, "record 1 has 1 field, the header has 2");
  const Problem quoted = problem_of([] { open("a\tb\n1\t\"x\ty\"\n")->next(); });
  EXPECT_EQ(quoted.hint, "quotes mean nothing in TSV; --table csv, if they should");
  EXPECT_EQ(problem_of([] { open("a,b\n\"\"\"x\"\"\"\n")->next(); }).hint, "");
  EXPECT_EQ(problem_of([] { open("text\na, b\n")->next(); }).hint, "--table tsv, if it has one column");
}

TEST(TableRecords, ANameTwice) {
  const Problem problem = problem_of([] { open("\na,b,a\n"); });
  EXPECT_EQ(problem.line, 2U);
  EXPECT_EQ(problem.cause, "two columns are named 'a'");
  EXPECT_EQ(names_of("a,,\n"), (Names{"a", "", ""}));
}

TEST(TableRecords, NoHeader) {
  EXPECT_EQ(problem_of([] { open(""); }).cause, "the table is empty: it has no header");
  EXPECT_EQ(problem_of([] { open("\n\r\n"); }).cause, "the table is empty: it has no header");
  EXPECT_EQ(problem_of([] { open("\"a\n"); }).cause, "the quote that begins cell 1 is never closed");
}

TEST(TableRecords, TheHintNamesTheFields) {
  EXPECT_EQ(fields_hint({"id", "text", "year"}, "txt"), "did you mean 'text'? the fields are id, text, year");
  EXPECT_EQ(fields_hint({"id", "year"}, "speech"), "the fields are id, year");
  EXPECT_EQ(fields_hint({}, "speech"), "it has no fields");
  const std::string many = fields_hint(Names(23, "x"), "speech");
  EXPECT_TRUE(many.ends_with("x, x and 3 more")) << many;
}

}  // namespace
}  // namespace corpus::io
