// SPDX-License-Identifier: MIT
/// \file
/// What --within takes: the unit of text that something does not reach beyond.
///
///     add_choice(app, "--within", options.within, within_names, "what windows do not reach beyond");
#pragma once

#include <array>

#include "cmd/values.hpp"
#include "corpus/text/unit_borders.hpp"

namespace corpus::cmd {

inline constexpr std::array<Named<text::Within>, 4> within_names{{{"sentence", text::Within::sentence},
                                                                  {"turn", text::Within::turn},
                                                                  {"paragraph", text::Within::paragraph},
                                                                  {"doc", text::Within::document}}};

}  // namespace corpus::cmd
