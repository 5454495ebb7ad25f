// SPDX-License-Identifier: MIT
#include "corpus/io/opener.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/io/archive.hpp"
#include "corpus/io/archive_stream.hpp"
#include "corpus/io/conllu.hpp"
#include "corpus/io/decompress.hpp"
#include "corpus/io/kept.hpp"
#include "corpus/io/lent_bytes.hpp"
#include "corpus/io/nul_scan.hpp"
#include "corpus/io/read_ahead.hpp"
#include "corpus/io/rewindable.hpp"
#include "corpus/io/table.hpp"

namespace corpus::io {
namespace {

constexpr std::size_t kBuffer = std::size_t{64} * 1024;

/// What is done with the part of a document that nobody has read.
enum class Rest : std::uint8_t { check, skip };

/// One document, and nothing is left to read below it when the next is asked for.
class OneDocument final : public DocumentStream {
 public:
  OneDocument(std::string name, std::unique_ptr<ByteSource> bytes, Rest rest)
      : name_(std::move(name)), bytes_(std::move(bytes)), rest_(rest) {}

  std::optional<Document> next() override {
    if (!given_) {
      given_ = true;
      return Document{std::move(name_), bytes_.lend()};
    }
    // An Error that the reader was thrown is not thrown again.
    if (rest_ == Rest::check && !bytes_.failed()) bytes_.drain();
    bytes_.call_back();
    return std::nullopt;
  }

 private:
  std::string name_;
  LentBytes bytes_;
  Rest rest_;
  bool given_ = false;
};

/// The same for documents of which the bytes hold several.
class SeveralDocuments final : public DocumentStream {
 public:
  SeveralDocuments(LentBytes bytes, std::unique_ptr<DocumentStream> documents)
      : bytes_(std::move(bytes)), documents_(std::move(documents)) {}

  std::optional<Document> next() override {
    if (auto document = documents_->next()) return document;
    bytes_.drain();
    bytes_.call_back();
    return std::nullopt;
  }

  [[nodiscard]] bool goes_on() const override { return documents_->goes_on(); }

 private:
  LentBytes bytes_;
  std::unique_ptr<DocumentStream> documents_;
};

/// Whether the first row after comments is whole: then more bytes change nothing.
bool holds_first_row(std::string_view front) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (front.starts_with(kByteOrderMark)) front.remove_prefix(kByteOrderMark.size());
  while (!front.empty() && (front[0] == '#' || front[0] == '\n' || front[0] == '\r')) {
    const std::size_t end = front.find('\n');
    if (end == std::string_view::npos) return false;
    front.remove_prefix(end + 1);
  }
  const bool may_be_row = front.empty() || (front[0] >= '0' && front[0] <= '9');
  return !may_be_row || front.find('\n') != std::string_view::npos;
}

}  // namespace

Opener::Opener(const DocumentOptions& options, PassedOver& passed_over)
    : options_(options),
      filter_(options.include, options.exclude),
      passed_over_(passed_over),
      expansion_(std::make_shared<Expansion>(options.max_expanded)),
      buffer_(std::make_unique_for_overwrite<char[]>(kBuffer)) {}

void Opener::note_name(const std::string& name, std::string origin) {
  const auto [known, fresh] = names_.try_emplace(name, std::move(origin));
  if (fresh) return;
  throw Error{{.file = name,
               .cause = "a document given twice, as " + known->second + " and as " + origin,
               .hint = "give each document once"}};
}

std::unique_ptr<DocumentStream> Opener::open(Where where, std::unique_ptr<ByteSource> bytes, const Source* at_rest) {
  auto peeking = std::make_unique<PeekingSource>(std::move(bytes));
  std::string_view front = peeking->more();
  for (std::size_t had = 0; front.size() > had && may_become_container(front);) {
    had = front.size();
    front = peeking->more();
  }
  const Container container = container_of(front);
  if (container == Container::none) return open_leaf(std::move(where), std::move(peeking));
  if (where.depth++ == Documents::deepest) {
    throw Error{{.file = where.name,
                 .cause = "more than " + std::to_string(Documents::deepest) + " containers lie one in another here",
                 .hint = "unpack the outer ones"}};
  }
  if (container == Container::zip) return open_zip(std::move(where), std::move(peeking), at_rest);
  if (container == Container::tar) {
    auto archive = Archive::tar(where.name, std::move(peeking));
    return std::make_unique<ArchiveStream>(*this, std::move(where), std::move(archive));
  }
  return open_compressed(std::move(where), container, std::move(peeking));
}

std::unique_ptr<DocumentStream> Opener::open_compressed(Where where, Container format,
                                                        std::unique_ptr<ByteSource> bytes) {
  bytes = decompress(format, std::move(bytes), where.name);
  // Of layers one in another the outermost has most to do, and a thread for each small member would not pay.
  if (where.depth == 1) bytes = std::make_unique<ReadAhead>(std::move(bytes));
  bytes = std::make_unique<BoundedSource>(std::move(bytes), where.name, expansion_);
  return open(std::move(where), std::move(bytes));
}

std::unique_ptr<DocumentStream> Opener::open_zip(Where where, std::unique_ptr<ByteSource> bytes,
                                                 const Source* at_rest) {
  std::shared_ptr<const Kept> kept = at_rest != nullptr ? at_rest->at_rest() : nullptr;
  if (!kept) {
    auto copy = std::make_shared<Kept>(where.name, options_.temporary_folder, Kept::usual_memory);
    copy->append_all(*bytes);
    kept = std::move(copy);
  }
  auto archive = Archive::zip(where.name, kept);
  return std::make_unique<ArchiveStream>(*this, std::move(where), std::move(archive));
}

bool Opener::is_conllu(PeekingSource& bytes) const {
  if (options_.content != Content::automatic) return options_.content == Content::conllu;
  constexpr std::size_t kMost = std::size_t{1} << 20;
  std::string_view front = bytes.seen();
  for (std::size_t had = 0; front.size() > had && front.size() < kMost && !holds_first_row(front);) {
    had = front.size();
    front = bytes.more();
  }
  return looks_like_conllu(front);
}

/// Further on than this looks, a NUL byte is an Error when it is read: to look for it would cost a copy on disk.
bool Opener::looks_binary(ByteSource& bytes) const {
  try {
    return holds_nul(bytes, Kept::usual_memory - kBuffer, {buffer_.get(), kBuffer});
  } catch (const Error&) {
    return false;  // the reader will meet it again, and then it is known which document cannot be read
  }
}

std::unique_ptr<DocumentStream> Opener::open_leaf(Where where, std::unique_ptr<PeekingSource> peeking) {
  const bool conllu = !options_.table && is_conllu(*peeking);
  std::unique_ptr<ByteSource> bytes = peeking->release();
  if (!bytes) bytes = rewindable(std::move(peeking), where.name, options_.temporary_folder);
  const bool unasked = where.in_archive || (where.found == Found::in_walk && (where.depth > 0 || !where.looked_into));
  if (unasked && options_.nul_files == NulFiles::pass_over) {
    if (looks_binary(*bytes)) {
      ++passed_over_.nul_files;
      return nullptr;
    }
    bytes->rewind();
  }
  if (!options_.table && !conllu) {
    const Rest rest = where.in_archive ? Rest::skip : Rest::check;
    return std::make_unique<OneDocument>(std::move(where.name), std::move(bytes), rest);
  }
  bytes->settle();
  LentBytes lent{std::move(bytes)};
  auto documents = options_.table ? open_table(where.name, lent.lend(), *options_.table)
                                  : open_conllu(where.name, lent.lend(), options_.temporary_folder);
  return std::make_unique<SeveralDocuments>(std::move(lent), std::move(documents));
}

}  // namespace corpus::io
