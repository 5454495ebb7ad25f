// SPDX-License-Identifier: MIT
#include "corpus/text/reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/text/scripted_source.hpp"

namespace corpus::text {
namespace {

using corpus::testing::document_of;
using corpus::testing::problem_of;

/// Bytes that come once, as from a pipe; counts who asks for them.
class OnceSource final : public ByteSource {
 public:
  explicit OnceSource(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(std::span<char> buffer) override {
    const std::size_t size = bytes_.copy(buffer.data(), buffer.size(), at_);
    at_ += size;
    return size;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

std::vector<std::string> texts(Document& document, const ReadOptions& options) {
  Reader reader{document, options};
  std::vector<std::string> found;
  while (const auto block = reader.next()) found.emplace_back(block->text);
  return found;
}

constexpr std::string_view wrapped =
    "The keeper of the upper station wrote down every read-\n"
    "ing of the barometer that winter, and the letters that he\n"
    "sent to the valley were about little else, for nothing had\n"
    "happened on the mountain but weather, and then more of the\n"
    "same weather, until the cable broke in the second week of\n"
    "February and the readings were all that went on as before.\n"
    "\n"
    "Nobody came up for nineteen days, and nobody went down; the\n"
    "bread was gone on the ninth of them, and after that the men\n"
    "lived on the biscuits that were kept for such a case.\n";

TEST(Reader, DecidesHowADocumentIsLaidOut) {
  Document prose = document_of(std::string(wrapped));
  Reader reader{prose, {}};
  const auto block = reader.next();
  ASSERT_TRUE(block);
  EXPECT_EQ(reader.layout(), Layout::wrapped);
  EXPECT_EQ(block->text.substr(0, 72), "The keeper of the upper station wrote down every reading of the baromete");

  Document lines = document_of("One line.\nAnother one, which is a paragraph of its own.\nA third.\n");
  Reader plain{lines, {}};
  ASSERT_TRUE(plain.next());
  EXPECT_EQ(plain.layout(), Layout::plain);
}

TEST(Reader, DoesAsItIsTold) {
  Document document = document_of("one two-\nthree\n");
  EXPECT_EQ(texts(document, {.layout = {.layout = LayoutChoice::plain}}),
            (std::vector<std::string>{"one two-\nthree\n"}));
  document = document_of("one two-\nthree\n");
  EXPECT_EQ(texts(document, {.layout = {.layout = LayoutChoice::wrapped, .dehyphenate = Dehyphenate::always}}),
            (std::vector<std::string>{"one twothree\n"}));
}

TEST(Reader, PlainTextIsReadOnce) {
  Document document{"-", std::make_unique<OnceSource>("One.\nTwo.\n")};
  EXPECT_EQ(texts(document, {}), (std::vector<std::string>{"One.\nTwo.\n"}));
}

TEST(Reader, WhatMustBeReadTwiceCannotBeAPipe) {
  Document document{"pipe", std::make_unique<OnceSource>(std::string(wrapped))};
  Reader reader{document, {}};
  const Problem problem = problem_of([&] { reader.next(); });
  EXPECT_EQ(problem.file, "pipe");
  EXPECT_NE(problem.cause.find("only once"), std::string::npos);
}

TEST(Reader, GivesTurnsByThemselves) {
  Document document = document_of(
      "ANNA: Who was on the roof?\nBEN: I was.\nANNA: And then?\nBEN: Then I came down.\nANNA: Alone?\nBEN: Yes.\n");
  Reader reader{document, {.turns = Turns::without_labels}};
  std::vector<std::string> said;
  std::uint64_t number = 0;
  while (const auto part = reader.next()) {
    EXPECT_EQ(part->turn, ++number);
    EXPECT_EQ(part->place, (Place{number, number % 2 == 1 ? 7U : 6U}));
    said.push_back(std::string(part->speaker) + " " + std::string(part->text));
  }
  EXPECT_EQ(said, (std::vector<std::string>{"ANNA Who was on the roof?\n", "BEN I was.\n", "ANNA And then?\n",
                                            "BEN Then I came down.\n", "ANNA Alone?\n", "BEN Yes.\n"}));
}

TEST(Reader, WithLabelsKeptEveryByteIsRead) {
  const std::string bytes = "Title\n\nA: One.\nB: Two.\nA: Three.\nB: Four.\nA: Five.\nB: Six.\n";
  Document document = document_of(bytes);
  std::string joined;
  for (const std::string& text : texts(document, {.turns = Turns::found})) joined += text;
  EXPECT_EQ(joined, bytes);
}

TEST(Reader, TheChoiceDoesNotDependOnHowTheBytesCome) {
  for (const std::size_t chunk : {1U, 7U, 4096U}) {
    Document document = document_of(std::string(wrapped), {chunk});
    Reader reader{document, {}};
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.layout(), Layout::wrapped) << chunk;
  }
}

TEST(Reader, KnowsTheSizeOfTheDocument) {
  Document document = document_of(std::string(wrapped), {100});
  Reader reader{document, {}};
  while (reader.next()) {
  }
  EXPECT_EQ(reader.bytes_read(), wrapped.size());
}

}  // namespace
}  // namespace corpus::text
