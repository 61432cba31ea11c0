// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inbox_pages.h"

#include <algorithm>
#include <utility>

namespace ow::ui {

const desk::InboxRow* InboxPages::find(std::size_t row, std::int64_t key) {
  const auto found = m_byNumber.find(pageOf(row));
  if (found != m_byNumber.end()) {
    m_pages.splice(m_pages.begin(), m_pages, found->second);
    const Row& held = m_pages.front().rows[row % kRows];
    return held ? &*held : nullptr;
  }
  const auto before = m_before.find(key);
  return before == m_before.end() ? nullptr : &before->second;
}

bool InboxPages::isFresh(std::size_t page) const {
  return m_byNumber.contains(page);
}

void InboxPages::put(std::size_t page, const std::vector<std::int64_t>& keys, std::vector<Row> rows) {
  if (const auto held = m_byNumber.find(page); held != m_byNumber.end()) {
    m_pages.erase(held->second);
    m_byNumber.erase(held);
  }
  rows.resize(keys.size());
  for (const std::int64_t key : keys) m_before.erase(key);
  m_pages.push_front(Page{page, keys, std::move(rows)});
  m_byNumber[page] = m_pages.begin();
  if (m_pages.size() <= kPages) return;
  m_byNumber.erase(m_pages.back().number);
  m_pages.pop_back();
}

bool InboxPages::names(const domain::Touched<domain::PartyId>& parties) const {
  if (!parties) return false;
  return std::any_of(m_pages.begin(), m_pages.end(), [&](const Page& page) {
    return std::any_of(page.rows.begin(), page.rows.end(),
                       [&](const Row& row) { return row && row->party && parties.holds(*row->party); });
  });
}

void InboxPages::age() {
  // Rows that were already old are dropped when there would be too many: memory stays bounded however often the list is read.
  if (rowCount() > kRows * kPages) m_before.clear();
  for (Page& page : m_pages)
    for (std::size_t i = 0; i < page.keys.size(); ++i)
      if (page.rows[i]) m_before.emplace(page.keys[i], std::move(*page.rows[i]));
  m_pages.clear();
  m_byNumber.clear();
}

std::size_t InboxPages::rowCount() const {
  std::size_t rows = m_before.size();
  for (const Page& page : m_pages) rows += page.rows.size();
  return rows;
}

}  // namespace ow::ui
