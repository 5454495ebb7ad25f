// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "break_test_file.hpp"
#include "corpus/unicode/fold.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::conformance {
namespace {

struct ClosePipe {
  void operator()(std::FILE* pipe) const noexcept { pclose(pipe); }
};

/// Debian's package has this file compressed.
std::string read_bzip2(const std::string& path) {
  std::string text;
  const std::unique_ptr<std::FILE, ClosePipe> pipe(popen(("bzip2 -dc '" + path + "' 2>/dev/null").c_str(), "r"));
  std::array<char, 65536> buffer{};
  while (pipe != nullptr) {
    const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
    if (size == 0) break;
    text.append(buffer.data(), size);
  }
  return text.starts_with("# NormalizationTest-15.0.0.txt") ? text : std::string();
}

std::string read_data() {
  std::string text = read_bzip2("/usr/share/unicode/NormalizationTest.txt.bz2");
  if (!text.empty()) return text;
  const auto path = find_data("NormalizationTest.txt");
  if (!path) return {};
  std::ifstream file(*path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// "0044 0307" as UTF-8.
std::string text_of(const std::string& field) {
  std::string text;
  std::istringstream points(field);
  for (std::string point; points >> point;) {
    unicode::append(text, static_cast<char32_t>(std::stoul(point, nullptr, 16)));
  }
  return text;
}

TEST(Conformance, NormalizationTest) {
  const std::string data = read_data();
  if (data.empty()) GTEST_SKIP() << "NormalizationTest.txt of Unicode 15.0 is not here (Debian: unicode-data, bzip2)";
  std::istringstream file(data);
  std::vector<bool> listed(0x110000);
  bool part1 = false;
  std::size_t tests = 0;
  std::string row;
  for (std::size_t line = 1; std::getline(file, row); ++line) {
    if (row.starts_with("@")) part1 = row.starts_with("@Part1 ");
    if (row.empty() || row.starts_with("#") || row.starts_with("@")) continue;
    std::array<std::string, 5> columns;
    std::istringstream fields(row);
    for (std::string& column : columns) {
      std::string field;
      std::getline(fields, field, ';');
      column = text_of(field);
    }
    ++tests;
    if (part1) listed[unicode::decode(columns[0], 0).value] = true;
    for (const std::size_t i : {0U, 1U, 2U}) EXPECT_EQ(unicode::nfc(columns[i]), columns[1]) << "line " << line;
    for (const std::size_t i : {3U, 4U}) EXPECT_EQ(unicode::nfc(columns[i]), columns[3]) << "line " << line;
  }
  EXPECT_GT(tests, 19000U);
  // What part 1 does not list stays as it is.
  for (char32_t point = 0; point < 0x110000; ++point) {
    if (listed[point] || (point >= 0xD800 && point < 0xE000)) continue;
    std::string text;
    unicode::append(text, point);
    ASSERT_EQ(unicode::nfc(text), text) << std::hex << static_cast<unsigned>(point);
  }
}

}  // namespace
}  // namespace corpus::conformance
