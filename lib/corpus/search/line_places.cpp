// SPDX-License-Identifier: MIT
#include "corpus/search/line_places.hpp"

#include <string_view>

#include "corpus/search/excerpt.hpp"
#include "corpus/text/place.hpp"
#include "corpus/unicode/text_kernels.hpp"
#include "corpus/unicode/utf8.hpp"

namespace corpus::search {

Place LinePlaces::at(std::uint32_t offset) {
  static const unicode::TextKernel& kernel = unicode::text_kernels().front();
  const std::string_view raw = block_->raw;
  const std::uint32_t here = block_->raw_begin(offset);
  std::string_view since = raw.substr(last_raw_, here - last_raw_);
  last_raw_ = here;
  if (!returns_) returns_ = raw.find('\r') != std::string_view::npos;
  if (*returns_) {
    last_ = text::advance(last_, since);
    return last_;
  }
  if (const std::uint64_t lines = kernel.count_feeds(since); lines > 0) {
    last_ = {last_.line + lines, 1};
    since.remove_prefix(since.rfind('\n') + 1);
  }
  last_.column += all_ascii(since) ? since.size() : unicode::count_code_points(since);
  return last_;
}

}  // namespace corpus::search
