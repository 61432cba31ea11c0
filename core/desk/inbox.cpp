// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/inbox.h"

#include <algorithm>

#include "desk/centre_account.h"
#include "desk/inside.h"
#include "store/conflict_queries.h"
#include "store/search.h"

namespace ow::desk {

using base::Result;
using store::CaseFilter;

namespace {

constexpr std::size_t kMatchesKept = 20000;
constexpr auto kRecently = std::chrono::days{30};

base::Instant startOfDay(Desk::Inside& in, base::Date date) {
  return in.zone().toInstant(base::LocalTime{std::chrono::local_days{date}.time_since_epoch()});
}

CaseFilter filterOf(Desk::Inside& in, InboxView view) {
  CaseFilter filter;
  filter.open = CaseFilter::Open::open;
  const base::Instant now = in.now();
  switch (view) {
    case InboxView::allOpen:
      break;
    case InboxView::mine:
      filter.owner = in.clerk.id;
      break;
    case InboxView::myWindow:
      filter.window = in.place.window;
      break;
    case InboxView::dueToday: {
      const base::Date today = in.today();
      filter.dueFrom = now;
      filter.dueBefore = startOfDay(in, base::Date{std::chrono::sys_days{today} + std::chrono::days{1}});
      break;
    }
    case InboxView::yellow:
      filter.yellowAt = now;
      break;
    case InboxView::overdue:
      filter.dueBefore = now;
      break;
    case InboxView::unowned:
      filter.isUnowned = true;
      break;
    case InboxView::closedRecently:
      filter.open = CaseFilter::Open::ended;
      filter.endedFrom = now - kRecently;
      break;
    case InboxView::toSettle:
    case InboxView::unsent:
    case InboxView::all:
      filter.open = CaseFilter::Open::either;
      break;
  }
  return filter;
}

store::CaseOrder orderOf(InboxView view) {
  if (view == InboxView::closedRecently) return store::CaseOrder::newestEnded;
  return view == InboxView::all ? store::CaseOrder::newestOpened : store::CaseOrder::byDeadline;
}

bool isOfTheSync(InboxView view) {
  return view == InboxView::toSettle || view == InboxView::unsent;
}

Result<std::vector<std::int64_t>> rowsOfTheSync(Desk::Inside& in, store::Connection& connection, InboxView view,
                                                const std::optional<domain::ServiceId>& service = {}) {
  if (view == InboxView::toSettle) return store::caseRowsToSettle(connection, in.now() - kRecently, service);
  return store::caseRowsUnsent(connection, kMatchesKept, service);
}

Result<void> countOfTheSync(Desk::Inside& in, store::Connection& connection, InboxCounts& counts) {
  OW_TRY(const auto toSettle, rowsOfTheSync(in, connection, InboxView::toSettle));
  counts.toSettle = std::int64_t(toSettle.size());
  OW_TRY(const auto account, centreAccount(*in.store));
  if (!account) return base::success();
  OW_TRY(const auto unsent, rowsOfTheSync(in, connection, InboxView::unsent));
  counts.unsent = std::int64_t(unsent.size());
  return base::success();
}

}  // namespace

Result<InboxRows> inbox(Desk& desk, const InboxFilter& filter) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  CaseFilter wanted = filterOf(in, filter.view);
  wanted.service = filter.service;
  if (!filter.text.empty()) {
    OW_TRY(wanted.rows, store::caseRowsMatching(reader.connection(), filter.text, kMatchesKept));
  }
  InboxRows rows;
  if (isOfTheSync(filter.view)) {
    OW_TRY(rows.keys, rowsOfTheSync(in, reader.connection(), filter.view, filter.service));
    const auto isFound = [&](std::int64_t n) { return std::binary_search(wanted.rows->begin(), wanted.rows->end(), n); };
    if (wanted.rows) std::erase_if(rows.keys, [&](std::int64_t n) { return !isFound(n); });
    return rows;
  }
  OW_TRY(rows.keys, store::caseRows(reader.connection(), wanted, orderOf(filter.view)));
  return rows;
}

Result<std::vector<InboxRow>> inboxRows(Desk& desk, const std::vector<std::int64_t>& keys) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  std::vector<InboxRow> rows;
  rows.reserve(keys.size());
  for (const std::int64_t key : keys) {
    auto line = store::caseLine(reader.connection(), key);
    if (!line && line.error().kind == base::ErrorKind::notFound) continue;
    if (!line) return line.error();
    rows.push_back(rowOf(in, line.value()));
    OW_TRY(rows.back().toSettle, store::countToSettle(reader.connection(), domain::anyId(rows.back().id)));
  }
  return rows;
}

Result<InboxCounts> inboxCounts(Desk& desk) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  InboxCounts counts;
  const std::pair<InboxView, std::int64_t*> wanted[] = {
      {InboxView::allOpen, &counts.allOpen},   {InboxView::mine, &counts.mine},
      {InboxView::myWindow, &counts.myWindow}, {InboxView::dueToday, &counts.dueToday},
      {InboxView::yellow, &counts.yellow},     {InboxView::overdue, &counts.overdue},
      {InboxView::unowned, &counts.unowned},   {InboxView::closedRecently, &counts.closedRecently}};
  for (const auto& [view, count] : wanted) {
    OW_TRY(*count, store::countCases(reader.connection(), filterOf(in, view)));
  }
  OW_TRYV(countOfTheSync(in, reader.connection(), counts));
  return counts;
}

}  // namespace ow::desk
