// SPDX-License-Identifier: MIT
#include "cmd/remark.hpp"

#include <cstdio>
#include <string>

#include "corpus/report/safety.hpp"

namespace corpus::cmd {

void remark(std::string_view text) {
  const std::string line = "corpus: " + report::visible(text) + "\n";
  (void)std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace corpus::cmd
