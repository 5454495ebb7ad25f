// SPDX-License-Identifier: MIT
#include "corpus/text/wrapped_text.hpp"

namespace corpus::text {

void WrappedText::append(std::string_view kept, std::size_t offset) {
  if (text_.empty()) {
    begin_ = offset;
    removed_ = 0;
    cuts_.clear();
  }
  const std::size_t removed = offset - begin_ - text_.size();
  if (removed != removed_) {
    removed_ = removed;
    cuts_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(removed)});
  }
  text_ += kept;
}

Block WrappedText::block() const {
  Block block;
  block.text = text_;
  block.cuts = cuts_;
  return block;
}

std::size_t WrappedText::end_of(std::size_t size) const {
  return begin_ + block().raw_end(static_cast<std::uint32_t>(size));
}

void WrappedText::drop(std::size_t size) {
  if (size == text_.size()) {
    text_.clear();
    cuts_.clear();
    return;
  }
  const auto at = static_cast<std::uint32_t>(size);
  const std::uint32_t removed = block().raw_begin(at) - at;
  std::erase_if(cuts_, [at](const Cut& cut) { return cut.at <= at; });
  for (Cut& cut : cuts_) cut = {cut.at - at, cut.removed - removed};
  begin_ += size + removed;
  removed_ -= removed;
  text_.erase(0, size);
}

}  // namespace corpus::text
