// SPDX-License-Identifier: MIT
#include "corpus/report/tei.hpp"

#include <fmt/format.h>

#include "corpus/unicode/utf8.hpp"

namespace corpus::report {
namespace {

constexpr char32_t control_pictures = 0x2400;  ///< that of NUL; those of the other controls follow
constexpr char32_t picture_of_delete = 0x2421;

/// What the character is written as, if not as itself.
std::string replacement(char32_t point) {
  switch (point) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'"':
      return "&quot;";
    case U'\r':
      return "&#13;";
    case U'\n':
    case U'\t':
      return {};
    default:
      break;
  }
  std::string shown;
  if (point < U' ') unicode::append(shown, control_pictures + point);
  if (point == U'\x7F') unicode::append(shown, picture_of_delete);
  // XML allows these, and discourages them.
  if (point >= 0x80 && point < 0xA0) shown = fmt::format("&#x{:X};", static_cast<std::uint32_t>(point));
  if (point == 0xFFFE || point == 0xFFFF) unicode::append(shown, 0xFFFD);
  return shown;
}

}  // namespace

TeiWriter::TeiWriter(Output& output, const TeiOptions& options) : output_(output) { write_header(options); }

void TeiWriter::write_header(const TeiOptions& options) {
  output_.write(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n"
      "<teiHeader>\n"
      "<fileDesc>\n"
      "<titleStmt><title>Speakers’ turns</title></titleStmt>\n"
      "<publicationStmt><p>Made by ");
  write_text(options.program);
  output_.write(
      ".</p></publicationStmt>\n"
      "<sourceDesc><p>The documents that the divisions name.</p></sourceDesc>\n"
      "</fileDesc>\n");
  if (!options.speakers.empty()) {
    output_.write("<profileDesc><particDesc><listPerson>\n");
    for (const std::string& name : options.speakers) {
      speakers_.emplace(name, speakers_.size() + 1);
      output_.write(fmt::format("<person xml:id=\"s{}\"><persName>", speakers_.size()));
      write_text(name);
      output_.write("</persName></person>\n");
    }
    output_.write("</listPerson></particDesc></profileDesc>\n");
  }
  output_.write("</teiHeader>\n<text");
  if (!options.language.empty()) {
    output_.write(" xml:lang=\"");
    write_text(options.language);
    output_.write('"');
  }
  output_.write("><body>\n");
}

void TeiWriter::begin_document(std::string_view name) {
  end_document();
  output_.write("<div type=\"document\" n=\"");
  write_text(name);
  output_.write("\">\n");
  any_document_ = document_open_ = document_empty_ = true;
}

void TeiWriter::turn(std::uint64_t number, std::string_view speaker, std::string_view text) {
  output_.write("<u");
  if (const auto known = speakers_.find(speaker); known != speakers_.end()) {
    output_.write(fmt::format(" who=\"#s{}\"", known->second));
  }
  output_.write(fmt::format(" n=\"{}\">", number));
  write_text(text);
  output_.write("</u>\n");
  document_empty_ = false;
}

void TeiWriter::end_document() {
  if (!document_open_) return;
  if (document_empty_) output_.write("<p/>\n");  // a division may not be empty
  output_.write("</div>\n");
  document_open_ = false;
}

void TeiWriter::finish() {
  end_document();
  if (!any_document_) output_.write("<p/>\n");
  output_.write("</body></text>\n</TEI>\n");
}

void TeiWriter::write_text(std::string_view text) {
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t valid = unicode::valid_prefix(text.substr(at));
    const std::size_t end = at + valid;
    while (at < end) {
      const auto [point, length] = unicode::decode(text, at);
      if (const std::string shown = replacement(point); !shown.empty()) {
        output_.write(text.substr(written, at - written));
        output_.write(shown);
        written = at + length;
      }
      at += length;
    }
    if (at == text.size()) break;
    // Names of files can hold any bytes.
    output_.write(text.substr(written, at - written));
    output_.write("\uFFFD");
    at += unicode::maximal_subpart(text.substr(at));
    written = at;
  }
  if (written < text.size()) output_.write(text.substr(written));
}

}  // namespace corpus::report
