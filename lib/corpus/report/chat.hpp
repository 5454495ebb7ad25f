// SPDX-License-Identifier: MIT
/// \file
/// Turns as a CHAT transcript, for CLAN and TalkBank: one document, a line for each sentence of a turn.
///
///     report::ChatWriter chat{output, {.document = "a.txt", .language = "eng", .speakers = speakers}};
///     chat.turn("MAREN HOLT", "Less than you’d hope. And more.");
///     chat.finish();
///
///     *MAR:	Less than you’d hope.
///     *MAR:	And more.
///
/// Speakers have codes of three letters, made of their names and told apart; who is unknown is UNK. Line ends in the text
/// are spaces; a line that ends with none of `. ? !` gets a full stop, because each must have one. Nothing else is
/// transcribed as CHAT wants it (numbers in words, what is in brackets). Cost: linear, nothing is kept but the names.
/// https://talkbank.org/0info/manuals/CHAT.html
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/output.hpp"
#include "corpus/unicode/abbreviations.hpp"

namespace corpus::report {

struct ChatOptions {
  std::string_view program = {};           ///< what made it, with its version
  std::string_view document = {};          ///< its name
  std::string_view language = {};          ///< ISO 639-3; empty is `und`
  std::string_view locale = {};            ///< a language tag: which abbreviations end no sentence
  std::vector<std::string> speakers = {};  ///< all that will speak, each once; an empty one is the unknown
};

class ChatWriter {
 public:
  /// Writes the header. Keeps a reference to `output`.
  ChatWriter(Output& output, const ChatOptions& options);

  /// `speaker` is one of those of the options; `text` is well-formed UTF-8.
  void turn(std::string_view speaker, std::string_view text);
  /// After the last turn. Does not flush the output.
  void finish();

 private:
  Output& output_;
  unicode::Abbreviations abbreviations_;
  std::map<std::string, std::string, std::less<>> codes_;
};

/// Codes for names, in their order: the first three letters of the Latin alphabet in capitals, if nobody before has them;
/// else one or two of them and a number; UNK for the empty name.
std::vector<std::string> chat_codes(const std::vector<std::string>& names);

}  // namespace corpus::report
