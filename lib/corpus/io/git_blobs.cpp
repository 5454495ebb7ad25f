// SPDX-License-Identifier: MIT
#include "corpus/io/git_blobs.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <utility>

#include "corpus/error.hpp"

namespace corpus::io {
namespace {

constexpr std::string_view lfs_mark = "version https://git-lfs.github.com/spec/";
/// Pointers are shorter, by Git LFS's specification.
constexpr std::uint64_t most_lfs = 1024;

/// Of a blob that nobody reads to its end, so much is read for the sake of its git.
constexpr std::uint64_t most_drained = std::uint64_t{1} << 20;

}  // namespace

class GitBlobs::Blob final : public ByteSource {
 public:
  Blob(std::shared_ptr<GitBlobs> blobs, std::string name, std::string id)
      : blobs_(std::move(blobs)), name_(std::move(name)), id_(std::move(id)) {}
  ~Blob() override {
    try {
      rewind();
    } catch (...) {
      process_.reset();
    }
  }

  std::size_t read(std::span<char> buffer) override {
    if (!asked_) ask();
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), left_));
    if (wanted == 0) return 0;
    if (!front_.empty()) return read_front(buffer.first(wanted));
    return read_process(buffer.first(wanted));
  }

  bool rewind() override {
    char rest[4096];
    front_.clear();
    if (process_ && left_ > most_drained) process_.reset();
    while (process_ && left_ > 0) read_process({rest, std::min<std::size_t>(sizeof rest, left_)});
    asked_ = false;
    return true;
  }

 private:
  void ask() {
    asked_ = true;
    process_ = blobs_->take();
    process_->send(id_ + "\n");
    // "ID blob SIZE", or "ID missing"
    const std::string answer = process_->line();
    constexpr std::string_view kind = " blob ";
    const std::size_t at = answer.find(kind);
    if (at == std::string::npos) fail("git cannot give its content: " + answer, "git fsck tells what is damaged");
    std::from_chars(answer.data() + at + kind.size(), answer.data() + answer.size(), left_);
    if (left_ == 0) give_back();
    if (left_ < most_lfs) check_pointer();
  }

  void check_pointer() {
    std::string front(left_, '\0');
    for (std::size_t had = 0; had < front.size();) had += read_process(std::span(front).subspan(had));
    if (front.starts_with(lfs_mark)) {
      fail("git holds but a pointer of Git LFS here, not the text",
           "check the revision out with git lfs, and give that folder, or leave it out with --exclude");
    }
    left_ = front.size();
    front_ = std::move(front);
  }

  std::size_t read_front(std::span<char> buffer) {
    std::copy_n(front_.end() - static_cast<std::ptrdiff_t>(left_), buffer.size(), buffer.begin());
    left_ -= buffer.size();
    return buffer.size();
  }

  std::size_t read_process(std::span<char> buffer) {
    const std::size_t taken = process_->read(buffer);
    if (taken == 0) fail("git ended in the middle of it: " + process_->complaint(), "git fsck tells what is damaged");
    left_ -= taken;
    if (left_ == 0) give_back();
    return taken;
  }

  /// After a blob there stands a line end.
  void give_back() {
    process_->line();
    blobs_->give_back(std::move(process_));
  }

  [[noreturn]] void fail(std::string cause, std::string hint) {
    process_.reset();
    throw Error{{.file = name_, .cause = std::move(cause), .hint = std::move(hint)}};
  }

  std::shared_ptr<GitBlobs> blobs_;
  std::string name_;
  std::string id_;
  std::unique_ptr<GitProcess> process_;  ///< while it gives the blob
  std::string front_;                    ///< all of it, where it is short
  std::uint64_t left_ = 0;               ///< bytes to be read
  bool asked_ = false;
};

std::unique_ptr<ByteSource> GitBlobs::open(std::string name, std::string id) {
  return std::make_unique<Blob>(shared_from_this(), std::move(name), std::move(id));
}

std::unique_ptr<GitProcess> GitBlobs::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto process = std::move(idle_.back());
      idle_.pop_back();
      return process;
    }
  }
  return std::make_unique<GitProcess>(program_, std::vector<std::string>{"cat-file", "--batch"});
}

void GitBlobs::give_back(std::unique_ptr<GitProcess> process) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(process));
}

}  // namespace corpus::io
