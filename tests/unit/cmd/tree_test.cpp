// SPDX-License-Identifier: MIT
#include "cmd/tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "toy_command.hpp"

namespace corpus::cmd {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Tree, EachKindOfOptionIsSeenAsWhatItIs) {
  const Toy toy;
  const auto options = options_of(*toy.app);

  const OptionView* top = find_option(options, "-t");
  ASSERT_NE(top, nullptr);
  EXPECT_EQ(top, find_option(options, "--top"));
  EXPECT_THAT(top->names, ElementsAre("-t", "--top"));
  EXPECT_EQ(top->kind, "N");
  EXPECT_EQ(top->standing, "");
  EXPECT_EQ(top->arity, Arity::one);

  const OptionView* fruit = find_option(options, "--fruit");
  EXPECT_EQ(value_text(*fruit), "apple|pear|quince");
  EXPECT_THAT(fruit->words, ElementsAre("apple", "pear", "quince"));
  EXPECT_EQ(fruit->standing, "pear");
  EXPECT_FALSE(fruit->is_list());

  const OptionView* colors = find_option(options, "--colors");
  EXPECT_EQ(value_text(*colors), "COLOR,...");
  EXPECT_THAT(colors->words, ElementsAre("red", "green", "blue"));
  EXPECT_TRUE(colors->is_list());

  EXPECT_EQ(find_option(options, "--quiet")->arity, Arity::none);
  EXPECT_FALSE(find_option(options, "--quiet")->has_opposites());
  EXPECT_TRUE(find_option(options, "--drop-numbers")->has_opposites());
  EXPECT_EQ(find_option(options, "--include")->arity, Arity::many);
  EXPECT_THAT(find_option(options, "--path")->words, IsEmpty());
  EXPECT_TRUE(options.front().is_operand());
  EXPECT_EQ(options.front().kind, "INPUT");
}

TEST(Tree, GroupsStandInTheirOrderAndHelpIsLast) {
  const Toy toy;
  EXPECT_THAT(groups_of(options_of(*toy.app)), ElementsAre("Input", "Output", "Help"));
  EXPECT_THAT(options_of(*toy.app).back().names, ElementsAre("-h", "--help"));
}

TEST(Tree, DefaultsAndWordsAreSaid) {
  const Toy toy;
  const auto options = options_of(*toy.app);
  EXPECT_EQ(full_description(*find_option(options, "--window")), "tokens in a window [default: 50]");
  EXPECT_EQ(full_description(*find_option(options, "--threshold")), "where a factor ends [default: 0.72]");
  EXPECT_EQ(full_description(*find_option(options, "--top")), "print only the first N rows");
  EXPECT_EQ(full_description(*find_option(options, "--colors")), "which colours: red, green, blue");
  EXPECT_EQ(full_description(*find_option(options, "--include")), "read only what matches (repeatable)");
}

TEST(Tree, UsageNamesTheOperands) {
  const Toy toy;
  EXPECT_EQ(usage_of(*toy.app), "corpus toy [OPTION...] [INPUT...]");
  toy.app->get_option("INPUT")->required();
  EXPECT_EQ(usage_of(*toy.app), "corpus toy [OPTION...] INPUT...");
}

TEST(Tree, ExamplesComeBackAsTheyWereAdded) {
  const Toy toy;
  const auto examples = examples_of(*toy.app);
  ASSERT_EQ(examples.size(), 2U);
  EXPECT_EQ(examples[0].command, "corpus toy --top 3 examples");
  EXPECT_EQ(examples[1].purpose, "standard input");
  EXPECT_THAT(examples_of(*new_app({"bare", "Playing", "do nothing", nullptr})), IsEmpty());
}

}  // namespace
}  // namespace corpus::cmd
