// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conflict_queries.h"

#include "store/schema.h"

namespace ow::store {

using base::Result;

namespace {

template <class T>
Result<std::vector<Keyed<T>>> openOnes(Connection& connection, std::int64_t after, std::size_t limit, std::string_view which) {
  static const std::string kSql = "SELECT t.n, " + columnsOf<T>("t") + " FROM " + schemaOf<T>().table +
                                  " t WHERE t.state = 'open' AND t.n > ?1 AND " + std::string(which) + " ORDER BY t.n LIMIT ?2";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindInt(1, after).bindInt(2, std::int64_t(limit));
  std::vector<Keyed<T>> all;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return all;
    OW_TRY(auto value, readEntity<T>(row, 1));
    all.push_back({row.integer(0), std::move(value)});
  }
}

std::string casesAmong(const std::string& ids) {
  return "SELECT c.n FROM case_record c WHERE c.id IN (" + ids +
         ") AND (?2 IS NULL OR c.service_id = ?2) ORDER BY c.closed_at IS NOT NULL, c.due_at NULLS LAST, c.n";
}

Result<std::vector<std::int64_t>> numbers(Statement& row) {
  std::vector<std::int64_t> all;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return all;
    all.push_back(row.integer(0));
  }
}

}  // namespace

Result<std::vector<Keyed<domain::Conflict>>> openConflicts(Connection& connection, std::int64_t after, std::size_t limit) {
  return openOnes<domain::Conflict>(connection, after, limit, "t.entity NOT IN ('rating', 'survey_answer')");
}

Result<std::vector<Keyed<domain::Proposal>>> openProposals(Connection& connection, std::int64_t after, std::size_t limit) {
  return openOnes<domain::Proposal>(connection, after, limit, kIsForAPerson);
}

Result<std::vector<domain::Proposal>> proposalsOfTheSameWrite(Connection& connection, const domain::Proposal& proposal) {
  static const std::string kSql =
      "SELECT " + columnsOf<domain::Proposal>("t") +
      " FROM proposal t WHERE t.state = 'open' AND t.at = ?1 AND t.desk = ?2 AND t.id <> ?3 ORDER BY t.n";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindInt(1, base::toMillis(proposal.at)).bindText(2, proposal.desk).bindUuid(3, proposal.id.uuid);
  std::vector<domain::Proposal> all;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return all;
    OW_TRY(auto one, readEntity<domain::Proposal>(row));
    all.push_back(std::move(one));
  }
}

// UNION, not OR: each part walks an index of its own that holds only what is open.
Result<std::vector<std::int64_t>> caseRowsToSettle(Connection& connection, base::Instant refusedFrom,
                                                   const std::optional<domain::ServiceId>& service) {
  OW_TRY(auto row,
         connection.prepare(casesAmong("SELECT entity_id FROM conflict_record WHERE state = 'open'"
                                       " UNION SELECT entity_id FROM proposal WHERE state = 'open'"
                                       " UNION SELECT entity_id FROM operation WHERE state = 'refused' AND settled_at >= ?1"
                                       " UNION SELECT e.case_id FROM operation o JOIN case_event e ON e.id = o.entity_id"
                                       " WHERE o.state = 'refused' AND o.settled_at >= ?1")));
  row.bindInt(1, base::toMillis(refusedFrom)).bind(2, domain::toValue(service));
  return numbers(row);
}

Result<std::vector<std::int64_t>> caseRowsUnsent(Connection& connection, std::size_t limit,
                                                 const std::optional<domain::ServiceId>& service) {
  OW_TRY(auto row,
         connection.prepare(casesAmong("SELECT entity_id FROM operation WHERE state = 'waiting'"
                                       " UNION SELECT e.case_id FROM operation o JOIN case_event e ON e.id = o.entity_id"
                                       " WHERE o.state = 'waiting' LIMIT ?1")));
  row.bindInt(1, std::int64_t(limit)).bind(2, domain::toValue(service));
  return numbers(row);
}

Result<std::int64_t> countToSettle(Connection& connection, domain::EntityId entity) {
  OW_TRY(auto row, connection.prepare("SELECT (SELECT count(*) FROM conflict_record WHERE entity_id = ?1 AND state = 'open')"
                                      " + (SELECT count(*) FROM proposal WHERE entity_id = ?1 AND state = 'open')"));
  row.bindUuid(1, entity.uuid);
  OW_TRY(const bool any, row.step());
  return any ? row.integer(0) : std::int64_t{0};
}

Result<domain::Value> fieldOf(Connection& connection, domain::EntityKind kind, domain::EntityId id, const std::string& field) {
  OW_TRY(auto row, connection.prepare("SELECT " + field + " FROM " + schemaOf(kind).table + " WHERE id = ?1"));
  row.bindUuid(1, id.uuid);
  OW_TRY(const bool any, row.step());
  if (!any) return base::fail(base::ErrorKind::notFound, {{"entity", std::string(base::code(kind))}});
  return row.value(0);
}

Result<std::optional<std::string>> changesOfOperation(Connection& connection, domain::OperationId id) {
  OW_TRY(auto row, connection.prepare("SELECT changes FROM operation WHERE id = ?1"));
  row.bindUuid(1, id.uuid);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(row.text(0)) : std::nullopt;
}

}  // namespace ow::store
