// SPDX-License-Identifier: MIT
/// \file
/// The members of a tar or zip archive, in its order.
///
///     auto archive = io::Archive::tar("a.tar", std::move(bytes));
///     while (auto member = archive->next()) {
///       if (member->kind == io::Member::Kind::file) … archive->read(buffer) …
///     }
///
/// A tar is read as it comes, archives that were put one after the other too. One that does not end with a block of
/// zeros is taken for cut off: nothing else tells that members are missing (writers that forget the mark are rare, and
/// the message says how to add it). A zip is read through the directory at its end, which alone tells what is in it; it
/// must be at rest, and its directory must agree with its size.
///
/// Damage is an Error naming the archive, and the member where there is one. What the formats cannot tell: in a tar,
/// changed bytes in the contents of a member, or in the long name it has in GNU or pax form; in a zip, changed bytes in
/// the names, kinds and dates of its directory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "corpus/document.hpp"

namespace corpus::io {

class Kept;

struct Member {
  enum class Kind : std::uint8_t { file, folder, link, special };
  enum class Protection : std::uint8_t { none, encrypted };

  /// Bytes, as they stand in the archive, but for `./` in front; what is marked as UTF-8 (in a pax header, in a zip by a
  /// flag), libarchive brings into NFC.
  std::string name;
  Kind kind = Kind::file;
  Protection protection = Protection::none;
  bool expands = false;  ///< its bytes are more than those it takes in the archive
};

class Archive {
 public:
  static std::unique_ptr<Archive> tar(std::string name, std::unique_ptr<ByteSource> bytes);
  static std::unique_ptr<Archive> zip(std::string name, const std::shared_ptr<const Kept>& bytes);

  Archive() = default;
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  virtual ~Archive() = default;

  /// The next member; what of the last one was not read is passed over. Nothing at the end. Throws Error.
  virtual std::optional<Member> next() = 0;

  /// Of the member that `next` gave last, as ByteSource::read does. What comes to its end is known to be whole, as far
  /// as the format can tell.
  virtual std::size_t read(std::span<char> buffer) = 0;
};

}  // namespace corpus::io
