// SPDX-License-Identifier: MIT
/// \file
/// What pages look like: how wide and long they are, what stands above and below the text of each, and how lines and
/// pages end.
///
///     const PageStyle style = random_style(dice);
///     header_of(style, 12);        // "THE SALT ROAD          12"
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reference/dice.hpp"
#include "reference/text/scribe.hpp"

namespace corpus::reference {

enum class ParagraphBreak : std::uint8_t { blank_line, indent, both };

enum class Header : std::uint8_t { none, title, author_and_title, number_and_title, chapter };

enum class Footer : std::uint8_t { none, number, dashed_number, page_of_pages, address, address_and_number };

enum class FormFeed : std::uint8_t { none, own_line, before_next_line };

struct PageStyle {
  std::size_t width = 70;   ///< columns, the margin not counted
  std::size_t height = 40;  ///< lines of text on a page
  std::size_t margin = 0;   ///< spaces before each line
  ParagraphBreak paragraph_break = ParagraphBreak::blank_line;
  std::size_t indent = 3;       ///< of a paragraph's first line, if it has one
  std::string hyphen = "-";     ///< what is added where a word is split
  std::size_t splits = 1000;    ///< per mille of the chances to split a word that are taken
  std::size_t justified = 0;    ///< per mille of the lines that are filled up with spaces
  std::size_t trailing = 0;     ///< per mille of the lines that have spaces at their ends
  std::size_t stray_blank = 0;  ///< per mille of the lines within a paragraph that a blank line follows

  Header header = Header::none;
  Footer footer = Footer::none;
  FormFeed form_feed = FormFeed::none;
  std::size_t header_gap = 1;  ///< blank lines between the header and the text …
  std::size_t footer_gap = 1;  ///< … and between the text and the footer
  bool centred = false;        ///< headers and footers
  std::string title = {};
  std::string author = {};
  std::vector<std::string> chapters = {};
  std::size_t chapter_pages = 12;
  std::string address = {};
  std::string page_word = "Page";  ///< `Page 12 of 80`
  std::string of_word = "of";
  std::size_t pages = 100;      ///< how many there will be, about
  std::size_t roman_pages = 0;  ///< the first ones, numbered i, ii, iii

  ScribeOptions scribe = {};
};

/// What stands above or below the text of page `page`, from 1; empty for nothing.
std::string header_of(const PageStyle& style, std::size_t page);
std::string footer_of(const PageStyle& style, std::size_t page);

/// Some style; `language` is that of titles: `de`, `fr`, or else English.
PageStyle random_style(Dice& dice, const std::string& language);

}  // namespace corpus::reference
