// SPDX-License-Identifier: MIT
#include "corpus/io/table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/io/documents.hpp"
#include "scratch.hpp"
#include "tables.hpp"

namespace corpus::io {
namespace {

using namespace std::string_literals;
using testing::bytes_of;

struct Read {
  std::string name;
  std::string text;
  Metadata metadata;

  bool operator==(const Read&) const = default;
};

testing::Taken<Read> read(const std::string& bytes, TableOptions options = {.text_field = "text"},
                          std::vector<std::size_t> sizes = {}) {
  std::unique_ptr<DocumentStream> table;
  return testing::take_all<Read>([&]() -> std::optional<Read> {
    if (!table) table = open_table("d/a.csv", bytes_of(bytes, sizes), options);
    auto document = table->next();
    if (!document) return std::nullopt;
    EXPECT_EQ(document->start, Place{});
    EXPECT_EQ(document->offset, 0U);
    EXPECT_EQ(document->kind, DocumentKind::text);
    return Read{document->name, testing::read_all(*document->bytes), document->metadata};
  });
}

std::string error_of(const std::string& bytes, TableOptions options = {.text_field = "text"}) {
  const auto taken = read(bytes, std::move(options));
  EXPECT_TRUE(taken.problem);
  return taken.problem ? Error{*taken.problem}.what() : "";
}

TEST(Table, ADocumentForEachRecord) {
  const std::vector<Read> expected{{"d/a.csv!1", "Hello, \"you\"\nthere", {{"id", "x7"}, {"year", "2020"}}},
                                   {"d/a.csv!2", "", {{"id", "x8"}, {"year", ""}}}};
  const auto csv = read("id,text,year\nx7,\"Hello, \"\"you\"\"\nthere\",2020\nx8,,\n");
  EXPECT_FALSE(csv.problem);
  EXPECT_EQ(csv.items, expected);
  const auto tsv = read("id\ttext\tyear\nx7\tHello, \"you\"\\nthere\t2020\nx8\t\t\n");
  EXPECT_FALSE(tsv.problem);
  EXPECT_EQ(tsv.items, expected);
  const auto json = read(R"({"id":"x7","text":"Hello, \"you\"\nthere","year":2020})"
                         "\n"
                         R"({"id":"x8","text":"","year":""})");
  EXPECT_FALSE(json.problem);
  EXPECT_EQ(json.items, expected);
}

TEST(Table, TheIdNamesTheDocument) {
  const auto [documents, problem] = read("text,id\na,x\nb,y z\n", {.text_field = "text", .id_field = "id"});
  EXPECT_FALSE(problem);
  EXPECT_EQ(documents, (std::vector<Read>{{"d/a.csv!x", "a", {{"id", "x"}}}, {"d/a.csv!y z", "b", {{"id", "y z"}}}}));
  const auto json = read(R"({"text":"a","m":{"id":17,"no":null}})", {.text_field = "text", .id_field = "m.id"});
  EXPECT_EQ(json.items, (std::vector<Read>{{"d/a.csv!17", "a", {{"m.id", "17"}}}}));
}

TEST(Table, BytesCanBeRewound) {
  const auto table = open_table("a.csv", bytes_of("text\nhello\n"), {.text_field = "text"});
  auto document = table->next();
  EXPECT_EQ(testing::read_all(*document->bytes), "hello");
  EXPECT_TRUE(document->bytes->rewind());
  EXPECT_EQ(testing::read_all(*document->bytes), "hello");
  EXPECT_FALSE(table->next());
  EXPECT_FALSE(table->next());
}

TEST(Table, TextIsUtf8WhateverTheTableIs) {
  const TableOptions latin{.text_field = "text", .encoding = "latin1"};
  EXPECT_EQ(read("text\nna\xEFve\n", latin).items.at(0).text, "naïve");
  EXPECT_EQ(read("\xFE\xFF\0t\0e\0x\0t\0\n\0\xE9\0\n"s, {.text_field = "text"}, {1}).items.at(0).text, "é");
  const auto [documents, problem] = read("text\na\n\xE9\n");
  EXPECT_EQ(documents.size(), 1U);
  ASSERT_TRUE(problem);
  EXPECT_EQ(Error{*problem}.what(),
            "d/a.csv:3:1: byte 0xE9 is not valid UTF-8 (hint: --encoding windows-1252, or --invalid replace)"s);
  const TableOptions replacing{.text_field = "text", .invalid = unicode::OnInvalid::replace};
  EXPECT_EQ(read("text\n\xE9\n", replacing).items.at(0).text, "\uFFFD");
}

TEST(Table, AFieldThatIsNotThere) {
  EXPECT_EQ(error_of("\nid,txt\n1,a\n"),
            "d/a.csv:2: the table has no field 'text' (hint: did you mean 'txt'? the fields are id, txt)");
  EXPECT_EQ(error_of("id,text\n1,a\n", {.text_field = "text", .id_field = "name"}),
            "d/a.csv:1: the table has no field 'name' (hint: the fields are id, text)");
  EXPECT_EQ(error_of("{\"text\":\"a\"}\n\n{\"id\":1,\"body\":\"x\"}\n"),
            "d/a.csv:3: record 2 has no field 'text' (hint: the fields are id, body)");
  EXPECT_EQ(error_of("{\"text\":\"a\"}\n", {.text_field = "text", .id_field = "id"}),
            "d/a.csv:1: record 1 has no field 'id' (hint: the fields are text)");
  // The text field comes first: an empty record has none.
  EXPECT_EQ(error_of("{}\n"), "d/a.csv:1: record 1 has no field 'text' (hint: it has no fields)");
}

TEST(Table, ATextThatIsNone) {
  EXPECT_EQ(error_of("{\"text\":null}"), "d/a.csv:1: record 1 has null for the text 'text', not a string");
  EXPECT_EQ(error_of("{\"text\":5}"), "d/a.csv:1: record 1 has a number for the text 'text', not a string");
  EXPECT_EQ(error_of("{\"text\":true}"), "d/a.csv:1: record 1 has a boolean for the text 'text', not a string");
  EXPECT_EQ(error_of("{\"text\":[\"a\"]}"), "d/a.csv:1: record 1 has an array for the text 'text', not a string");
  EXPECT_EQ(error_of("{\"text\":{\"a\":\"b\"}}"),
            "d/a.csv:1: record 1 has no field 'text' (hint: the fields are text.a)");
  EXPECT_EQ(error_of("{\"text\":\"a\\u0000b\"}"), "d/a.csv:1: record 1 has a NUL character in the text 'text'");
}

TEST(Table, IdsAreThereAndOnlyOnce) {
  const TableOptions options{.text_field = "text", .id_field = "id"};
  EXPECT_EQ(error_of("id,text\nx,a\ny,b\nx,c\n", options), "d/a.csv:4: record 3 has the id 'x' of record 1");
  EXPECT_EQ(error_of("id,text\n,a\n", options), "d/a.csv:2: record 1 has an empty id 'id'");
  EXPECT_EQ(error_of("{\"id\":null,\"text\":\"\"}", options), "d/a.csv:1: record 1 has null for the id 'id'");
  EXPECT_EQ(error_of("{\"id\":[1],\"text\":\"\"}", options), "d/a.csv:1: record 1 has an array for the id 'id'");
  EXPECT_EQ(read("id,text\nx,a\ny,b\nx,c\n", options).items.size(), 2U);
}

TEST(Table, WithoutRecords) {
  EXPECT_EQ(error_of(""), "d/a.csv: the table is empty: it has no header");
  EXPECT_EQ(error_of("text\n"), "d/a.csv: the table has no records");
  EXPECT_EQ(error_of("\n \n", {.text_field = "text", .format = TableFormat::jsonl}),
            "d/a.csv: the table has no records");
}

/// A table that was cut off gives the records of the whole one, but that the last may be cut too, and then ends or
/// fails.
void expect_no_prefix_invents(const std::string& whole, const TableOptions& options) {
  const auto expected = read(whole, options);
  ASSERT_FALSE(expected.problem);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto [documents, problem] = read(whole.substr(0, size), options, {1});
    ASSERT_TRUE(problem || !documents.empty()) << size;
    ASSERT_LE(documents.size(), expected.items.size()) << size;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (i + 1 < documents.size() || problem) {
        ASSERT_EQ(documents[i], expected.items[i]) << size;
      } else {
        ASSERT_TRUE(expected.items[i].text.starts_with(documents[i].text)) << size;
      }
    }
  }
}

constexpr std::string_view csv_sample =
    "id,text,note\r\n1,\"She said \"\"no\"\",\r\nand left.\",x\r\n2,naïve – plain,\r\n3,\"\",\"\n\"\r\n";

TEST(Table, EveryPrefixOfCsv) {
  expect_no_prefix_invents(std::string(csv_sample), {.text_field = "text", .format = TableFormat::csv});
}

TEST(Table, EveryPrefixOfJsonLines) {
  expect_no_prefix_invents(
      "{\"text\":\"a \\\"b\\\" "
      "\\u00e9\",\"n\":[1,{\"x\":null}]}\n\n{\"id\":2,\"text\":\"naïve\\n\"}\r\n{\"text\":\"\"}",
      {.text_field = "text", .format = TableFormat::jsonl});
}

TEST(Table, ARecordAcrossEveryBuffer) {
  const auto expected = read(std::string(csv_sample));
  ASSERT_EQ(expected.items.size(), 3U);
  EXPECT_EQ(expected.items[0].text, "She said \"no\",\r\nand left.");
  for (std::size_t size = 1; size < 40; ++size) {
    const auto [documents, problem] = read(std::string(csv_sample), {.text_field = "text"}, {size});
    EXPECT_FALSE(problem);
    EXPECT_EQ(documents, expected.items) << size;
  }
  // Quotes, line ends and characters on either side of where pieces of 64 KiB end.
  for (std::size_t size = 65500; size < 65540; ++size) {
    const std::string text = std::string(size, 'x') + "\"\"é\r\n\"\"y";
    const auto [documents, problem] = read("id,text\n1,\"" + text + "\"\n2,\"" + text + "\"\n");
    ASSERT_FALSE(problem);
    ASSERT_EQ(documents.size(), 2U);
    ASSERT_EQ(documents[0].text, std::string(size, 'x') + "\"é\r\n\"y");
    ASSERT_EQ(documents[1].text, documents[0].text);
  }
}

}  // namespace
}  // namespace corpus::io
