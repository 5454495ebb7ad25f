// SPDX-License-Identifier: MIT
#include "cmd/complete.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <set>
#include <sstream>

#include "cmd/command.hpp"
#include "cmd/tree.hpp"

namespace corpus::cmd {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

/// The candidates without their descriptions.
std::vector<std::string> candidates(const std::vector<std::string>& words) {
  std::vector<std::string> found;
  std::istringstream lines(complete(words));
  for (std::string line; std::getline(lines, line);) found.push_back(line.substr(0, line.find('\t')));
  return found;
}

TEST(Complete, Commands) {
  std::vector<std::string> all;
  for (const Command& command : commands()) all.emplace_back(command.name);
  EXPECT_EQ(candidates({"help", ""}), all);
  all.emplace_back("help");
  EXPECT_EQ(candidates({""}), all);
  EXPECT_THAT(candidates({"fr"}), ElementsAre("freq"));
  EXPECT_THAT(candidates({"--"}), ElementsAre("--help", "--version"));
  EXPECT_THAT(candidates({"nosuch", "--"}), IsEmpty());
  EXPECT_THAT(candidates({}), IsEmpty());
}

TEST(Complete, EveryOptionOfTheTreeAndNothingElse) {
  for (const Command& command : commands()) {
    const auto app = new_app(command);
    const Action action = command.configure(*app);
    std::multiset<std::string> tree;
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& name : option->get_snames()) tree.insert("-" + name);
      for (const std::string& name : option->get_lnames()) tree.insert("--" + name);
    }
    const std::vector<std::string> found = candidates({std::string(command.name), "-"});
    EXPECT_EQ(std::multiset<std::string>(found.begin(), found.end()), tree) << command.name;
  }
}

TEST(Complete, EveryValueThatCanBeListed) {
  for (const Command& command : commands()) {
    const auto app = new_app(command);
    const Action action = command.configure(*app);
    const std::string name(command.name);
    for (const OptionView& option : options_of(*app)) {
      if (option.words.empty() || option.is_operand()) continue;
      EXPECT_EQ(candidates({name, option.names.back(), ""}), option.words);
      EXPECT_EQ(candidates({name, option.names.back() + "="}), option.words);
      if (!option.is_list()) continue;
      EXPECT_THAT(candidates({name, option.names.back(), option.words[0] + "," + option.words[1]}),
                  Contains(option.words[0] + "," + option.words[1]));
    }
  }
}

TEST(Complete, FilesWhereFilesFit) {
  EXPECT_THAT(candidates({"freq", ""}), ElementsAre(":file"));
  EXPECT_THAT(candidates({"freq", "a.txt", ""}), ElementsAre(":file"));
  EXPECT_THAT(candidates({"freq", "--files-from", ""}), ElementsAre(":file"));
  EXPECT_THAT(candidates({"freq", "--top", ""}), IsEmpty());
  EXPECT_THAT(candidates({"freq", "--", "--"}), ElementsAre(":file"));
}

TEST(Complete, DescribesWhatItOffers) {
  const std::string answer = complete(std::vector<std::string>{"fre"});
  EXPECT_EQ(answer, "freq\t" + std::string(find_command("freq")->purpose) + "\n");
}

}  // namespace
}  // namespace corpus::cmd
