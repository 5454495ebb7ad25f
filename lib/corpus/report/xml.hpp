// SPDX-License-Identifier: MIT
/// \file
/// Text as XML 1.0 holds it, in an element or between quotation marks. Private to this folder.
///
///     write_xml(output, "A & B");   // A &amp; B
///
/// What XML cannot hold is shown: a control as its picture (U+241B for an escape), U+FFFE and U+FFFF as U+FFFD, as are
/// bytes that are not UTF-8.
#pragma once

#include <string_view>

#include "corpus/report/output.hpp"

namespace corpus::report {

void write_xml(Output& output, std::string_view text);

}  // namespace corpus::report
