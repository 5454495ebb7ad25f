// SPDX-License-Identifier: MIT
#include "corpus/io/name_list.hpp"

#include "scratch.hpp"

namespace corpus::io {
namespace {

using namespace std::string_literals;
using testing::problem_of;
using testing::Scratch;

std::vector<std::string> names(std::string_view list, Separator separator) {
  const Scratch scratch;
  std::vector<std::string> result;
  for (const ListedName& entry : read_name_list(scratch.write("list", list), separator)) result.push_back(entry.name);
  return result;
}

using Names = std::vector<std::string>;

TEST(NameList, Lines) {
  EXPECT_EQ(names("a\nb c\n", Separator::line), (Names{"a", "b c"}));
  EXPECT_EQ(names("a\nb", Separator::line), (Names{"a", "b"})) << "the last line may lack its end";
  EXPECT_EQ(names("\n\na\n\n\nb\n\n", Separator::line), (Names{"a", "b"}));
  EXPECT_EQ(names("a\r\n\r\nb\r\n", Separator::line), (Names{"a", "b"}));
  EXPECT_EQ(names("\xEF\xBB\xBF"
                  "a\n",
                  Separator::line),
            Names{"a"});
  EXPECT_EQ(names(" a \n\xFF\x1B\n", Separator::line), (Names{" a ", "\xFF\x1B"})) << "bytes are bytes";
}

TEST(NameList, EndedByNul) {
  EXPECT_EQ(names("a\nb\0c\r\0"s, Separator::nul), (Names{"a\nb", "c\r"}));
  EXPECT_EQ(names("a\0b"s, Separator::nul), (Names{"a", "b"}));
}

TEST(NameList, LinesAreCountedWithTheEmptyOnes) {
  const Scratch scratch;
  const auto list = read_name_list(scratch.write("list", "\n\na\n\nb\n"), Separator::line);
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].number, 3U);
  EXPECT_EQ(list[1].number, 5U);
}

TEST(NameList, FromStandardInput) {
  const testing::StandardInput input(testing::pipe_with("a\nb\n"));
  EXPECT_EQ(read_name_list("-", Separator::line).size(), 2U);
}

TEST(NameList, LongLists) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "folder/" + std::to_string(i) + "\n";
  const auto list = names(text, Separator::line);
  ASSERT_EQ(list.size(), 100000U);
  EXPECT_EQ(list.back(), "folder/99999");
}

TEST(NameList, RefusesNulBytesInLines) {
  const Scratch scratch;
  const std::string list = scratch.write("list", "a\nb\0c\0"s);
  const Problem problem = problem_of([&] { read_name_list(list, Separator::line); });
  EXPECT_EQ(problem.file, list);
  EXPECT_EQ(problem.line, 2U);
  EXPECT_EQ(problem.hint.substr(0, 2), "-0");
}

TEST(NameList, RefusesEmptyNamesBetweenNulBytesAndEmptyLists) {
  const Scratch scratch;
  const std::string list = scratch.write("list", "a\0\0b\0"s);
  EXPECT_EQ(problem_of([&] { read_name_list(list, Separator::nul); }).cause, "name 2 is empty");
  EXPECT_EQ(problem_of([&] { read_name_list(scratch.write("none", "\n\r\n"), Separator::line); }).file,
            scratch.path("none"));
}

TEST(NameList, AListThatCannotBeReadIsAnError) {
  EXPECT_EQ(problem_of([] { read_name_list("/nowhere", Separator::line); }).file, "/nowhere");
  EXPECT_EQ(problem_of([] { read_name_list("/", Separator::line); }).cause, "Is a directory");
}

}  // namespace
}  // namespace corpus::io
