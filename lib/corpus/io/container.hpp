// SPDX-License-Identifier: MIT
/// \file
/// What a file is, told by its first bytes and never by its name.
///
///     if (io::container_of(front) == io::Container::gzip) …
///
/// What is no container is text of some kind. A container that was cut off within its first bytes cannot be told from
/// text: 1 byte of gzip, 3 of zstd and zip, 5 of xz, 9 of bzip2, 511 of tar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace corpus::io {

enum class Container : std::uint8_t { none, gzip, zstd, xz, bzip2, tar, zip };

/// As messages name it.
std::string_view name_of(Container container);

/// How many bytes `container_of` wants to see.
inline constexpr std::size_t container_front = 512;

/// Of a file that begins with `front`: with all of it, or at least `container_front` bytes.
Container container_of(std::string_view front);

/// Whether more bytes might make a container of what is none so far. Text is told by its first line end.
bool may_become_container(std::string_view front);

}  // namespace corpus::io
