// SPDX-License-Identifier: MIT
#include "corpus/io/archive_stream.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "corpus/error.hpp"

namespace corpus::io {
namespace {

/// The bytes of the member at hand.
class MemberSource final : public ByteSource {
 public:
  explicit MemberSource(std::shared_ptr<Archive> archive) : archive_(std::move(archive)) {}

  std::size_t read(std::span<char> buffer) override { return archive_->read(buffer); }

 private:
  std::shared_ptr<Archive> archive_;
};

}  // namespace

ArchiveStream::ArchiveStream(Opener& opener, Where where, std::shared_ptr<Archive> archive)
    : opener_(opener), where_(std::move(where)), archive_(std::move(archive)) {}

std::optional<Document> ArchiveStream::next() {
  for (;;) {
    if (auto document = next_in_member()) return document;
    broken_ = true;  // if this throws, nothing more can be found
    const auto member = archive_->next();
    if (!member) {
      finish();
      return std::nullopt;
    }
    broken_ = false;
    ++number_;
    if (wanted(*member)) member_ = open(*member);
  }
}

std::optional<Document> ArchiveStream::next_in_member() {
  if (!member_) return std::nullopt;
  try {
    if (auto document = member_->next()) return document;
  } catch (...) {
    if (!member_->goes_on()) member_.reset();
    throw;
  }
  member_.reset();
  return std::nullopt;
}

bool ArchiveStream::wanted(const Member& member) {
  const auto leave_out = [&](std::uint64_t PassedOver::*count) {
    ++(passed_over_.*count);
    ++(opener_.passed_over().*count);
    return false;
  };
  if (member.kind == Member::Kind::folder) return false;
  const PathFilter::Verdict verdict = opener_.filter().judge(member.name, where_.found);
  if (verdict == PathFilter::Verdict::hidden) return leave_out(&PassedOver::hidden);
  if (verdict == PathFilter::Verdict::unmatched) return leave_out(&PassedOver::unmatched);
  if (member.kind == Member::Kind::link) return leave_out(&PassedOver::links);
  if (member.kind == Member::Kind::special) return leave_out(&PassedOver::special);
  return true;
}

std::unique_ptr<DocumentStream> ArchiveStream::open(const Member& member) {
  Where where{where_.name + "!" + member.name, where_.depth, Found::in_walk, true};
  if (member.protection == Member::Protection::encrypted) {
    throw Error{{.file = where.name,
                 .cause = "this member is encrypted",
                 .hint = "unpack the archive with its password, or leave the member out with --exclude"}};
  }
  std::unique_ptr<ByteSource> bytes = std::make_unique<MemberSource>(archive_);
  if (member.expands) bytes = std::make_unique<BoundedSource>(std::move(bytes), where.name, opener_.expansion());
  const std::string name = where.name;
  const std::uint64_t nul_files = opener_.passed_over().nul_files;
  auto documents = opener_.open(std::move(where), std::move(bytes));
  if (!documents) {
    passed_over_.nul_files += opener_.passed_over().nul_files - nul_files;
    return nullptr;
  }
  opener_.note_name(name, "member " + std::to_string(number_) + " of '" + where_.name + "'");
  ++taken_;
  return documents;
}

/// An archive that nobody named may hold nothing but pictures; that it does is told with what was passed over.
void ArchiveStream::finish() const {
  const std::string left_out = passed_over_.summary();
  if (taken_ > 0 || (where_.found == Found::in_walk && !left_out.empty())) return;
  std::string hint = "give an archive that holds texts";
  if (passed_over_.unmatched > 0) {
    hint = "look at --include and --exclude";
  } else if (passed_over_.nul_files > 0) {
    hint = "--encoding utf-16, if that is what they are";
  } else if (passed_over_.hidden > 0) {
    hint = "unpack what is hidden, and name it outright";
  }
  throw Error{{.file = where_.name,
               .cause = "no documents in this archive" + (left_out.empty() ? "" : ", only " + left_out),
               .hint = hint}};
}

}  // namespace corpus::io
