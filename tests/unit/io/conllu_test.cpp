// SPDX-License-Identifier: MIT
#include "corpus/io/conllu.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/io/documents.hpp"
#include "reference/text/conllu.hpp"
#include "unit/text/random_conllu.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::io {
namespace {

using namespace std::string_literals;
using corpus::testing::document_of;
using corpus::testing::problem_of;
using corpus::testing::random_conllu;

const std::string a_row = "1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n";

struct Found {
  std::string name;
  std::string bytes;
  Metadata metadata;
  std::uint64_t line = 0;
  std::uint64_t offset = 0;
};

std::string all_of(ByteSource& bytes, std::size_t at_once = 1000) {
  std::string all;
  std::string buffer(at_once, '\0');
  while (const std::size_t size = bytes.read(buffer)) all += buffer.substr(0, size);
  return all;
}

std::vector<Found> split(const std::string& file, const std::vector<std::size_t>& sizes = {},
                         std::size_t at_once = 1000) {
  const auto documents = open_conllu("f", document_of(file, sizes).bytes);
  std::vector<Found> found;
  while (auto document = documents->next()) {
    EXPECT_EQ(document->kind, DocumentKind::conllu);
    EXPECT_EQ(document->start.column, 1U);
    const std::string bytes = all_of(*document->bytes, at_once);
    EXPECT_TRUE(document->bytes->rewind());
    EXPECT_EQ(all_of(*document->bytes), bytes);
    found.push_back({document->name, bytes, document->metadata, document->start.line, document->offset});
  }
  return found;
}

std::vector<std::string> names(const std::vector<Found>& documents) {
  std::vector<std::string> found;
  for (const Found& document : documents) found.push_back(document.name);
  return found;
}

TEST(ConlluDocuments, AFileWithoutNewdocIsOneDocument) {
  for (const std::string& file :
       {a_row + "\n", a_row, "# sent_id = newdoc\n" + a_row, "# newdocument\n" + a_row, ""s}) {
    const auto documents = split(file);
    ASSERT_EQ(documents.size(), 1U);
    EXPECT_EQ(documents[0].name, "f");
    EXPECT_EQ(documents[0].bytes, file);
  }
}

TEST(ConlluDocuments, BeginWithTheCommentsOfTheirFirstSentence) {
  const std::string first = "# global.columns = ID\n# newdoc id = x 1\n# sent_id = 1\n" + a_row + "\n";
  const std::string second = "# sent_id = 2\n#newdoc\n" + a_row + "\n\n";
  const std::string third = "# newpar\n# newdoc\tid=\n" + a_row;
  const auto documents = split(first + second + third);
  EXPECT_EQ(names(documents), (std::vector{"f!x 1"s, "f!2"s, "f!3"s}));
  EXPECT_EQ(documents[0].bytes, first);
  EXPECT_EQ(documents[1].bytes, second);
  EXPECT_EQ(documents[2].bytes, third);
  EXPECT_EQ(documents[1].offset, first.size());
  EXPECT_EQ(documents[2].offset, first.size() + second.size());
  EXPECT_EQ(documents[0].line, 1U);
  EXPECT_EQ(documents[1].line, 6U);
  EXPECT_EQ(documents[2].line, 11U);
}

TEST(ConlluDocuments, RowsBeforeTheFirstNewdocAreADocument) {
  const auto documents = split(a_row + "\n# newdoc id = b\n" + a_row);
  EXPECT_EQ(names(documents), (std::vector{"f"s, "f!b"s}));
}

TEST(ConlluDocuments, CommentsAloneBeforeTheFirstNewdocAreNone) {
  const std::string before = "\n# global.columns = ID\n\n";
  const auto documents = split(before + "# newdoc id = b\n" + a_row);
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].name, "f!b");
  EXPECT_EQ(documents[0].offset, before.size());
  EXPECT_EQ(documents[0].line, 4U);
}

TEST(ConlluDocuments, ANewdocWithoutRowsIsADocument) {
  const auto documents = split("# newdoc id = a\n\n# newdoc id = b\n" + a_row);
  EXPECT_EQ(names(documents), (std::vector{"f!a"s, "f!b"s}));
  EXPECT_EQ(documents[0].bytes, "# newdoc id = a\n\n");
}

TEST(ConlluDocuments, TheFirstNewdocOfASentenceCounts) {
  EXPECT_EQ(names(split("# newdoc id = a\n# newdoc id = b\n" + a_row)), (std::vector{"f!a"s}));
}

TEST(ConlluDocuments, HaveTheMetadataOfTheirHead) {
  const auto documents =
      split("# newdoc id = a\n# meta::genre = academic\n# genre = no\n#meta::title=a = b \n# meta::x\n" + a_row +
            "\n# meta::late = no\n" + a_row + "\n# meta::year = 2020\r\n# newdoc id = b\r\n" + a_row);
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].metadata, (Metadata{{"genre", "academic"}, {"title", "a = b"}}));
  EXPECT_EQ(documents[1].metadata, (Metadata{{"year", "2020"}}));
}

TEST(ConlluDocuments, AByteOrderMarkHidesNothing) {
  const auto documents = split("\xEF\xBB\xBF# newdoc id = a\n" + a_row);
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].name, "f!a");
  EXPECT_EQ(documents[0].offset, 0U);
}

TEST(ConlluDocuments, TwoOfOneIdAreAnErrorThatNamesBothLines) {
  const auto read_all = [](const std::string& file) {
    const auto documents = open_conllu("f", document_of(file).bytes);
    while (documents->next()) {
    }
  };
  const Problem problem = problem_of(
      [&] { read_all("# x\n# newdoc id = a\n" + a_row + "\n# newdoc id = b\n" + a_row + "\n# x\n# newdoc id = a\n"); });
  EXPECT_EQ(problem.file, "f");
  EXPECT_EQ(problem.line, 9U);
  EXPECT_EQ(problem.cause, "a second document with the id a; the first begins in line 2");
  // A number can be an id too.
  EXPECT_EQ(problem_of([&] { read_all("# newdoc id = 2\n" + a_row + "\n# newdoc\n" + a_row); }).line, 4U);
  const Problem twice = problem_of([&] { read_all("# newdoc id = a\n# meta::g = 1\n# meta::g = 1\n"); });
  EXPECT_EQ(twice.line, 3U);
  EXPECT_EQ(twice.cause, "meta::g a second time in one document");
}

TEST(ConlluDocuments, CanBePassedOver) {
  const auto documents =
      open_conllu("f", document_of("# newdoc\n" + a_row + "\n# newdoc\n" + a_row + "\n# newdoc\n" + a_row).bytes);
  EXPECT_EQ(documents->next()->name, "f!1");
  auto second = documents->next();
  char byte = ' ';
  EXPECT_EQ(second->bytes->read({&byte, 1}), 1U);
  EXPECT_EQ(byte, '#');
  const auto third = documents->next();
  EXPECT_EQ(all_of(*third->bytes), "# newdoc\n" + a_row);
  EXPECT_FALSE(documents->next());
}

TEST(ConlluDocuments, LinesOfAnyLengthGoThrough) {
  const std::string words(3 << 20, 'x');
  const std::string first = "# newdoc id = a\n# text = " + words + "\n1\t" + words + "\n\n# text = " + words + "\n";
  const std::string second = "# newdoc id = b\n# text = # newdoc\n" + a_row;
  const auto documents = split(first + second);
  ASSERT_EQ(names(documents), (std::vector{"f!a"s, "f!b"s}));
  EXPECT_TRUE(documents[0].bytes == first) << "of " << documents[0].bytes.size() << " bytes";
  EXPECT_EQ(documents[1].line, 6U);
}

/// Endless, and counts.
class OneLine final : public ByteSource {
 public:
  explicit OneLine(std::size_t& given) : given_(given) {}
  std::size_t read(std::span<char> buffer) override {
    std::fill(buffer.begin(), buffer.end(), '#');
    given_ += buffer.size();
    return buffer.size();
  }

 private:
  std::size_t& given_;
};

TEST(ConlluDocuments, NoLineIsWaitedForToItsEnd) {
  std::size_t given = 0;
  const auto documents = open_conllu("f", std::make_unique<OneLine>(given));
  const auto document = documents->next();
  std::string buffer(std::size_t{1} << 20, ' ');
  for (int i = 0; i < 4; ++i) EXPECT_GT(document->bytes->read(buffer), 0U);
  EXPECT_LT(given, std::size_t{8} << 20);
}

TEST(ConlluDocuments, AgreeWithTheTwinOnRandomFiles) {
  std::mt19937 random(12);
  for (int round = 0; round < 300; ++round) {
    const std::string_view line_end = std::array{"\n", "\r\n", "\r"}[random() % 3];
    const std::string file = random_conllu(
        random, {.sentences = round % 50 == 0 ? 1500U : 1 + random() % 20U, .documents = true, .line_end = line_end});
    const auto expected = reference::conllu_documents(file, reference::ConlluColumn::form);
    std::vector<std::size_t> sizes;
    if (random() % 2 == 0) sizes = {1 + random() % 30, 1 + random() % 300};
    const auto found = split(file, sizes, 1 + random() % 200);
    ASSERT_EQ(found.size(), expected.size()) << file;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::uint64_t end = i + 1 < expected.size() ? expected[i + 1].begin : file.size();
      const std::string number = std::to_string(i + 1);
      EXPECT_EQ(found[i].name, !expected[i].newdoc ? "f" : "f!" + (expected[i].id.empty() ? number : expected[i].id));
      EXPECT_EQ(found[i].bytes, file.substr(expected[i].begin, end - expected[i].begin));
      EXPECT_EQ(found[i].offset, expected[i].begin);
      EXPECT_EQ(found[i].line, expected[i].line);
    }
    if (HasFailure()) FAIL() << "round " << round << '\n' << file.substr(0, 3000);
  }
}

TEST(LooksLikeConllu, AsksForARowOfTenColumns) {
  EXPECT_TRUE(looks_like_conllu(a_row));
  EXPECT_TRUE(looks_like_conllu("\xEF\xBB\xBF# newdoc\r\n# text = a\r\n\r\n" + a_row));
  EXPECT_TRUE(looks_like_conllu("1-12\tal" + a_row.substr(3)));
  EXPECT_TRUE(looks_like_conllu("0.1\tal" + a_row.substr(3)));
  for (const std::string text :
       {"", "#", "# A heading\n", "# A heading\n\nIt snowed.\n", "1\ta\tb\n", "1. It snowed.\n"}) {
    EXPECT_FALSE(looks_like_conllu(text)) << text;
  }
  EXPECT_FALSE(looks_like_conllu("2" + a_row.substr(1)));
  EXPECT_FALSE(looks_like_conllu("id" + a_row.substr(1)));
  EXPECT_FALSE(looks_like_conllu("1-" + a_row.substr(1)));
  EXPECT_FALSE(looks_like_conllu("\t" + a_row));
  const std::string start = "# text = a\n" + a_row;
  const std::size_t last_tab = start.rfind('\t');
  for (std::size_t size = 0; size < start.size(); ++size) {
    EXPECT_EQ(looks_like_conllu(start.substr(0, size)), size > last_tab) << size;
  }
}

}  // namespace
}  // namespace corpus::io
