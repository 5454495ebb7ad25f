// SPDX-License-Identifier: MIT
#include "corpus/count/ngrams.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <functional>
#include <numeric>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "corpus/error.hpp"
#include "reference/count/ngrams.hpp"
#include "reference/dice.hpp"

namespace corpus::count {
namespace {

using reference::Dice;
using reference::Gap;
using reference::MadeText;
using reference::SlowCounts;

/// Blocks of a document: a new one where the group changes, a turn begins, or something is passed over.
void feed(const reference::MadeDocument& document, std::size_t number, text::Paragraphs paragraphs,
          NgramCounter::Feeder& feeder) {
  feeder.start_document(number);
  std::string text;
  std::uint64_t turn = 0;
  bool begins_turn = false;
  std::size_t group = 0;
  const auto add = [&] {
    if (text.empty()) return;
    text += '\n';
    auto block = text::Block::of(text);
    block.turn = turn;
    block.begins_turn = begins_turn;
    feeder.add(block, group, paragraphs);
    text.clear();
    begins_turn = false;
  };
  for (const reference::MadeWord& token : document) {
    std::string word = token.word;
    if (token.group != group || token.before == Gap::turn || token.before == Gap::passed_over) {
      add();
    } else if (!text.empty()) {
      if (token.before == Gap::space) text += ' ';
      if (token.before == Gap::line_end) text += '\n';
      if (token.before == Gap::blank_line) text += "\n \n";
      if (token.before == Gap::full_stop) {
        text += ". ";
        word[0] = 'W';  // the beginning of a sentence
      }
    }
    if (token.before == Gap::passed_over) feeder.pass_over();
    if (token.before == Gap::turn) {
      ++turn;
      begins_turn = true;
    }
    group = token.group;
    text += word;
  }
  add();
  feeder.end_document();
}

struct Feeding {
  unsigned feeders = 1;
  text::Paragraphs paragraphs = text::Paragraphs::blank_lines;
};

NgramCounts counts_of(const MadeText& text, const NgramRules& rules, const NgramOptions& options,
                      const Feeding& feeding) {
  NgramCounter counter{{}, rules, options};
  const auto feed_some = [&](unsigned first) {
    NgramCounter::Feeder feeder{counter};
    for (std::size_t i = first; i < text.size(); i += feeding.feeders) feed(text[i], i, feeding.paragraphs, feeder);
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < feeding.feeders; ++i) threads.emplace_back(feed_some, i);
  feed_some(0);
  for (std::thread& thread : threads) thread.join();
  return std::move(counter).take();
}

void note(std::map<std::string, std::uint64_t>& numbers, std::span<const std::uint64_t> by_type,
          const NgramCounts& counts) {
  for (TypeId type = 0; type < by_type.size(); ++type) {
    if (by_type[type] > 0) numbers[std::string(counts.type(type))] = by_type[type];
  }
}

SlowCounts read(NgramCounts& counts, std::size_t group, const NgramRules& rules, const NgramListing& listing) {
  NgramList list = counts.list(group, listing);
  SlowCounts read;
  read.tokens = list.tokens();
  read.documents = list.documents();
  for (unsigned n = rules.shortest; n <= rules.longest; ++n) read.windows[n] = list.windows(n);
  note(read.freqs, list.freqs(), counts);
  note(read.firsts, list.firsts(), counts);
  note(read.seconds, list.seconds(), counts);
  while (const Ngram* ngram = list.next()) {
    auto& one = read.ngrams.emplace_back();
    for (const TypeId type : ngram->types) one.words.emplace_back(type == counts.slot() ? "*" : counts.type(type));
    one.freq = ngram->freq;
    one.range = ngram->range;
    one.fillers = ngram->fillers;
    one.spread = ngram->spread;
  }
  EXPECT_EQ(list.next(), nullptr);
  for (unsigned n = rules.shortest; listing.top == UINT64_MAX && n <= rules.longest; ++n) {
    const auto of_n = [n](const auto& ngram) { return ngram.words.size() == n; };
    EXPECT_EQ(list.size(n), static_cast<std::uint64_t>(std::count_if(read.ngrams.begin(), read.ngrams.end(), of_n)));
  }
  return read;
}

/// All that may be asked, at random.
struct Question {
  NgramRules rules;
  NgramOptions options;
  NgramListing listing;
  Feeding feeding;
  reference::MadeTextOptions text;

  [[nodiscard]] std::string name() const {
    return fmt::format(
        "n {}-{}, skip {}, slots {}, within {}, min {} {}, conditions {}, maximal {}, dispersion {}, memory {}, "
        "threads {}, feeders {}, order {}, paragraphs {}, tokens {}, types {}, gaps {}",
        rules.shortest, rules.longest, rules.skip, static_cast<int>(rules.slots), static_cast<int>(rules.within),
        options.min_freq, options.min_range, options.conditions.size(), static_cast<int>(options.maximal),
        static_cast<int>(options.dispersion), options.memory, options.threads, feeding.feeders,
        static_cast<int>(listing.order), static_cast<int>(feeding.paragraphs), text.tokens, text.types,
        text.gaps_in_1000);
  }
};

Question ask(Dice& dice) {
  Question question;
  question.rules.shortest = static_cast<unsigned>(dice.between(1, 5));
  question.rules.longest = static_cast<unsigned>(dice.between(question.rules.shortest, 5));
  question.rules.within = static_cast<Within>(dice.below(4));
  if (dice.one_in(3)) question.rules.skip = static_cast<unsigned>(dice.below(4));
  if (question.rules.skip == 0 && dice.one_in(3)) question.rules.slots = Slots::one;
  question.options.min_freq = dice.one_in(2) ? 1 : dice.between(2, 4);
  question.options.min_range = dice.one_in(3) ? 2 : 1;
  question.options.threads = dice.pick(std::array{1U, 2U, 8U});
  question.options.memory = dice.pick(std::array{std::uint64_t{0}, std::uint64_t{4096}, std::uint64_t{1} << 30});
  for (std::size_t conditions = dice.one_in(3) ? dice.between(1, 2) : 0; conditions > 0; --conditions) {
    const std::string last = std::to_string(dice.below(5));
    question.options.conditions.push_back(
        {[last](std::string_view type) { return type.ends_with(last); }, static_cast<Stand>(dice.below(3))});
  }
  if (question.rules.skip == 0 && question.rules.slots == Slots::none && dice.one_in(3)) {
    question.options.maximal = Maximal::only;
  }
  if (dice.one_in(2)) question.options.dispersion = Dispersion::measured;
  question.listing.order = static_cast<NgramOrder>(dice.below(4));
  question.feeding.feeders = static_cast<unsigned>(dice.between(1, 3));
  question.feeding.paragraphs = static_cast<text::Paragraphs>(dice.below(2));
  question.text.documents = dice.below(6);
  question.text.tokens = dice.pick(std::array<std::size_t, 5>{0, 1, 5, 40, 300});
  question.text.types = dice.pick(std::array<std::size_t, 5>{1, 2, 10, 100, 3000});
  question.text.gaps_in_1000 = dice.pick(std::array<std::size_t, 4>{0, 20, 200, 1000});
  question.text.groups = dice.between(1, 3);
  return question;
}

TEST(Ngrams, AreCountedAsTheSlowTwinCountsThem) {
#ifdef CORPUS_SANITIZED
  constexpr int rounds = 150;
#else
  constexpr int rounds = 1500;
#endif
  Dice dice{20231006};
  for (int round = 0; round < rounds; ++round) {
    const Question question = ask(dice);
    const MadeText text = make_text(dice, question.text);
    NgramCounts counts = counts_of(text, question.rules, question.options, question.feeding);
    for (std::size_t group = 0; group < question.text.groups; ++group) {
      const SlowCounts slow = count_slowly(text, group, question.rules, question.options, question.listing.order,
                                           question.feeding.paragraphs);
      ASSERT_EQ(read(counts, group, question.rules, question.listing), slow) << round << ": " << question.name();
    }
  }
}

/// Long n-grams of many types: their keys have up to eight words.
TEST(Ngrams, MayBeLongAndOfManyTypes) {
  Dice dice{7};
  for (const std::size_t types : {3U, 70000U}) {
    for (const unsigned n : {7U, longest_ngram}) {
      const MadeText text = make_text(dice, {.documents = 2, .tokens = 200, .types = types, .gaps_in_1000 = 10});
      NgramRules rules{.shortest = n - 1, .longest = n, .within = Within::document};
      const NgramListing listing{.order = n == 7 ? NgramOrder::ending : NgramOrder::type};
      for (const Slots slots : {Slots::none, Slots::one}) {
        rules.slots = slots;
        const NgramOptions options{.dispersion = Dispersion::measured, .threads = 2};
        NgramCounts counts = counts_of(text, rules, options, {});
        EXPECT_EQ(read(counts, 0, rules, listing),
                  count_slowly(text, 0, rules, options, listing.order, text::Paragraphs::blank_lines))
            << types << " types, n " << n;
      }
    }
  }
}

/// A text of so many windows that threads share it, and that with little memory all that can be written to files is, in
/// many runs.
TEST(Ngrams, AreTheSameWhateverTheMemoryAndTheThreads) {
  Dice dice{99};
  const MadeText text = make_text(dice, {.documents = 7, .tokens = 9000, .types = 3000, .gaps_in_1000 = 5});
  const NgramListing listing{};
  for (const NgramRules rules :
       {NgramRules{.shortest = 1, .longest = 3, .within = Within::paragraph},
        NgramRules{.skip = 2, .within = Within::document},
        NgramRules{.shortest = 4, .longest = 4, .slots = Slots::one, .within = Within::turn}}) {
    const NgramOptions measured{.dispersion = Dispersion::measured};
    NgramCounts plenty = counts_of(text, rules, measured, {});
    const SlowCounts expected = read(plenty, 0, rules, listing);
    EXPECT_FALSE(plenty.spilled());
    EXPECT_EQ(expected, count_slowly(text, 0, rules, measured, listing.order, text::Paragraphs::blank_lines));
    SlowCounts without_spread = expected;
    for (auto& ngram : without_spread.ngrams) ngram.spread.reset();
    std::uint64_t occurrences = 0;
    for (const auto& ngram : expected.ngrams) occurrences += ngram.freq;
    for (const auto& [n, windows] : expected.windows) occurrences -= windows;
    EXPECT_EQ(occurrences, 0U);
    for (const std::uint64_t memory : {std::uint64_t{0}, std::uint64_t{20000}, std::uint64_t{1} << 20}) {
      for (const unsigned threads : {1U, 2U, 8U}) {
        for (const Dispersion dispersion : {Dispersion::left_out, Dispersion::measured}) {
          const NgramOptions options{.dispersion = dispersion, .memory = memory, .threads = threads};
          NgramCounts counts = counts_of(text, rules, options, {.feeders = threads});
          EXPECT_EQ(read(counts, 0, rules, listing), dispersion == Dispersion::measured ? expected : without_spread)
              << memory << " bytes, " << threads << " threads";
          EXPECT_TRUE(counts.spilled() || memory > 20000);
        }
      }
    }
  }
}

TEST(Ngrams, MarginsAddUpToTheWindows) {
  Dice dice{5};
  const MadeText text = make_text(dice, {.documents = 4, .tokens = 500, .types = 30});
  for (const unsigned skip : {0U, 1U, 5U}) {
    NgramCounts counts = counts_of(text, {.skip = skip, .within = Within::paragraph}, {}, {});
    const NgramList list = counts.list(0, {});
    const auto sum = [](std::span<const std::uint64_t> numbers) {
      return std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0});
    };
    EXPECT_EQ(sum(list.firsts()), list.windows(2));
    EXPECT_EQ(sum(list.seconds()), list.windows(2));
  }
}

TEST(Ngrams, TheTopIsTheBeginningOfTheList) {
  Dice dice{6};
  const MadeText text = make_text(dice, {.documents = 4, .tokens = 3000, .types = 300});
  for (const NgramOrder order : {NgramOrder::frequency, NgramOrder::type, NgramOrder::range, NgramOrder::ending}) {
    NgramCounts counts = counts_of(text, {}, {.memory = 4096, .threads = 2}, {});
    SlowCounts whole = read(counts, 0, {}, {.order = order});
    for (const std::size_t top : {0U, 1U, 7U, 100000000U}) {
      const SlowCounts some = read(counts, 0, {}, {.order = order, .top = top});
      std::vector<reference::SlowNgram> first = whole.ngrams;
      first.resize(std::min(top, first.size()));
      EXPECT_EQ(some.ngrams, first);
      EXPECT_EQ(counts.list(0, {.order = order, .top = top}).size(), whole.ngrams.size());
    }
  }
}

TEST(Ngrams, OfNothing) {
  NgramCounts none = counts_of(MadeText{}, {.shortest = 1, .longest = 3}, {}, {});
  NgramList list = none.list(3, {});
  EXPECT_EQ(list.size(), 0U);
  EXPECT_EQ(list.tokens(), 0U);
  EXPECT_EQ(list.documents(), 0U);
  EXPECT_EQ(list.windows(3), 0U);
  EXPECT_EQ(list.next(), nullptr);

  // An empty document is one, in its group.
  NgramCounter counter{{}, {}, {}};
  {
    NgramCounter::Feeder feeder{counter};
    feeder.start_document();
    feeder.add_document(1);
    feeder.end_document();
  }
  NgramCounts counts = std::move(counter).take();
  EXPECT_EQ(counts.list(0, {}).documents(), 0U);
  EXPECT_EQ(counts.list(1, {}).documents(), 1U);
}

/// The slot stands where an asterisk would, and before it where the text has one.
TEST(Ngrams, ASlotHasItsPlaceAmongTheTypes) {
  NgramCounter counter{{.punctuation = text::Punctuation::keep},
                       {.shortest = 3, .longest = 3, .slots = Slots::one, .within = Within::document},
                       {}};
  {
    NgramCounter::Feeder feeder{counter};
    feeder.start_document();
    feeder.add(text::Block::of("a ! b a * b"));
    feeder.end_document();
  }
  NgramCounts counts = std::move(counter).take();
  ASSERT_EQ(std::vector<std::string_view>(counts.types().begin(), counts.types().end()),
            (std::vector<std::string_view>{"!", "*", "*", "a", "b"}));
  EXPECT_EQ(counts.slot(), 1U);
  const auto rows = [&](NgramOrder order) {
    std::vector<std::string> found;
    NgramList list = counts.list(0, {.order = order});
    while (const Ngram* ngram = list.next()) {
      std::string& row = found.emplace_back();
      for (const TypeId type : ngram->types) row += fmt::format("{} ", type);
      row += fmt::format("{} {}", ngram->freq, ngram->fillers);
    }
    return found;
  };
  // a ! b, ! b a, b a *, a * b
  EXPECT_EQ(rows(NgramOrder::type), (std::vector<std::string>{"0 1 3 1 1", "3 1 4 2 2", "4 1 2 1 1"}));
  EXPECT_EQ(rows(NgramOrder::ending), (std::vector<std::string>{"4 1 2 1 1", "0 1 3 1 1", "3 1 4 2 2"}));
}

/// So that words joined by a space sort as their numbers do, and can be told apart.
TEST(Ngrams, AGivenTokenWithASpaceGetsANoBreakSpace) {
  NgramCounter counter{{}, {}, {}};
  {
    NgramCounter::Feeder feeder{counter};
    feeder.start_document();
    auto block = text::Block::of("10 000 men");
    const std::array tokens{text::GivenToken{.begin = 0, .end = 6, .value = "10 000"},
                            text::GivenToken{.begin = 7, .end = 10, .value = "men"}};
    block.pretokenized = true;
    block.tokens = tokens;
    feeder.add(block);
    feeder.end_document();
  }
  NgramCounts counts = std::move(counter).take();
  EXPECT_EQ(counts.types()[0], "10\u00A0000");
  EXPECT_EQ(counts.list(0, {}).size(), 1U);
}

/// Files where what does not fit in memory goes.
class NgramFolder : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directory(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] NgramOptions options(const std::string& folder) const { return {.memory = 0, .folder = folder}; }
  /// More than the kilobytes that are in memory whatever the limit.
  static MadeText text() {
    Dice dice{1};
    return make_text(dice, {.documents = 1, .tokens = 100000, .types = 3000});
  }

  std::string folder_ = testing::TempDir() + fmt::format("corpus-ngrams-{}", ::getpid());
};

TEST_F(NgramFolder, HoldsNothingAtAnyTime) {
  NgramCounts counts = counts_of(text(), {}, options(folder_), {});
  EXPECT_TRUE(counts.spilled());
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
  {
    NgramList list = counts.list(0, {});
    EXPECT_NE(list.next(), nullptr);
    EXPECT_TRUE(std::filesystem::is_empty(folder_));
    // … and is given up in the middle
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

std::string failure_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

TEST_F(NgramFolder, ThatIsMissingIsNamed) {
  const std::string missing = folder_ + "/missing";
  EXPECT_EQ(failure_of([&] { counts_of(text(), {}, options(missing), {}).list(0, {}); }),
            missing +
                ": No such file or directory, while making a temporary file there (hint: choose another folder "
                "with TMPDIR, or raise --memory)");
}

/// No file may grow beyond a few bytes: as good as a full disk.
class FileLimit {
 public:
  explicit FileLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
  }
  FileLimit(const FileLimit&) = delete;
  FileLimit& operator=(const FileLimit&) = delete;
  ~FileLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::ignore = std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

TEST_F(NgramFolder, ThatIsFullIsNamed) {
  const MadeText full = text();
  for (const unsigned threads : {1U, 4U}) {
    // The stream fails, or what is counted of it.
    for (const rlim_t bytes : {1000U, 2000000U}) {
      NgramOptions wanted = options(folder_);
      wanted.threads = threads;
      std::string failure;
      {
        const FileLimit limit{bytes};
        failure = failure_of([&] { counts_of(full, {.longest = 5}, wanted, {}).list(0, {}); });
      }
      EXPECT_EQ(failure, folder_ +
                             ": File too large, while writing a temporary file there (hint: choose another "
                             "folder with TMPDIR, or raise --memory)");
    }
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

}  // namespace
}  // namespace corpus::count
