// SPDX-License-Identifier: MIT
/// \file
/// Containers written by hand, from what their standards say, so that a reader is not compared with its own library. What
/// is compressed here is only wrapped: stored, raw or repeated blocks. Truly compressed samples were made by the usual
/// programs and stand here as bytes.
///
///     std::string archive = gzip_of(tar_of({{.name = "dir/a.txt", .text = "one two\n"}}));
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/io/container.hpp"

namespace corpus::io::testing {

struct TarMember {
  std::string name;
  std::string text = {};
  char type = '0';  ///< POSIX.1-1988: 0 a file, 1 a hard link, 2 a symbolic link, 3 a device, 5 a folder
  std::string link = {};
};

struct ZipMember {
  std::string name;
  std::string text = {};
  unsigned mode = 0100644;  ///< of Unix: what kind of file it is, and its permissions
  unsigned flags = 0;       ///< 1: encrypted
};

/// ustar, with two blocks of zeros at the end.
std::string tar_of(const std::vector<TarMember>& members);
/// The old format, which has no magic.
std::string old_tar_of(const std::vector<TarMember>& members);
/// The same with a pax header that holds the name; the one in the ustar header is another.
std::string pax_tar_of(const std::vector<TarMember>& members);

/// Stored.
std::string zip_of(const std::vector<ZipMember>& members, const std::string& comment = {});

std::string gzip_of(std::string_view text);
/// A frame without checksum.
std::string zstd_of(std::string_view text);
/// `blocks` times 128 KiB of zeros; each takes 4 bytes.
std::string zstd_zeros(std::size_t blocks);

/// What the samples hold.
inline constexpr std::string_view sample_text = "the first line\nand a second, the last\n";
/// Compressed by gzip 1.12, bzip2 1.0.8, xz 5.4.1 and zstd 1.5.4; all have checksums.
std::string sample(Container format);
/// By Info-ZIP 3.0: `z/b.txt`, 400 times `ab `, deflated; `z/a.txt`, `one two\n`, stored; `z/link`, a link to a.txt.
std::string sample_zip();

}  // namespace corpus::io::testing
