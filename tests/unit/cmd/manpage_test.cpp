// SPDX-License-Identifier: MIT
#include "cmd/manpage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cmd/command.hpp"
#include "cmd/tree.hpp"
#include "corpus/error.hpp"

namespace corpus::cmd {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string mistake(const std::string& path, const std::string& text) {
  try {
    manual_page(path, text);
  } catch (const Error& error) {
    return error.what();
  }
  return "no mistake";
}

TEST(ManualPage, ProseStaysAsItIs) {
  EXPECT_EQ(manual_page("corpus-freq.man.in", ".SH NOTES\nword@1 \\- a@b.\n"), ".SH NOTES\nword@1 \\- a@b.\n");
}

TEST(ManualPage, NamesAreFilledIn) {
  EXPECT_EQ(manual_page("man/corpus-freq.man.in", ".TH @NAME@ 1\n"), ".TH corpus\\-freq 1\n");
  EXPECT_THAT(manual_page("corpus-freq.man.in", "@PURPOSE@\n"), HasSubstr(find_command("freq")->purpose));
  EXPECT_EQ(manual_page("corpus-freq.man.in", "see \\opt{--help}, twice \\opt{-h}.\n"),
            "see \\fB\\-\\-help\\fR, twice \\fB\\-h\\fR.\n");
  EXPECT_EQ(manual_page("corpus.man.in", "\\opt{freq --help}\n"), "\\fB\\-\\-help\\fR\n");
}

TEST(ManualPage, AnUnknownNameIsAnErrorWithItsLine) {
  EXPECT_EQ(mistake("corpus-freq.man.in", "one\n\\opt{--helpp}\n"),
            "corpus-freq.man.in:2: corpus-freq has no option --helpp");
  EXPECT_EQ(mistake("corpus.man.in", "\\opt{freq --helpp}\n"), "corpus.man.in:1: freq has no option --helpp");
  EXPECT_EQ(mistake("corpus.man.in", "\\opt{ferq --help}\n"), "corpus.man.in:1: there is no command ferq");
  EXPECT_EQ(mistake("corpus.man.in", "\\opt{--helpp}\n"), "corpus.man.in:1: no command has an option --helpp");
  EXPECT_EQ(mistake("corpus.man.in", "@OPTIONS@\n"), "corpus.man.in:1: only the page of a command has this");
  EXPECT_EQ(mistake("corpus-freq.man.in", "\\opt{--help\n"), "corpus-freq.man.in:1: \\opt{ without }");
  EXPECT_EQ(mistake("corpus-freq.man.in", "\n\n@OPTION@\n"), "corpus-freq.man.in:3: nothing is known as @OPTION@");
  EXPECT_EQ(mistake("corpus-ferq.man.in", ""), "corpus-ferq.man.in: there is no command of this name");
  EXPECT_EQ(mistake("corpus-reading.7.man.in", "@OPTIONS@\n"),
            "corpus-reading.7.man.in:1: only the page of a command has this");
}

TEST(ManualPage, OptionsAndExamplesComeFromTheTree) {
  for (const Command& command : commands()) {
    const auto app = new_app(command);
    const Action action = command.configure(*app);
    const std::string name = "corpus-" + std::string(command.name) + ".man.in";
    const std::string options = manual_page(name, "@OPTIONS@\n");
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& each : option->get_lnames()) {
        std::string escaped = "--" + each;
        for (std::size_t at = 0; (at = escaped.find('-', at)) != std::string::npos; at += 2) escaped.insert(at, "\\");
        EXPECT_THAT(options, HasSubstr("\\fB" + escaped + "\\fR")) << command.name;
      }
    }
    const std::string examples = manual_page(name, "@EXAMPLES@\n");
    for (const Example& example : examples_of(*app)) EXPECT_THAT(examples, HasSubstr(example.purpose.substr(0, 5)));
  }
}

TEST(ManualPage, TheProgramsPageListsEveryCommand) {
  const std::string list = manual_page("corpus.man.in", "@COMMANDS@\n");
  for (const Command& command : commands()) {
    EXPECT_THAT(list, HasSubstr("corpus\\-" + std::string(command.name) + "\\fR(1)"));
  }
}

TEST(ManualPage, EveryTemplateInTheTreeIsFilled) {
  for (const auto& entry : std::filesystem::directory_iterator(CORPUS_SOURCE_DIR "/man")) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::string page;
    EXPECT_NO_THROW(page = manual_page(entry.path().string(), text)) << entry.path();
    EXPECT_THAT(page, Not(HasSubstr("\\opt{"))) << entry.path();
  }
}

}  // namespace
}  // namespace corpus::cmd
