// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/case_list.h"

#include <map>

#include "desk/inside.h"
#include "domain/masking.h"
#include "store/search.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using store::CaseFilter;

namespace {

constexpr std::size_t kMatchesListed = 100000;

Result<base::Uuid> idOf(store::Connection& connection, std::string_view sql, const std::string& name, const char* entity) {
  OW_TRY(auto statement, connection.prepare(sql));
  statement.bindText(1, name);
  OW_TRY(const bool any, statement.step());
  if (!any) return base::fail(ErrorKind::notFound, {{"entity", entity}});
  return statement.uuid(0);
}

// Who is meant by a login or, where no login is that, by a name.
Result<domain::StaffId> ownerOf(store::Connection& connection, const std::string& loginOrName) {
  OW_TRY(auto rows, connection.prepare("SELECT id, login = ?1 FROM staff WHERE login = ?1 OR name = ?1 ORDER BY login <> ?1"));
  rows.bindText(1, loginOrName);
  OW_TRY(const bool any, rows.step());
  if (!any) return base::fail(ErrorKind::notFound, {{"entity", "staff"}});
  const domain::StaffId found{rows.uuid(0)};
  if (rows.integer(1) != 0) return found;
  OW_TRY(const bool more, rows.step());
  if (more) return base::fail(ErrorKind::invalidInput, {{"field", "owner"}, {"rule", "several_of_that_name"}});
  return found;
}

using Logins = std::map<domain::StaffId, std::string>;

Result<Logins> loginsOf(store::Connection& connection) {
  Logins logins;
  OW_TRY(auto rows, connection.prepare("SELECT id, login FROM staff"));
  for (;;) {
    OW_TRY(const bool more, rows.step());
    if (!more) return logins;
    logins.emplace(domain::StaffId{rows.uuid(0)}, rows.text(1));
  }
}

Result<CaseFilter> filterOf(Desk::Inside& in, store::Connection& connection, const CaseSelection& selection) {
  CaseFilter filter;
  filter.open = static_cast<CaseFilter::Open>(selection.open);
  filter.state = selection.state;
  if (selection.owner == "none") {
    filter.isUnowned = true;
  } else if (!selection.owner.empty()) {
    OW_TRY(filter.owner, ownerOf(connection, selection.owner));
  }
  if (!selection.service.empty()) {
    OW_TRY(const auto id, idOf(connection, "SELECT id FROM service WHERE code = ?1 OR name = ?1 ORDER BY code <> ?1 LIMIT 1",
                               selection.service, "service"));
    filter.service = domain::ServiceId{id};
  }
  if (!selection.text.empty()) {
    OW_TRY(filter.rows, store::caseRowsMatching(connection, selection.text, kMatchesListed));
  }
  // What SQL can say about the light; rowFits has the last word.
  if (!selection.light) return filter;
  if (*selection.light == domain::Light::red || *selection.light == domain::Light::doubleRed) filter.dueBefore = in.now();
  if (*selection.light == domain::Light::yellow) filter.yellowAt = in.now();
  if (*selection.light != domain::Light::none && filter.open == CaseFilter::Open::either) filter.open = CaseFilter::Open::open;
  return filter;
}

CaseListRow listRow(Desk::Inside& in, const store::CaseLine& line, const Logins& logins) {
  const domain::Case& c = line.case_;
  const InboxRow shown = rowOf(in, line);
  CaseListRow row;
  row.id = c.id;
  row.number = c.number;
  row.externalNo = c.externalNo;
  row.service = line.service;
  row.title = c.title;
  row.citizen = shown.citizen;
  row.state = c.state;
  row.outcome = c.outcome;
  row.channel = c.channel;
  row.openedAt = c.openedAt;
  row.dueAt = c.dueAt;
  row.statutoryDueAt = c.statutoryDueAt;
  row.externalDueAt = c.externalDueAt;
  row.closedAt = c.closedAt;
  row.isDueExpected = c.isDueExpected;
  row.light = shown.light;
  row.owner = line.owner;
  if (const auto login = c.ownerId ? logins.find(*c.ownerId) : logins.end(); login != logins.end())
    row.ownerLogin = login->second;
  row.place = c.place.value_or("");
  return row;
}

}  // namespace

Result<CaseListPage> listCases(Desk& desk, const CaseSelection& selection, std::optional<std::int64_t> after,
                               std::size_t limit) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto filter, filterOf(in, reader.connection(), selection));
  OW_TRY(const auto logins, loginsOf(reader.connection()));
  CaseListPage page;
  while (page.rows.size() < limit) {
    OW_TRY(const auto lines, store::casePage(reader.connection(), filter, after, limit));
    for (const auto& line : lines) {
      after = line.n;
      CaseListRow row = listRow(in, line, logins);
      if (selection.light && row.light != *selection.light) continue;
      page.rows.push_back(std::move(row));
      if (page.rows.size() == limit) break;
    }
    if (lines.size() < limit && page.rows.size() < limit) return page;
  }
  page.next = after;
  return page;
}

}  // namespace ow::desk
