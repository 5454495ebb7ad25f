// SPDX-License-Identifier: MIT
/// \file
/// Turns in texts as they come, read from their files and archives. The texts are not part of the project.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/io/documents.hpp"
#include "corpus/text/reader.hpp"

namespace corpus::text {
namespace {

const std::filesystem::path texts = std::filesystem::path(CORPUS_SHARED_DIR) / "texts";

io::Source source_of(const std::filesystem::path& path) {
  return io::find_sources({.inputs = {path.string()}}).sources.at(0);
}

/// The file in texts/interviews whose name begins so.
std::optional<std::filesystem::path> interview(std::string_view prefix) {
  if (!std::filesystem::is_directory(texts / "interviews")) return std::nullopt;
  for (const auto& entry : std::filesystem::directory_iterator(texts / "interviews")) {
    if (entry.path().filename().string().starts_with(prefix)) return entry.path();
  }
  return std::nullopt;
}

std::string bytes_of(Document& document) {
  std::string bytes;
  std::array<char, 65536> buffer{};
  for (std::size_t size = 0; (size = document.bytes->read(buffer)) > 0;) bytes.append(buffer.data(), size);
  return bytes;
}

struct Found {
  std::vector<std::string> turns;  ///< what is said in each
  std::vector<std::uint64_t> lost;
};

Found turns_of(Document& document) {
  ReadOptions options;
  options.turns = Turns::without_labels;
  Reader reader{document, options};
  Found found;
  while (const auto block = reader.next()) {
    if (block->begins_turn) found.turns.emplace_back();
    if (block->turn != 0) found.turns.back() += block->text;
  }
  for (const LostBoundary& boundary : reader.marker().lost()) found.lost.push_back(boundary.place.line);
  return found;
}

Found turns_of(const std::filesystem::path& path) {
  Document document = source_of(path).open();
  return turns_of(document);
}

/// Lines that begin as grep -E '^\*\*[^*]+:\*\*' finds them.
std::size_t count_marked_lines(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::size_t star = line.starts_with("**") ? line.find('*', 2) : std::string_view::npos;
    if (star != std::string_view::npos && star > 3 && line[star - 1] == ':' && line.substr(star).starts_with("**"))
      ++count;
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return count;
}

TEST(TurnsOfRealTexts, PodcastsInAnArchive) {
  if (!std::filesystem::exists(texts / "podcasts.tar.zst")) GTEST_SKIP() << "the podcasts are not here";
  const io::Source source = source_of(texts / "podcasts.tar.zst");
  io::Documents documents{source, {}};
  int number = 0;
  while (auto document = documents.next()) {
    if (++number % 8 != 0) continue;
    const std::size_t expected = count_marked_lines(bytes_of(*document));
    EXPECT_GT(expected, 0U) << document->name;
    ASSERT_TRUE(document->bytes->rewind());
    EXPECT_EQ(turns_of(*document).turns.size(), expected) << document->name;
  }
  EXPECT_EQ(number, 353);
}

/// grep -c '^-' finds 48 turns; read by eye, these three others lack their hyphen.
TEST(TurnsOfRealTexts, AnInterviewFromTheWeb) {
  const auto path = interview("001");
  if (!path) GTEST_SKIP() << "the interviews are not here";
  const auto [turns, lost] = turns_of(*path);
  ASSERT_EQ(turns.size(), 48U);
  EXPECT_EQ(lost, (std::vector<std::uint64_t>{29, 35, 83}));
  Document document = source_of(*path).open();
  std::string text = bytes_of(document);
  while (text.ends_with('\n')) text.pop_back();
  const std::string footer = text.substr(text.rfind('\n') + 1);
  EXPECT_EQ(turns.back().find(footer), std::string::npos);
}

/// grep -cE '^ ?- ' finds 30.
TEST(TurnsOfRealTexts, AnInterviewFromAPdf) {
  const auto path = interview("004");
  if (!path) GTEST_SKIP() << "the interviews are not here";
  EXPECT_EQ(turns_of(*path).turns.size(), 30U);
}

}  // namespace
}  // namespace corpus::text
