// SPDX-License-Identifier: MIT
#include "corpus/text/vocabulary.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <tuple>

#include "corpus/error.hpp"

namespace corpus::text {
namespace {

// A vocabulary begins small, for a command may have one for each of many groups.
constexpr std::size_t first_arena_block = std::size_t{1} << 8;
constexpr std::size_t arena_block = std::size_t{1} << 16;

/// Words that are looked up together. More would push each other out of the nearest cache.
constexpr std::size_t at_once = 128;

/// From the system, not from std::random_device: the processor's instruction behind that can take 100 µs in a virtual
/// machine, and there may be a vocabulary for each of many groups.
std::uint64_t random_seed() {
  std::uint64_t seed = 0;
  if (::getentropy(&seed, sizeof seed) != 0) throw Error{{.cause = "the system gives no random numbers"}};
  return seed;
}

std::uint64_t load(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  if (count != 0) std::memcpy(&value, bytes, count);
  return value;
}

}  // namespace

Vocabulary::Vocabulary() : Vocabulary(random_seed()) {}

Vocabulary::Vocabulary(std::uint64_t seed) : seed_(seed), short_(seed), middle_(seed), long_(seed) {}

/// Two hashes, for the price of two multiplications each eight bytes.
Vocabulary::ShortTable::Key Vocabulary::long_key(std::string_view type) const {
  std::uint64_t low = seed_ ^ type.size();
  std::uint64_t high = ~seed_;
  for (; !type.empty(); type.remove_prefix(std::min<std::size_t>(type.size(), 8))) {
    const std::uint64_t letters = load(type.data(), std::min<std::size_t>(type.size(), 8));
    low = std::rotl(low, 29) ^ mix(low ^ letters, 0x9E3779B97F4A7C15U);
    high = std::rotl(high, 31) ^ mix(high ^ letters, 0xD1B54A32D192ED03U);
  }
  return {low, high >> 32U};
}

std::span<const TypeId> Vocabulary::intern(const unicode::Words& words) {
  if (ids_.size() < words.size()) ids_.resize(words.size());
  std::size_t done = 0;
  for (unicode::Words rest = words; !rest.empty();) {
    const std::size_t size = std::min(rest.size(), at_once);
    intern_some(rest.first(size), ids_.data() + done);
    rest = rest.subspan(size);
    done += size;
  }
  return std::span(ids_).first(done);
}

/// First the keys of all, and where they stand; then the look-ups, whose memory is on its way by then.
void Vocabulary::intern_some(const unicode::Words& words, TypeId* ids) {
  struct Sought {
    ShortTable::Key key;
    std::size_t home;
  };
  std::array<Sought, at_once> sought;
  Sought* next = sought.data();
  for (const unicode::Word& word : words) {
    const std::string_view type = word.type();  // which can be read past its end
    if (type.size() <= ShortTable::longest) [[likely]] {
      const auto key = ShortTable::key_of(type.data(), type.size());
      *next++ = {key, short_.prefetch_home(key)};
    } else {
      *next++ = {{0, ~std::uint64_t{0}}, 0};  // no key is like that: it will not be found
      if (type.size() <= MiddleTable::longest) {
        std::ignore = middle_.prefetch_home(MiddleTable::key_of(type.data(), type.size()));
      }
    }
  }
  std::size_t i = 0;
  for (const Sought* at = sought.data(); at != next; ++at, ++i) {
    // Homes are others by now if the table has grown or changed its seed; but few are the types that are new.
    const std::uint32_t number = short_.number_from(at->home, at->key);
    ids[i] = number != 0 ? number - 1 : intern_padded(words[i].type());
  }
}

std::vector<TypeId> Vocabulary::intern(const Vocabulary& other) {
  std::vector<TypeId> ids;
  ids.reserve(other.size());
  unicode::WordBatch batch;
  while (ids.size() < other.size()) {
    batch.clear();
    const std::size_t end = std::min(ids.size() + at_once, other.size());
    for (std::size_t id = ids.size(); id < end; ++id) {
      const std::string_view type = other.types_[id];
      batch.add(0, static_cast<std::uint32_t>(type.size()), unicode::WordKind::word, type);
    }
    const auto some = intern(batch.words());
    ids.insert(ids.end(), some.begin(), some.end());
  }
  return ids;
}

TypeId Vocabulary::intern(std::string_view type) {
  char padded[unicode::type_padding] = {};
  if (type.size() > MiddleTable::longest) return intern_padded(type);
  std::copy(type.begin(), type.end(), padded);
  return intern_padded({padded, type.size()});
}

TypeId Vocabulary::intern_padded(std::string_view type) {
  while (true) {
    const std::uint32_t number = place(type, [&] { return add(type); });
    if (number != 0) return number - 1;
    seed_anew();
  }
}

/// The number of the type; if it has none, what `next_number` gives. 0 where keys collide too much.
template <typename Next>
std::uint32_t Vocabulary::place(std::string_view type, Next next_number) {
  const std::size_t size = type.size();
  if (size <= ShortTable::longest) return short_.intern(ShortTable::key_of(type.data(), size), next_number);
  if (size <= MiddleTable::longest) return middle_.intern(MiddleTable::key_of(type.data(), size), next_number);
  const std::uint32_t number = long_.intern(long_key(type), next_number);
  return number == 0 || types_[number - 1] == type ? number : 0;
}

std::optional<TypeId> Vocabulary::find(std::string_view type) const {
  const std::size_t size = type.size();
  std::uint32_t number = 0;
  if (size > MiddleTable::longest) {
    number = long_.find(long_key(type));
    if (number != 0 && types_[number - 1] != type) number = 0;
  } else {
    char padded[unicode::type_padding] = {};
    std::copy(type.begin(), type.end(), padded);
    number = size > ShortTable::longest ? middle_.find(MiddleTable::key_of(padded, size))
                                        : short_.find(ShortTable::key_of(padded, size));
  }
  if (number == 0) return std::nullopt;
  return number - 1;
}

/// Keeps the letters of a new type; returns its id plus 1.
std::uint32_t Vocabulary::add(std::string_view type) {
  if (types_.size() == 0xFFFFFFFE) {
    throw Error{{.cause = "more than 4,294,967,294 types", .hint = "count parts of the texts, and merge them"}};
  }
  if (arena_size_ - arena_used_ < type.size()) {
    arena_size_ = std::max(std::clamp(2 * arena_size_, first_arena_block, arena_block), type.size());
    arena_.push_back(std::make_unique_for_overwrite<char[]>(arena_size_));
    arena_used_ = 0;
  }
  if (type.empty()) {
    types_.emplace_back("");  // there may be no arena yet
  } else {
    char* const kept = arena_.back().get() + arena_used_;
    std::copy(type.begin(), type.end(), kept);
    arena_used_ += type.size();
    types_.emplace_back(kept, type.size());
  }
  return static_cast<std::uint32_t>(types_.size());
}

/// Makes the tables anew under another seed, or a third where that one collides too.
void Vocabulary::seed_anew() {
  const auto placed = [&](TypeId id) {
    const std::string_view type = types_[id];
    const auto number = [id] { return id + 1; };
    if (type.size() > MiddleTable::longest) return place(type, number) != 0;
    char padded[unicode::type_padding] = {};
    std::copy(type.begin(), type.end(), padded);
    return place({padded, type.size()}, number) != 0;
  };
  TypeId id = 0;
  do {
    seed_ = random_seed();
    short_.clear(seed_);
    middle_.clear(seed_);
    long_.clear(seed_);
    for (id = 0; id < types_.size() && placed(id);) ++id;
  } while (id < types_.size());
}

}  // namespace corpus::text
