// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

#include "desk/inbox.h"

namespace ow::ui {

// The rows that are at hand: at most kPages pages of kRows rows, the page looked at longest ago goes first. After the list was
// read again, the rows of before stay readable by their key until their page has come anew, so that nothing flickers.
class InboxPages {
 public:
  static constexpr std::size_t kRows = 64;
  static constexpr std::size_t kPages = 64;

  using Row = std::optional<desk::InboxRow>;  // nothing: the case has gone meanwhile

  static std::size_t pageOf(std::size_t row) { return row / kRows; }

  // The row at `row` of a list whose key there is `key`; nullptr when it is not at hand.
  const desk::InboxRow* find(std::size_t row, std::int64_t key);
  bool isFresh(std::size_t page) const;
  void put(std::size_t page, const std::vector<std::int64_t>& keys, std::vector<Row> rows);
  bool names(const domain::Touched<domain::PartyId>& parties) const;
  // Everything has to be asked for again; what is at hand stays readable.
  void age();
  std::size_t pageCount() const { return m_pages.size(); }
  std::size_t rowCount() const;  // fresh and old ones

 private:
  struct Page {
    std::size_t number = 0;
    std::vector<std::int64_t> keys;
    std::vector<Row> rows;
  };

  std::list<Page> m_pages;  // the one looked at last stands first
  std::unordered_map<std::size_t, std::list<Page>::iterator> m_byNumber;
  std::unordered_map<std::int64_t, desk::InboxRow> m_before;
};

}  // namespace ow::ui
