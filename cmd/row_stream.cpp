// SPDX-License-Identifier: MIT
#include "cmd/row_stream.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "cmd/remark.hpp"
#include "corpus/error.hpp"
#include "corpus/report/terminal.hpp"

namespace corpus::cmd {
namespace {

/// Rows that are worth a thread's while.
constexpr std::size_t rows_of_part = 8192;

/// Bytes that are handed in together at most, or a little more.
constexpr std::size_t most_apart = std::size_t{256} << 10;

void print_by_threads(Inputs& inputs, Result& result,
                      const std::function<std::function<void(Document&)>(Rows&)>& make) {
  inputs.each_by_threads([&] {
    auto rows = std::make_shared<Rows>(result, Rows::Printed::apart);
    return [rows, use = make(*rows)](Document& document, Outlet& outlet) {
      rows->start(outlet);
      try {
        use(document);
      } catch (const Error&) {
        rows->flush();
        throw;
      }
      rows->flush();
    };
  });
}

}  // namespace

Progress::Mode progress_beside_rows() {
  return report::is_terminal(STDOUT_FILENO) ? Progress::Mode::silent : Progress::Mode::automatic;
}

Rows::Rows(Result& result, Printed printed)
    : result_(result), part_(printed == Printed::apart ? std::make_unique<Part>(result) : nullptr) {}

void Rows::row(std::span<const report::Cell> cells) {
  if (!part_) return result_.row(cells);
  part_->result.row(cells);
  if (part_->text.size() >= most_apart) flush();
}

void Rows::flush() {
  if (!part_) return result_.flush();
  part_->result.flush();
  if (part_->text.empty()) return;
  const auto text = std::make_shared<const std::string>(std::exchange(part_->text, {}));
  outlet_->hand_in(text->size(), [&result = result_, text] {
    result.append(*text);
    result.flush();
  });
}

void Rows::remark(std::string text) {
  if (!part_) return cmd::remark(text);
  const std::size_t size = text.size();
  outlet_->hand_in(size, [text = std::move(text)] { cmd::remark(text); });
}

int print_each(Inputs& inputs, Result& result, const std::function<std::function<void(Document&)>(Rows&)>& make) {
  try {
    if (inputs.threads() > 1 && result.has_parts()) {
      print_by_threads(inputs, result, make);
    } else {
      Rows rows{result, Rows::Printed::at_once};
      inputs.each([&, use = make(rows)](Document& document) {
        use(document);
        rows.flush();
      });
    }
  } catch (const Error&) {
    result.finish();
    throw;
  }
  result.finish();
  return inputs.finish();
}

void print_parts(Result& result, std::size_t rows, unsigned threads,
                 const std::function<void(Rows&, std::size_t begin, std::size_t end)>& print) {
  if (threads == 1 || rows <= rows_of_part || !result.has_parts()) {
    Rows all{result, Rows::Printed::at_once};
    return print(all, 0, rows);
  }
  do_in_order((rows + rows_of_part - 1) / rows_of_part, threads, [&] {
    return [&, part = std::make_shared<Rows>(result, Rows::Printed::apart)](std::size_t number, Outlet& outlet) {
      part->start(outlet);
      print(*part, number * rows_of_part, std::min(rows, (number + 1) * rows_of_part));
      part->flush();
    };
  });
}

}  // namespace corpus::cmd
