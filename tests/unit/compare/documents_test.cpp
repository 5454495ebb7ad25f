// SPDX-License-Identifier: MIT
#include "corpus/compare/documents.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "records.hpp"

namespace corpus::compare {
namespace {

using testing::record_of;
using testing::Text;

using Records = std::vector<DocumentRecord>;

/// `renamed a.txt b.txt 1`, by path.
std::vector<std::string> told(const Records& before, const Records& after, const MatchOptions& options = {}) {
  std::vector<std::string> lines;
  for (const DocumentChange& change : match_documents(before, after, options)) {
    std::string line{name_of(change.kind)};
    if (change.before) line += " " + before[*change.before].path;
    if (change.after && change.kind != ChangeKind::unchanged) line += " " + after[*change.after].path;
    if (change.words == Words::same) line += " =";
    lines.push_back(line);
  }
  return lines;
}

const Text snow{"the", "snow", "lay", "deep", "upon", "the", "roof"};
const Text wind{"a", "wind", "from", "the", "north", "had", "risen"};

TEST(Documents, OfOnePath) {
  const Records before{record_of("a", snow, "1"), record_of("b", snow, "1"), record_of("c", snow, "1")};
  const Records after{record_of("a", snow, "1"), record_of("b", snow, "2"), record_of("c", wind, "3")};
  const auto changes = match_documents(before, after);
  ASSERT_EQ(changes.size(), 3U);
  EXPECT_EQ(changes[0], (DocumentChange{ChangeKind::unchanged, 0, 0, Words::same, 1.0}));
  EXPECT_EQ(changes[1], (DocumentChange{ChangeKind::re_encoded, 1, 1, Words::same, 1.0}));
  EXPECT_EQ(changes[2], (DocumentChange{ChangeKind::changed, 2, 2, Words::other, 0.0}));
}

TEST(Documents, OfOneSideOnly) {
  const Records some{record_of("a", snow, "1"), record_of("b", wind, "2")};
  EXPECT_EQ(told(some, {}), (std::vector<std::string>{"removed a", "removed b"}));
  EXPECT_EQ(told({}, some), (std::vector<std::string>{"added a", "added b"}));
  EXPECT_TRUE(told({}, {}).empty());
  EXPECT_EQ(told(some, some), (std::vector<std::string>{"unchanged a =", "unchanged b ="}));
}

// The same words: first where the bytes are the same too, then where the file is called so, then by path.
TEST(Documents, RenamedWithTheSameWords) {
  EXPECT_EQ(told({record_of("old/a", snow, "1")}, {record_of("new/b", snow, "2")}),
            (std::vector<std::string>{"renamed old/a new/b ="}));
  const Records before{record_of("old/a", snow, "1"), record_of("old/b", snow, "2"), record_of("old/c", snow, "3"),
                       record_of("old/d", snow, "4")};
  const Records after{record_of("new/1", snow, "5"), record_of("new/a", snow, "3"), record_of("new/d", snow, "5"),
                      record_of("new/x", snow, "6")};
  EXPECT_EQ(told(before, after), (std::vector<std::string>{"renamed old/a new/1 =", "renamed old/c new/a =",
                                                           "renamed old/d new/d =", "renamed old/b new/x ="}));
}

TEST(Documents, MovedIntoAnArchive) {
  EXPECT_EQ(told({record_of("a.txt", snow, "1"), record_of("b.txt", snow, "2")},
                 {record_of("s.zip!b.txt", snow, "3"), record_of("t.zip!a.txt", snow, "4")}),
            (std::vector<std::string>{"renamed b.txt s.zip!b.txt =", "renamed a.txt t.zip!a.txt ="}));
}

// Of 7 shingles 5 are in both: 5/9. The other document has none of them.
TEST(Documents, RenamedAndEdited) {
  Text long_snow = snow;
  long_snow.insert(long_snow.end(), {"of", "the"});
  Text edited = long_snow;
  edited.insert(edited.end(), {"old", "hut"});
  const Records before{record_of("a", wind, "1"), record_of("b", long_snow, "2")};
  const Records after{record_of("c", edited, "3"), record_of("d", {"it", "was", "quiet"}, "4")};
  EXPECT_EQ(told(before, after), (std::vector<std::string>{"removed a", "renamed b c", "added d"}));
  EXPECT_EQ(told(before, after, {.threshold = 0.9}),
            (std::vector<std::string>{"removed a", "removed b", "added c", "added d"}));
  EXPECT_EQ(match_documents(before, after)[1].similarity, 7.0 / 9.0);
}

// The better partner wins, whoever comes first.
TEST(Documents, TheMostAlikeArePartners) {
  reference::Dice dice{17};
  const Text text = similarity::testing::random_text(dice, 400);
  const Records before{record_of("a", text, "1")};
  const Records after{record_of("b", similarity::testing::edited(text, dice, 60), "2"),
                      record_of("c", similarity::testing::edited(text, dice, 10), "3")};
  EXPECT_EQ(told(before, after), (std::vector<std::string>{"added b", "renamed a c"}));
}

TEST(Documents, WithoutWordsNoneIsRenamed) {
  EXPECT_EQ(told({record_of("a", {}, "1")}, {record_of("b", {}, "1")}),
            (std::vector<std::string>{"removed a", "added b"}));
  EXPECT_EQ(told({record_of("a", {}, "1")}, {record_of("a", {}, "2")}), (std::vector<std::string>{"re-encoded a a ="}));
  const auto changes = match_documents(Records{record_of("a", {}, "1")}, Records{record_of("a", snow, "2")});
  EXPECT_EQ(changes[0], (DocumentChange{ChangeKind::changed, 0, 0, Words::other, 0.0}));
}

TEST(Documents, TheOrderOfRecordsDoesNotMatter) {
  reference::Dice dice{19};
  Records before;
  Records after;
  for (int i = 0; i < 60; ++i) {
    const Text text = similarity::testing::random_text(dice, 100);
    before.push_back(record_of("old" + std::to_string(i), text, std::to_string(i)));
    const std::string name = dice.one_in(2) ? "old" : "new";
    after.push_back(record_of(name + std::to_string(i), similarity::testing::edited(text, dice, dice.below(120)), "x"));
  }
  const auto lines = told(before, after);
  std::reverse(before.begin(), before.end());
  std::reverse(after.begin(), after.end());
  EXPECT_EQ(told(before, after), lines);
}

// A side and its mirror image tell the same pairs.
TEST(Documents, SidesCanBeExchanged) {
  reference::Dice dice{23};
  Records before;
  Records after;
  for (int i = 0; i < 80; ++i) {
    const Text text = similarity::testing::random_text(dice, 150);
    before.push_back(record_of("old" + std::to_string(i), text, std::to_string(i)));
    after.push_back(record_of("new" + std::to_string(i), similarity::testing::edited(text, dice, 30), "x"));
  }
  std::size_t renamed = 0;
  for (const DocumentChange& change : match_documents(before, after)) {
    if (change.kind != ChangeKind::renamed) continue;
    EXPECT_EQ(change.before, change.after);
    ++renamed;
  }
  EXPECT_GT(renamed, 70U);
  std::size_t back = 0;
  for (const DocumentChange& change : match_documents(after, before)) {
    if (change.kind == ChangeKind::renamed) ++back;
  }
  EXPECT_EQ(renamed, back);
}

// Documents of a crowd are compared with a few only: were it all with all, this would be 25,000,000 pairs.
TEST(Documents, ManyOfOnePageOfLegalText) {
  reference::Dice dice{29};
  const Text page = similarity::testing::random_text(dice, 60);
  Records before;
  Records after;
  const DocumentRecord common = record_of("", page, "1");
  for (int i = 0; i < 5000; ++i) {
    DocumentRecord record = common;
    record.path = "old" + std::to_string(i);
    record.words = static_cast<std::uint64_t>(i);
    before.push_back(record);
    record.path = "new" + std::to_string(i);
    record.words = static_cast<std::uint64_t>(-1 - i);
    after.push_back(record);
  }
  const auto changes = match_documents(before, after);
  const auto renamed = std::count_if(changes.begin(), changes.end(),
                                     [](const DocumentChange& change) { return change.kind == ChangeKind::renamed; });
  EXPECT_GT(renamed, 4700);
}

}  // namespace
}  // namespace corpus::compare
