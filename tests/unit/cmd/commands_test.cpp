// SPDX-License-Identifier: MIT
// What the tree of commands promises as a whole: these tests read the table, so a new row is held to them by itself.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "cmd/command.hpp"
#include "cmd/tree.hpp"

namespace corpus::cmd {
namespace {

const std::filesystem::path root = CORPUS_SOURCE_DIR;

struct Configured {
  std::string name;
  std::unique_ptr<CLI::App> app;
  Action action;
  std::vector<OptionView> options;
};

std::vector<Configured> all_commands() {
  std::vector<Configured> all;
  for (const Command& command : commands()) {
    auto app = new_app(command);
    Action action = command.configure(*app);
    auto options = options_of(*app);
    all.push_back({std::string(command.name), std::move(app), std::move(action), std::move(options)});
  }
  return all;
}

TEST(Commands, EachNameStandsOnce) {
  std::set<std::string_view> names;
  for (const Command& command : commands()) {
    EXPECT_TRUE(names.insert(command.name).second) << command.name << " has two rows";
    EXPECT_EQ(find_command(command.name), &command);
  }
  EXPECT_EQ(find_command("help"), nullptr) << "help is the program's own";
  EXPECT_EQ(find_command("nosuch"), nullptr);
}

TEST(Commands, GroupsStandTogether) {
  std::set<std::string_view> left;
  std::string_view current;
  for (const Command& command : commands()) {
    if (command.group == current) continue;
    EXPECT_FALSE(left.contains(command.group)) << command.name << " stands apart from its group";
    left.insert(current);
    current = command.group;
  }
}

TEST(Commands, PurposesAreOneCalmLine) {
  for (const Command& command : commands()) {
    ASSERT_FALSE(command.purpose.empty()) << command.name;
    EXPECT_LE(command.purpose.size(), 60U) << command.name;
    EXPECT_NE(command.purpose.back(), '.') << command.name;
    EXPECT_FALSE(std::isupper(static_cast<unsigned char>(command.purpose.front()))) << command.name;
  }
}

TEST(Commands, EachHasItsManualPageAndItsTranscript) {
  for (const Command& command : commands()) {
    const std::string name(command.name);
    EXPECT_TRUE(std::filesystem::exists(root / "man" / ("corpus-" + name + ".man.in")))
        << "please write man/corpus-" << name << ".man.in";
    EXPECT_TRUE(std::filesystem::exists(root / "tests" / "cli" / (name + ".t")))
        << "please write tests/cli/" << name << ".t";
  }
}

// A transcript of a command that is gone fails by itself; a manual page would be installed for ever.
TEST(Commands, EachManualPageHasItsCommand) {
  for (const auto& entry : std::filesystem::directory_iterator(root / "man")) {
    std::string name = entry.path().filename().string();
    if (name == "corpus.man.in" || name.ends_with(".7.man.in")) continue;
    ASSERT_TRUE(name.starts_with("corpus-") && name.ends_with(".man.in")) << name;
    name = name.substr(7, name.size() - 14);
    EXPECT_NE(find_command(name), nullptr) << entry.path() << " describes no command";
  }
}

// Columns are described in the manual alone, so a new one has to be described there.
TEST(Commands, EachColumnIsInTheManual) {
  for (const Configured& command : all_commands()) {
    const OptionView* columns = find_option(command.options, "--columns");
    if (columns == nullptr) continue;
    std::ifstream file(root / "man" / ("corpus-" + command.name + ".man.in"), std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    for (const std::string& column : columns->words) {
      if (column == "all") continue;
      const bool described = std::regex_search(page, std::regex("(\n\\.B |\\\\fB)" + column + "(\\\\fR|\n)"));
      EXPECT_TRUE(described) << "please describe the column " << column << " in man/corpus-" << command.name
                             << ".man.in";
    }
  }
}

TEST(Commands, ConfiguringHandsBackSomethingToDo) {
  for (const Configured& command : all_commands()) EXPECT_TRUE(command.action != nullptr) << command.name;
}

TEST(Commands, EachEndsWithItsOwnExamples) {
  for (const Configured& command : all_commands()) {
    const auto examples = examples_of(*command.app);
    EXPECT_GE(examples.size(), 2U) << command.name;
    for (const Example& example : examples) {
      EXPECT_THAT(example.command, testing::HasSubstr("corpus " + command.name)) << command.name;
      EXPECT_FALSE(example.purpose.empty()) << example.command;
    }
  }
}

TEST(Options, EachSaysWhatItIsAndBelongsToAGroup) {
  for (const Configured& command : all_commands()) {
    for (const OptionView& option : command.options) {
      const std::string name = command.name + " " + (option.is_operand() ? option.kind : option.names.back());
      EXPECT_FALSE(option.description.empty()) << name;
      EXPECT_FALSE(option.description.ends_with('.')) << name;
      EXPECT_FALSE(option.group.empty()) << name << " is hidden";
      EXPECT_NE(option.group, "Options") << name << " is in no group";
      EXPECT_TRUE(option.arity == Arity::none || !option.kind.empty()) << name << " does not name its value";
      // CLI11's own kinds read 010 as eight: cmd/values.hpp has better ones.
      EXPECT_THAT((std::set<std::string>{"TEXT", "INT", "UINT", "FLOAT", "BOOLEAN"}),
                  testing::Not(testing::Contains(option.kind)))
          << name;
    }
  }
}

/// Where a command says of its own what a shared name means, and why.
const std::set<std::string> own_meanings{
    "kwic -q",
    "kwic --quiet",  // those of grep
    "kwic --regex",  // of the query, which is no matter of rows
    "collocates --regex",
    "dispersion --regex",
    "dispersion -q",
    "dispersion -e",
    "dispersion --query",  // a query is asked for, not taken
    "dispersion --quiet",  // -q is a query here
    "dispersion --by",
    "dispersion --min-range",  // of parts, which need not be documents
    "ngrams --regex",          // of several patterns
    "ngrams --within",
    "ngrams --across",  // what of the counting, not of a window or query
    "collocates --min-freq",
    "collocates --min-range",  // in windows
    "keywords --min-freq",
    "keywords --min-range",  // of two sides
    "keywords --top",        // each way
    "keywords --seed",       // not of lines
};

/// An option of the same name is the same option in every command; only its default and its words may be the command's.
TEST(Options, ASharedNameMeansTheSameEverywhere) {
  std::map<std::string, std::pair<std::string, const OptionView*>> known;
  const std::vector<Configured> all = all_commands();
  for (const Configured& command : all) {
    for (const OptionView& option : command.options) {
      for (const std::string& name : option.names) {
        if (own_meanings.contains(command.name + " " + name)) continue;
        const auto [entry, fresh] = known.try_emplace(name, command.name, &option);
        if (fresh) continue;
        const auto& [other, twin] = entry->second;
        const std::string both = fmt::format("{} of {} and {}", name, other, command.name);
        EXPECT_EQ(option.description, twin->description) << both;
        EXPECT_EQ(option.group, twin->group) << both;
        EXPECT_EQ(option.names, twin->names) << both;
        EXPECT_EQ(option.arity, twin->arity) << both;
        if (option.words.empty() || twin->words.empty()) {
          EXPECT_EQ(option.kind, twin->kind) << both;
        }
      }
    }
  }
}

}  // namespace
}  // namespace corpus::cmd
