// SPDX-License-Identifier: MIT
#include "reference/text/page_style.hpp"

#include <array>

namespace corpus::reference {
namespace {

struct Titles {
  std::vector<std::string> books;
  std::vector<std::string> authors;
  std::vector<std::string> chapters;
  std::string page;
  std::string of;
};

const Titles& titles_in(const std::string& language) {
  static const Titles english{{"THE SALT ROAD", "Notes on Drifting Ice", "A Clerk's Year", "THE LAMPLIGHTER OF ORNE"},
                              {"MARGERY THISTLEWOOD", "A. Quill", "Edmund Farrow", "J. B. Oldacre"},
                              {"The Ferry", "An Unlucky Letter", "WHAT THE MILLER SAW", "In the Attic", "Homewards",
                               "THE THIRD WINTER", "A Game of Draughts"},
                              "Page",
                              "of"};
  static const Titles german{{"DIE SALZSTRASSE", "Über treibendes Eis", "Das Jahr des Schreibers"},
                             {"MARGARETE DISTELHOLZ", "A. Federkiel", "Edmund Ackermann"},
                             {"Die Fähre", "Ein unglücklicher Brief", "WAS DER MÜLLER SAH", "Auf dem Dachboden",
                              "Heimwärts", "DER DRITTE WINTER"},
                             "Seite",
                             "von"};
  static const Titles french{
      {"LA ROUTE DU SEL", "Notes sur les glaces", "L'année du greffier"},
      {"MARGUERITE CHARDON", "A. Plume", "Edmond Laboureur"},
      {"Le bac", "Une lettre malheureuse", "CE QUE VIT LE MEUNIER", "Au grenier", "Le retour", "LE TROISIÈME HIVER"},
      "Page",
      "sur"};
  return language == "de" ? german : language == "fr" ? french : english;
}

std::string roman(std::size_t number) {
  constexpr std::array<std::string_view, 10> kOnes{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
  return std::string(number / 10, 'x') + std::string(kOnes[number % 10]);
}

std::string label_of(const PageStyle& style, std::size_t page) {
  return page <= style.roman_pages ? roman(page) : std::to_string(page - style.roman_pages);
}

/// What recurs below pages or above them, on left pages before the number and on right ones behind it.
std::string beside_number(const std::string& text, const PageStyle& style, std::size_t page) {
  const std::string number = label_of(style, page);
  const std::string gap(style.width > text.size() + 12 ? style.width - text.size() - 6 : 2, ' ');
  return page % 2 == 0 ? number + gap + text : text + gap + number;
}

void choose_furniture(Dice& dice, const std::string& language, PageStyle& style) {
  const Titles& titles = titles_in(language);
  style.header = static_cast<Header>(dice.below(5));
  style.footer = static_cast<Footer>(dice.below(6));
  style.form_feed = static_cast<FormFeed>(dice.below(3));
  style.header_gap = dice.below(3);
  style.footer_gap = dice.below(3);
  style.centred = dice.one_in(3);
  style.title = dice.pick(titles.books);
  style.author = dice.pick(titles.authors);
  style.chapters = titles.chapters;
  style.chapter_pages = dice.between(8, 20);
  style.page_word = titles.page;
  style.of_word = titles.of;
  style.address = dice.one_in(2)
                      ? "https://www.example.org/library/" + std::to_string(dice.below(100000)) + "/read.html"
                      : "www.example.org/" + std::to_string(1990 + dice.below(30)) + "/08/19/some-book";
  style.roman_pages = dice.one_in(10) ? dice.between(3, 14) : 0;
}

}  // namespace

std::string header_of(const PageStyle& style, std::size_t page) {
  switch (style.header) {
    case Header::none:
      break;
    case Header::title:
      return style.title;
    case Header::author_and_title:
      return page % 2 == 0 ? style.author : style.title;
    case Header::number_and_title:
      return beside_number(page % 2 == 0 ? style.author : style.title, style, page);
    case Header::chapter:
      return style.chapters[page / style.chapter_pages % style.chapters.size()];
  }
  return {};
}

std::string footer_of(const PageStyle& style, std::size_t page) {
  std::string number = label_of(style, page);
  switch (style.footer) {
    case Footer::none:
      break;
    case Footer::number:
      return number;
    case Footer::dashed_number:
      return "- " + number + " -";
    case Footer::page_of_pages:
      return style.page_word + " " + number + " " + style.of_word + " " + std::to_string(style.pages);
    case Footer::address:
      return style.address;
    case Footer::address_and_number:
      return style.address + "   " + number + "/" + std::to_string(style.pages);
  }
  return {};
}

PageStyle random_style(Dice& dice, const std::string& language) {
  PageStyle style;
  style.width = dice.between(45, 90);
  style.height = dice.between(25, 60);
  style.margin = dice.one_in(5) ? dice.between(2, 12) : 0;
  style.paragraph_break = dice.one_in(2) ? ParagraphBreak::blank_line : static_cast<ParagraphBreak>(dice.between(1, 2));
  style.indent = dice.between(2, 5);
  style.hyphen = dice.one_in(12) ? "\u2010" : dice.one_in(12) ? "\u00AD" : "-";
  style.splits = dice.one_in(10) ? 0 : dice.one_in(4) ? 400 : 1000;
  style.justified = dice.one_in(7) ? 900 : 0;
  style.trailing = dice.one_in(5) ? 30 : dice.one_in(10) ? 1000 : 0;
  style.stray_blank = dice.one_in(3) ? 2 : 0;
  choose_furniture(dice, language, style);
  const std::size_t ends = dice.below(20);
  style.scribe.line_ends = ends < 4    ? LineEnds::crlf
                           : ends == 4 ? LineEnds::cr
                           : ends == 5 ? LineEnds::mixed
                                       : LineEnds::lf;
  style.scribe.encoding = dice.one_in(15) ? Encoding::utf8_with_mark : Encoding::utf8;
  style.scribe.seed = dice.below(1000);
  return style;
}

}  // namespace corpus::reference
