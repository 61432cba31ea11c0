// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_rows.h"

#include <utility>

namespace ow::ui {

namespace {

template <class T>
void addRows(SyncRows& into, SyncSection section, std::vector<T> items) {
  for (T& item : items) into.rows.push_back({section, std::move(item)});
}

// Answers where the section goes on.
base::Result<std::optional<std::int64_t>> readSection(desk::Desk& desk, const SyncPlace& place, std::size_t limit,
                                                      SyncRows& into) {
  if (place.section == SyncSection::conflicts) {
    OW_TRY(auto page, desk::openConflicts(desk, place.after, limit));
    addRows(into, place.section, std::move(page.conflicts));
    return page.next;
  }
  if (place.section == SyncSection::proposals) {
    OW_TRY(auto page, desk::openProposals(desk, place.after, limit));
    addRows(into, place.section, std::move(page.proposals));
    return page.next;
  }
  const auto state = place.section == SyncSection::refused   ? desk::WorkState::refused
                     : place.section == SyncSection::waiting ? desk::WorkState::waiting
                                                             : desk::WorkState::sent;
  OW_TRY(auto page, desk::sentWork(desk, state, place.after, limit));
  addRows(into, place.section, std::move(page.items));
  return page.next;
}

}  // namespace

const desk::WorkSubject& SyncRow::subject() const {
  return std::visit([](const auto& one) -> const desk::WorkSubject& { return one.subject; }, what);
}

base::Uuid SyncRow::id() const {
  return std::visit([](const auto& one) { return one.id.uuid; }, what);
}

base::Result<SyncRows> readSyncRows(desk::Desk& desk, SyncPlace from, std::size_t limit, SyncSection last) {
  SyncRows read;
  for (;;) {
    OW_TRY(const auto after, readSection(desk, from, limit - read.rows.size(), read));
    if (after) {
      read.next = SyncPlace{from.section, after};
    } else if (from.section == last) {
      return read;
    } else {
      read.next = SyncPlace{static_cast<SyncSection>(static_cast<int>(from.section) + 1), std::nullopt};
    }
    if (read.rows.size() >= limit) return read;
    from = *read.next;
    read.next.reset();
  }
}

}  // namespace ow::ui
