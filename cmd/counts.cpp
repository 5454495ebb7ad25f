// SPDX-License-Identifier: MIT
#include "cmd/counts.hpp"

#include <fmt/format.h>

#include <array>
#include <memory>

#include "corpus/compare/lock_file.hpp"
#include "corpus/error.hpp"
#include "corpus/io/peeking_source.hpp"
#include "corpus/report/number.hpp"
#include "corpus/report/writer.hpp"

namespace corpus::cmd {

FileKind kind_of(Document& document) {
  auto bytes = std::make_unique<io::PeekingSource>(std::move(document.bytes));
  const std::string_view front = bytes->front(count::counts_mark.size());
  FileKind kind = FileKind::text;
  if (front == count::counts_mark) {
    kind = FileKind::counts;
  } else if (front.starts_with('#') ||
             front.starts_with('<')) {  // of others no more is waited for: a user may type them
    if (compare::begins_lock(bytes->front(compare::lock_front))) kind = FileKind::lock;
  }
  document.bytes = std::move(bytes);
  return kind;
}

std::string_view name_of(FileKind kind) {
  constexpr std::array<std::string_view, 3> names{"text", "counts file", "lock"};
  return names[static_cast<std::size_t>(kind)];
}

bool is_counts_file(Document& document) {
  const FileKind kind = kind_of(document);
  if (kind != FileKind::lock) return kind == FileKind::counts;
  throw Error{{.file = document.name,
               .cause = "this is a lock file, no text",
               .hint = fmt::format("corpus diff {} FOLDER compares texts with it, --exclude leaves it out of a folder",
                                   document.name)}};
}

void refuse_counts_file(Document& document, std::string_view what) {
  if (!is_counts_file(document)) return;
  throw Error{{.file = document.name,
               .cause = fmt::format("a counts file holds no running text, which {} need", what),
               .hint = "give the texts themselves"}};
}

void refuse_cut_list(const count::CountsReader& list) {
  const std::string& cut = list.header().cut;
  if (cut == "none") return;
  throw Error{{.file = list.name(),
               .line = 1,
               .cause = fmt::format("the list was cut ({})", cut),
               .hint = "count again without that"}};
}

void write_counts_row(report::Output& output, std::string_view type, std::uint64_t freq, std::uint64_t range) {
  report::write_tsv_field(output, type);
  for (const std::uint64_t value : {freq, range}) {
    output.write('\t');
    char* const begin = output.room(report::longest_number);
    output.advance(static_cast<std::size_t>(report::print_count(begin, value) - begin));
  }
  output.write('\n');
}

void write_counts(report::Output& output, const count::CountsHeader& header, const count::FrequencyList& list,
                  const std::vector<text::TypeId>& types) {
  output.write(count::format_header(header));
  for (const text::TypeId id : types) {
    write_counts_row(output, list.types[id], list.entries[id].freq, list.entries[id].range);
  }
}

}  // namespace corpus::cmd
