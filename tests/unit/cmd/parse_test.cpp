// SPDX-License-Identifier: MIT
#include "cmd/parse.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "toy_command.hpp"

namespace corpus::cmd {
namespace {

using testing::AnyOf;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Parse, NothingGivenLeavesTheDefaults) {
  Toy toy;
  EXPECT_EQ(toy.parse({}), Wish::run);
  EXPECT_THAT(toy.inputs, IsEmpty());
  EXPECT_EQ(toy.top, std::nullopt);
  EXPECT_EQ(toy.window, 50U);
  EXPECT_EQ(toy.fruit, Fruit::pear);
  EXPECT_TRUE(toy.numbers);
}

TEST(Parse, FourWaysToGiveAValue) {
  for (const auto& words : std::vector<std::vector<std::string>>{{"--top", "7"}, {"--top=7"}, {"-t", "7"}, {"-t7"}}) {
    Toy toy;
    toy.parse(words);
    EXPECT_EQ(toy.top, 7U) << words[0];
  }
}

TEST(Parse, SwitchesWithOneLetterCanBeJoined) {
  Toy toy;
  toy.parse({"-qt7"});
  EXPECT_TRUE(toy.quiet);
  EXPECT_EQ(toy.top, 7U);
}

TEST(Parse, OptionsMayFollowOperandsAndEndAtTwoHyphens) {
  Toy toy;
  toy.parse({"a", "--top", "1", "-", "--", "--top", "--", "-x"});
  EXPECT_THAT(toy.inputs, ElementsAre("a", "-", "--top", "--", "-x"));
  EXPECT_EQ(toy.top, 1U);
}

TEST(Parse, OfARepeatedValueTheLastHoldsAndListsGrow) {
  Toy toy;
  toy.parse({"--top", "1", "--include", "*.txt", "--top=2", "--include=*.md"});
  EXPECT_EQ(toy.top, 2U);
  EXPECT_THAT(toy.globs, ElementsAre("*.txt", "*.md"));
}

TEST(Parse, OppositesUndoEachOther) {
  Toy dropped;
  dropped.parse({"--drop-numbers"});
  EXPECT_FALSE(dropped.numbers);
  Toy kept;
  kept.parse({"--drop-numbers", "--keep-numbers"});
  EXPECT_TRUE(kept.numbers);
}

// CLI11 reads these as lists, separators and "nothing".
TEST(Parse, ANameIsANameWhateverIsInIt) {
  Toy toy;
  toy.parse({"[a,b]", "{}", "%%", "", "a b", "\xff", "--include", "[c,d]", "--include", ""});
  EXPECT_THAT(toy.inputs, ElementsAre("[a,b]", "{}", "%%", "", "a b", "\xff"));
  EXPECT_THAT(toy.globs, ElementsAre("[c,d]", ""));
  Toy alone;
  alone.parse({"{}"});
  EXPECT_THAT(alone.inputs, ElementsAre("{}"));
  Toy empty;
  empty.parse({""});
  EXPECT_THAT(empty.inputs, ElementsAre(""));
}

TEST(Parse, AValueThatLooksLikeAnOptionNeedsTheEqualsSign) {
  EXPECT_EQ(Toy().mistake({"--path", "-x"}), "--path needs a value: FILE (for '-x': --path=-x)");
  EXPECT_EQ(Toy().mistake({"--path", "--quiet"}), "--path needs a value: FILE");
  EXPECT_EQ(Toy().mistake({"--path"}), "--path needs a value: FILE");
  Toy toy;
  toy.parse({"--path=-x"});
  EXPECT_EQ(toy.path, "-x");
  Toy input;
  input.parse({"--path", "-"});
  EXPECT_EQ(input.path, "-");
}

TEST(Parse, AnUnknownOptionNamesTheNearest) {
  EXPECT_EQ(Toy().mistake({"--topp"}), "unknown option --topp (did you mean --top?)");
  EXPECT_EQ(Toy().mistake({"--topp=3"}), "unknown option --topp (did you mean --top?)");
  EXPECT_EQ(Toy().mistake({"-top"}), "--top: 'op' is not a whole number");  // -t with its value
  EXPECT_EQ(Toy().mistake({"--zzz"}), "unknown option --zzz");
  EXPECT_EQ(Toy().mistake({"-qz"}), "unknown option -z");
  EXPECT_EQ(Toy().mistake({"-3"}), "unknown option -3");
}

TEST(Parse, ASwitchTakesNoValue) { EXPECT_EQ(Toy().mistake({"--quiet=no"}), "--quiet takes no value"); }

TEST(Parse, HelpIsAllThatHappens) {
  EXPECT_EQ(Toy().parse({"a", "--help", "--nonsense"}), Wish::help);
  EXPECT_EQ(Toy().parse({"-qh"}), Wish::help);
}

TEST(Parse, WhatOptionsRequireOfEachOther) {
  Toy toy;
  toy.app->get_option("--quiet")->excludes("--top");
  EXPECT_THAT(toy.mistake({"--quiet", "--top", "1"}), AnyOf("--quiet excludes --top", "--top excludes --quiet"));
}

TEST(Parse, AnOperandTooMany) {
  const auto app = new_app({"bare", "Playing", "take nothing", nullptr});
  const std::vector<std::string> words{"a.txt"};
  EXPECT_THROW(parse(*app, words), UsageError);
}

}  // namespace
}  // namespace corpus::cmd
