// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outbox.h"

#include <unordered_set>

#include "store/conflict_queries.h"
#include "store/fact_text.h"
#include "store/sqlite.h"

namespace ow::store {

using base::Result;
using domain::WrittenOperation;

namespace {

// Whom operations must not overtake: entities and operations that are in trouble for now, and what is held back because of
// them.
struct Held {
  std::unordered_set<base::Uuid> entities, operations;

  bool holds(const WrittenOperation& operation) const {
    return entities.contains(operation.entityId.uuid) || operations.contains(operation.id.uuid) ||
           (operation.cause && operations.contains(operation.cause->uuid));
  }
  void add(const WrittenOperation& operation) {
    entities.insert(operation.entityId.uuid);
    operations.insert(operation.id.uuid);
  }
};

// Only the operations themselves: an earlier one of the same entity goes on, a later one meets it in the order of the outbox.
Result<std::unordered_set<base::Uuid>> troubled(Connection& connection, base::Instant now) {
  // Nothing is put off for longer than an hour: a later time was set by a clock that has been put right since.
  constexpr std::chrono::hours kLongest{2};
  OW_TRY(auto row, connection.prepare("SELECT operation_id FROM operation_trouble WHERE next_at BETWEEN ?1 AND ?2"));
  row.bindInt(1, base::toMillis(now) + 1).bindInt(2, base::toMillis(now + kLongest));
  std::unordered_set<base::Uuid> ids;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return ids;
    ids.insert(row.uuid(0));
  }
}

WrittenOperation readOperation(const Statement& row) {
  WrittenOperation operation;
  operation.id = {row.uuid(0)};
  operation.kind = row.text(1);
  operation.entity = row.text(2);
  operation.entityId = {row.uuid(3)};
  operation.at = base::fromMillis(row.integer(4));
  if (!row.isNull(5)) operation.author = domain::StaffId{row.uuid(5)};
  operation.desk = row.text(6);
  operation.purpose = row.text(7);
  operation.format = int(row.integer(8));
  if (!row.isNull(9)) operation.cause = domain::OperationId{row.uuid(9)};
  operation.changes = row.text(10);
  if (!row.isNull(11)) operation.told = row.text(11);
  return operation;
}

OutboxLine readOutboxLine(const Statement& row) {
  OutboxLine line;
  line.seq = row.integer(0);
  line.id = {row.uuid(1)};
  line.kind = row.text(2);
  line.entity = row.text(3);
  line.entityId = {row.uuid(4)};
  line.purpose = row.text(5);
  line.at = base::fromMillis(row.integer(6));
  if (!row.isNull(7)) line.author = domain::StaffId{row.uuid(7)};
  line.state = base::fromCode<OperationState>(row.view(8)).value_or(OperationState::waiting);
  line.outcome = base::fromCode<domain::PushOutcome>(row.view(9));
  line.facts = readFacts(row.view(10));
  if (row.isNull(11)) return line;
  line.attempts = int(row.integer(11));
  line.nextAt = base::fromMillis(row.integer(12));
  line.trouble = row.text(13);
  return line;
}

Result<std::int64_t> countOf(Connection& connection, OperationState state) {
  return connection.integer("SELECT count(*) FROM operation WHERE state = '" + std::string(base::code(state)) + "'");
}

}  // namespace

Result<std::vector<WrittenOperation>> nextOperations(Connection& connection, base::Instant now, std::size_t limit,
                                                     std::size_t maxBytes) {
  OW_TRY(const auto inTrouble, troubled(connection, now));
  OW_TRY(auto row,
         connection.prepare("SELECT id, kind, entity, entity_id, at, author, desk, purpose, format, cause, changes, facts"
                            " FROM operation WHERE state = 'waiting' ORDER BY seq"));
  Held held;
  std::vector<WrittenOperation> next;
  std::size_t bytes = 0;
  while (next.size() < limit) {
    OW_TRY(const bool more, row.step());
    if (!more) break;
    WrittenOperation operation = readOperation(row);
    if (inTrouble.contains(operation.id.uuid) || held.holds(operation)) {
      held.add(operation);
      continue;
    }
    bytes += operation.changes.size();
    if (bytes > maxBytes && !next.empty()) break;
    next.push_back(std::move(operation));
  }
  return next;
}

Result<bool> hasSent(Connection& connection) {
  OW_TRY(const auto any,
         connection.integer("SELECT EXISTS (SELECT 1 FROM operation INDEXED BY operation_sent WHERE state = 'sent')"));
  return any != 0;
}

Result<bool> hasBusiness(Connection& connection) {
  OW_TRY(const bool anySent, hasSent(connection));
  if (anySent) return true;
  OW_TRY(const auto any, connection.integer("SELECT EXISTS (SELECT 1 FROM operation WHERE state = 'waiting')"
                                            " OR EXISTS (SELECT 1 FROM refetch)"));
  return any != 0;
}

Result<OutboxCounts> outboxCounts(Connection& connection) {
  OutboxCounts counts;
  OW_TRY(counts.waiting, countOf(connection, OperationState::waiting));
  OW_TRY(counts.sent, countOf(connection, OperationState::sent));
  OW_TRY(counts.refused, countOf(connection, OperationState::refused));
  OW_TRY(const auto all, connection.integer("SELECT count(*) FROM operation"));
  counts.confirmed = all - counts.waiting - counts.sent - counts.refused;
  OW_TRY(counts.troubled, connection.integer("SELECT count(*) FROM operation_trouble"));
  OW_TRY(counts.openConflicts, connection.integer("SELECT count(*) FROM conflict_record WHERE state = 'open'"));
  OW_TRY(counts.openProposals,
         connection.integer("SELECT count(*) FROM proposal t WHERE t.state = 'open' AND " + std::string(kIsForAPerson)));
  OW_TRY(counts.parked, connection.integer("SELECT count(*) FROM unapplied WHERE reason <> 'erased_here'"));
  OW_TRY(auto oldest, connection.prepare("SELECT at FROM operation WHERE state = 'waiting' ORDER BY seq LIMIT 1"));
  OW_TRY(const bool any, oldest.step());
  if (any) counts.oldestWaiting = base::fromMillis(oldest.integer(0));
  return counts;
}

Result<std::vector<OutboxLine>> pageOfOutbox(Connection& connection, const OutboxPage& page) {
  // The word stands in the text, so that SQLite sees which partial index answers.
  const std::string state = page.state ? " AND o.state = '" + std::string(base::code(*page.state)) + "'" : std::string();
  OW_TRY(auto row,
         connection.prepare("SELECT o.seq, o.id, o.kind, o.entity, o.entity_id, o.purpose, o.at, o.author, o.state, o.outcome,"
                            " o.facts, t.attempts, t.next_at, t.reason FROM operation o"
                            " LEFT JOIN operation_trouble t ON t.operation_id = o.id WHERE o.seq < ?1" +
                            state + " ORDER BY o.seq DESC LIMIT ?2"));
  row.bindInt(1, page.before.value_or(INT64_MAX)).bindInt(2, std::int64_t(page.limit));
  std::vector<OutboxLine> lines;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return lines;
    lines.push_back(readOutboxLine(row));
  }
}

}  // namespace ow::store
