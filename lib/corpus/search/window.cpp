// SPDX-License-Identifier: MIT
#include "corpus/search/window.hpp"

#include "corpus/unicode/utf8.hpp"

namespace corpus::search {

void Window::start() { *this = {}; }

void Window::add(std::string_view part) {
  part_begin_ += part_.size();
  part_ = part;
}

void Window::keep_from(std::uint64_t begin) {
  if (begin >= part_begin_) {
    kept_ = part_.substr(begin - part_begin_);
    unused_ = 0;
  } else {
    unused_ += begin - kept_begin_;
    if (unused_ > kept_.size() / 2) {
      kept_.erase(0, unused_);
      unused_ = 0;
    }
    kept_ += part_;
  }
  kept_begin_ = begin;
  part_begin_ += part_.size();
  part_ = {};
}

std::string_view Window::kept_text(std::uint64_t begin, std::uint64_t end) {
  const std::string_view kept = std::string_view(kept_).substr(unused_ + (begin - kept_begin_));
  if (end <= part_begin_) return kept.substr(0, end - begin);
  joined_ = kept;
  joined_ += part_.substr(0, end - part_begin_);
  return joined_;
}

std::uint64_t Window::character_from(std::uint64_t place) {
  while (place < end() && unicode::continues(text(place, place + 1).front())) ++place;
  return place;
}

}  // namespace corpus::search
