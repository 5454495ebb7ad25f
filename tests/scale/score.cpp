// SPDX-License-Identifier: MIT
#include "scale/score.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace corpus::scale {
namespace {

using reference::BreakKind;
using reference::BrokenWord;
using reference::PlacedToken;
using reference::ReadText;
using reference::ReadToken;
using reference::WrappedText;

constexpr std::size_t kExamples = 40;

std::string visible(std::string_view bytes) {
  std::string result;
  for (const char c : bytes) {
    if (c == '\n') {
      result += "⏎";
    } else if (c == '\r') {
      result += "␍";
    } else if (c == '\f') {
      result += "␌";
    } else {
      result += c;
    }
  }
  return result;
}

/// Compares one document.
class Comparison {
 public:
  Comparison(const WrappedText& truth, ReadText read) : truth_(truth), read_(std::move(read.tokens)) {
    score_.documents = 1;
    score_.detected = read.layout == text::Layout::wrapped ? 1 : 0;
    score_.bytes = truth.bytes.size();
    score_.compounds = truth.compounds;
    std::stable_sort(read_.begin(), read_.end(),
                     [](const ReadToken& a, const ReadToken& b) { return a.span.begin < b.span.begin; });
    matches_.resize(truth.tokens.size());
  }

  Score run() {
    match();
    for (const BrokenWord& broken : truth_.broken) judge(broken);
    for (std::size_t at = 0; at < matches_.size(); ++at) judge(at);
    for (std::size_t at = 0; at < read_.size(); ++at) judge_read(at);
    judge_paragraphs();
    return std::move(score_);
  }

 private:
  struct Match {
    const ReadToken* exact = nullptr;  ///< of the same span
    bool right = false;
    bool touched = false;  ///< some token overlaps it
    bool at_break = false;
  };

  void match() {
    std::size_t next = 0;
    used_.resize(read_.size());
    for (std::size_t at = 0; at < truth_.tokens.size(); ++at) {
      const PlacedToken& token = truth_.tokens[at];
      while (next < read_.size() && read_[next].span.end <= token.span.begin) ++next;
      for (std::size_t other = next; other < read_.size() && read_[other].span.begin < token.span.end; ++other) {
        matches_[at].touched = true;
        used_[other] = true;
        if (read_[other].span == token.span && read_[other].type == token.type) matches_[at].exact = &read_[other];
      }
      const ReadToken* exact = matches_[at].exact;
      matches_[at].right = exact != nullptr && exact->place == token.place;
      score_.words.count(matches_[at].right);
    }
  }

  void judge(const BrokenWord& broken) {
    bool right = true;
    for (std::size_t at = broken.first_token; at < broken.first_token + broken.tokens; ++at) {
      right = right && matches_[at].exact != nullptr;
      matches_[at].at_break = true;
    }
    const char* name = "";
    switch (broken.kind) {
      case BreakKind::split:
        score_.split.count(right);
        if (broken.across_pages) score_.split_across_pages.count(right);
        if (broken.across_blank) score_.split_across_blank.count(right);
        name = broken.across_pages   ? "split across pages, not rejoined"
               : broken.across_blank ? "split across a blank line, not rejoined"
                                     : "split, not rejoined";
        break;
      case BreakKind::compound:
        score_.compound.count(right);
        name = "compound lost its hyphen";
        break;
      case BreakKind::suspended:
        score_.suspended.count(right);
        name = "suspended hyphen lost";
        break;
    }
    if (!right) note(name, broken.gap);
  }

  void judge(std::size_t at) {
    const Match& match = matches_[at];
    if (match.right) return;
    const Span span = truth_.tokens[at].span;
    if (match.exact != nullptr || same_type_nearby(at)) {
      ++score_.misplaced;
      note("misplaced", span);
    } else if (!match.touched) {
      ++score_.lost;
      note("lost", span);
    } else if (!match.at_break) {
      ++score_.changed;
      note("changed", span);
    }
  }

  /// Whether a token of that type begins or ends where this one does, or lies across it.
  [[nodiscard]] bool same_type_nearby(std::size_t at) const {
    const PlacedToken& token = truth_.tokens[at];
    const auto from =
        std::lower_bound(read_.begin(), read_.end(), token.span.begin,
                         [](const ReadToken& other, std::uint64_t begin) { return other.span.end <= begin; });
    return std::any_of(
               from, read_.end(),
               [&](const ReadToken& other) { return other.span.begin < token.span.end && other.type == token.type; }) &&
           from != read_.end() && from->span.begin < token.span.end;
  }

  void judge_read(std::size_t at) {
    const Span span = read_[at].span;
    const auto running = std::upper_bound(truth_.running.begin(), truth_.running.end(), span.begin,
                                          [](std::uint64_t begin, const Span& line) { return begin < line.end; });
    if (running != truth_.running.end() && running->begin < span.end && running->begin <= span.begin) {
      ++score_.leaked;
      note("leaked", span);
    } else if (!used_[at] && !is_seldom(span)) {
      ++score_.invented;
      note("invented", span);
    }
  }

  /// Whether it stands in a header that nobody can know as one.
  [[nodiscard]] bool is_seldom(Span span) const {
    return std::any_of(truth_.seldom.begin(), truth_.seldom.end(),
                       [&](const Span& line) { return line.begin <= span.begin && span.end <= line.end; });
  }

  void judge_paragraphs() {
    for (std::size_t at = 1; at < matches_.size(); ++at) {
      if (matches_[at - 1].exact == nullptr || matches_[at].exact == nullptr) continue;
      const bool same = truth_.tokens[at - 1].paragraph == truth_.tokens[at].paragraph;
      const bool stays = matches_[at - 1].exact->paragraph == matches_[at].exact->paragraph;
      (same ? score_.continued : score_.divided).count(same == stays);
      if (same != stays) note(same ? "paragraph cut" : "paragraphs glued", truth_.tokens[at].span);
    }
  }

  void note(const std::string& kind, Span span) {
    auto& list = score_.examples[kind];
    if (list.size() >= kExamples) return;
    constexpr std::uint64_t kAround = 40;
    const std::uint64_t begin = span.begin > kAround ? span.begin - kAround : 0;
    std::string line = visible(std::string_view(truth_.bytes).substr(begin, span.end + kAround - begin)) + "   =>";
    const auto from = std::lower_bound(read_.begin(), read_.end(), span.begin > 0 ? span.begin - 1 : 0,
                                       [](const ReadToken& token, std::uint64_t at) { return token.span.end <= at; });
    for (auto token = from; token != read_.end() && token->span.begin <= span.end; ++token) {
      line += fmt::format(" {}[{},{})@{}:{}", token->type, token->span.begin, token->span.end, token->place.line,
                          token->place.column);
    }
    list.push_back(line + fmt::format("   (bytes {} to {})", span.begin, span.end));
  }

  const WrappedText& truth_;
  std::vector<ReadToken> read_;
  std::vector<Match> matches_;
  std::vector<bool> used_;
  Score score_;
};

void add(Tally& sum, const Tally& other) {
  sum.all += other.all;
  sum.right += other.right;
}

}  // namespace

Score& Score::operator+=(const Score& other) {
  documents += other.documents;
  detected += other.detected;
  bytes += other.bytes;
  compounds += other.compounds;
  add(words, other.words);
  add(split, other.split);
  add(split_across_pages, other.split_across_pages);
  add(split_across_blank, other.split_across_blank);
  add(compound, other.compound);
  add(suspended, other.suspended);
  add(continued, other.continued);
  add(divided, other.divided);
  leaked += other.leaked;
  lost += other.lost;
  misplaced += other.misplaced;
  changed += other.changed;
  invented += other.invented;
  for (const auto& [kind, list] : other.examples) {
    auto& own = examples[kind];
    // A few of each document, so that one does not hide the others.
    for (std::size_t at = 0; at < std::min<std::size_t>(list.size(), 3) && own.size() < kExamples; ++at) {
      own.push_back(list[at]);
    }
  }
  return *this;
}

double Score::own_hyphens_lost_percent() const {
  const auto all = static_cast<double>(compounds + suspended.all);
  return all == 0 ? 0.0 : 100.0 * static_cast<double>(compound.wrong() + suspended.wrong()) / all;
}

Score score(const WrappedText& truth, ReadText read) { return Comparison{truth, std::move(read)}.run(); }

std::string report(const std::string& name, const Score& score) {
  const auto row = [](const char* what, const Tally& tally) {
    return fmt::format("  {:<28} {:>10} {:>10} wrong {:>9.3f} % right\n", what, tally.all, tally.wrong(),
                       tally.percent_right());
  };
  std::string text = fmt::format("{}: {} documents, {} of them known to be wrapped, {} bytes\n", name, score.documents,
                                 score.detected, score.bytes);
  text += row("tokens", score.words) + row("split words", score.split) +
          row("  across pages", score.split_across_pages) + row("  across a blank line", score.split_across_blank) +
          row("compounds at line ends", score.compound) + row("suspended hyphens", score.suspended) +
          row("paragraphs continued", score.continued) + row("paragraphs divided", score.divided);
  text += fmt::format(
      "  {:.3f} % of {} hyphens of words' own lost, leaked {}, lost {}, misplaced {}, changed {}, invented {}\n",
      score.own_hyphens_lost_percent(), score.compounds + score.suspended.all, score.leaked, score.lost,
      score.misplaced, score.changed, score.invented);
  for (const auto& [kind, list] : score.examples) {
    text += "  " + kind + ":\n";
    for (const std::string& example : list) text += "    " + example + "\n";
  }
  return text;
}

}  // namespace corpus::scale
