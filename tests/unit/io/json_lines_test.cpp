// SPDX-License-Identifier: MIT
#include "corpus/io/json_lines.hpp"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tables.hpp"

namespace corpus::io {
namespace {

using namespace std::string_literals;
using testing::text_of;

testing::Taken<Record> read(const std::string& bytes, std::vector<std::size_t> sizes = {},
                            JsonLinesOptions options = {}) {
  const auto records = open_json_lines(text_of(bytes, std::move(sizes)), options);
  return testing::take_all<Record>([&] { return records->next(); });
}

/// `name=value` for each field, with the initial of its kind: `year=n:2020`.
std::vector<std::string> shown(const Record& record) {
  std::vector<std::string> fields;
  for (const auto& [field, kind] : record.fields) {
    fields.push_back(field.name + "=" + "tnbax"[static_cast<int>(kind)] + ":" + field.value);
  }
  return fields;
}

std::vector<std::string> fields_of(const std::string& line) {
  const auto [records, problem] = read(line);
  if (problem) ADD_FAILURE() << Error{*problem}.what();
  return records.empty() ? std::vector<std::string>{} : shown(records[0]);
}

std::string cause_of(const std::string& line) {
  const auto [records, problem] = read(line);
  EXPECT_TRUE(problem) << line;
  return problem ? problem->cause : "";
}

using Fields = std::vector<std::string>;

TEST(JsonLines, ScalarsKeepTheirSpelling) {
  EXPECT_EQ(fields_of(R"({"a": "x", "b": 1.50, "c": true, "d": false, "e": null, "f": -0, "g": 1E+400 })"),
            (Fields{"a=t:x", "b=n:1.50", "c=b:true", "d=b:false", "e=x:", "f=n:-0", "g=n:1E+400"}));
  EXPECT_EQ(fields_of(R"({"id":123456789012345678901234567890})"), (Fields{"id=n:123456789012345678901234567890"}));
  EXPECT_EQ(fields_of("{}"), Fields{});
}

TEST(JsonLines, StringsAreUnescaped) {
  EXPECT_EQ(fields_of(R"({"a":"q\" b\\ s\/ n\n t\t \u00e9 \ud83d\ude00","k\u0065y":""})"),
            (Fields{"a=t:q\" b\\ s/ n\n t\t é \U0001F600", "key=t:"}));
}

TEST(JsonLines, ObjectsAreFlattened) {
  EXPECT_EQ(fields_of(R"({"a":{"b":1,"c":{"d":"x"}},"e":{},"f":2})"), (Fields{"a.b=n:1", "a.c.d=t:x", "f=n:2"}));
}

TEST(JsonLines, ArraysAreTheirText) {
  EXPECT_EQ(fields_of(R"({"a": [ 1 , "x, y" , [ ] , { "k\"\u0065" : [ null ] , "l" : { } } , true ], "b": []})"),
            (Fields{R"(a=a:[1,"x, y",[],{"k\"\u0065":[null],"l":{}},true])", "b=a:[]"}));
}

TEST(JsonLines, RecordsAreNumberedAndBlankLinesPassedOver) {
  const auto [records, problem] = read("{\"a\":1}\r\n\n \t\n{\"a\":2}\n{\"a\":3}");
  ASSERT_FALSE(problem);
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[1].number, 2U);
  EXPECT_EQ(records[1].line, 4U);
  EXPECT_EQ(records[2].number, 3U);
  EXPECT_EQ(records[2].line, 5U);
}

TEST(JsonLines, ALineThatIsNoObject) {
  EXPECT_EQ(cause_of("[1,2]"), "record 1 is an array, not an object");
  for (const char* line : {"\"a\"", "-1.5e3", "true", "null", "hello", "}"}) {
    EXPECT_EQ(cause_of(line), "record 1 is no JSON object") << line;
  }
  const auto [records, problem] = read("{\"a\":1}\n\n[]\n");
  EXPECT_EQ(records.size(), 1U);
  ASSERT_TRUE(problem);
  EXPECT_EQ(
      Error{*problem}.what(),
      "a.csv:3: record 2 is an array, not an object (hint: jq -c '.[]' writes the objects of an array one a line)"s);
}

TEST(JsonLines, MalformedObjects) {
  EXPECT_EQ(cause_of("{"), "record 1 is no whole JSON object");
  EXPECT_EQ(cause_of(R"({"a":"x)"), "record 1 ends within a string");
  EXPECT_EQ(cause_of("{\"a\":\"x\ty\"}"), "record 1 has a control character in a string that is not escaped");
  for (const char* line : {R"({"a":"\x"})", R"({"\x":1})", R"({"a":["\x"]})", R"({"a":[{"\x":1}]})"}) {
    EXPECT_EQ(cause_of(line), "record 1 has a string with a malformed escape") << line;
  }
  for (const char* line : {R"({"a":1,})", R"({"a" 1})", R"({a:1})", R"({"a":01})", R"({"a":1.})", R"({"a":+1})",
                           R"({"a":tru})", R"({"a":NaN})", R"({"a":[1 2]})", R"({"a":[1,]})", R"({"a":[1}})",
                           R"({"a":1}})", R"({"a":1} {"b":2})", R"({"a":[12abc]})", R"({"a":1 "b":2})"}) {
    EXPECT_EQ(cause_of(line), "record 1 is malformed JSON") << line;
  }
}

TEST(JsonLines, AFieldTwice) {
  EXPECT_EQ(cause_of(R"({"a":1,"b":2,"a":3})"), "record 1 has the field 'a' twice");
  EXPECT_EQ(cause_of(R"({"a":{"b":1},"a.b":3})"), "record 1 has the field 'a.b' twice");
}

TEST(JsonLines, Nesting) {
  const auto nested = [](int depth) {
    return "{\"a\":" + std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']') + "}";
  };
  EXPECT_EQ(fields_of(nested(400)).size(), 1U);
  EXPECT_EQ(cause_of(nested(2000)), "record 1 is nested more than 500 deep");
  EXPECT_EQ(cause_of(nested(2000000)), "record 1 is nested more than 500 deep");
  std::string objects = "1";
  for (int i = 0; i < 2000; ++i) objects = "{\"a\":" + objects + "}";
  EXPECT_EQ(cause_of(objects), "record 1 is nested more than 500 deep");
}

TEST(JsonLines, HalfASurrogatePair) {
  const std::string line = R"({"a":"\\ud83d é\ud83d","b":["\ude00\ud83d\ude00"]})";
  const auto [records, problem] = read(line);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->cause, R"(record 1 has half a surrogate pair, \ud83d, in column 16)");
  EXPECT_EQ(problem->hint, "--invalid replace");
  const auto mended = read(line, {}, {.invalid = unicode::OnInvalid::replace});
  ASSERT_FALSE(mended.problem);
  EXPECT_EQ(shown(mended.items.at(0)), (Fields{"a=t:\\ud83d é\uFFFD", R"(b=a:["\ufffd\ud83d\ude00"])"}));
}

/// Names and values of strings in the DOM, which validates on its own; numbers keep out of it.
void flatten(Fields& fields, const std::string& prefix, simdjson::dom::element element) {
  using simdjson::dom::element_type;
  switch (element.type()) {
    case element_type::OBJECT: {
      const simdjson::dom::object object = element;
      for (const auto field : object) {
        flatten(fields, prefix + (prefix.empty() ? "" : ".") + std::string(field.key), field.value);
      }
      break;
    }
    case element_type::ARRAY:
      fields.push_back(prefix + "=a:" + simdjson::minify(element));
      break;
    case element_type::STRING:
      fields.push_back(prefix + "=t:" + std::string(std::string_view(element)));
      break;
    case element_type::NULL_VALUE:
      fields.push_back(prefix + "=x:");
      break;
    case element_type::BOOL:
      fields.push_back(prefix + "=b:" + (bool(element) ? "true" : "false"));
      break;
    default:
      fields.push_back(prefix + "=n:" + simdjson::minify(element));
  }
}

/// All short strings of these letters, of which few are numbers.
TEST(JsonLines, TakesTheNumbersThatTheDomTakes) {
  simdjson::dom::parser parser;
  int good = 0;
  for (int code = 1; code < 7 * 7 * 7 * 7 * 7; ++code) {
    std::string number;
    for (int rest = code; rest > 0; rest /= 7) number += "?-+.01e"[rest % 7];
    if (number.find('?') != std::string::npos) continue;
    const bool expected = parser.parse("[" + number + "]").error() == simdjson::SUCCESS;
    const auto [records, problem] = read("{\"a\":" + number + "}");
    ASSERT_EQ(!problem, expected) << number;
    if (!expected) continue;
    ++good;
    ASSERT_EQ(shown(records.at(0)), Fields{"a=n:" + number});
  }
  EXPECT_GT(good, 200);
}

/// Whatever the line, it is taken if simdjson's other parser takes it, and gives the same fields.
TEST(JsonLines, AsTheDomReadsThem) {
  std::mt19937 random(6);
  simdjson::dom::parser parser;
  int good = 0;
  const std::vector<std::string> pieces{"{",     "}",     "{\"a\":", "\"b\":",  ",",    ":",    "[",
                                        "]",     "\"x\"", "\"\\n\"", "\"\\x\"", "1",    "null", "ab",
                                        "\"é\"", "\"",    " ",       "0",       "true", "\"\\", "{}"};
  for (int round = 0; round < 50000; ++round) {
    const std::string line = "{\"k\":" + testing::random_of(random, pieces, 7) + (random() % 4 == 0 ? "" : "}");
    simdjson::dom::element root;
    const bool accepted = parser.parse(line).get(root) == simdjson::SUCCESS && root.is_object();
    Fields expected;
    if (accepted) flatten(expected, "", root);
    // What stands in the next line, which is none, must not be taken for a part of it.
    const auto [records, problem] = read(line + "\n\"}]1,\"x\":2}\n");
    if (records.empty() && problem->cause.ends_with("twice")) continue;
    ASSERT_EQ(records.size(), accepted ? 1U : 0U) << line;
    if (!accepted) continue;
    ++good;
    ASSERT_EQ(shown(records.at(0)), expected) << line;
  }
  EXPECT_GT(good, 500);
}

}  // namespace
}  // namespace corpus::io
