// SPDX-License-Identifier: MIT
/// \file
/// CoNLL-U files as inputs: where one document ends and the next begins. What the rows mean, text/conllu.hpp knows.
///
///     auto documents = io::open_conllu(name, std::move(bytes));
///     while (auto document = documents->next()) …   // "gum.conllu!GUM_academic_art", "gum.conllu!2"
///
/// A document begins with the comments before a sentence if `# newdoc` is one of them. It is called `file.conllu!ID`
/// where that says `# newdoc id = ID`, else `file.conllu!N`, N being its number, from 1. What stands before the first
/// `# newdoc` is the first document if it holds rows; it is named as the file, and so is all of a file without
/// `# newdoc`. Comments of the form `# meta::NAME = VALUE` before its first row are a document's metadata. Places and
/// offsets are those of the file.
///
/// The bytes are looked at as ASCII: a file in UTF-16 is one document. Linear in the bytes. Memory: 1 MiB, the names
/// of the documents, and what `rewindable` keeps.
/// https://universaldependencies.org/format.html
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/document.hpp"

namespace corpus::io {

/// Whether a file that starts so is CoNLL-U: after comments comes a row of ten columns whose first is 1, 1-N or 0.1. So
/// much of the start is needed that this row is whole.
bool looks_like_conllu(std::string_view start);

class DocumentStream;

/// `name` is the file's; `temporary_folder` is for `rewindable`. As documents are read it throws Error where two have
/// one name, or a field of the metadata comes twice.
std::unique_ptr<DocumentStream> open_conllu(std::string name, std::unique_ptr<ByteSource> bytes,
                                            std::string temporary_folder = "/tmp");

}  // namespace corpus::io
