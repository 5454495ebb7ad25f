// SPDX-License-Identifier: MIT
#include "corpus/report/tei.hpp"

#include <fmt/format.h>

#include "corpus/report/xml.hpp"

namespace corpus::report {

TeiWriter::TeiWriter(Output& output, const TeiOptions& options) : output_(output) { write_header(options); }

void TeiWriter::write_header(const TeiOptions& options) {
  output_.write(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n"
      "<teiHeader>\n"
      "<fileDesc>\n"
      "<titleStmt><title>Speakers’ turns</title></titleStmt>\n"
      "<publicationStmt><p>Made by ");
  write_xml(output_, options.program);
  output_.write(
      ".</p></publicationStmt>\n"
      "<sourceDesc><p>The documents that the divisions name.</p></sourceDesc>\n"
      "</fileDesc>\n");
  if (!options.speakers.empty()) {
    output_.write("<profileDesc><particDesc><listPerson>\n");
    for (const std::string& name : options.speakers) {
      speakers_.emplace(name, speakers_.size() + 1);
      output_.write(fmt::format("<person xml:id=\"s{}\"><persName>", speakers_.size()));
      write_xml(output_, name);
      output_.write("</persName></person>\n");
    }
    output_.write("</listPerson></particDesc></profileDesc>\n");
  }
  output_.write("</teiHeader>\n<text");
  if (!options.language.empty()) {
    output_.write(" xml:lang=\"");
    write_xml(output_, options.language);
    output_.write('"');
  }
  output_.write("><body>\n");
}

void TeiWriter::begin_document(std::string_view name) {
  end_document();
  output_.write("<div type=\"document\" n=\"");
  write_xml(output_, name);
  output_.write("\">\n");
  any_document_ = document_open_ = document_empty_ = true;
}

void TeiWriter::turn(std::uint64_t number, std::string_view speaker, std::string_view text) {
  output_.write("<u");
  if (const auto known = speakers_.find(speaker); known != speakers_.end()) {
    output_.write(fmt::format(" who=\"#s{}\"", known->second));
  }
  output_.write(fmt::format(" n=\"{}\">", number));
  write_xml(output_, text);
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

}  // namespace corpus::report
