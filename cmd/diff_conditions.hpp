// SPDX-License-Identifier: MIT
/// \file
/// --fail-on: conditions on the figures of `corpus diff`.
///
///     const Conditions conditions{"removed > 0 || jsd > 0.02"};    // before anything is read
///     for (const std::string& held : conditions.that_hold(comparison)) remark(held);
#pragma once

#include <string>
#include <vector>

#include "cmd/diff_figures.hpp"
#include "corpus/expr/expression.hpp"

namespace corpus::cmd {

class Conditions {
 public:
  /// Throws UsageError where it cannot be read, and where a name in it is no figure.
  explicit Conditions(std::string_view given);

  /// The figures that it asks for.
  [[nodiscard]] const std::vector<FigureSource>& figures() const { return figures_; }

  /// Of the parts that || joins, those that hold, each with its figures: `removed > 0 (removed is 2)`. Throws Error where
  /// a figure is asked for that is not defined, or that these sides do not tell.
  [[nodiscard]] std::vector<std::string> that_hold(Comparison& comparison) const;

 private:
  struct Part {
    std::string text;
    expr::Expression expression;
  };

  std::vector<Part> parts_;
  std::vector<FigureSource> figures_;
};

}  // namespace corpus::cmd
