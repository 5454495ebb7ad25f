// SPDX-License-Identifier: MIT
#include "corpus/text/conllu.hpp"

#include "corpus/error.hpp"
#include "corpus/unicode/word_kind.hpp"

namespace corpus::text {
namespace {

/// A paragraph with more CoNLL-U than this is divided between sentences.
constexpr std::size_t block_size = std::size_t{1} << 16;

constexpr std::size_t longest_sentence = std::size_t{1} << 24;  // with the comments before it

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

/// Nothing where a column says that it does not know.
std::string_view given(std::string_view column) { return column == "_" ? column.substr(0, 0) : column; }

}  // namespace

std::optional<Block> ConlluReader::next() {
  start_block();
  if (problem_) std::rethrow_exception(problem_);
  try {
    while (const auto line = lines_.peek()) {
      if (add(*line) == Step::block_done) return deliver();
      lines_.pass();
    }
    end_sentence({name_, lines_.number()});
  } catch (const Error&) {
    problem_ = std::current_exception();
    if (text_.empty()) throw;
  }
  if (text_.empty()) return std::nullopt;
  in_paragraph_ = false;
  return deliver();
}

void ConlluReader::start_block() {
  text_.clear();
  cuts_.clear();
  tokens_.clear();
  row_parts_.clear();
  sentence_ends_.clear();
  raw_begin_ = raw_end_;
  place_.line = next_line_;
  lines_.keep_from(raw_begin_);
}

ConlluReader::Step ConlluReader::add(const ConlluLines::Line& line) {
  const ConlluLine named{name_, line.number, line.text};
  if (place_.line == 0) place_.line = line.number;
  if (lines_.kept() > block_size + longest_sentence) {
    named.fail(0, "16 MiB without the end of a sentence", "an empty line ends a sentence");
  }
  if (line.goes_on) return Step::line_done;  // an overlong comment
  if (line.text.empty()) {
    end_sentence(named);
  } else if (line.text.front() == '#') {
    if (order_.begun()) named.fail(0, "a comment between the rows of a sentence", "an empty line ends a sentence");
    add_comment(line.text.substr(1));
  } else {
    if (!line.whole) named.fail(0, "a row of over 64 KiB", "is this CoNLL-U?");
    return add_row(named);
  }
  return Step::line_done;
}

void ConlluReader::add_comment(std::string_view comment) {
  const std::size_t equals = comment.find('=');
  const std::string_view name = trimmed(comment.substr(0, equals));
  const std::string_view first_word = name.substr(0, name.find_first_of(blanks));
  if (first_word == "newpar" || first_word == "newdoc") heading_.new_paragraph = true;
  if (equals == std::string_view::npos) return;
  if (name == "speaker") heading_.speaker = trimmed(comment.substr(equals + 1));
  if (name == "speaker_id") heading_.speaker_id = trimmed(comment.substr(equals + 1));
}

ConlluReader::Step ConlluReader::add_row(const ConlluLine& line) {
  using enum ConlluRow::Kind;
  const ConlluRow row = parse_row(line);
  if (row.kind != empty_node && !has_form_ && ends_block()) return Step::block_done;
  order_.add(row, line);
  if (row.kind == empty_node) return Step::line_done;
  if (!has_form_) begin_sentence();
  const bool shown = row.kind == range || !order_.in_range();
  if (shown) add_form(row.form, row.space_after);
  if (attribute_ == Attribute::form ? shown : row.kind == word) add_token(row);
  return Step::line_done;
}

/// Whether the block ends before the sentence at hand, whose heading is read.
bool ConlluReader::ends_block() {
  if (heading_.new_paragraph || heading_.who() != speaker_) in_paragraph_ = false;
  if (text_.empty()) return false;
  return !in_paragraph_ || lines_.kept() > block_size;
}

/// The sentence's first form is at hand, and belongs to this block.
void ConlluReader::begin_sentence() {
  if (text_.empty()) {
    const auto& speaker = heading_.who();
    if (!in_paragraph_) ++paragraph_;
    in_paragraph_ = true;
    begins_turn_ = speaker && speaker != speaker_;
    if (begins_turn_) ++turns_;
    speaker_ = speaker;
  }
  has_form_ = true;
  heading_ = {};
}

void ConlluReader::add_form(std::string_view form, bool space_after) {
  const std::uint64_t at = lines_.position(form) - raw_begin_;
  form_begin_ = static_cast<std::uint32_t>(text_.size());
  if (at > form_begin_) cuts_.push_back({form_begin_, static_cast<std::uint32_t>(at - form_begin_)});
  text_ += form;
  form_end_ = static_cast<std::uint32_t>(text_.size());
  if (space_after) text_ += ' ';  // it stands for the tab behind the form
}

/// Only the sizes of the token's views are right until the block is delivered: its text may yet move.
void ConlluReader::add_token(const ConlluRow& row) {
  const auto at = [this](std::string_view part) {
    return static_cast<std::uint32_t>(lines_.position(part) - raw_begin_);
  };
  const std::string_view value = value_of(row);
  GivenToken token{form_begin_, form_end_, unicode::word_kind(row.form), value};
  if (row.kind == ConlluRow::Kind::word) {
    token.lemma = given(row.lemma);
    token.upos = given(row.upos);
  }
  tokens_.push_back(token);
  row_parts_.push_back({at(value), at(row.lemma), at(row.upos)});
}

std::string_view ConlluReader::value_of(const ConlluRow& row) const {
  if (attribute_ == Attribute::upos) return row.upos;
  return attribute_ == Attribute::lemma && !given(row.lemma).empty() ? row.lemma : row.form;
}

/// Of the block's raw text.
std::string_view ConlluReader::text_at(std::uint32_t begin, std::size_t size) const {
  return lines_.text(raw_begin_ + begin, raw_begin_ + begin + size);
}

void ConlluReader::end_sentence(const ConlluLine& line) {
  order_.end(line);
  if (has_form_) sentence_ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  has_form_ = false;
  heading_ = {.new_paragraph = heading_.new_paragraph};  // where no form has come, the next sentence begins it
  raw_end_ = lines_.after();
  next_line_ = line.number + 1;
}

Block ConlluReader::deliver() {
  if (has_form_) {  // broken off by a problem
    sentence_ends_.push_back(0);
    raw_end_ = lines_.position();
  }
  if (!in_paragraph_) {
    text_.resize(form_end_);
    text_ += '\n';
  }
  sentence_ends_.back() = static_cast<std::uint32_t>(text_.size());
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    GivenToken& token = tokens_[i];
    token.value = text_at(row_parts_[i].value, token.value.size());
    token.lemma = text_at(row_parts_[i].lemma, token.lemma.size());
    token.upos = text_at(row_parts_[i].upos, token.upos.size());
  }
  return {.text = text_,
          .line_goes_on = in_paragraph_,
          .raw = lines_.text(raw_begin_, raw_end_),
          .place = place_,
          .offset = lines_.offset(raw_begin_),
          .cuts = cuts_,
          .sources = lines_.sources(raw_begin_, raw_end_),
          .turn = speaker_ ? turns_ : 0,
          .speaker = speaker_ ? std::string_view(*speaker_) : std::string_view(),
          .begins_turn = begins_turn_,
          .paragraph = paragraph_,
          .pretokenized = true,
          .tokens = tokens_,
          .sentence_ends = sentence_ends_};
}

}  // namespace corpus::text
