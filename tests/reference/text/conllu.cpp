// SPDX-License-Identifier: MIT
#include "reference/text/conllu.hpp"

#include <map>
#include <optional>
#include <regex>

namespace corpus::reference {
namespace {

struct Line {
  std::string text;
  std::size_t begin = 0;
};

std::vector<Line> lines_of(std::string_view file) {
  std::vector<Line> lines(1);
  for (std::size_t at = 0; at < file.size(); ++at) {
    const char c = file[at];
    if (c == '\r' && at + 1 < file.size() && file[at + 1] == '\n') continue;
    if (c == '\n' || c == '\r') {
      lines.push_back({"", at + 1});
    } else {
      lines.back().text += c;
    }
  }
  return lines;
}

std::vector<std::string> parts_of(const std::string& text, char mark) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == mark) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// The lines up to an empty one that hold a row, and the comments and empty lines before them.
struct Sentence {
  std::vector<std::string> comments;
  std::vector<Line> rows;
  Line first;              ///< of its comments and rows
  std::size_t number = 0;  ///< of the line with its first row
};

std::vector<Sentence> sentences_of(const std::vector<Line>& lines) {
  std::vector<Sentence> sentences;
  Sentence sentence;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.text.empty()) {
      if (!sentence.rows.empty()) sentences.push_back(sentence);
      sentence = {};
      continue;
    }
    if (sentence.comments.empty() && sentence.rows.empty()) sentence.first = line;
    if (line.text[0] == '#') {
      sentence.comments.push_back(line.text);
    } else {
      if (sentence.rows.empty()) sentence.number = i + 1;
      sentence.rows.push_back(line);
    }
  }
  if (!sentence.rows.empty()) sentences.push_back(sentence);
  return sentences;
}

/// NAME to VALUE of the comments `# NAME = VALUE`, and NAME to nothing of the others.
std::map<std::string, std::string> said(const std::vector<std::string>& comments) {
  static const std::regex shape("#[ \t]*(.*?)[ \t]*(=[ \t]*(.*?)[ \t]*)?");
  std::map<std::string, std::string> said;
  for (const std::string& comment : comments) {
    std::smatch found;
    const std::string start = comment.substr(0, 200);
    if (std::regex_match(start, found, shape)) said.emplace(found[1], found[3]);
  }
  return said;
}

class Reading {
 public:
  explicit Reading(ConlluColumn column) : column_(static_cast<std::size_t>(column)) {}

  void add(const Sentence& sentence) {
    const auto says = said(sentence.comments);
    const bool newdoc = says.count("newdoc") + says.count("newdoc id") > 0;
    if (newdoc || documents_.empty()) begin_document(sentence, newdoc, says);
    std::optional<std::string> speaker;
    if (says.count("speaker_id") > 0) speaker = says.at("speaker_id");
    if (says.count("speaker") > 0) speaker = says.at("speaker");
    const bool new_turn = speaker != speaker_;
    if (new_turn && speaker) ++turns_;
    speaker_ = speaker;
    if (fresh_ || newdoc || new_turn || says.count("newpar") + says.count("newpar id") > 0) begin_paragraph();
    ++sentence_;
    add_rows(sentence);
  }

  std::vector<ConlluDocument> finish() {
    end_paragraph();
    return documents_;
  }

 private:
  void begin_document(const Sentence& sentence, bool newdoc, const std::map<std::string, std::string>& says) {
    end_paragraph();
    ConlluDocument document;
    document.newdoc = newdoc;
    if (says.count("newdoc id") > 0) document.id = says.at("newdoc id");
    document.begin = documents_.empty() && !newdoc ? 0 : sentence.first.begin;
    document.line = sentence.number - sentence.comments.size();
    if (document.begin == 0) document.line = 1;
    documents_.push_back(document);
    sentence_ = paragraph_ = turns_ = 0;
    speaker_.reset();
    fresh_ = true;
  }

  void begin_paragraph() {
    end_paragraph();
    ++paragraph_;
    fresh_ = false;
  }

  void end_paragraph() {
    if (documents_.empty() || documents_.back().text.empty()) return;
    std::string& text = documents_.back().text;
    if (text.back() == ' ' && space_) text.pop_back();
    if (text.back() != '\n') text += '\n';
  }

  void add_rows(const Sentence& sentence) {
    long covered = 0;
    ConlluToken surface;
    for (std::size_t i = 0; i < sentence.rows.size(); ++i) {
      const Line& row = sentence.rows[i];
      const auto cells = parts_of(row.text, '\t');
      if (cells[0].find('.') != std::string::npos) continue;
      const bool range = cells[0].find('-') != std::string::npos;
      if (!range && std::stol(cells[0]) <= covered) {
        if (column_ != 1) add_token(surface, cells);
        continue;
      }
      surface = {.form = cells[1],
                 .begin = row.begin + cells[0].size() + 1,
                 .end = row.begin + cells[0].size() + 1 + cells[1].size(),
                 .line = sentence.number + i,
                 .column = cells[0].size() + 2};
      space_ = true;
      for (const std::string& item : parts_of(cells[9], '|')) space_ = space_ && item != "SpaceAfter=No";
      documents_.back().text += cells[1];
      if (space_) documents_.back().text += ' ';
      if (range) covered = std::stol(cells[0].substr(cells[0].find('-') + 1));
      if (!range || column_ == 1) add_token(surface, cells);
    }
  }

  void add_token(ConlluToken token, const std::vector<std::string>& cells) {
    token.value = cells[column_ == 0 ? 1 : column_];
    if (column_ == 2 && (token.value == "_" || token.value.empty())) token.value = cells[1];
    token.sentence = sentence_;
    token.paragraph = paragraph_;
    token.turn = speaker_ ? turns_ : 0;
    token.speaker = speaker_.value_or("");
    const bool range = cells[0].find('-') != std::string::npos;
    token.lemma = range || cells[2] == "_" ? "" : cells[2];
    token.upos = range || cells[3] == "_" ? "" : cells[3];
    documents_.back().tokens.push_back(token);
  }

  std::vector<ConlluDocument> documents_;
  std::size_t column_;
  std::uint64_t sentence_ = 0;
  std::uint64_t paragraph_ = 0;
  std::uint64_t turns_ = 0;
  std::optional<std::string> speaker_;
  bool space_ = true;  ///< after the last form
  bool fresh_ = true;  ///< the document has no paragraph yet
};

}  // namespace

std::vector<ConlluDocument> conllu_documents(std::string_view file, ConlluColumn column) {
  Reading reading(column);
  for (const Sentence& sentence : sentences_of(lines_of(file))) reading.add(sentence);
  return reading.finish();
}

}  // namespace corpus::reference
