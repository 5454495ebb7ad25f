// SPDX-License-Identifier: MIT
#include "corpus/unicode/byte_scanner.hpp"

namespace corpus::unicode {

void ByteScanner::look_ahead() {
  static const TextKernel& kernel = text_kernels().front();
  kernel.mark(text_.substr(searched_, ahead * width), *set_, masks_.data());
  mask_ = 0;
}

}  // namespace corpus::unicode
