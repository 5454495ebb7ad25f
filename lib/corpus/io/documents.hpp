// SPDX-License-Identifier: MIT
/// \file
/// From one source to the documents in it: most files are one document, an archive or a table holds many.
///
///     io::Documents documents{source, options};
///     while (auto document = documents.next()) count(*document);
///
/// What a file is, is told by its content: gzip, zstd, xz and bzip2 are decompressed, tar and zip give a document for
/// each member (`a.tar.gz!dir/x.txt`), and so on inwards; with `table` set, CSV, TSV and JSON Lines give one for each
/// record (`debates.csv!7`, or the value of the id field after the `!`), CoNLL-U one for each `# newdoc`. One pass,
/// in the order of the file; nothing is unpacked to disk, and no member's name ever names a file. Only bytes that cannot
/// be read twice may be copied there, unlinked: a zip that comes through a pipe or lies in another container, and a
/// long document, until it is settled.
///
/// Members of archives are treated as files of a walk: hidden ones, links, devices, what the globs leave out and what
/// holds NUL bytes are passed over and counted. An archive that a glob or a folder has matched stands for all that is in
/// it. An archive without documents is an Error, and so are two documents of one name.
///
/// A plain file is handed out as it is: no copy, no thread. What is decompressed is read ahead by a thread. Memory: 2 MiB
/// for that, the names of the members, and up to 16 MiB for a document that may have to be read twice.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/io/inputs.hpp"
#include "corpus/io/lent_bytes.hpp"
#include "corpus/io/source.hpp"
#include "corpus/io/table.hpp"

namespace corpus::io {

/// What a file that is neither compressed nor an archive holds, where it is no table.
enum class Content : std::uint8_t { automatic, text, conllu };

struct DocumentOptions {
  /// Bytes that one source may come to when all that is compressed in it is expanded: what comes out of each layer.
  std::uint64_t max_expanded = std::uint64_t{64} << 30;
  std::optional<TableOptions> table = {};
  Content content = Content::automatic;
  /// For members of archives, as for files of a directory.
  std::vector<std::string> include = {};
  std::vector<std::string> exclude = {};
  NulFiles nul_files = NulFiles::pass_over;
  /// Where a copy goes of what cannot be read twice and is too large for memory.
  std::string temporary_folder = "/tmp";
};

/// Documents, one after the other.
class DocumentStream {
 public:
  DocumentStream() = default;
  DocumentStream(const DocumentStream&) = delete;
  DocumentStream& operator=(const DocumentStream&) = delete;
  virtual ~DocumentStream() = default;

  /// The next document, to be read before the next call; nothing at the end. What of it was not read is passed over, and
  /// so is one that could not be read to its end: what follows it may still be whole. Its bytes can be rewound. Throws
  /// Error, naming the file, and the member or record.
  virtual std::optional<Document> next() = 0;

  /// Whether `next` may be called again after it has thrown: with the next member of an archive.
  [[nodiscard]] virtual bool goes_on() const { return false; }
};

/// Wraps the bytes of the file itself, before anything is expanded: to hash them, to show progress. They may be read on
/// another thread for as long as the Documents live, or until these have come to their end, when all bytes were read.
using Watch = std::function<std::unique_ptr<ByteSource>(std::unique_ptr<ByteSource>)>;

class Opener;

class Documents {
 public:
  /// How many containers may lie one in another.
  static constexpr unsigned deepest = 8;

  Documents(const Source& source, const DocumentOptions& options, const Watch& watch = {});
  ~Documents();
  Documents(const Documents&) = delete;
  Documents& operator=(const Documents&) = delete;

  /// As DocumentStream::next. After it has thrown the next call gives what follows the archive's member that is at
  /// fault, or nothing.
  std::optional<Document> next();

  /// Members of archives that were left out so far, and a compressed file of a walk that holds NUL bytes.
  [[nodiscard]] const PassedOver& passed_over() const { return passed_over_; }

 private:
  PassedOver passed_over_;
  std::optional<LentBytes> watched_;  ///< the bytes of the file, where somebody watches
  std::unique_ptr<Opener> opener_;
  std::unique_ptr<DocumentStream> stream_;  ///< none where the source itself was passed over
};

}  // namespace corpus::io
