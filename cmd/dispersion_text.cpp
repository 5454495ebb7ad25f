// SPDX-License-Identifier: MIT
#include "cmd/dispersion_text.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

#include "cmd/counts.hpp"
#include "cmd/groups.hpp"
#include "corpus/error.hpp"

namespace corpus::cmd {
namespace {

/// Tokens that are handed in together.
constexpr std::size_t most_tokens_apart = std::size_t{1} << 19;

/// The parts of a document, numbered from 0 in the order in which they are met.
struct DocumentParts {
  std::vector<std::string> names = {};
  std::vector<count::Piece> pieces = {};
  std::uint64_t tokens = 0;
};

/// Reads one document after the other on one thread, and hands in what it has found.
class TextReader {
 public:
  TextReader() = default;
  TextReader(const TextReader&) = delete;
  TextReader& operator=(const TextReader&) = delete;
  virtual ~TextReader() = default;

  virtual void start_document() {}
  /// Returns how many tokens the block holds.
  virtual std::uint64_t add(const Parts& parts, const text::Block& block, Outlet& outlet) = 0;
  virtual void pass_over(const Parts& /*parts*/, const text::Block& /*block*/) {}
  virtual void end_document(Outlet& outlet) = 0;
};

DocumentParts read_parts(Document& document, const Inputs& inputs, TextReader& reader, Outlet& outlet) {
  const Selection& selection = inputs.selection();
  DocumentParts result;
  Groups<std::uint64_t> numbers;
  const auto number_of = [&](const std::string& name) {
    return numbers.of(name, [&] {
      result.names.push_back(name);
      return result.names.size() - 1;
    });
  };
  // A document is a part even where it is empty; of what is less than a document, that is not known before it comes.
  if (!selection.divides(document)) {
    result.pieces.push_back({.part = number_of(selection.group(document, {})), .tokens = 0});
  }
  Parts parts{document, inputs};
  const auto pass_over = [&](const text::Block& block) { reader.pass_over(parts, block); };
  while (const auto block = parts.next(pass_over)) {
    const std::uint64_t part = number_of(parts.group(*block));
    const std::uint64_t tokens = reader.add(parts, *block, outlet);
    if (result.pieces.empty() || result.pieces.back().part != part) result.pieces.push_back({.part = part});
    result.pieces.back().tokens += tokens;
    result.tokens += tokens;
  }
  return result;
}

/// The text as its documents come. For deliveries alone, while threads are at work.
class TextBuilder {
 public:
  TextBuilder(const Selection& selection, const TextWanted& wanted)
      : wanted_(wanted), parts_in_one_document_(selection.grouped() && selection.contiguous()) {}

  [[nodiscard]] std::uint64_t tokens() const { return tokens_; }

  void add(const std::string& document, const DocumentParts& parts) {
    ++document_count_;
    if (wanted_.documents == Documents::kept) {
      documents_.push_back({.name = document, .begin = tokens_, .tokens = parts.tokens});
    }
    tokens_ += parts.tokens;
    std::vector<std::uint64_t> numbers;
    for (const std::string& name : parts.names) {
      numbers.push_back(parts_in_one_document_ ? parts_++ : groups_.index_of(name));
    }
    for (const count::Piece& piece : parts.pieces) pieces_.push_back({numbers[piece.part], piece.tokens});
  }

  RunningText take() && {
    return {wanted_.equal_parts ? count::TextParts::equal(tokens_, *wanted_.equal_parts) : count::TextParts{pieces_},
            document_count_, std::move(documents_)};
  }

 private:
  struct NameOnly {};

  TextWanted wanted_;
  bool parts_in_one_document_;
  std::uint64_t document_count_ = 0;
  std::uint64_t tokens_ = 0;
  std::uint64_t parts_ = 0;
  Groups<NameOnly> groups_;
  std::vector<count::Piece> pieces_;
  std::vector<TextDocument> documents_;
};

void read_text(Inputs& inputs, TextBuilder& text, const std::function<std::unique_ptr<TextReader>()>& make_reader) {
  inputs.each_by_threads([&]() -> Inputs::Use {
    return [&, reader = std::shared_ptr<TextReader>(make_reader())](Document& document, Outlet& outlet) {
      refuse_counts_file(document, "measures of dispersion");
      reader->start_document();
      const DocumentParts parts = read_parts(document, inputs, *reader, outlet);
      reader->end_document(outlet);
      outlet.hand_in(parts.pieces.size() * sizeof(count::Piece),
                     [&text, parts, name = document.name] { text.add(name, parts); });
    };
  });
}

class QueryFinder final : public TextReader {
 public:
  using Positions = std::vector<std::vector<std::uint64_t>>;

  QueryFinder(std::vector<search::Query> queries, const search::ConcordanceOptions& options, const TextBuilder& text,
              Positions& found)
      : queries_(std::move(queries)), concordance_(queries_, options), text_(text), found_(found) {}

  void start_document() override {
    concordance_.start_document();
    here_ = std::make_shared<Positions>(queries_.size());
    hits_ = 0;
  }

  std::uint64_t add(const Parts& parts, const text::Block& block, Outlet& /*outlet*/) override {
    const std::uint64_t before = tokens();
    concordance_.add(block, parts.paragraphs());
    take_hits();
    return tokens() - before;
  }

  void pass_over(const Parts& parts, const text::Block& block) override {
    concordance_.pass_over(block, parts.paragraphs());
    take_hits();
  }

  void end_document(Outlet& outlet) override {
    concordance_.end_document();
    take_hits();
    outlet.hand_in(hits_ * sizeof(std::uint64_t), [&text = text_, &found = found_, here = here_] {
      for (std::size_t query = 0; query < here->size(); ++query) {
        for (const std::uint64_t position : (*here)[query]) found[query].push_back(text.tokens() + position);
      }
    });
  }

 private:
  [[nodiscard]] std::uint64_t tokens() const {
    return concordance_.tokens().empty() ? 0 : concordance_.tokens().front();
  }

  void take_hits() {
    while (const auto line = concordance_.next()) {
      (*here_)[line->query].push_back(line->token);
      ++hits_;
    }
  }

  std::vector<search::Query> queries_;
  search::Concordance concordance_;
  const TextBuilder& text_;
  Positions& found_;
  std::shared_ptr<Positions> here_;
  std::size_t hits_ = 0;
};

class TypeFinder final : public TextReader {
 public:
  TypeFinder(const text::TokenizerOptions& rules, count::Occurrences& types) : tokenizer_(rules), types_(types) {}

  std::uint64_t add(const Parts& /*parts*/, const text::Block& block, Outlet& outlet) override {
    std::uint64_t tokens = 0;
    tokenizer_.start(block);
    for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) {
      const auto ids = stretch_->types.intern(batch);
      stretch_->ids.insert(stretch_->ids.end(), ids.begin(), ids.end());
      tokens += batch.size();
      if (stretch_->ids.size() >= most_tokens_apart) end_document(outlet);
    }
    return tokens;
  }

  void end_document(Outlet& outlet) override {
    const auto stretch = std::exchange(stretch_, std::make_shared<Stretch>());
    outlet.hand_in(stretch->ids.size() * sizeof(text::TypeId),
                   [&types = types_, stretch] { types.add(stretch->types, stretch->ids); });
  }

 private:
  /// Tokens that are not handed in.
  struct Stretch {
    text::Vocabulary types;
    std::vector<text::TypeId> ids;
  };

  text::Tokenizer tokenizer_;
  count::Occurrences& types_;
  std::shared_ptr<Stretch> stretch_ = std::make_shared<Stretch>();
};

}  // namespace

FoundQueries find_queries(Inputs& inputs, const MakeQueries& make_queries, const search::ConcordanceOptions& options,
                          const TextWanted& wanted) {
  search::ConcordanceOptions counting = options;
  counting.parts = search::LineParts::nothing;
  counting.shortcut = search::Shortcut::unused;
  const std::vector<search::Query> queries = make_queries();
  TextBuilder text{inputs.selection(), wanted};
  QueryFinder::Positions positions(queries.size());
  read_text(inputs, text, [&] { return std::make_unique<QueryFinder>(make_queries(), counting, text, positions); });
  if (std::any_of(queries.begin(), queries.end(),
                  [](const search::Query& query) { return query.within() == search::Within::turn; })) {
    inputs.selection().check_turns();
  }
  return {std::move(text).take(), std::move(positions)};
}

FoundTypes find_types(Inputs& inputs, const text::TokenizerOptions& rules, const TextWanted& wanted) {
  TextBuilder text{inputs.selection(), wanted};
  count::Occurrences types;
  read_text(inputs, text, [&] { return std::make_unique<TypeFinder>(rules, types); });
  return {std::move(text).take(), std::move(types)};
}

}  // namespace corpus::cmd
