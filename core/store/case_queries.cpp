// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/case_queries.h"

#include <algorithm>

#include "store/schema.h"

namespace ow::store {

using base::Result;

namespace {

// The conditions of a filter as SQL, with the values in the order of their parameters. `rows` is applied by the caller.
struct Where {
  std::string sql;
  std::vector<domain::Value> values;

  void add(std::string_view condition) { sql += (sql.empty() ? " WHERE " : " AND ") + std::string(condition); }
  // `condition` ends where its parameter goes.
  void add(std::string_view condition, domain::Value value) {
    values.push_back(std::move(value));
    add(std::string(condition) + " ?" + std::to_string(values.size()));
  }
};

Where whereOf(const CaseFilter& filter) {
  Where where;
  if (filter.open == CaseFilter::Open::open) where.add("c.closed_at IS NULL");
  if (filter.open == CaseFilter::Open::ended) where.add("c.closed_at IS NOT NULL");
  if (filter.owner) where.add("c.owner_id =", filter.owner->uuid);
  if (filter.isUnowned) where.add("c.owner_id IS NULL");
  if (filter.window) where.add("c.window =", *filter.window);
  if (filter.service) where.add("c.service_id =", filter.service->uuid);
  if (filter.dueFrom) where.add("c.due_at >=", base::toMillis(*filter.dueFrom));
  if (filter.dueBefore) where.add("c.due_at <", base::toMillis(*filter.dueBefore));
  if (filter.yellowAt) {
    where.add("c.due_at >=", base::toMillis(*filter.yellowAt));
    where.add("c.yellow_at <=", base::toMillis(*filter.yellowAt));
  }
  if (filter.endedFrom) where.add("c.closed_at >=", base::toMillis(*filter.endedFrom));
  if (filter.state) where.add("c.state =", std::string(base::code(*filter.state)));
  return where;
}

std::string_view orderSql(CaseOrder order) {
  switch (order) {
    case CaseOrder::byDeadline:
      return " ORDER BY c.due_at NULLS LAST, c.n";
    case CaseOrder::newestEnded:
      return " ORDER BY c.closed_at DESC, c.n DESC";
    case CaseOrder::newestOpened:
      return " ORDER BY c.opened_at DESC, c.n DESC";
  }
  return "";
}

std::string lineSql(std::string_view rest) {
  return "SELECT c.n, " + columnsOf<domain::Case>("c") +
         ", p.name, s.name, s.department, o.name, p.kind FROM case_record c LEFT JOIN party p ON p.id = c.party_id"
         " LEFT JOIN service s ON s.id = c.service_id LEFT JOIN staff o ON o.id = c.owner_id" +
         std::string(rest);
}

Result<CaseLine> readLine(const Statement& row) {
  CaseLine line;
  line.n = row.integer(0);
  OW_TRY(line.case_, readEntity<domain::Case>(row, 1));
  const int after = 2 + int(schemaOf<domain::Case>().fields.size());
  line.partyName = row.text(after);
  line.service = row.text(after + 1);
  line.department = row.text(after + 2);
  line.owner = row.text(after + 3);
  line.partyKind = base::fromCode<domain::PartyKind>(row.view(after + 4));
  return line;
}

Result<std::vector<CaseLine>> readLines(Statement& statement) {
  std::vector<CaseLine> lines;
  for (;;) {
    OW_TRY(const bool more, statement.step());
    if (!more) return lines;
    OW_TRY(auto line, readLine(statement));
    lines.push_back(std::move(line));
  }
}

void bindAll(Statement& statement, const std::vector<domain::Value>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) statement.bind(int(i) + 1, values[i]);
}

Result<CaseLine> oneLine(Connection& connection, std::string_view condition, const domain::Value& value) {
  OW_TRY(auto statement, connection.prepare(lineSql(condition)));
  statement.bind(1, value);
  OW_TRY(const bool any, statement.step());
  if (!any) return base::fail(base::ErrorKind::notFound, {{"entity", "case"}});
  return readLine(statement);
}

}  // namespace

Result<std::vector<std::int64_t>> caseRows(Connection& connection, const CaseFilter& filter, CaseOrder order) {
  const Where where = whereOf(filter);
  OW_TRY(auto statement, connection.prepare("SELECT c.n FROM case_record c" + where.sql + std::string(orderSql(order))));
  bindAll(statement, where.values);
  std::vector<std::int64_t> rows;
  for (;;) {
    OW_TRY(const bool more, statement.step());
    if (!more) return rows;
    const std::int64_t n = statement.integer(0);
    if (!filter.rows || std::binary_search(filter.rows->begin(), filter.rows->end(), n)) rows.push_back(n);
  }
}

Result<std::int64_t> countCases(Connection& connection, const CaseFilter& filter) {
  const Where where = whereOf(filter);
  OW_TRY(auto statement, connection.prepare("SELECT count(*) FROM case_record c" + where.sql));
  bindAll(statement, where.values);
  OW_TRY(const bool any, statement.step());
  return any ? statement.integer(0) : std::int64_t{0};
}

Result<CaseLine> caseLine(Connection& connection, std::int64_t n) {
  return oneLine(connection, " WHERE c.n = ?1", n);
}
Result<CaseLine> caseLine(Connection& connection, domain::CaseId id) {
  return oneLine(connection, " WHERE c.id = ?1", id.uuid);
}

Result<std::vector<CaseLine>> openCasesOf(Connection& connection, domain::PartyId party, std::size_t limit) {
  OW_TRY(auto statement,
         connection.prepare(lineSql(" WHERE c.party_id = ?1 AND c.closed_at IS NULL ORDER BY c.due_at NULLS LAST LIMIT ?2")));
  statement.bindUuid(1, party.uuid).bindInt(2, std::int64_t(limit));
  return readLines(statement);
}

Result<std::vector<CaseLine>> casePage(Connection& connection, const CaseFilter& filter, std::optional<std::int64_t> after,
                                       std::size_t limit) {
  Where where = whereOf(filter);
  if (after) where.add("c.n <", *after);
  if (!filter.rows) {
    where.values.emplace_back(std::int64_t(limit));
    OW_TRY(auto statement,
           connection.prepare(lineSql(where.sql + " ORDER BY c.n DESC LIMIT ?" + std::to_string(where.values.size()))));
    bindAll(statement, where.values);
    return readLines(statement);
  }
  // A list of rows from a search: newest first, each tested against the rest of the filter.
  where.add("c.n =", std::int64_t{0});
  OW_TRY(auto statement, connection.prepare(lineSql(where.sql)));
  std::vector<CaseLine> lines;
  for (auto n = filter.rows->rbegin(); n != filter.rows->rend() && lines.size() < limit; ++n) {
    statement.reset();
    where.values.back() = *n;
    bindAll(statement, where.values);
    OW_TRY(const bool any, statement.step());
    if (!any) continue;
    OW_TRY(auto line, readLine(statement));
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<std::vector<LinkedCase>> linkedCases(Connection& connection, domain::CaseId id) {
  OW_TRY(auto row, connection.prepare("SELECT l.kind, c.id, c.number, c.title, c.state FROM case_link l"
                                      " JOIN case_record c ON c.id = iif(l.from_case = ?1, l.to_case, l.from_case)"
                                      " WHERE l.from_case = ?1 OR l.to_case = ?1 ORDER BY l.n DESC LIMIT 100"));
  row.bindUuid(1, id.uuid);
  std::vector<LinkedCase> links;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return links;
    LinkedCase link;
    link.kind = base::fromCode<domain::CaseLinkKind>(row.view(0)).value_or(domain::CaseLinkKind::related);
    link.id.uuid = row.uuid(1);
    link.number = row.text(2);
    link.title = row.text(3);
    link.state = base::fromCode<domain::CaseState>(row.view(4)).value_or(domain::CaseState::received);
    links.push_back(std::move(link));
  }
}

}  // namespace ow::store
