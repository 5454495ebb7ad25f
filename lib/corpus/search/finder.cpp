// SPDX-License-Identifier: MIT
#include "corpus/search/finder.hpp"

#include <algorithm>
#include <utility>

#include "corpus/search/plain_word.hpp"

namespace corpus::search {
namespace {

/// Between two tokens; more than this no query asks for.
constexpr std::size_t longest_interval = 256;

/// Whether contexts need tokens.
bool keeps_tokens(const ConcordanceOptions& options) {
  if (options.parts == LineParts::nothing) return false;
  return options.context.unit == ContextUnit::words || options.parts == LineParts::tokens || options.neighbours > 0;
}

std::optional<LiteralSearch> literals(std::span<const Query> queries, const ConcordanceOptions& options,
                                      const Clauses& clauses) {
  if (options.shortcut == Shortcut::unused || keeps_tokens(options) || !clauses.known()) return std::nullopt;
  if (options.rules.types.locale != unicode::CaseLocale::root) return std::nullopt;  // I is no i there
  std::vector<std::string> stretches;
  for (const Query& query : queries) {
    if (query.stretches().empty()) return std::nullopt;
    stretches.insert(stretches.end(), query.stretches().begin(), query.stretches().end());
  }
  return LiteralSearch::of(stretches);
}

}  // namespace

Finder::Finder(std::span<const Query> queries, const ConcordanceOptions& options)
    : queries_(queries),
      tokenizer_(options.rules),
      letter_case_(options.rules.types.letter_case),
      hyphens_(options.rules.hyphens),
      parts_(options.parts),
      clauses_(queries, options),
      literals_(literals(queries, options, clauses_)) {
  keeps_all_ = keeps_tokens(options);
  leaves_out_ = options.rules.numbers == text::Numbers::drop || !options.rules.stopwords.empty();
  const unsigned usual = Interval::passed_over | Interval::letters |
                         (options.across == Across::no ? Interval::paragraph | Interval::turn : 0U);
  for (const Query& query : queries) {
    all_single_ = all_single_ && query.single();
    matchers_.emplace_back();
    if (!query.single()) matchers_.back().emplace(query);
    Parting& parting = partings_.emplace_back();
    parting.parts = usual;
    if (query.within() == Within::paragraph) parting.parts |= Interval::paragraph;
    if (query.within() == Within::turn) parting.parts |= Interval::turn;
    if (query.within() == Within::sentence) parting.parts |= Interval::sentence;
    if (options.gaps == Gaps::punctuation) continue;
    parting.parts |= Interval::too_long;
    parting.interrupts = Interval::marks;
  }
}

void Finder::start_document() {
  tokens_.start();
  tokens_before_ = tokens_in_part_ = 0;
  candidates_.clear();
  hits_.clear();
  run_open_ = false;
  last_turn_.reset();
  last_sentence_ = 0;
}

void Finder::add(const SearchedPart& part) {
  part_.emplace(part);
  places_.emplace(part.block);
  sentence_ = 0;
  tokens_before_ += std::exchange(tokens_in_part_, 0);
  interval_begin_ = 0;
  if (part.block.begins_turn || last_turn_ != part.block.turn) interval_.mark(Interval::turn);
  last_turn_ = part.block.turn;
  const auto size = static_cast<std::uint32_t>(part.block.text.size());
  if (part.block.pretokenized) {
    if (!run_open_) open_run(0);
    search_given();
  } else if (!literals_) {
    if (!run_open_) open_run(0);
    search_tokens({0, size});
  } else if (all_single_) {
    search_words(literals_->find(part.block.text));
  } else {
    search_clauses(literals_->find(part.block.text));
  }
}

void Finder::pass_over(const SearchedPart& part) {
  part_.emplace(part);
  places_.emplace(part.block);
  close_run();
  tokens_before_ += std::exchange(tokens_in_part_, 0);
  last_turn_ = part.block.turn;
  if (!keeps_all_) return;
  tokenizer_.start(part.block);
  for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) {
    for (const text::Token& token : batch) keep(token.begin, token.end, token.type());
  }
}

/// What the next part must know of this one, which goes.
void Finder::end_part() {
  const text::Block& block = part_->block;
  if (run_open_ && !all_single_) {
    const std::string_view rest = block.text.substr(std::min<std::size_t>(interval_begin_, block.text.size()));
    interval_.add(rest, part_->paragraphs);
    between_ += rest;
    if (between_.size() > longest_interval) {
      between_.clear();
      if ((interval_.found() & Interval::marks) != 0) interval_.mark(Interval::too_long);
    }
    if (literals_ && earliest_token() == tokens_.next()) close_run();  // nothing can reach over the end
  }
  if (parts_ != LineParts::nothing) {
    for (std::uint64_t i = earliest_token(); i < tokens_.next(); ++i) {
      KeptToken& token = tokens_[i];
      if (token.begin < part_->begin) continue;
      const auto begin = static_cast<std::uint32_t>(token.begin - part_->begin);
      token.place = places_->at(begin);
      token.span = block.span(begin, static_cast<std::uint32_t>(token.end - part_->begin));
    }
  }
  part_.reset();
}

void Finder::end_document() { close_run(); }

/// For queries for single tokens: each place that was found lies in a word that can be looked at alone.
void Finder::search_words(std::span<const std::uint32_t> places) {
  const std::string_view text = part_->block.text;
  std::uint32_t done = 0;
  for (const std::uint32_t place : places) {
    if (place < done) continue;
    const auto word = leaves_out_ ? std::nullopt : plain_word(text, place, hyphens_);
    if (word) {
      ask_plain(*word);
      done = word->end;
    } else {
      text::Stretch stretch = clauses_.around(text, place, part_->paragraphs);
      stretch.begin = std::max(stretch.begin, done);  // a plain word may have been part of it
      search_tokens(stretch);
      done = stretch.end;
    }
  }
}

/// A token of nothing but ASCII letters and digits.
void Finder::ask_plain(text::Stretch word) {
  const std::string_view form = part_->block.text.substr(word.begin, word.end - word.begin);
  plain_type_ = form;
  if (letter_case_ == unicode::Case::fold) {
    for (char& c : plain_type_) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }
  ask({.form = form, .type = plain_type_}, word.begin, word.end);
}

void Finder::search_clauses(std::span<const std::uint32_t> places) {
  const std::string_view text = part_->block.text;
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t done = 0;
  const auto search = [&](text::Stretch clause) {
    search_tokens(clause);
    done = clause.end;
    if (done < size) close_run();
  };
  if (size == 0) return;
  if (run_open_) search(clauses_.around(text, 0, part_->paragraphs));
  for (const std::uint32_t place : places) {
    if (place < done) continue;
    const text::Stretch clause = clauses_.around(text, place, part_->paragraphs);
    open_run(clause.begin);
    search(clause);
  }
  if (done == size) return;
  // What a hit may begin in that reaches over the end of the part.
  const text::Stretch last = clauses_.around(text, size - 1, part_->paragraphs);
  open_run(last.begin);
  search(last);
}

void Finder::open_run(std::uint32_t begin) {
  run_open_ = true;
  run_begins_ = true;
  run_token_ = tokens_.next();
  interval_.start();
  interval_begin_ = begin;
  between_.clear();
  for (auto& matcher : matchers_) {
    if (matcher) matcher->start();
  }
}

void Finder::close_run() {
  if (!run_open_) return;
  for (auto& matcher : matchers_) {
    if (matcher) matcher->cut();
  }
  collect();
  release(tokens_.next());
  run_open_ = false;
}

void Finder::search_tokens(text::Stretch stretch) {
  const std::string_view text = part_->block.text.substr(stretch.begin, stretch.end - stretch.begin);
  tokenizer_.start(text);
  for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) {
    for (const text::Token& token : batch) {
      see(stretch.begin + token.begin, stretch.begin + token.end, {.form = token.form(text), .type = token.type()});
      ++tokens_in_part_;
    }
    if (!all_single_) {
      collect();
      release(earliest_token());
    }
  }
}

/// Token by token, for the tokenizer may leave some out.
void Finder::search_given() {
  text::Block one = part_->block;
  for (const text::GivenToken& given : part_->block.tokens) {
    one.tokens = {&given, 1};
    tokenizer_.start(one);
    for (const text::Token& token : tokenizer_.next()) {
      see(token.begin, token.end,
          {.form = token.form(one.text), .type = token.type(), .lemma = given.lemma, .upos = given.upos});
      ++tokens_in_part_;
    }
  }
  collect();
  release(earliest_token());
}

void Finder::see(std::uint32_t begin, std::uint32_t end, const SeenToken& token) {
  if (all_single_ && !keeps_all_) return ask(token, begin, end);
  keep(begin, end, token.type);
  if (all_single_) {
    ask(token, begin, end);
  } else {
    SeenToken seen = token;
    seen.before = read_interval(begin);
    match(seen);
    between_.clear();
    interval_begin_ = std::max(interval_begin_, end);
    interval_.start();
    run_begins_ = false;
  }
}

/// What stands between the token at `begin` and the one before it.
std::string_view Finder::read_interval(std::uint32_t begin) {
  const std::string_view text = part_->block.text;
  const std::string_view between =
      begin > interval_begin_ ? text.substr(interval_begin_, begin - interval_begin_) : std::string_view();
  interval_.add(between, part_->paragraphs);
  if (!part_->sentences.empty()) {
    while (part_->sentences[sentence_].end <= begin) ++sentence_;
    const std::uint64_t sentence = part_->sentences[sentence_].number;
    if (sentence != last_sentence_) interval_.mark(Interval::sentence);
    last_sentence_ = sentence;
  }
  if (between_.empty()) return between;
  between_ += between;
  return between_;
}

void Finder::match(const SeenToken& token) {
  for (std::size_t i = 0; i < queries_.size(); ++i) {
    if (!matchers_[i]) {
      const std::uint64_t number = tokens_.next() - 1;
      if (queries_[i].holds(token)) candidates_.push_back({i, {number, number}});
      continue;
    }
    Joint joint = Joint::follows;
    if ((interval_.found() & partings_[i].interrupts) != 0) joint = Joint::interrupted;
    if (run_begins_ || (interval_.found() & partings_[i].parts) != 0) joint = Joint::parted;
    matchers_[i]->add(token, joint);
  }
}

/// All queries are for single tokens.
void Finder::ask(const SeenToken& token, std::uint32_t begin, std::uint32_t end) {
  for (std::size_t i = 0; i < queries_.size(); ++i) {
    if (!queries_[i].holds(token)) continue;
    Hit& hit = hits_.emplace_back();
    hit.query = i;
    hit.begin = part_->begin + begin;
    hit.end = part_->begin + end;
    hit.part = part_->number;
    hit.first_token = hit.last_token = keeps_all_ ? tokens_.next() - 1 : tokens_before_ + tokens_in_part_;
    if (parts_ == LineParts::nothing) continue;
    hit.place = places_->at(begin);
    hit.span = part_->block.span(begin, end);
  }
}

void Finder::keep(std::uint32_t begin, std::uint32_t end, std::string_view type) {
  KeptToken token;
  token.begin = part_->begin + begin;
  token.end = part_->begin + end;
  token.part = part_->number;
  if (keeps_all_) token.span = part_->block.span(begin, end);
  tokens_.add(token, type);
}

void Finder::collect() {
  for (std::size_t i = 0; i < matchers_.size(); ++i) {
    if (!matchers_[i]) continue;
    while (const auto found = matchers_[i]->next()) {
      candidates_.push_back({i, {run_token_ + found->first, run_token_ + found->last}});
    }
  }
}

std::uint64_t Finder::earliest_token() const {
  std::uint64_t earliest = tokens_.next();
  if (!run_open_) return earliest;
  for (const auto& matcher : matchers_) {
    if (matcher) earliest = std::min(earliest, run_token_ + matcher->done_before());
  }
  return earliest;
}

/// Candidates that begin before a token before which none can come any more.
void Finder::release(std::uint64_t before) {
  if (candidates_.empty()) return;
  std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
    if (a.tokens.first != b.tokens.first) return a.tokens.first < b.tokens.first;
    return a.tokens.last != b.tokens.last ? a.tokens.last < b.tokens.last : a.query < b.query;
  });
  std::size_t released = 0;
  while (released < candidates_.size() && candidates_[released].tokens.first < before) {
    hits_.push_back(hit_of(candidates_[released++]));
  }
  candidates_.erase(candidates_.begin(), candidates_.begin() + static_cast<std::ptrdiff_t>(released));
}

Hit Finder::hit_of(const Candidate& candidate) {
  const KeptToken& first = tokens_[candidate.tokens.first];
  const KeptToken& last = tokens_[candidate.tokens.last];
  Hit hit{.query = candidate.query,
          .begin = first.begin,
          .end = last.end,
          .part = first.part,
          .first_token = candidate.tokens.first,
          .last_token = candidate.tokens.last};
  if (parts_ == LineParts::nothing) return hit;
  const auto offset = [&](std::uint64_t place) { return static_cast<std::uint32_t>(place - part_->begin); };
  const bool begins_here = part_ && first.begin >= part_->begin;
  const bool ends_here = part_ && last.begin >= part_->begin;
  hit.place = begins_here ? places_->at(offset(first.begin)) : first.place;
  if (begins_here) {
    hit.span = part_->block.span(offset(first.begin), offset(last.end));
  } else {
    hit.span = {first.span.begin,
                ends_here ? part_->block.span(offset(last.begin), offset(last.end)).end : last.span.end};
  }
  return hit;
}

}  // namespace corpus::search
