// SPDX-License-Identifier: MIT
/// \file
/// The contents of files that git keeps, read by `git cat-file --batch`: one git for each reader that is at work, used
/// again by the next.
///
///     auto blobs = std::make_shared<GitBlobs>(program);
///     std::unique_ptr<ByteSource> bytes = blobs->open("HEAD:a.txt", "b6fc4c62…");
///
/// Nothing is written to disk. Any thread may open.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/io/git_process.hpp"

namespace corpus::io {

class GitBlobs : public std::enable_shared_from_this<GitBlobs> {
 public:
  explicit GitBlobs(GitProgram program) : program_(std::move(program)) {}

  /// The object of that id, which is a blob; `name` is for messages. The bytes can be rewound. Reading throws Error: where
  /// git has no such object, and where it is the pointer that Git LFS keeps in place of a file.
  std::unique_ptr<ByteSource> open(std::string name, std::string id);

 private:
  class Blob;

  std::unique_ptr<GitProcess> take();
  void give_back(std::unique_ptr<GitProcess> process);

  GitProgram program_;
  std::mutex mutex_;  ///< guards `idle_`
  std::vector<std::unique_ptr<GitProcess>> idle_;
};

}  // namespace corpus::io
