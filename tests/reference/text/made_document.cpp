// SPDX-License-Identifier: MIT
#include "reference/text/made_document.hpp"

#include <algorithm>
#include <optional>

namespace corpus::reference {
namespace {

/// Of words that may be split: small letters only, so that each part is its own type.
constexpr std::string_view kLongWords[] = {"territories", "wandering", "übermütig", "naïveté",
                                           "lighthouse",  "gardener",  "весенний",  "дорога",
                                           "φεγγάρι",     "θάλασσα",   "mountains", "quarrelsome"};
/// None of them is one of the long words joined, and no part of one is a long word.
constexpr std::string_view kCompounds[] = {"ash-grey", "salt-worn", "vor-laut", "быстро-быстро"};
constexpr std::string_view kCompoundParts[][2] = {
    {"ash", "grey"}, {"salt", "worn"}, {"vor", "laut"}, {"быстро", "быстро"}};

constexpr std::string_view kSeparators[] = {
    " ",     "  ",     ", ", ". ", "! ", " — ", " (", ") ", "\t",  "\u00A0",
    "; ",    "… ",     " “", "” ", "/",  " + ", "|",  " …", " « ", " 👩‍👩‍👧 ",
    " 🙂", "\u2028", "\v", "\f"};

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) take_code_point(text);
  return count;
}

/// A byte offset in `word` before the `n`th code point.
std::size_t offset_of(std::string_view word, std::size_t n) {
  std::string_view rest = word;
  for (; n > 0; --n) take_code_point(rest);
  return word.size() - rest.size();
}

class Maker {
 public:
  Maker(Dice& dice, const MadeRules& rules)
      : dice_(dice),
        rules_(rules),
        scribe_(
            {.encoding = rules.encoding, .line_ends = static_cast<LineEnds>(dice.below(4)), .seed = dice.below(1000)}) {
    for (const SampleWord& word : sample_words()) {
      if (fits(word.form, rules.encoding)) words_.push_back(word);
    }
    for (const std::string_view word : kLongWords) {
      if (fits(word, rules.encoding)) long_words_.push_back(word);
    }
  }

  MadeDocument plain();
  MadeDocument wrapped();

 private:
  void token(std::string_view form, std::string_view type) {
    const Mark begin = scribe_.here();
    scribe_.write(form);
    tokens_.push_back({std::string(form), std::string(type), {begin.offset, scribe_.here().offset}, begin.place});
  }
  void separator() {
    std::string_view text;
    do {
      text = dice_.pick(kSeparators);
    } while (!fits(text, rules_.encoding));
    scribe_.write(text);
  }
  void compound(std::size_t which);
  void broken(std::string_view first, std::string_view second, std::string_view joined);
  void stray_blanks() {
    if (dice_.one_in(8)) scribe_.write(dice_.one_in(2) ? " " : "\t ");
  }

  // Of wrapped text.
  struct Piece {
    std::string_view form;
    std::string_view type;
    std::optional<std::size_t> compound = std::nullopt;
    bool may_be_split = false;
  };
  Piece random_piece();
  void evidence();
  void paragraph(std::size_t words);
  void piece(const Piece& piece, std::string_view after);
  bool break_piece(const Piece& piece, std::string_view after);
  void next_line();
  void running_line(std::string_view title, std::size_t number);
  void turn_page();

  Dice& dice_;
  const MadeRules& rules_;
  Scribe scribe_;
  std::vector<SampleWord> words_;
  std::vector<std::string_view> long_words_;
  std::vector<MadeToken> tokens_;
  std::size_t width_ = 60;
  std::size_t height_ = 20;
  bool has_pages_ = false;
  bool form_feeds_ = false;
  std::size_t line_ = 0;  ///< on this page
  std::size_t page_ = 1;
  std::size_t used_ = 0;  ///< columns of this line
};

void Maker::compound(std::size_t which) {
  if (rules_.hyphens == text::Hyphens::join) return token(kCompounds[which], kCompounds[which]);
  token(kCompoundParts[which][0], kCompoundParts[which][0]);
  scribe_.write("-");
  token(kCompoundParts[which][1], kCompoundParts[which][1]);
}

/// A word in two halves with a hyphen and a line end between them. `joined` is the token that they are, or nothing.
void Maker::broken(std::string_view first, std::string_view second, std::string_view joined) {
  const std::size_t at = tokens_.size();
  token(first, first);
  scribe_.write("-");
  next_line();
  token(second, second);
  if (joined.empty()) return;
  tokens_[at].form = tokens_[at].type = joined;
  tokens_[at].span.end = tokens_.back().span.end;
  tokens_.pop_back();
}

MadeDocument Maker::plain() {
  // Now and then more than one block, or one line of more than a block.
  const bool large = dice_.one_in(60);
  const std::size_t lines = large && dice_.one_in(2) ? 1 : dice_.below(12);
  const std::size_t words = large ? 60'000 / (lines + 1) : 8;
  for (std::size_t line = 0; line < lines; ++line) {
    if (dice_.one_in(4)) separator();
    for (std::size_t left = dice_.below(words + 1); left > 0; --left) {
      const std::size_t kind = dice_.below(12);
      if (kind == 0 && fits(kCompounds[0], rules_.encoding)) {
        compound(dice_.below(3));
      } else if (kind == 1) {
        const std::string_view word = dice_.pick(long_words_);
        const std::size_t split = offset_of(word, 3);
        token(word.substr(0, split), word.substr(0, split));
        scribe_.write("-");  // no line end does more than end a line
        scribe_.end_line();
        token(word.substr(split), word.substr(split));
      } else {
        const SampleWord& word = dice_.pick(words_);
        token(word.form, word.type);
      }
      separator();
    }
    if (line + 1 < lines || dice_.one_in(2)) scribe_.end_line();
  }
  return {scribe_.bytes(), std::move(tokens_)};
}

void Maker::running_line(std::string_view title, std::size_t number) {
  const bool kept = rules_.reading.layout.running_lines == text::RunningLines::keep;
  const std::size_t at = tokens_.size();
  for (bool first = true; !title.empty(); first = false) {
    if (!first) scribe_.write(" ");
    const std::size_t end = std::min(title.find(' '), title.size());
    std::string type(title.substr(0, end));
    if (type.front() >= 'A' && type.front() <= 'Z') type.front() = static_cast<char>(type.front() - 'A' + 'a');
    token(title.substr(0, end), type);
    title.remove_prefix(std::min(end + 1, title.size()));
  }
  if (number > 0) {
    scribe_.write(" ");
    token(std::to_string(number), std::to_string(number));
  }
  if (!kept) tokens_.resize(at);
}

void Maker::turn_page() {
  scribe_.end_line();
  running_line("Page", page_++);
  stray_blanks();
  scribe_.end_line();
  if (form_feeds_) scribe_.write("\f");
  running_line("The Clockmaker of Ostrava", 0);
  scribe_.end_line();
  if (dice_.one_in(2)) scribe_.end_line();
  line_ = 0;
}

void Maker::next_line() {
  stray_blanks();
  scribe_.end_line();
  used_ = 0;
  if (++line_ >= height_ && has_pages_) turn_page();
}

Maker::Piece Maker::random_piece() {
  const std::size_t kind = dice_.below(6);
  if (kind < 2) {
    const std::string_view word = dice_.pick(long_words_);
    return {word, word, {}, true};
  }
  if (kind == 2) {
    const std::size_t which = dice_.below(std::size(kCompounds));
    if (fits(kCompounds[which], rules_.encoding)) return {kCompounds[which], kCompounds[which], which};
  }
  const SampleWord& word = dice_.pick(words_);
  return {word.form, word.type};
}

/// Breaks the piece at the end of the line, if there is room for a part of it and the dice say so.
bool Maker::break_piece(const Piece& piece, std::string_view after) {
  if (used_ == 0 || used_ + 6 > width_) return false;
  // Where headers and footers are text, a word cannot go on behind them.
  const bool kept = rules_.reading.layout.running_lines == text::RunningLines::keep;
  if (kept && has_pages_ && line_ + 1 >= height_) return false;
  if (piece.may_be_split && dice_.one_in(2)) {
    scribe_.write(" ");
    const std::size_t split = offset_of(piece.form, 3);
    const bool joins = rules_.reading.layout.dehyphenate != text::Dehyphenate::never;
    broken(piece.form.substr(0, split), piece.form.substr(split), joins ? piece.form : std::string_view{});
  } else if (piece.compound && dice_.one_in(2)) {
    scribe_.write(" ");
    const auto& parts = kCompoundParts[*piece.compound];
    const std::string joined = std::string(parts[0]) + std::string(parts[1]);
    const auto choice = rules_.reading.layout.dehyphenate;
    const bool keeps = choice == text::Dehyphenate::automatic && rules_.hyphens == text::Hyphens::join;
    broken(parts[0], parts[1], choice == text::Dehyphenate::always ? joined : keeps ? piece.form : std::string_view{});
  } else {
    return false;
  }
  used_ = columns(piece.form) / 2;
  scribe_.write(after);
  return true;
}

void Maker::piece(const Piece& piece, std::string_view after) {
  const std::size_t size = columns(piece.form) + columns(after);
  if (used_ > 0 && used_ + 1 + size > width_) {
    if (break_piece(piece, after)) return;
    next_line();
  }
  if (used_ > 0) scribe_.write(" ");
  if (piece.compound) {
    compound(*piece.compound);
  } else {
    token(piece.form, piece.type);
  }
  scribe_.write(after);
  used_ += size + 1;
}

/// Every long word and compound once, unbroken: so that it is known how they are written.
void Maker::evidence() {
  std::vector<Piece> pieces;
  for (const std::string_view word : long_words_) pieces.push_back({word, word});
  for (std::size_t which = 0; which < std::size(kCompounds); ++which) {
    if (fits(kCompounds[which], rules_.encoding)) pieces.push_back({kCompounds[which], kCompounds[which], which});
  }
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (used_ + columns(pieces[at].form) + 2 > width_) next_line();  // it must not be broken
    piece(pieces[at], at + 1 == pieces.size() ? "." : ",");
  }
}

void Maker::paragraph(std::size_t words) {
  for (; words > 0; --words) piece(random_piece(), words == 1 ? "." : dice_.one_in(10) ? "," : "");
}

MadeDocument Maker::wrapped() {
  width_ = dice_.between(50, 75);
  height_ = dice_.between(6, 15);
  has_pages_ = dice_.one_in(2);
  // Where headers are to be left out they must be easy to tell: this is about places.
  form_feeds_ = rules_.reading.layout.running_lines == text::RunningLines::drop || dice_.one_in(2);
  const std::size_t paragraphs = dice_.one_in(40) ? 600 : dice_.between(1, 12);
  for (std::size_t left = paragraphs; left > 0; --left) {
    if (left == paragraphs) evidence();
    paragraph(dice_.between(12, 90));
    next_line();
    if (line_ > 0) {
      stray_blanks();
      scribe_.end_line();
    }
    used_ = 0;
  }
  if (has_pages_) {
    while (page_ < 6) {
      paragraph(dice_.between(30, 60));
      next_line();
      if (line_ > 0) scribe_.end_line();
    }
  }
  return {scribe_.bytes(), std::move(tokens_)};
}

Encoding random_encoding(Dice& dice, Encodings encodings) {
  return encodings == Encodings::utf8 ? Encoding::utf8 : static_cast<Encoding>(dice.below(5));
}

MadeRules random_rules(Dice& dice, Encodings encodings) {
  MadeRules rules;
  rules.encoding = random_encoding(dice, encodings);
  if (rules.encoding == Encoding::windows_1252) rules.reading.decoding.encoding = "windows-1252";
  rules.hyphens = dice.one_in(2) ? text::Hyphens::join : text::Hyphens::split;
  rules.reading.grain = static_cast<text::Grain>(dice.below(3));
  if (dice.one_in(3)) rules.reading.turns = text::Turns::found;
  return rules;
}

}  // namespace

const std::vector<SampleWord>& sample_words() {
  static const std::vector<SampleWord> words{
      {"the", "the"},
      {"A", "a"},
      {"Snow", "snow"},
      {"café", "café"},
      {"cafe\u0301", "café"},
      {"Œuvre", "œuvre"},
      {"STRASSE", "strasse"},
      {"Straße", "strasse"},
      {"don’t", "don't"},
      {"O'Neill", "o'neill"},
      {"_emphasis_", "emphasis"},
      {"Wör\u00ADter", "wörter"},
      {"1914", "1914"},
      {"3.14", "3.14"},
      {"12,345", "12,345"},
      {"B2B", "b2b"},
      {"ЗИМА", "зима"},
      {"снег", "снег"},
      {"ΌΣΟΣ", "όσοσ"},
      {"σοφός", "σοφόσ"},
      {"نهر", "نهر"},
      {"שלג", "שלג"},
      {"नमस्ते", "नमस्ते"},
      {"눈송이", "눈송이"},
      {"𐐔𐐯𐑅𐐨𐑉𐐯𐐻", "𐐼𐐯𐑅𐐨𐑉𐐯𐐻"},
      {"ﬁn", "fin"},
      {"ＡＢ", "ａｂ"},
      {"Ǆungla", "ǆungla"},
      {"a\u0323\u0302", "ậ"},
  };
  return words;
}

bool fits(std::string_view text, Encoding encoding) {
  Scribe scribe{{.encoding = encoding}};
  try {
    scribe.write(text);
  } catch (const std::invalid_argument&) {
    return false;
  }
  return true;
}

MadeRules random_plain_rules(Dice& dice, Encodings encodings) {
  MadeRules rules = random_rules(dice, encodings);
  rules.reading.layout.layout = text::LayoutChoice::plain;
  return rules;
}

MadeRules random_wrapped_rules(Dice& dice, Encodings encodings) {
  MadeRules rules = random_rules(dice, encodings);
  rules.reading.layout.layout = text::LayoutChoice::wrapped;
  rules.reading.layout.dehyphenate = static_cast<text::Dehyphenate>(dice.below(3));
  rules.reading.layout.running_lines = dice.one_in(2) ? text::RunningLines::keep : text::RunningLines::drop;
  if (rules.reading.layout.dehyphenate == text::Dehyphenate::never) rules.hyphens = text::Hyphens::split;
  return rules;
}

MadeDocument make_document(Dice& dice, const MadeRules& rules) {
  Maker maker{dice, rules};
  return rules.reading.layout.layout == text::LayoutChoice::wrapped ? maker.wrapped() : maker.plain();
}

}  // namespace corpus::reference
