// SPDX-License-Identifier: MIT
#include "corpus/report/tei.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>

#include "unit/report/capture.hpp"

namespace corpus::report {
namespace {

std::string written(const TeiOptions& options, const std::function<void(TeiWriter&)>& use) {
  Capture capture;
  TeiWriter tei{capture.output(), options};
  use(tei);
  tei.finish();
  return capture.text();
}

/// What stands in the body, of one turn with this text.
std::string content(std::string_view text) {
  const std::string all = written({}, [&](TeiWriter& tei) {
    tei.begin_document("");
    tei.turn(1, "", text);
  });
  const std::size_t begin = all.find("<u n=\"1\">") + 9;
  return all.substr(begin, all.find("</u>\n</div>") - begin);
}

TEST(Tei, HoldsDocumentsSpeakersAndTurns) {
  EXPECT_EQ(written({.program = "corpus 1", .language = "en", .speakers = {"ANNA", "B & C"}},
                    [](TeiWriter& tei) {
                      tei.begin_document("a<.txt");
                      tei.turn(1, "B & C", "Who?");
                      tei.turn(2, "", "Me.");
                      tei.begin_document("\"b\".txt");
                      tei.turn(1, "ANNA", "");
                    }),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>Speakers’ turns</title></titleStmt>
<publicationStmt><p>Made by corpus 1.</p></publicationStmt>
<sourceDesc><p>The documents that the divisions name.</p></sourceDesc>
</fileDesc>
<profileDesc><particDesc><listPerson>
<person xml:id="s1"><persName>ANNA</persName></person>
<person xml:id="s2"><persName>B &amp; C</persName></person>
</listPerson></particDesc></profileDesc>
</teiHeader>
<text xml:lang="en"><body>
<div type="document" n="a&lt;.txt">
<u who="#s2" n="1">Who?</u>
<u n="2">Me.</u>
</div>
<div type="document" n="&quot;b&quot;.txt">
<u who="#s1" n="1"></u>
</div>
</body></text>
</TEI>
)");
}

TEST(Tei, OfNothingHasAnEmptyParagraph) {
  EXPECT_NE(written({}, [](TeiWriter&) {}).find("<body>\n<p/>\n</body>"), std::string::npos);
  EXPECT_NE(written({}, [](TeiWriter& tei) { tei.begin_document("a"); }).find("n=\"a\">\n<p/>\n</div>"),
            std::string::npos);
}

TEST(Tei, EscapesMarkup) { EXPECT_EQ(content("a<b> & \"c\" ]]>"), "a&lt;b&gt; &amp; &quot;c&quot; ]]&gt;"); }

TEST(Tei, KeepsLineEnds) { EXPECT_EQ(content("a\nb\tc\r\nd"), "a\nb\tc&#13;\nd"); }

TEST(Tei, ShowsWhatXmlForbids) {
  EXPECT_EQ(content(std::string_view("\x1b[31m\x01\x00\x7f", 8)), "␛[31m␁␀␡");
  EXPECT_EQ(content("\u0085\uFFFE\uFFFF\uFFFD\U0010FFFF"), "&#x85;\uFFFD\uFFFD\uFFFD\U0010FFFF");
}

TEST(Tei, ReplacesIllFormedBytes) { EXPECT_EQ(content("a\xe9z\xf0\x9f\x98"), "a\uFFFDz\uFFFD"); }

}  // namespace
}  // namespace corpus::report
