// SPDX-License-Identifier: MIT
#include "corpus/io/conllu.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/io/conllu_splitter.hpp"
#include "corpus/io/documents.hpp"
#include "corpus/io/rewindable.hpp"

namespace corpus::io {
namespace {

/// Of the document that was begun last.
class DocumentBytes final : public ByteSource {
 public:
  explicit DocumentBytes(std::shared_ptr<ConlluSplitter> splitter) : splitter_(std::move(splitter)) {}

  std::size_t read(std::span<char> buffer) override { return splitter_->read(buffer); }

 private:
  std::shared_ptr<ConlluSplitter> splitter_;
};

class ConlluDocuments final : public DocumentStream {
 public:
  ConlluDocuments(std::string name, std::unique_ptr<ByteSource> bytes, std::string temporary_folder)
      : name_(std::move(name)),
        temporary_folder_(std::move(temporary_folder)),
        splitter_(std::make_shared<ConlluSplitter>(std::move(bytes))) {}

  std::optional<Document> next() override;

 private:
  void note(const std::string& name, std::uint64_t line);
  [[nodiscard]] Metadata metadata_of(std::vector<ConlluField> fields) const;

  std::string name_;
  std::string temporary_folder_;
  std::shared_ptr<ConlluSplitter> splitter_;
  std::uint64_t count_ = 0;
  std::unordered_map<std::string, std::uint64_t> lines_;  ///< where the document of this name begins
};

std::optional<Document> ConlluDocuments::next() {
  auto head = splitter_->begin();
  if (!head) return std::nullopt;
  ++count_;
  std::string name = name_;
  if (head->newdoc) name += fmt::format("!{}", head->id.empty() ? fmt::to_string(count_) : head->id);
  note(name, head->line);
  Document document{name, rewindable(std::make_unique<DocumentBytes>(splitter_), name, temporary_folder_)};
  document.metadata = metadata_of(std::move(head->fields));
  document.kind = DocumentKind::conllu;
  document.start = head->start;
  document.offset = head->offset;
  return document;
}

void ConlluDocuments::note(const std::string& name, std::uint64_t line) {
  const auto [known, fresh] = lines_.try_emplace(name, line);
  if (fresh) return;
  throw Error{{.file = name_,
               .line = line,
               .cause = fmt::format("a second document with the id {}; the first begins in line {}",
                                    name.substr(name_.size() + 1), known->second),
               .hint = "give one of them another id"}};
}

Metadata ConlluDocuments::metadata_of(std::vector<ConlluField> fields) const {
  Metadata metadata;
  for (ConlluField& field : fields) {
    const bool known = std::any_of(metadata.begin(), metadata.end(),
                                   [&](const Field& other) { return other.name == field.field.name; });
    if (known) {
      throw Error{{.file = name_,
                   .line = field.line,
                   .cause = "meta::" + field.field.name + " a second time in one document",
                   .hint = "give it one value"}};
    }
    metadata.push_back(std::move(field.field));
  }
  return metadata;
}

/// Whether it is what the first row of a sentence can be.
bool is_first_row(std::string_view row) {
  constexpr std::size_t tabs = 9;
  if (std::count(row.begin(), row.end(), '\t') != tabs) return false;
  const std::string_view id = row.substr(0, row.find('\t'));
  if (id == "1" || id == "0.1") return true;
  return id.size() > 2 && id.starts_with("1-") && id.find_first_not_of("0123456789", 2) == std::string_view::npos;
}

}  // namespace

bool looks_like_conllu(std::string_view start) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (start.starts_with(byte_order_mark)) start.remove_prefix(byte_order_mark.size());
  while (!start.empty()) {
    const std::size_t end = std::min(start.find_first_of("\r\n"), start.size());
    const std::string_view line = start.substr(0, end);
    if (!line.empty() && !line.starts_with('#')) return is_first_row(line);
    start.remove_prefix(std::min(end + 1, start.size()));
  }
  return false;
}

std::unique_ptr<DocumentStream> open_conllu(std::string name, std::unique_ptr<ByteSource> bytes,
                                            std::string temporary_folder) {
  return std::make_unique<ConlluDocuments>(std::move(name), std::move(bytes), std::move(temporary_folder));
}

}  // namespace corpus::io
