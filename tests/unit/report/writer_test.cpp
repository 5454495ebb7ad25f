// SPDX-License-Identifier: MIT
#include "corpus/report/writer.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "rows.hpp"

namespace corpus::report {
namespace {

TEST(Writer, SelectsAndOrdersColumns) {
  const Row row{"snow", std::uint64_t{3}, std::uint64_t{1}, 0.5};
  EXPECT_EQ(written({.format = Format::tsv, .selection = {3, 0}}, example_columns(), {row}),
            "per_million\ttype\n0.5\tsnow\n");
  EXPECT_EQ(written({.format = Format::csv, .selection = {1}}, example_columns(), {row}), "freq\n3\n");
  EXPECT_EQ(written({.format = Format::jsonl, .selection = {1, 0}}, example_columns(), {row}),
            "{\"freq\":3,\"type\":\"snow\"}\n");
  EXPECT_EQ(written({.format = Format::table, .selection = {1, 0}}, example_columns(), {row}),
            "freq  type\n   3  snow\n");
  EXPECT_EQ(written({.format = Format::markdown, .selection = {1}}, example_columns(), {row}),
            "| freq |\n| ---: |\n| 3 |\n");
}

TEST(Writer, OnlyATableHasAFooter) {
  for (const Format format : {Format::tsv, Format::csv, Format::jsonl, Format::markdown}) {
    EXPECT_EQ(written({.format = format}, {{"type"}}, {{"snow"}}, "1 of 2 shown"),
              written({.format = format}, {{"type"}}, {{"snow"}}));
  }
  EXPECT_EQ(written({.format = Format::table}, {{"type"}}, {{"snow"}}, "1 of 2 shown"), "type\nsnow\n1 of 2 shown\n");
}

TEST(Writer, WithoutRowsThereIsTheHeader) {
  EXPECT_EQ(written({.format = Format::tsv}, {{"a"}, {"b"}}, {}), "a\tb\n");
  EXPECT_EQ(written({.format = Format::csv}, {{"a"}, {"b"}}, {}), "a,b\n");
  EXPECT_EQ(written({.format = Format::jsonl}, {{"a"}, {"b"}}, {}), "");
  EXPECT_EQ(written({.format = Format::table}, {{"a"}, {"b"}}, {}), "a  b\n");
  EXPECT_EQ(written({.format = Format::markdown}, {{"a"}, {"b"}}, {}), "| a | b |\n| --- | --- |\n");
}

TEST(Writer, WhatIsNotFiniteIsNotDefined) {
  const Row row{"x", std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()};
  const std::vector<Column> columns{{"a"}, {"b", Kind::real}, {"c", Kind::real}};
  EXPECT_EQ(written({.format = Format::tsv}, columns, {row}), "a\tb\tc\nx\t\t\n");
  EXPECT_EQ(written({.format = Format::jsonl}, columns, {row}), "{\"a\":\"x\",\"b\":null,\"c\":null}\n");
  EXPECT_EQ(written({.format = Format::table}, columns, {row}), "a  b  c\nx\n");
}

TEST(Writer, MakesCellsOfOptionals) {
  EXPECT_EQ(cell(std::optional<double>{}), Cell{});
  EXPECT_EQ(cell(std::optional{0.5}), Cell{0.5});
  EXPECT_EQ(cell(std::optional<std::uint64_t>{7}), Cell{std::uint64_t{7}});
}

}  // namespace
}  // namespace corpus::report
