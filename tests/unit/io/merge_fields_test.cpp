// SPDX-License-Identifier: MIT
#include "corpus/io/merge_fields.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tables.hpp"

namespace corpus::io {
namespace {

using testing::problem_of;

TEST(MergeFields, KeepsTheOrder) {
  EXPECT_EQ(merge_fields({{"b", "1"}, {"a", "2"}}, {{"c", "3"}, {"a", "2"}, {"d", "4"}}, "x"),
            (Metadata{{"b", "1"}, {"a", "2"}, {"c", "3"}, {"d", "4"}}));
  EXPECT_EQ(merge_fields({}, {{"a", "1"}}, "x"), (Metadata{{"a", "1"}}));
  EXPECT_EQ(merge_fields({{"a", "1"}}, {}, "x"), (Metadata{{"a", "1"}}));
}

TEST(MergeFields, FillsWhatIsEmpty) {
  EXPECT_EQ(merge_fields({{"a", ""}, {"b", "2"}}, {{"a", "1"}, {"b", ""}}, "x"), (Metadata{{"a", "1"}, {"b", "2"}}));
}

TEST(MergeFields, RefusesTwoValues) {
  const Problem problem = problem_of([] { merge_fields({{"year", "2019"}}, {{"year", "2020"}}, "d/a.txt"); });
  EXPECT_EQ(problem.file, "d/a.txt");
  EXPECT_EQ(problem.cause, "its field 'year' is given twice: '2019' and '2020'");
}

}  // namespace
}  // namespace corpus::io
