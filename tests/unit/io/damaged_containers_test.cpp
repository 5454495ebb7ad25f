// SPDX-License-Identifier: MIT
/// \file
/// Containers that are cut off at every byte, and with every byte changed: an Error that names the file, or the same
/// documents; where a format has no way to know, what it cannot know is said here.
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

#include "containers.hpp"
#include "corpus/io/descriptor.hpp"
#include "corpus/io/documents.hpp"
#include "scratch.hpp"

namespace corpus::io {
namespace {

using testing::gzip_of;
using testing::read_all;
using testing::sample;
using testing::tar_of;
using testing::zip_of;
using testing::zstd_of;

struct Outcome {
  std::vector<std::string> names;
  std::vector<std::string> texts;
  PassedOver passed_over;
  std::string error;  ///< none: all was read

  bool operator==(const Outcome&) const = default;
  [[nodiscard]] bool failed() const { return !error.empty(); }
};

class DamagedContainers : public ::testing::Test {
 protected:
  Outcome outcome_of(const std::string& bytes) {
    EXPECT_EQ(::ftruncate(file_.number(), 0), 0);
    EXPECT_EQ(::pwrite(file_.number(), bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
    const std::string name = "/proc/self/fd/" + std::to_string(file_.number());
    Outcome outcome;
    try {
      Documents documents{Source::file(name, bytes.size()), {}};
      while (auto document = documents.next()) {
        outcome.names.push_back(document->name.substr(name.size()));
        outcome.texts.push_back(read_all(*document->bytes));
      }
      outcome.passed_over = documents.passed_over();
    } catch (const Error& error) {
      outcome.error = error.what();
      EXPECT_TRUE(error.problem().file.starts_with(name)) << outcome.error;
      EXPECT_FALSE(error.problem().cause.empty());
    }
    return outcome;
  }

  /// Cut off before the byte `first`, a file is a text to whoever looks at it.
  void cut_everywhere(const std::string& bytes, std::size_t first) {
    const Outcome whole = outcome_of(bytes);
    ASSERT_FALSE(whole.failed()) << whole.error;
    for (std::size_t size = first; size < bytes.size(); ++size) {
      const Outcome outcome = outcome_of(bytes.substr(0, size));
      ASSERT_TRUE(outcome.failed() || outcome == whole) << size;
    }
    for (std::size_t size = 0; size < first; ++size) {
      const Outcome outcome = outcome_of(bytes.substr(0, size));
      ASSERT_TRUE(outcome.failed() || outcome.names == std::vector<std::string>{""}) << size;
    }
  }

  /// `excused` tells of which changes the format knows nothing: it is given the place, and what came of it.
  template <typename Excused>
  void change_everywhere(const std::string& bytes, std::size_t first, Excused excused) {
    const Outcome whole = outcome_of(bytes);
    ASSERT_FALSE(whole.failed()) << whole.error;
    for (std::size_t at = first; at < bytes.size(); ++at) {
      for (const unsigned mask : {0x01U, 0x2EU, 0xFFU}) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ mask);
        const Outcome outcome = outcome_of(damaged);
        ASSERT_TRUE(outcome.failed() || outcome == whole || excused(at, whole, outcome)) << at << " " << mask;
      }
    }
  }

  /// In memory: a disk would take a millisecond each time.
  Descriptor file_{::memfd_create("damaged", MFD_CLOEXEC)};
};

bool never(std::size_t, const Outcome&, const Outcome&) { return false; }

const std::vector<testing::TarMember> kTarMembers{
    {.name = "a.txt", .text = "one two\n"}, {.name = "empty.txt"}, {.name = "d/b.txt", .text = "three four five\n"}};

TEST_F(DamagedContainers, CompressedTars) {
  const std::string tar = tar_of({{.name = "a", .text = "one two\n"}, {.name = "b"}});
  cut_everywhere(gzip_of(tar), 2);
  cut_everywhere(zstd_of(tar), 4);
}

TEST_F(DamagedContainers, Samples) {
  cut_everywhere(sample(Container::gzip), 2);
  cut_everywhere(sample(Container::bzip2), 10);
  cut_everywhere(sample(Container::xz), 6);
  cut_everywhere(sample(Container::zstd), 4);
  change_everywhere(sample(Container::gzip), 2, never);
  change_everywhere(sample(Container::bzip2), 10, never);
  change_everywhere(sample(Container::xz), 6, never);
  change_everywhere(sample(Container::zstd), 4, never);
}

/// Documents, and what might have been one.
std::uint64_t all_members(const Outcome& outcome) {
  const PassedOver& left_out = outcome.passed_over;
  return outcome.texts.size() + left_out.nul_files + left_out.hidden + left_out.links + left_out.special;
}

/// Of a plain tar: the contents have no checksum. All else is as it was, but for what came to hold a NUL byte.
bool in_contents(std::size_t, const Outcome& whole, const Outcome& outcome) {
  if (outcome.passed_over == PassedOver{.nul_files = 1}) return all_members(outcome) == all_members(whole);
  if (outcome.names != whole.names || outcome.passed_over != whole.passed_over) return false;
  for (std::size_t i = 0; i < whole.texts.size(); ++i) {
    if (outcome.texts[i].size() != whole.texts[i].size()) return false;
  }
  return true;
}

TEST_F(DamagedContainers, Tars) {
  const std::string tar = tar_of(kTarMembers);
  cut_everywhere(tar, 512);
  change_everywhere(tar, 265, in_contents);
  const std::string old = testing::old_tar_of(kTarMembers);
  cut_everywhere(old, 512);
  change_everywhere(old, 512, in_contents);  // before that, what has a wrong checksum is no tar
}

TEST_F(DamagedContainers, TarsWithPaxHeaders) {
  const std::string tar = testing::pax_tar_of(kTarMembers);
  cut_everywhere(tar, 512);
  // Nor do pax headers: a name may change, or its record become another one, which hides it.
  change_everywhere(tar, 265, [](std::size_t, const Outcome& whole, const Outcome& outcome) {
    return all_members(outcome) == all_members(whole);
  });
}

TEST_F(DamagedContainers, Zips) {
  // Names, kinds and dates have no checksum: documents may change their names, or become links, and are counted so.
  const auto in_directory = [](std::size_t, const Outcome& whole, const Outcome& outcome) {
    if (all_members(outcome) != all_members(whole)) return false;
    for (const std::string& text : outcome.texts) {
      if (std::count(whole.texts.begin(), whole.texts.end(), text) == 0 && text != "a.txt") return false;
    }
    return true;
  };
  cut_everywhere(testing::sample_zip(), 4);
  change_everywhere(testing::sample_zip(), 4, in_directory);
  const std::string inner = zip_of({{.name = "x", .text = "inner text"}});
  const std::string nested = zip_of({{.name = "i.zip", .text = inner}, {.name = "b", .text = "text"}}, "a comment");
  cut_everywhere(nested, 4);
  change_everywhere(nested, 4, in_directory);
}

}  // namespace
}  // namespace corpus::io
