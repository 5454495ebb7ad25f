// SPDX-License-Identifier: MIT
/// \file
/// Turns as a TEI document, for programs that read XML: a `<u>` for each, with `@who` where it is known who speaks.
///
///     report::TeiWriter tei{output, {.program = "corpus 1.0", .speakers = speakers}};
///     tei.begin_document("a.txt");
///     tei.turn(1, "ANNA", "Who?");    // <u who="#s1" n="1">Who?</u>
///     tei.finish();
///
/// Elements are those of TEI P5, modules core, header, textstructure, spoken and corpus. What XML 1.0 cannot hold is
/// shown (xml.hpp). Cost: linear, nothing is kept but the names.
/// https://tei-c.org/release/doc/tei-p5-doc/en/html/TS.html
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/output.hpp"

namespace corpus::report {

struct TeiOptions {
  std::string_view program = {};           ///< what made it, with its version
  std::string_view language = {};          ///< of the text, as a language tag; empty if unknown
  std::vector<std::string> speakers = {};  ///< all that will speak, each once
};

class TeiWriter {
 public:
  /// Writes the header. Keeps a reference to `output`.
  TeiWriter(Output& output, const TeiOptions& options);

  void begin_document(std::string_view name);
  /// `number` is that in the document; `speaker` one of those of the options, or empty.
  void turn(std::uint64_t number, std::string_view speaker, std::string_view text);
  /// After the last turn. Does not flush the output.
  void finish();

 private:
  void write_header(const TeiOptions& options);
  void end_document();

  Output& output_;
  std::map<std::string, std::size_t, std::less<>> speakers_;  ///< their numbers, from 1
  bool document_open_ = false;
  bool document_empty_ = false;
  bool any_document_ = false;
};

}  // namespace corpus::report
