// SPDX-License-Identifier: MIT
#include "corpus/text/turns_text.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace corpus::text {
namespace {

TEST(SentenceEnd, IsSeenBehindQuotesAndBrackets) {
  for (const std::string_view text : {"So.", "So? ", "So!”", "So.)", "**So.**", "So…", "記者。", "كيف؟", "_So._"}) {
    EXPECT_TRUE(ends_sentence(text)) << text;
  }
  for (const std::string_view text : {"", " ", "So", "So,", "So:", "So -", "(So)", "Mr. Smith"}) {
    EXPECT_FALSE(ends_sentence(text)) << text;
  }
}

TEST(Question, HasAMarkInEveryScript) {
  for (const std::string_view text : {"So? No.", "你好？", "كيف؟", "Ինչպե՞ս", "Τι κάνεις;", "Τι\u037E "}) {
    EXPECT_TRUE(asks(text)) << text;
  }
  for (const std::string_view text : {"", "So.", "One; two.", "end;", ";", "Α;Β"}) EXPECT_FALSE(asks(text)) << text;
}

TEST(CompleteText, MayBeInterrupted) {
  for (const std::string_view text : {"", " ", "So.", "So –", "So--", "So — ", "(Applause)", "[laughter] "}) {
    EXPECT_TRUE(is_complete(text)) << text;
  }
  for (const std::string_view text : {"so", "ter-", "So:", "so,"}) EXPECT_FALSE(is_complete(text)) << text;
}

TEST(SmallLetter, IsSeenInEveryScriptThatHasThem) {
  for (const std::string_view text : {"so", "é", "да"}) EXPECT_TRUE(goes_on_small(text)) << text;
  for (const std::string_view text : {"", "So", "Да", "記", "9", "“so", " so"})
    EXPECT_FALSE(goes_on_small(text)) << text;
}

}  // namespace
}  // namespace corpus::text
