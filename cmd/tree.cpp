// SPDX-License-Identifier: MIT
#include "cmd/tree.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cmd/command.hpp"
#include "cmd/contains.hpp"

namespace corpus::cmd {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

Arity arity_of(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return Arity::none;
  return option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll ? Arity::many : Arity::one;
}

OptionView view_of(CLI::Option& option) {
  OptionView view{.option = &option,
                  .names = {},
                  .kind = {},
                  .words = {},
                  .description = option.get_description(),
                  .standing = option.get_default_str(),
                  .group = option.get_group(),
                  .arity = arity_of(option)};
  for (const std::string& name : option.get_snames()) view.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) view.names.push_back("--" + name);
  if (view.arity == Arity::none) return view;
  // CLI11 gives `KIND`, or `KIND:words` where cmd/values.hpp has left the allowed ones.
  const std::string type = option.get_type_name();
  const std::size_t colon = type.find(':');
  view.kind = type.substr(0, colon);
  if (colon != std::string::npos) view.words = split(std::string_view(type).substr(colon + 1), '|');
  return view;
}

}  // namespace

bool OptionView::has_opposites() const {
  return arity == Arity::none && names.size() > 1 &&
         std::any_of(names.begin(), names.end(), [this](const std::string& name) {
           return option->check_fname(name.substr(name.find_first_not_of('-')));
         });
}

bool OptionView::is_list() const { return !words.empty() && kind != fmt::format("{}", fmt::join(words, "|")); }

std::vector<OptionView> options_of(const CLI::App& app) {
  std::vector<OptionView> views;
  // CLI11 hands out mutable options of a constant tree only through this filter.
  for (CLI::Option* option : const_cast<CLI::App&>(app).get_options({})) views.push_back(view_of(*option));
  const auto help = std::find_if(views.begin(), views.end(),
                                 [&app](const OptionView& view) { return view.option == app.get_help_ptr(); });
  if (help != views.end()) std::rotate(help, help + 1, views.end());
  return views;
}

std::vector<std::string> groups_of(const std::vector<OptionView>& options) {
  std::vector<std::string> groups;
  for (const OptionView& option : options) {
    if (!contains(groups, option.group)) groups.push_back(option.group);
  }
  return groups;
}

const OptionView* find_option(const std::vector<OptionView>& options, std::string_view name) {
  for (const OptionView& option : options) {
    if (contains(option.names, name)) return &option;
  }
  return nullptr;
}

std::string usage_of(const CLI::App& app) {
  std::string usage = "corpus " + app.get_name() + " [OPTION...]";
  for (const OptionView& option : options_of(app)) {
    if (!option.is_operand()) continue;
    const std::string name = option.kind + (option.arity == Arity::many ? "..." : "");
    usage += option.option->get_required() ? " " + name : " [" + name + "]";
  }
  return usage;
}

std::string value_text(const OptionView& option) { return option.is_list() ? option.kind + ",..." : option.kind; }

std::string full_description(const OptionView& option) {
  std::string text = option.description;
  if (option.is_list()) text += fmt::format(": {}", fmt::join(option.words, ", "));
  if (option.arity == Arity::many && !option.is_operand()) text += " (repeatable)";
  if (option.arity != Arity::none && !option.standing.empty()) text += fmt::format(" [default: {}]", option.standing);
  return text;
}

// The examples stand in the tree as its footer, two lines each.

void add_examples(CLI::App& app, const std::vector<Example>& examples) {
  std::string footer = app.get_footer();
  for (const Example& example : examples) footer += example.command + "\n" + example.purpose + "\n";
  app.footer(footer);
}

std::vector<Example> examples_of(const CLI::App& app) {
  std::vector<std::string> lines = split(app.get_footer(), '\n');
  std::vector<Example> examples;
  for (std::size_t i = 0; i + 1 < lines.size(); i += 2) examples.push_back({lines[i], lines[i + 1]});
  return examples;
}

std::unique_ptr<CLI::App> new_app(const Command& command) {
  auto app = std::make_unique<CLI::App>(std::string(command.purpose), std::string(command.name));
  app->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app->set_help_flag("-h,--help", "show this page")->group("Help");
  return app;
}

}  // namespace corpus::cmd
