// SPDX-License-Identifier: MIT
/// \file
/// Tasks that several threads take one after the other.
///
///     do_by_threads(parts, threads, [&](std::size_t task, unsigned thread) { … });
///
/// With one thread all are done on the caller's, which is number 0; where the system grants fewer threads, by those there
/// are. The first exception ends it, and is thrown to the caller.
#pragma once

#include <cstddef>
#include <functional>

namespace corpus::count {

void do_by_threads(std::size_t tasks, unsigned threads,
                   const std::function<void(std::size_t task, unsigned thread)>& work);

}  // namespace corpus::count
