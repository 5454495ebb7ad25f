// SPDX-License-Identifier: MIT
/// \file
/// The documents in an archive: its members, as far as they are asked for, and what these hold.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "corpus/io/archive.hpp"
#include "corpus/io/documents.hpp"
#include "corpus/io/opener.hpp"

namespace corpus::io {

class ArchiveStream final : public DocumentStream {
 public:
  /// `opener` must outlive it.
  ArchiveStream(Opener& opener, Where where, std::shared_ptr<Archive> archive);

  std::optional<Document> next() override;
  [[nodiscard]] bool goes_on() const override { return !broken_; }

 private:
  std::optional<Document> next_in_member();
  bool wanted(const Member& member);
  std::unique_ptr<DocumentStream> open(const Member& member);
  void finish() const;

  Opener& opener_;
  Where where_;
  std::shared_ptr<Archive> archive_;
  std::unique_ptr<DocumentStream> member_;  ///< the documents of the member at hand
  bool broken_ = false;                     ///< or at its end
  std::uint64_t number_ = 0;                ///< of it, from 1
  std::uint64_t taken_ = 0;                 ///< members
  PassedOver passed_over_;                  ///< here
};

}  // namespace corpus::io
