// SPDX-License-Identifier: MIT
#include "cmd/diff_sides.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <random>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "cmd/diff_lists.hpp"
#include "cmd/diff_paths.hpp"
#include "cmd/in_order.hpp"
#include "corpus/io/hashing_source.hpp"
#include "corpus/text/key_table.hpp"
#include "corpus/unicode/word.hpp"

namespace corpus::cmd {
namespace {

/// By which documents are told to hold the same bytes.
struct Digest {
  std::uint64_t bytes = 0;
  std::string hash;
};

constexpr std::size_t chunk_size = std::size_t{1} << 18;

/// Fills `buffer` unless the bytes end before.
std::size_t read_full(ByteSource& bytes, std::span<char> buffer) {
  std::size_t filled = 0;
  while (filled < buffer.size()) {
    const std::size_t taken = bytes.read(buffer.subspan(filled));
    if (taken == 0) break;
    filled += taken;
  }
  return filled;
}

/// 128 bits that differ from process to process: between texts of one run, where SHA-256 would take longer than to count
/// the tokens.
class QuickHash {
 public:
  QuickHash() {
    std::random_device random;
    for (std::uint64_t& seed : seeds_) seed = (std::uint64_t{random()} << 32U | random()) | 1U;
  }

  /// `buffer` is 16 bytes or more, a multiple of that.
  [[nodiscard]] Digest of(ByteSource& bytes, std::span<char> buffer) const {
    std::array<std::uint64_t, 2> hash = {seeds_[0], seeds_[1]};
    Digest digest;
    while (const std::size_t size = read_full(bytes, buffer)) {
      digest.bytes += size;
      std::fill(buffer.begin() + static_cast<std::ptrdiff_t>(size),
                buffer.begin() + static_cast<std::ptrdiff_t>(std::min(buffer.size(), size + 16)), '\0');
      for (std::size_t at = 0; at < size; at += 16) {
        std::array<std::uint64_t, 2> words{};
        std::memcpy(words.data(), buffer.data() + at, sizeof words);
        hash[0] = text::mix(hash[0] ^ words[0], words[1] ^ seeds_[2]);
        hash[1] = text::mix(hash[1] ^ words[1], words[0] ^ seeds_[3]);
      }
    }
    digest.hash = fmt::format("{:016x}{:016x}", text::mix(hash[0] ^ digest.bytes, seeds_[1]),
                              text::mix(hash[1] ^ digest.bytes, seeds_[2]));
    return digest;
  }

 private:
  std::array<std::uint64_t, 4> seeds_{};
};

void rewind(Document& document) {
  if (document.bytes->rewind()) return;
  throw Error{{.file = document.name, .cause = "cannot be read twice", .hint = "save it to a file first"}};
}

/// What a digest is made by: locks hold SHA-256.
enum class Hash : std::uint8_t { quick, sha256 };

bool may_be_lock(const std::string& input) {
  std::error_code none;
  return !std::filesystem::is_directory(input, none);
}

class SideReader {
 public:
  SideReader(Inputs& inputs, const InputArguments& arguments, const SideOptions& options)
      : inputs_(inputs),
        options_(options),
        hash_(may_be_lock(arguments.inputs.front()) || may_be_lock(arguments.reference.front()) ? Hash::sha256
                                                                                                : Hash::quick) {
    sides_.before.name = arguments.inputs.front();
    sides_.after.name = arguments.reference.front();
  }

  Sides run() && {
    inputs_.each_by_threads([&]() -> Inputs::Use {
      return [worker = std::make_shared<Worker>(*this)](Document& document, Outlet& outlet) {
        worker->read(document, outlet);
      };
    });
    finish(sides_.before);
    finish(sides_.after);
    count_types();
    name_documents();
    if (options_.records == RecordsWanted::yes) complete_records();
    check_rules(sides_);
    return std::move(sides_);
  }

 private:
  using SharedContent = std::shared_ptr<Content>;

  /// What one thread reads with.
  class Worker {
   public:
    explicit Worker(SideReader& reader)
        : reader_(reader),
          tokenizer_(reader.options_.profile.rules),
          profiler_(reader.options_.profile.abbreviations, reader.options_.profile.readability,
                    reader.options_.profile.language) {}

    void read(Document& document, Outlet& outlet) {
      Side& side = reader_.side_of(document);
      if (const FileKind kind = kind_of(document); kind != FileKind::text) {
        outlet.await_turn();
        if (reader_.inputs_.selection().selects()) {
          throw Error{{.file = document.name,
                       .cause = "--where chooses among texts, and here are none",
                       .hint = "make the lock or the list with the same --where"}};
        }
        return read_list(reader_.sides_.types, side, std::move(document), kind);
      }
      const Digest digest = digest_of(document);
      // Where --where takes parts of documents, what is taken may depend on the document's name.
      const bool whole = !reader_.inputs_.selection().divides(document);
      SharedContent content = whole ? reader_.known(digest.hash) : nullptr;
      std::size_t size = 0;
      if (!content) {
        content = make(document);
        size = content->profile.size();
        if (whole) reader_.learn(digest.hash, content);
      }
      // This worker may be gone by then.
      outlet.hand_in(size, [&reader = reader_, &side, content, digest, name = document.name] {
        reader.add(side, content, digest, name);
      });
    }

   private:
    Digest digest_of(Document& document) {
      if (reader_.hash_ == Hash::quick) {
        Digest digest = reader_.quick_hash_.of(*document.bytes, buffer_);
        rewind(document);
        return digest;
      }
      auto hashing = std::make_unique<io::HashingSource>(std::move(document.bytes));
      io::HashingSource& hash = *hashing;
      document.bytes = std::move(hashing);
      while (hash.read(buffer_) > 0) {
      }
      rewind(document);
      return {hash.size(), hash.sha256_hex()};
    }

    SharedContent make(Document& document) {
      const bool units = reader_.options_.units == UnitsCounted::yes;
      auto content = std::make_shared<Content>();
      count::Profile plain;
      if (units) profiler_.start(document.name);
      Parts parts{document, reader_.inputs_};
      const bool divided = reader_.inputs_.selection().divides(document);
      while (const auto block = parts.next()) {
        if (units) profiler_.add(*block);
        if (divided) profiler_.add_bytes(block->bytes());
        tokenizer_.start(*block);
        for (auto batch = tokenizer_.next(); !batch.empty(); batch = tokenizer_.next()) {
          if (units) {
            profiler_.add(*block, batch);
          } else {
            const auto ids = plain.types.intern(batch);
            plain.tokens.insert(plain.tokens.end(), ids.begin(), ids.end());
          }
        }
      }
      if (!divided) profiler_.add_bytes(parts.reader().bytes_read());
      content->profile = units ? profiler_.finish() : std::move(plain);
      return content;
    }

    SideReader& reader_;
    text::Tokenizer tokenizer_;
    count::Profiler profiler_;
    std::vector<char> buffer_ = std::vector<char>(chunk_size);
  };

  Side& side_of(const Document& document) { return is_target(document) ? sides_.before : sides_.after; }

  SharedContent known(const std::string& hash) {
    const std::lock_guard lock(mutex_);
    const auto found = contents_.find(hash);
    return found == contents_.end() ? nullptr : found->second;
  }

  void learn(const std::string& hash, const SharedContent& content) {
    const std::lock_guard lock(mutex_);
    contents_.emplace(hash, content);
  }

  /// One delivery at a time.
  void add(Side& side, const SharedContent& content, const Digest& digest, const std::string& name) {
    check_alone(side, name);
    if (content->profile.types.size() > 0) share_types(*content);
    side.names.push_back(name);
    side.records.push_back(
        {.path = {}, .bytes = digest.bytes, .sha256 = digest.hash, .tokens = content->tokens.size()});
    side.contents.push_back(content);
    side.tokens += content->tokens.size();
  }

  /// Gives its tokens the numbers that they have everywhere.
  void share_types(Content& content) {
    const std::vector<text::TypeId> numbers = sides_.types.intern(content.profile.types);
    content.tokens = std::exchange(content.profile.tokens, {});
    for (text::TypeId& token : content.tokens) token = numbers[token];
    content.profile.types = {};
  }

  void finish(Side& side) {
    if (side.kind == FileKind::text) {
      side.rules = inputs_.rules_in_force(options_.profile.rules);
    }
    if (side.tokens == 0) {
      throw Error{{.file = side.name, .cause = "no tokens on this side", .hint = "there is nothing to compare with"}};
    }
  }

  /// A lock has its paths already; those of texts begin where they do.
  void name_documents() {
    const auto names = [](const Side& side) {
      return SideNames{side.names, side.kind == FileKind::lock ? "" : side.name};
    };
    SidePaths paths = side_paths(names(sides_.before), names(sides_.after));
    const auto name = [](Side& side, std::vector<std::string>& paths_of_side) {
      if (side.kind != FileKind::text) return;
      for (std::size_t i = 0; i < side.records.size(); ++i) side.records[i].path = std::move(paths_of_side[i]);
    };
    name(sides_.before, paths.before);
    name(sides_.after, paths.after);
  }

  /// What is known of the words of documents, of those alone that the other side does not have unchanged.
  void complete_records() {
    std::unordered_map<const Content*, compare::DocumentRecord> recorded;
    std::vector<std::pair<const Content* const, compare::DocumentRecord>*> wanted;
    const auto each = [&](Side& side, const Side& other, auto use) {
      const auto known = digests_by_path(other);
      for (std::size_t i = 0; i < side.contents.size(); ++i) {
        const auto twin = known.find(side.records[i].path);
        if (twin == known.end() || twin->second != side.records[i].sha256) use(side.contents[i].get(), side.records[i]);
      }
    };
    const auto note = [&](const Content* content, const compare::DocumentRecord& /*record*/) {
      const auto [entry, fresh] = recorded.try_emplace(content);
      if (fresh) wanted.push_back(&*entry);
    };
    each(sides_.before, sides_.after, note);
    each(sides_.after, sides_.before, note);
    do_in_order(wanted.size(), inputs_.threads(), [&] {
      return [&, recorder = std::make_shared<compare::Recorder>()](std::size_t i, Outlet& /*outlet*/) {
        wanted[i]->second = record_of(*wanted[i]->first, *recorder);
      };
    });
    const auto complete = [&](const Content* content, compare::DocumentRecord& record) {
      const compare::DocumentRecord& found = recorded.at(content);
      record.types = found.types;
      record.words = found.words;
      record.signature = found.signature;
    };
    each(sides_.before, sides_.after, complete);
    each(sides_.after, sides_.before, complete);
  }

  static std::unordered_map<std::string_view, std::string_view> digests_by_path(const Side& side) {
    std::unordered_map<std::string_view, std::string_view> digests;
    for (const compare::DocumentRecord& record : side.records) digests.emplace(record.path, record.sha256);
    return digests;
  }

  compare::DocumentRecord record_of(const Content& content, compare::Recorder& recorder) const {
    constexpr std::size_t at_once = 1024;
    recorder.start_document();
    unicode::WordBatch batch;
    for (std::size_t begin = 0; begin < content.tokens.size(); begin += at_once) {
      batch.clear();
      const std::size_t size = std::min(at_once, content.tokens.size() - begin);
      for (const text::TypeId type : std::span(content.tokens).subspan(begin, size)) {
        batch.add(0, 0, text::Kind::word, sides_.types[type]);
      }
      recorder.add(batch.words());
    }
    return recorder.finish_document();
  }

  /// Counts the tokens of the old side, and of the new what it has more or less often.
  void count_types() {
    std::unordered_map<const Content*, std::int64_t> more;
    const auto add = [&](std::vector<std::uint64_t>& freqs, const Content& content, std::int64_t times) {
      for (const text::TypeId type : content.tokens) freqs[type] += static_cast<std::uint64_t>(times);
    };
    std::vector<std::uint64_t> freqs(sides_.types.size());
    for (const auto& content : sides_.before.contents) {
      add(freqs, *content, 1);
      --more[content.get()];
    }
    if (sides_.before.kind == FileKind::text) sides_.before.counts = {.freqs = freqs, .tokens = sides_.before.tokens};
    if (sides_.after.kind != FileKind::text) return;
    for (const auto& content : sides_.after.contents) ++more[content.get()];
    for (const auto& [content, times] : more) {
      if (times != 0) add(freqs, *content, times);
    }
    sides_.after.counts = {.freqs = std::move(freqs), .tokens = sides_.after.tokens};
  }

  Inputs& inputs_;
  const SideOptions& options_;
  Hash hash_;
  QuickHash quick_hash_;
  Sides sides_;
  std::mutex mutex_;                                         ///< guards what follows
  std::unordered_map<std::string, SharedContent> contents_;  ///< by the hash of their bytes
};

}  // namespace

Sides read_sides(Inputs& inputs, const InputArguments& arguments, const SideOptions& options) {
  return SideReader{inputs, arguments, options}.run();
}

}  // namespace corpus::cmd
