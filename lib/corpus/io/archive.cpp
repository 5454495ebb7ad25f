// SPDX-License-Identifier: MIT
#include "corpus/io/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>  // NOLINT(modernize-deprecated-headers): POSIX, for locale_t

#include <algorithm>
#include <string_view>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/io/kept.hpp"
#include "corpus/io/libarchive.hpp"
#include "corpus/io/zip_end.hpp"

namespace corpus::io {
namespace {

/// libarchive writes names that are marked as UTF-8 in the encoding of the locale. As long as this lives that is UTF-8,
/// for this thread alone; else names would lose their letters.
class Utf8Names {
 public:
  Utf8Names() : before_(utf8() != nullptr ? ::uselocale(utf8()) : nullptr) {}
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;
  ~Utf8Names() {
    if (before_ != nullptr) ::uselocale(before_);
  }

 private:
  static locale_t utf8() {
    static locale_t const locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
  }

  locale_t before_;
};

/// Programs that pack a folder from within write `./` before all names.
std::string without_dot(std::string_view name) {
  while (name.starts_with("./") && name.size() > 2) name.remove_prefix(2);
  return std::string(name);
}

class LibarchiveArchive : public Archive {
 public:
  std::optional<Member> next() final {
    if (!opened_) {
      opened_ = true;
      open();
    }
    const Utf8Names names;
    leave_member();
    archive_entry* entry = nullptr;
    if (!reader_.succeeded(::archive_read_next_header(reader_.get(), &entry))) {
      finish();
      return std::nullopt;
    }
    Member member = describe(entry);
    size_ = ::archive_entry_size_is_set(entry) != 0 ? std::optional(::archive_entry_size(entry)) : std::nullopt;
    reader_.set_place(name_ + "!" + member.name, "");
    after_ = " after its member '" + member.name + "'";
    ended_ = member.kind != Member::Kind::file;
    block_ = {};
    hole_ = 0;
    at_ = 0;
    return member;
  }

  std::size_t read(std::span<char> buffer) final {
    while (block_.empty() && hole_ == 0 && !ended_) read_block();
    if (hole_ > 0) {
      const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), hole_));
      std::fill_n(buffer.begin(), size, '\0');
      hole_ -= size;
      return size;
    }
    const std::size_t size = std::min(buffer.size(), block_.size());
    std::copy_n(block_.begin(), size, buffer.begin());
    block_ = block_.subspan(size);
    return size;
  }

 protected:
  template <typename Bytes>
  LibarchiveArchive(std::unique_ptr<Bytes> bytes, std::string name, std::string what)
      : name_(name), reader_(std::move(bytes), std::move(name), std::move(what)) {}

  virtual void open() = 0;
  /// Passes over the rest of the member.
  virtual void leave_member() { reader_.set_place(name_, after_); }
  /// After the last.
  virtual void finish() = 0;
  virtual Member describe(archive_entry* entry) {
    Member member;
    const char* const name = ::archive_entry_pathname(entry);
    if (name == nullptr || *name == '\0') reader_.fail("a member has no name");
    member.name = without_dot(name);
    member.kind = kind_of(entry);
    if (::archive_entry_is_encrypted(entry) != 0) member.protection = Member::Protection::encrypted;
    return member;
  }

  Libarchive& reader() { return reader_; }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  static Member::Kind kind_of(archive_entry* entry) {
    if (::archive_entry_hardlink(entry) != nullptr) return Member::Kind::link;
    switch (::archive_entry_filetype(entry)) {
      case AE_IFREG:
        return Member::Kind::file;
      case AE_IFDIR:
        return Member::Kind::folder;
      case AE_IFLNK:
        return Member::Kind::link;
      default:
        return Member::Kind::special;
    }
  }

  /// Between blocks of a sparse file there are holes, and at its end there may be one.
  void read_block() {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    ended_ = !reader_.succeeded(::archive_read_data_block(reader_.get(), &block, &size, &offset));
    if (ended_) {
      offset = size_.value_or(at_);
      size = 0;
    }
    if (offset < at_) reader_.fail("its parts overlap");
    hole_ = static_cast<std::uint64_t>(offset - at_);
    block_ = {static_cast<const char*>(block), size};
    at_ = offset + static_cast<la_int64_t>(size);
  }

  std::string name_;
  Libarchive reader_;
  std::string after_;
  bool opened_ = false;
  // Of the member at hand.
  std::optional<la_int64_t> size_;
  bool ended_ = true;
  std::uint64_t hole_ = 0;       ///< zeros before the block
  std::span<const char> block_;  ///< what is left of the last one
  la_int64_t at_ = 0;            ///< of its end
};

class Tar final : public LibarchiveArchive {
 public:
  Tar(std::string name, std::unique_ptr<ByteSource> bytes)
      : LibarchiveArchive(std::move(bytes), std::move(name), "tar archive") {}

 private:
  void open() override {
    archive* const tar = reader().get();
    reader().succeeded(::archive_read_set_format(tar, ARCHIVE_FORMAT_TAR));
    reader().succeeded(::archive_read_set_options(tar, "tar:read_concatenated_archives"));
    reader().open();
  }

  void leave_member() override {
    if (any_) reader().succeeded(::archive_read_data_skip(reader().get()));
    LibarchiveArchive::leave_member();
    end_of_member_ = ::archive_filter_bytes(reader().get(), 0);
    any_ = true;
  }

  void finish() override {
    constexpr la_int64_t kBlock = 512;
    if (::archive_filter_bytes(reader().get(), 0) - end_of_member_ >= kBlock) return;
    throw Error{{.file = name(),
                 .cause = "the tar archive is cut off: the zeros at its end are missing",
                 .hint = "if nothing else is missing, add them: head -c 1024 /dev/zero"}};
  }

  Member describe(archive_entry* entry) override {
    Member member = LibarchiveArchive::describe(entry);
    member.expands = ::archive_entry_sparse_count(entry) > 0;
    return member;
  }

  la_int64_t end_of_member_ = 0;
  bool any_ = false;
};

class Zip final : public LibarchiveArchive {
 public:
  Zip(std::string name, const std::shared_ptr<const Kept>& bytes, std::uint64_t members)
      : LibarchiveArchive(std::make_unique<KeptSource>(bytes), std::move(name), "zip archive"), members_(members) {}

 private:
  void open() override {
    reader().succeeded(::archive_read_support_format_zip_seekable(reader().get()));
    reader().open();
  }

  void finish() override {
    if (static_cast<std::uint64_t>(::archive_file_count(reader().get())) == members_) return;
    reader().fail("its directory does not hold as many members as it says");
  }

  Member describe(archive_entry* entry) override {
    Member member = LibarchiveArchive::describe(entry);
    // The slash at the end of a name makes a folder, and no checksum protects the name.
    if (member.kind == Member::Kind::folder && ::archive_entry_size(entry) > 0) reader().fail("a folder has contents");
    member.expands = true;
    return member;
  }

  std::uint64_t members_;
};

/// A zip without members, for which libarchive has no eyes.
class NoMembers final : public Archive {
 public:
  std::optional<Member> next() override { return std::nullopt; }
  std::size_t read(std::span<char>) override { return 0; }
};

}  // namespace

std::unique_ptr<Archive> Archive::tar(std::string name, std::unique_ptr<ByteSource> bytes) {
  return std::make_unique<Tar>(std::move(name), std::move(bytes));
}

std::unique_ptr<Archive> Archive::zip(std::string name, const std::shared_ptr<const Kept>& bytes) {
  const std::uint64_t members = count_zip_members(*bytes, name);
  if (members == 0) return std::make_unique<NoMembers>();
  return std::make_unique<Zip>(std::move(name), bytes, members);
}

}  // namespace corpus::io
