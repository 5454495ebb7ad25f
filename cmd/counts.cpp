// SPDX-License-Identifier: MIT
#include "cmd/counts.hpp"

#include "corpus/report/number.hpp"
#include "corpus/report/writer.hpp"

namespace corpus::cmd {

void write_counts_row(report::Output& output, std::string_view type, std::uint64_t freq, std::uint64_t range) {
  report::write_tsv_field(output, type);
  for (const std::uint64_t value : {freq, range}) {
    output.write('\t');
    char* const begin = output.room(report::longest_number);
    output.advance(static_cast<std::size_t>(report::print_count(begin, value) - begin));
  }
  output.write('\n');
}

}  // namespace corpus::cmd
