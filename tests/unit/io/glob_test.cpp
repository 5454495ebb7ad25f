// SPDX-License-Identifier: MIT
#include "corpus/io/glob.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "corpus/error.hpp"

namespace corpus::io {
namespace {

struct Case {
  std::string_view pattern;
  std::string_view path;
  bool matches;
};

class GlobCase : public ::testing::TestWithParam<Case> {};

TEST_P(GlobCase, Matches) {
  const Case& c = GetParam();
  EXPECT_EQ(Glob(c.pattern).matches(c.path), c.matches) << c.pattern << " on " << c.path;
}

// POSIX.1-2017, Shell Command Language 2.13, with slashes as in path names.
INSTANTIATE_TEST_SUITE_P(Posix, GlobCase,
                         ::testing::Values(Case{"a", "a", true}, Case{"a", "b", false}, Case{"a", "aa", false},
                                           Case{"*", "", true}, Case{"*", "abc", true}, Case{"*", "a/b", false},
                                           Case{"*.txt", "a.txt", true}, Case{"*.txt", "a.txt.gz", false},
                                           Case{"*.txt", ".txt", true}, Case{"a*b*c", "aXbYbZc", true},
                                           Case{"a*b*c", "aXbYbZ", false}, Case{"*a*", "bab", true},
                                           Case{"?", "a", true}, Case{"?", "", false}, Case{"?", "/", false},
                                           Case{"a?c", "a/c", false}, Case{"a/*/c", "a/b/c", true},
                                           Case{"a/*/c", "a/b/b/c", false}, Case{"*/c", "b/c", true}));

INSTANTIATE_TEST_SUITE_P(Sets, GlobCase,
                         ::testing::Values(Case{"[abc]", "b", true}, Case{"[abc]", "d", false},
                                           Case{"[a-c]x", "bx", true}, Case{"[!a-c]", "b", false},
                                           Case{"[!a-c]", "d", true}, Case{"[^a-c]", "d", true}, Case{"[]]", "]", true},
                                           Case{"[!]]", "]", false}, Case{"[a-]", "-", true}, Case{"[\\]]", "]", true},
                                           Case{"[a/b]", "/", false}, Case{"[!a]", "/", false},
                                           Case{"x[!a]y", "x/y", false}));

INSTANTIATE_TEST_SUITE_P(Escapes, GlobCase,
                         ::testing::Values(Case{"\\*", "*", true}, Case{"\\*", "a", false}, Case{"\\?", "?", true},
                                           Case{"\\[a]", "[a]", true}, Case{"a\\\\", "a\\", true}));

INSTANTIATE_TEST_SUITE_P(
    DoubleStars, GlobCase,
    ::testing::Values(Case{"**", "", true}, Case{"**", "a/b/c", true}, Case{"**/b", "b", true},
                      Case{"**/b", "a/b", true}, Case{"**/b", "a/a/b", true}, Case{"**/b", "ab", false},
                      Case{"**/b", "a/ab", false}, Case{"a/**/b", "a/b", true}, Case{"a/**/b", "a/x/y/b", true},
                      Case{"a/**/b", "ab", false}, Case{"a/**", "a/b/c", true}, Case{"a/**", "a", false},
                      Case{"a/**", "b/c", false}, Case{"a**c", "a/b/c", true}, Case{"**/*.txt", "x/y/a.txt", true},
                      Case{"**/x*y/z", "a/xay/b/xby/z", true}, Case{"**/x*y/z", "a/xay/b/xb/z", false},
                      Case{"**/a/**/b", "a/c/a/d/b", true}, Case{"**/a/**/b", "b/a", false}));

// One character is one code point; bytes that are no UTF-8 are characters too.
INSTANTIATE_TEST_SUITE_P(Bytes, GlobCase,
                         ::testing::Values(Case{"?", "é", true}, Case{"??", "é", false}, Case{"*??", "€", false},
                                           Case{"*??", "a€", true}, Case{"[à-ü]", "é", true}, Case{"[à-ü]", "a", false},
                                           Case{"[!é]", "è", true}, Case{"?", "\xE9", true}, Case{"\xE9", "\xE9", true},
                                           Case{"\xE9", "é", false}, Case{"[\xE9]x", "\xE9x", true},
                                           Case{"a?b", "a\nb", true}, Case{"*", "\xFF\xFE\n\x1B", true}));

TEST(Glob, RefusesWhatIsNotFinished) {
  EXPECT_THROW(Glob(""), Error);
  EXPECT_THROW(Glob("[abc"), Error);
  EXPECT_THROW(Glob("[]"), Error);
  EXPECT_THROW(Glob("[a-"), Error);
  EXPECT_THROW(Glob("["), Error);
  EXPECT_THROW(Glob("a\\"), Error);
  EXPECT_THROW(Glob("[a\\"), Error);
}

// A matcher that tries every division of the path among the stars would need more than 10^20 steps.
TEST(Glob, ManyStarsEnd) {
  std::string pattern;
  for (int i = 0; i < 40; ++i) pattern += "*a**a";
  EXPECT_FALSE(Glob(pattern + "b").matches(std::string(400, 'a')));
}

/// Every rule tried in every way: slow, and plainly right.
bool slowly(std::string_view pattern, std::string_view path, bool at_start = true) {
  if (pattern.empty()) return path.empty();
  const auto some = [&](std::size_t skip, auto may_skip, bool only_at_starts) {
    for (std::size_t i = 0; i <= path.size(); ++i) {
      const bool starts = i == 0 || path[i - 1] == '/';
      if ((starts || !only_at_starts) && slowly(pattern.substr(skip), path.substr(i), only_at_starts)) return true;
      if (i == path.size() || !may_skip(path[i])) return false;
    }
    return false;
  };
  if (at_start && pattern.starts_with("**/"))
    return some(
        3, [](char) { return true; }, true);
  if (pattern.starts_with("**"))
    return some(
        2, [](char) { return true; }, false);
  if (pattern.starts_with("*"))
    return some(
        1, [](char c) { return c != '/'; }, false);
  if (path.empty()) return false;
  const bool same = pattern[0] == '?' ? path[0] != '/' : pattern[0] == path[0];
  return same && slowly(pattern.substr(1), path.substr(1), pattern[0] == '/');
}

TEST(Glob, AgreesWithASlowTwinOnAllShortPatternsAndPaths) {
  const auto words = [](std::string_view alphabet, std::size_t length) {
    std::vector<std::string> all{""};
    for (std::size_t from = 0; all.back().size() < length;) {
      const std::size_t to = all.size();
      for (; from < to; ++from) {
        for (const char c : alphabet) all.push_back(all[from] + c);
      }
    }
    return all;
  };
  const std::vector<std::string> paths = words("ab/", 5);
  for (const std::string& pattern : words("ab/*?", 5)) {
    if (pattern.empty()) continue;
    const Glob glob(pattern);
    for (const std::string& path : paths) {
      ASSERT_EQ(glob.matches(path), slowly(pattern, path)) << pattern << " on " << path;
    }
  }
}

}  // namespace
}  // namespace corpus::io
