// SPDX-License-Identifier: MIT
#include "cmd/kwic_search.hpp"

#include <algorithm>

#include "cmd/counts.hpp"
#include "corpus/error.hpp"

namespace corpus::cmd {
namespace {

class Search {
 public:
  Search(Inputs& inputs, std::span<const search::Query> queries, const SearchOptions& options, HitView& view)
      : inputs_(inputs),
        view_(view),
        max_count_(options.max_count.value_or(UINT64_MAX)),
        needs_turns_(options.concordance.context.unit == search::ContextUnit::turns ||
                     std::any_of(queries.begin(), queries.end(),
                                 [](const search::Query& query) { return query.within() == search::Within::turn; })),
        concordance_(queries, options.concordance) {}

  Found run() {
    view_.flush();  // the header: nobody knows how long the first hit takes
    try {
      inputs_.each_wanted([&](Document& document) { return search(document); });
      if (needs_turns_ && !left_) inputs_.selection().check_turns();
    } catch (const Error&) {
      view_.break_off();
      throw;
    }
    view_.finish(found_, concordance_.tokens());
    return found_;
  }

 private:
  Wanted search(Document& document) {
    refuse_counts_file(document, "contexts");
    ++found_.documents;
    in_document_ = 0;
    wanted_ = max_count_ == 0 ? Wanted::next_document : Wanted::more;
    view_.start_document(document);
    if (wanted_ == Wanted::more) read(document);
    if (in_document_ > 0) ++found_.with_hits;
    view_.end_document(document);
    view_.flush();
    left_ = left_ || wanted_ != Wanted::more;
    return wanted_;
  }

  void read(Document& document) {
    Parts parts{document, inputs_};
    concordance_.start_document();
    const auto pass_over = [&](const text::Block& part) { concordance_.pass_over(part, parts.paragraphs()); };
    try {
      while (const auto part = parts.next(pass_over)) {
        const std::size_t group = inputs_.selection().grouped() ? view_.group(parts.group(*part)) : 0;
        concordance_.add(*part, parts.paragraphs(), group);
        show_lines(document);
        if (wanted_ != Wanted::more) return;
        view_.flush();
      }
    } catch (const Error&) {
      // What stands before the trouble is found, whatever the blocks are that the text comes in.
      concordance_.end_document();
      show_lines(document);
      throw;
    }
    concordance_.end_document();
    show_lines(document);
  }

  void show_lines(const Document& document) {
    while (wanted_ == Wanted::more) {
      const auto line = concordance_.next();
      if (!line) return;
      ++found_.hits;
      wanted_ = view_.take(document, *line);
      if (++in_document_ == max_count_) wanted_ = std::max(wanted_, Wanted::next_document);
    }
  }

  Inputs& inputs_;
  HitView& view_;
  std::uint64_t max_count_;
  bool needs_turns_;
  search::Concordance concordance_;
  Found found_;
  std::uint64_t in_document_ = 0;  ///< hits
  Wanted wanted_ = Wanted::more;
  bool left_ = false;  ///< something was not read to its end
};

}  // namespace

Found find_hits(Inputs& inputs, std::span<const search::Query> queries, const SearchOptions& options, HitView& view) {
  return Search{inputs, queries, options, view}.run();
}

}  // namespace corpus::cmd
