// SPDX-License-Identifier: MIT
/// \file
/// What is known of one document when corpora are compared, without its text: a line of `corpus.lock`.
///
///     Recorder recorder;                              // one a thread
///     recorder.start_document();
///     while (…) recorder.add(tokens);
///     DocumentRecord record = recorder.finish_document();   // path, bytes and sha256 are the caller's to add
///     …
///     FrequencyList counts = std::move(recorder).take();    // of all its documents, from the same reading
///
/// `words` is a hash of the types in order: a document that was re-wrapped, re-encoded or packed keeps it. The types'
/// hashes t (similarity::stable_hash) are folded by h = (rotate_left(h, 23) ^ t) * 0x9E3779B97F4A7C15 from h = 0, and at
/// the end scramble(h ^ tokens). Two documents of different words agree by chance once in 2^64; nobody who wants to
/// deceive is kept from it.
///
/// Costs the counting of the tokens, and a few instructions more a token. Memory: the vocabulary, and about 350 bytes a
/// record.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/count/frequency_list.hpp"
#include "corpus/similarity/minhash.hpp"
#include "corpus/similarity/shingles.hpp"
#include "corpus/text/tokenizer.hpp"

namespace corpus::compare {

struct DocumentRecord {
  std::string path;         ///< below what was named: see record_paths.hpp
  std::uint64_t bytes = 0;  ///< of the document: unpacked, but not decoded
  std::string sha256 = {};  ///< of those bytes, 64 hexadecimal digits
  std::uint64_t tokens = 0;
  std::uint64_t types = 0;
  std::uint64_t words = 0;  ///< hash of the types in order; of a document without tokens too
  similarity::Signature signature = similarity::empty_signature();  ///< of the shingles of three types

  bool operator==(const DocumentRecord&) const = default;
};

class Recorder {
 public:
  /// What is added from here on is of the next document.
  void start_document();
  void add(const text::Tokens& tokens);
  [[nodiscard]] DocumentRecord finish_document();

  /// How often the types occur in all documents that were recorded.
  [[nodiscard]] count::FrequencyList take() &&;

 private:
  struct Type {
    std::uint64_t hash = 0;
    std::uint64_t freq = 0;
    std::uint64_t range = 0;
    std::uint64_t document = 0;  ///< that held it last, from 1
  };

  void learn_types();

  text::Vocabulary vocabulary_;
  std::vector<Type> types_;  ///< by TypeId
  std::uint64_t tokens_ = 0;
  std::uint64_t documents_ = 0;
  DocumentRecord record_;
  similarity::Shingles shingles_;
  similarity::MinHash sketch_;
};

}  // namespace corpus::compare
