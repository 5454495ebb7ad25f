// SPDX-License-Identifier: MIT
#include "corpus/text/zeroed_memory.hpp"

#include <sys/mman.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

namespace corpus::text {
namespace {

constexpr std::size_t cache_line = 64;
constexpr std::size_t large_page = std::size_t{1} << 21;

}  // namespace

ZeroedMemory::ZeroedMemory(std::size_t size) {
  if (size < large_page) {
    data_ = std::aligned_alloc(cache_line, (size + cache_line - 1) / cache_line * cache_line);
    if (data_ == nullptr) throw std::bad_alloc{};
    std::memset(data_, 0, size);
    return;
  }
  size_ = size + large_page;  // what lies before and behind is never touched
  mapping_ = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapping_ == MAP_FAILED) throw std::bad_alloc{};
  data_ = mapping_;
  std::size_t space = size_;
  std::align(large_page, size, data_, space);
  ::madvise(data_, size, MADV_HUGEPAGE);  // a wish
}

ZeroedMemory::~ZeroedMemory() {
  if (mapping_ != nullptr) {
    ::munmap(mapping_, size_);
  } else {
    std::free(data_);
  }
}

}  // namespace corpus::text
