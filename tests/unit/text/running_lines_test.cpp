// SPDX-License-Identifier: MIT
#include "corpus/text/running_lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/text/running_lines_mark.hpp"
#include "unit/text/wrapped_reading.hpp"

namespace corpus::text {
namespace {

using corpus::testing::read_wrapped;

TEST(PageMark, numbersLabelsAndAddresses) {
  for (const char* mark : {"12", "- 12 -", "[12]", "xii", "12/30", "\u2013 7 \u2013", "* 3 *"}) {
    EXPECT_EQ(page_mark(mark), PageMark::number) << mark;
  }
  for (const char* mark : {"Page 12", "page ii of 169", "Seite 3 von 20", "p. 4", "www.example.org 17",
                           "https://example.org/a/b.html   4/76", "www.example.org/x   i/111"}) {
    EXPECT_EQ(page_mark(mark), PageMark::label) << mark;
  }
  EXPECT_EQ(page_mark("https://www.example.org/read.html"), PageMark::address);
  EXPECT_EQ(page_mark("someone@example.org"), PageMark::address);
  for (const char* none : {"", "12 men", "in 1912.", "12.", "Chapter 12", "I", "mill", "civil", "page", "Page of",
                           "https://example.org/end.", "a@b", "123456", "- -", "12, 13", "922 0 0"}) {
    EXPECT_EQ(page_mark(none), PageMark::none) << none;
  }
}

TEST(PageMark, romanNumbers) {
  for (const char* roman : {"i", "iv", "xii", "XLIX", "MCMXCIX", "viii"}) EXPECT_TRUE(is_roman_number(roman)) << roman;
  for (const char* none : {"", "iix", "civil", "xiiiii", "iVx", "abc", "vv", "il"}) {
    EXPECT_FALSE(is_roman_number(none)) << none;
  }
}

/// A book of pages: `lines` lines of a text that runs through them, with what `before` and `after` give for each page.
template <typename Before, typename After>
std::string book(std::size_t pages, std::size_t lines, Before before, After after) {
  std::string text;
  std::size_t number = 0;
  for (std::size_t page = 1; page <= pages; ++page) {
    text += before(page);
    for (std::size_t line = 0; line < lines; ++line) {
      ++number;
      text += "and then the number " + std::to_string(1000 + number * 7) + " was called out by the clerk in the\n";
    }
    text += after(page);
  }
  return text;
}

std::string nothing(std::size_t) { return ""; }

std::string number_of(std::size_t page) { return std::to_string(page); }

TEST(RunningLines, recurringHeadersInsideSentences) {
  const std::string plain = read_wrapped(book(6, 20, nothing, nothing)).text;
  const auto title = [](std::size_t page) { return page == 1 ? "" : "A HISTORY OF THE COAST\n"; };
  EXPECT_EQ(read_wrapped(book(6, 20, title, nothing)).text, plain);
  const auto numbered = [](std::size_t page) {
    return page % 2 == 0 ? number_of(page) + "      Edith Farrow\n\n" : "The Coast      " + number_of(page) + "\n\n";
  };
  EXPECT_EQ(read_wrapped(book(12, 20, numbered, nothing)).text,
            plain.substr(0, 0) + read_wrapped(book(12, 20, nothing, nothing)).text);
}

TEST(RunningLines, headersRecurHoweverTheyBegin) {
  const std::vector<std::string> romans = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
  const std::string plain = read_wrapped(book(12, 20, nothing, nothing)).text;
  const auto headers = [&](std::size_t page) -> std::vector<std::string> {
    const std::string& roman = romans[page - 1];
    return {number_of(page * 9) + " The coast and its people, a history",
            roman + " The coast and its people, a history",
            "The coast and its people, a history " + roman,
            "The coast " + roman,
            "Coast, " + number_of(page * 9) + ": its people",
            std::string(1 + page % 3, ' ') + "A" + std::string(1 + page % 4, ' ') + "history of the coast",
            "The  coast" + std::string(1 + page % 4, ' ') + "and its people",
            "I" + std::string(page % 2 == 0 ? "\t" : " ") + "walk along the coast and write"};
  };
  for (std::size_t i = 0; i < headers(1).size(); ++i) {
    const auto header = [&](std::size_t page) { return headers(page)[i] + "\n\n"; };
    EXPECT_TRUE(read_wrapped(book(12, 20, header, nothing)).text == plain) << headers(2)[i];
  }
}

TEST(RunningLines, pageNumbersAlone) {
  const std::string plain = read_wrapped(book(6, 20, nothing, nothing)).text;
  const auto number = [](std::size_t page) { return "\n" + number_of(page) + "\n\n"; };
  const auto feed = [](std::size_t page) { return number_of(page) + "\n\f"; };
  const auto label = [](std::size_t page) { return "Page " + number_of(page) + " of 6\n\n"; };
  const auto address = [](std::size_t page) { return "\n\nwww.example.org " + number_of(page) + "\n"; };
  const auto roman = [](std::size_t page) { return std::string(page, 'i') + "\n\f\n"; };
  EXPECT_EQ(read_wrapped(book(6, 20, nothing, number)).text, plain);
  EXPECT_EQ(read_wrapped(book(6, 20, nothing, feed)).text, plain);
  EXPECT_EQ(read_wrapped(book(6, 20, nothing, label)).text, plain);
  EXPECT_EQ(read_wrapped(book(6, 20, nothing, address)).text, plain);
  EXPECT_EQ(read_wrapped(book(3, 20, nothing, roman)).text, read_wrapped(book(3, 20, nothing, nothing)).text);
}

TEST(RunningLines, footerFormFeedAndHeaderAroundASplitWord) {
  EXPECT_EQ(read_wrapped("the seven old ter-\n\n12\n\f A Chapter Header\n\nritories lie.\n").text,
            "the seven old territories lie.\n");
  EXPECT_EQ(read_wrapped("the seven old ter-\n- 12 -\nritories lie.\n").text, "the seven old territories lie.\n");
}

TEST(RunningLines, oneFooterAndACaptionBetweenHalvesOfASentence) {
  const std::string page =
      "The harbour was built by those who came here first, and they\n"
      "had brought their own timber with them over the water, which\n";
  EXPECT_EQ(
      read_wrapped(page + "\nThe old harbour, as it was\nseen from the hill. About 1890\n\n\nwww.example.org 17\n\n"
                          "explains why so much of it is oak.\n")
          .text,
      "The harbour was built by those who came here first, and they "
      "had brought their own timber with them over the water, which explains why so much of it is oak.\n");
}

TEST(RunningLines, headingsThatRecurStay) {
  std::string text;
  for (int i = 1; i <= 12; ++i) {
    text += "CHAPTER " + std::to_string(i) + "\n\n";
    text += "The clerk called number " + std::to_string(i * 17) +
            " and then he wrote\nit down in the book that lay before him.\n\n";
    text +=
        "* * *\n\nNobody answered to it for " + std::to_string(i * 31) + " days, and\nso it was struck out again.\n\n";
  }
  const std::string read = read_wrapped(text).text;
  for (int i = 1; i <= 12; ++i) EXPECT_NE(read.find("CHAPTER " + std::to_string(i) + "\n"), std::string::npos) << i;
  std::size_t stars = 0;
  for (std::size_t at = read.find("* * *"); at != std::string::npos; at = read.find("* * *", at + 1)) ++stars;
  EXPECT_EQ(stars, 12U);
}

TEST(RunningLines, aTextRepeatedLosesNothing) {
  const std::string once =
      "The clerk, whose name was\nPeter Ashby of Thornholm, had\nwritten all of it down.\n\n"
      "What he wrote was given to\nMargaret\nwho read it.\n\n";
  const std::string read = read_wrapped(once).text;
  std::string ten;
  std::string expected;
  for (int i = 0; i < 10; ++i) {
    ten += once;
    expected += read;
  }
  EXPECT_EQ(read_wrapped(ten).text, expected);
}

TEST(RunningLines, linesOfTextThatRecurStay) {
  // The last line of a paragraph, and a first one that fills the line, though both recur with others around them.
  std::string text;
  for (int i = 0; i < 30; ++i) {
    text += "It was on the " + std::to_string(i * 13) + "th day after that one that he went to see the\nMayor.\n\n";
    text += "another " + std::to_string(i * 29) + " days had to go by before it was known to all that the old\n";
    text += "Mayor of Thornholm had been seen with the clerk on the road to the sea,\n";
    text += "walking slowly past house number " + std::to_string(i * 7) + " and talking to no one at all.\n\n";
  }
  const std::string read = read_wrapped(text).text;
  std::size_t mayors = 0;
  for (std::size_t at = read.find("Mayor"); at != std::string::npos; at = read.find("Mayor", at + 1)) ++mayors;
  EXPECT_EQ(mayors, 60U);
}

TEST(RunningLines, addressesInTheTextStay) {
  EXPECT_EQ(
      read_wrapped("You will find all of it under the following address, that is\nhttps://example.org/a/b.html\n"
                   "and nowhere else.\n")
          .text,
      "You will find all of it under the following address, that is https://example.org/a/b.html and nowhere else.\n");
}

TEST(RunningLines, kept) {
  const LayoutOptions keep{.running_lines = RunningLines::keep};
  EXPECT_EQ(read_wrapped("the seven old\n\n12\n\nterritories lie.\n", {.options = keep}).text,
            "the seven old\n12\nterritories lie.\n");
  const auto number = [](std::size_t page) { return number_of(page) + "\n\f"; };
  const std::string read = read_wrapped(book(6, 20, nothing, number), {.options = keep}).text;
  EXPECT_NE(read.find("in the 3 and then"), std::string::npos);
}

}  // namespace
}  // namespace corpus::text
