// SPDX-License-Identifier: MIT
/// \file
/// What the tests of tables read, and what comes of it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/error.hpp"
#include "corpus/io/table_rows.hpp"
#include "corpus/io/table_text.hpp"
#include "scratch.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::io::testing {

inline std::unique_ptr<ByteSource> bytes_of(std::string bytes, std::vector<std::size_t> sizes = {}) {
  return std::make_unique<corpus::testing::ScriptedSource>(std::move(bytes), std::move(sizes));
}

inline TableText text_of(std::string bytes, std::vector<std::size_t> sizes = {}, TableTextOptions options = {}) {
  return TableText("a.csv", bytes_of(std::move(bytes), std::move(sizes)), options);
}

/// All that `next` gives, and the problem that ends it.
template <class Item>
struct Taken {
  std::vector<Item> items;
  std::optional<Problem> problem;
};

template <class Item>
Taken<Item> take_all(const std::function<std::optional<Item>()>& next) {
  Taken<Item> taken;
  try {
    while (auto item = next()) taken.items.push_back(std::move(*item));
  } catch (const Error& error) {
    taken.problem = error.problem();
  }
  return taken;
}

inline Taken<Row> rows_of(const std::unique_ptr<Rows>& rows) {
  return take_all<Row>([&] { return rows->next(); });
}

/// Up to `longest` pieces, one after the other.
inline std::string random_of(std::mt19937& random, const std::vector<std::string>& pieces, std::size_t longest) {
  std::string text;
  for (std::size_t count = random() % (longest + 1); count > 0; --count) text += pieces[random() % pieces.size()];
  return text;
}

}  // namespace corpus::io::testing
