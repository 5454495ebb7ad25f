// SPDX-License-Identifier: MIT
/// \file
/// Bytes that are lent to a reader and can be called back: by who has to see them read to their end, or to go on below
/// them.
///
///     LentBytes bytes{std::move(source)};
///     Document document{name, bytes.lend()};
///     …
///     bytes.call_back();   // whoever still holds the document reads nothing more
#pragma once

#include <memory>

#include "corpus/document.hpp"

namespace corpus::io {

class LentBytes {
 public:
  explicit LentBytes(std::unique_ptr<ByteSource> bytes);

  [[nodiscard]] std::unique_ptr<ByteSource> lend() const;

  /// Whether a reader was thrown an Error.
  [[nodiscard]] bool failed() const;
  /// Reads what is left.
  void drain();
  void call_back();

 private:
  struct State;
  class Handle;

  std::shared_ptr<State> state_;
};

}  // namespace corpus::io
