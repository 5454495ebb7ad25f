// SPDX-License-Identifier: MIT
// The escapes are those of RFC 8259, section 7; how many U+FFFD stand for ill-formed bytes is from the Unicode
// Standard, table 3-8 and its text on maximal subparts.
#include "corpus/report/json.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "capture.hpp"

namespace corpus::report {
namespace {

std::string json(std::string_view text, JsonEscapes escapes = JsonEscapes::minimal) {
  Capture capture;
  write_json_string(capture.output(), text, escapes);
  std::string written = capture.text();
  if (escapes == JsonEscapes::minimal) {
    std::string appended = "[";
    append_json_string(appended, text);
    EXPECT_EQ(appended, "[" + written);
  }
  return written;
}

TEST(JsonString, EscapesWhatJsonDemands) {
  EXPECT_EQ(json(""), R"("")");
  EXPECT_EQ(json("snow"), R"("snow")");
  EXPECT_EQ(json("say \"a\\b\""), R"("say \"a\\b\"")");
  EXPECT_EQ(json("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(json(std::string_view{"\0\x1b\x1f", 3}), R"("\u0000\u001b\u001f")");
}

TEST(JsonString, LeavesEverythingElse) {
  EXPECT_EQ(json("é/雪 👩‍🌾 שלג"), "\"é/雪 👩‍🌾 שלג\"");
  EXPECT_EQ(json("\x7f\u009b\u2028\u202e"), "\"\x7f\u009b\u2028\u202e\"");
}

TEST(JsonString, ForATerminalEscapesWhatWouldMoveIt) {
  EXPECT_EQ(json("\x7f\u009b\u2028\u202e é", JsonEscapes::visible), R"("\u007f\u009b\u2028\u202e é")");
}

TEST(JsonString, ReplacesIllFormedBytes) {
  EXPECT_EQ(json("caf\xe9!"), "\"caf\uFFFD!\"");
  EXPECT_EQ(json("\xe2\x82"), "\"\uFFFD\"");
  EXPECT_EQ(json("\xc0\xaf"), "\"\uFFFD\uFFFD\"");
  EXPECT_EQ(json("\x61\xf1\x80\x80\xe1\x80\xc2\x62\x80\x63\x80\xbf\x64"),
            "\"a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd\"");
}

TEST(JsonWriter, KeepsOrderAndNests) {
  Capture capture;
  JsonWriter json{capture.output()};
  json.begin_object().key("version").value("0.1.0").key("threads").value(8).key("below").value(-1);
  json.key("inputs").begin_array();
  json.begin_object().key("name").value("a\n").key("size").value(std::size_t{3}).end_object();
  json.begin_object().end_object().value("x").end_array();
  json.key("none").begin_array().end_array().key("on").value(true).key("off").value(false).key("nothing").null();
  json.key("third").value(1.0 / 3).key("nan").value(std::numeric_limits<double>::quiet_NaN());
  json.key("largest").value(std::numeric_limits<std::uint64_t>::max()).end_object();
  EXPECT_EQ(capture.text(), R"({
  "version": "0.1.0",
  "threads": 8,
  "below": -1,
  "inputs": [
    {
      "name": "a\n",
      "size": 3
    },
    {},
    "x"
  ],
  "none": [],
  "on": true,
  "off": false,
  "nothing": null,
  "third": 0.333333333333,
  "nan": null,
  "largest": 18446744073709551615
}
)");
}

}  // namespace
}  // namespace corpus::report
