// SPDX-License-Identifier: MIT
#include "corpus/text/block_copy.hpp"

namespace corpus::text {

void BlockCopy::assign(const Block& source) {
  text_.assign(source.text);
  block_ = Block::of(text_);
  block_.pretokenized = source.pretokenized;
  tokens_.assign(source.tokens.begin(), source.tokens.end());
  values_.clear();
  for (const GivenToken& token : tokens_) values_ += token.value;
  const char* value = values_.data();
  for (GivenToken& token : tokens_) {
    token.value = {value, token.value.size()};
    value += token.value.size();
    token.lemma = token.upos = {};
  }
  block_.tokens = tokens_;
}

}  // namespace corpus::text
