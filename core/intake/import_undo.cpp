// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/import_undo.h"

#include <algorithm>
#include <map>
#include <utility>

#include "domain/operation.h"
#include "store/operation_text.h"
#include "store/schema.h"

namespace ow::intake {

using base::ErrorKind;
using base::Result;
using domain::EntityKind;
using domain::FieldChange;
using domain::Operation;
using domain::OperationKind;
using domain::Value;

namespace {

constexpr std::int64_t kOperationsInTransaction = 2000;

struct Done {
  std::int64_t seq = 0;
  OperationKind kind = OperationKind::create;
  EntityKind entity = EntityKind::case_;
  base::Uuid entityId;
  base::Uuid subject;  // the case that an event belongs to, else the entity
  std::vector<FieldChange> changes;
};

// All operations of a load on one case or service, the last first.
using Group = std::vector<Done>;
using Fields = std::map<std::string, Value>;

Result<Done> readOperation(const store::Statement& row) {
  Done done;
  done.seq = row.integer(0);
  const auto kind = base::fromCode<OperationKind>(row.view(1));
  const auto entity = base::fromCode<EntityKind>(row.view(2));
  if (!kind || !entity) return base::fail(ErrorKind::storeDamaged, {{"detail", "operation"}});
  done.kind = *kind;
  done.entity = *entity;
  done.entityId = done.subject = row.uuid(3);
  OW_TRY(done.changes, store::readChanges(done.kind, done.entity, row.view(4)));
  if (done.entity != EntityKind::caseEvent) return done;
  for (const FieldChange& change : done.changes)
    if (const auto* id = std::get_if<base::Uuid>(&change.after); id != nullptr && change.field == "case_id") done.subject = *id;
  return done;
}

// The row as it is, by field; empty when it is gone.
Result<Fields> fieldsOf(store::Connection& connection, EntityKind kind, const base::Uuid& id) {
  const auto& schema = store::schemaOf(kind);
  std::string sql = "SELECT id";
  for (const auto& field : schema.fields) sql += ", " + field.name;
  OW_TRY(auto row, connection.prepare(sql + " FROM " + schema.table + " WHERE id = ?1"));
  row.bindUuid(1, id);
  Fields fields;
  OW_TRY(const bool any, row.step());
  if (!any) return fields;
  for (std::size_t i = 0; i < schema.fields.size(); ++i) fields[schema.fields[i].name] = row.value(int(i) + 1);
  return fields;
}

// What the load left in the fields that it wrote.
Fields leftBy(const Group& group, EntityKind kind) {
  Fields fields;
  for (auto done = group.rbegin(); done != group.rend(); ++done) {
    if (done->entity != kind) continue;
    if (done->kind == OperationKind::create)
      for (const auto& field : store::schemaOf(kind).fields) fields[field.name] = Value{};
    for (const FieldChange& change : done->changes) fields[change.field] = change.after;
  }
  return fields;
}

bool isNumber(const Value& value, double& into) {
  if (const auto* real = std::get_if<double>(&value)) return (into = *real), true;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return (into = double(*whole)), true;
  return false;
}
// A whole coordinate may come back as a real one.
bool isSame(const Value& a, const Value& b) {
  double x = 0, y = 0;
  return a == b || (isNumber(a, x) && isNumber(b, y) && x == y);
}

class Undo {
 public:
  Undo(store::Store& store, base::Clock& clock, base::Random& random, ImportLoad load)
      : m_store(store), m_clock(clock), m_ids(clock, random), m_load(std::move(load)) {}

  Result<void> start();
  Result<bool> step();  // false: nothing is left
  Result<UndoOutcome> outcome();

 private:
  Result<std::vector<Group>> nextGroups(store::Connection& connection);
  Result<void> takeBack(store::Write& write, const Group& group);
  Result<std::string> reasonToKeep(store::Connection& connection, const Group& group, EntityKind kind, const Fields& now);
  Result<bool> any(store::Connection& connection, const char* sql, const base::Uuid& id);
  Result<bool> hasLaterEvents(store::Connection& connection, const Group& group);
  Result<void> finish(store::Write& write);
  std::vector<Operation> reversed(const Group& group);
  Operation operation(OperationKind kind, EntityKind entity, const base::Uuid& id);

  store::Store& m_store;
  base::Clock& m_clock;
  base::IdSource m_ids;
  ImportLoad m_load;
  store::Indexing m_indexing = store::Indexing::immediate;
};

// As for loading: most of the cases of a store are faster taken out of an index that is built anew.
Result<void> Undo::start() {
  OW_TRY(auto reader, m_store.read());
  OW_TRY(const auto present, reader.connection().integer("SELECT count(*) FROM case_record"));
  const bool isMost = m_load.accepted > kOperationsInTransaction && m_load.accepted * 2 > present;
  if (isMost && m_load.kind == LoadKind::requests) m_indexing = store::Indexing::deferred;
  return base::success();
}

// The operations of a case stand one behind the other, since a row is taken in one piece; the last group may be cut by the
// limit and waits for the next transaction.
Result<std::vector<Group>> Undo::nextGroups(store::Connection& connection) {
  std::vector<Group> groups;
  OW_TRY(auto row, connection.prepare("SELECT seq, kind, entity, entity_id, changes FROM operation"
                                      " WHERE import_id = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3"));
  row.bindUuid(1, m_load.id.uuid).bindInt(2, m_load.undoSeq.value_or(std::int64_t{1} << 62));
  row.bindInt(3, kOperationsInTransaction);
  std::int64_t count = 0;
  for (;; ++count) {
    OW_TRY(const bool more, row.step());
    if (!more) break;
    OW_TRY(auto done, readOperation(row));
    if (groups.empty() || groups.back().front().subject != done.subject) groups.emplace_back();
    groups.back().push_back(std::move(done));
  }
  if (count == kOperationsInTransaction && groups.size() > 1) groups.pop_back();
  return groups;
}

Result<bool> Undo::step() {
  OW_TRY(auto write, m_store.write(m_indexing));
  OW_TRY(const auto groups, nextGroups(write.connection()));
  for (const Group& group : groups) {
    OW_TRYV(takeBack(write, group));
    m_load.undoSeq = group.back().seq;
  }
  m_load.state = groups.empty() ? LoadState::undone : LoadState::undoing;
  if (groups.empty()) OW_TRYV(finish(write));
  OW_TRYV(putLoad(write.connection(), m_load));
  OW_TRYV(write.commit());
  return !groups.empty();
}

Result<void> Undo::takeBack(store::Write& write, const Group& group) {
  auto& connection = write.connection();
  const bool isService = group.front().entity == EntityKind::service;
  const EntityKind kind = isService ? EntityKind::service : EntityKind::case_;
  OW_TRY(const Fields now, fieldsOf(connection, kind, group.front().subject));
  if (now.empty()) return base::success();  // somebody erased it
  const auto text = [&now](const char* field) {
    const auto* value = std::get_if<std::string>(&now.at(field));
    return value == nullptr ? std::string() : *value;
  };
  OW_TRY(const auto reason, reasonToKeep(connection, group, kind, now));
  if (!reason.empty()) return addFault(connection, m_load.id, {0, "kept", reason, text(isService ? "code" : "number")});
  OW_TRYV(write.apply(reversed(group)));
  ++m_load.takenBack;
  return forgetRow(connection, m_load.source, text(isService ? "code" : "external_no"));
}

Result<bool> Undo::any(store::Connection& connection, const char* sql, const base::Uuid& id) {
  OW_TRY(auto row, connection.prepare(sql));
  row.bindUuid(1, id);
  return row.step();
}

// Empty when it may go.
Result<std::string> Undo::reasonToKeep(store::Connection& connection, const Group& group, EntityKind kind, const Fields& now) {
  const std::string workedOn = "worked_on";
  for (const auto& [field, value] : leftBy(group, kind))
    if (const auto found = now.find(field); found == now.end() || !isSame(found->second, value)) return workedOn;
  const base::Uuid& id = group.front().subject;
  const bool isCreated = group.back().kind == OperationKind::create && group.back().entity == kind;
  if (kind == EntityKind::service) {
    if (!isCreated) return std::string();
    OW_TRY(const bool isUsed, any(connection, "SELECT 1 FROM case_record WHERE service_id = ?1 LIMIT 1", id));
    return std::string(isUsed ? "in_use" : "");
  }
  OW_TRY(const bool hasEvents, hasLaterEvents(connection, group));
  if (hasEvents) return workedOn;
  if (!isCreated) return std::string();
  for (const char* const sql :
       {"SELECT 1 FROM interaction WHERE case_id = ?1 LIMIT 1", "SELECT 1 FROM rating WHERE case_id = ?1 LIMIT 1",
        "SELECT 1 FROM attachment WHERE case_id = ?1 LIMIT 1", "SELECT 1 FROM official_document WHERE case_id = ?1 LIMIT 1",
        "SELECT 1 FROM case_link WHERE from_case = ?1 LIMIT 1", "SELECT 1 FROM case_link WHERE to_case = ?1 LIMIT 1"}) {
    OW_TRY(const bool isThere, any(connection, sql, id));
    if (isThere) return workedOn;
  }
  return std::string();
}

// Events are only appended: whatever stands behind the load's own first event and is not the load's came later.
Result<bool> Undo::hasLaterEvents(store::Connection& connection, const Group& group) {
  std::vector<base::Uuid> own;
  for (const Done& done : group)
    if (done.entity == EntityKind::caseEvent) own.push_back(done.entityId);
  OW_TRY(auto row, connection.prepare("SELECT id FROM case_event WHERE case_id = ?1 ORDER BY n"));
  row.bindUuid(1, group.front().subject);
  for (bool isBehind = false;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return false;
    const bool isOwn = std::find(own.begin(), own.end(), row.uuid(0)) != own.end();
    if (isBehind && !isOwn) return true;
    isBehind = isBehind || isOwn;
  }
}

Operation Undo::operation(OperationKind kind, EntityKind entity, const base::Uuid& id) {
  Operation undo;
  undo.id = m_ids.make<domain::OperationId>();
  undo.kind = kind;
  undo.entity = entity;
  undo.entityId = domain::EntityId{id};
  undo.at = m_clock.now();
  undo.purpose = "import_undo";
  return undo;
}

std::vector<Operation> Undo::reversed(const Group& group) {
  std::vector<Operation> undo;
  for (const Done& done : group) {
    const bool isMade = done.kind == OperationKind::create || done.kind == OperationKind::append;
    undo.push_back(operation(isMade ? OperationKind::erase : done.kind, done.entity, done.entityId));
    if (isMade) continue;
    for (const FieldChange& change : done.changes) undo.back().changes.push_back({change.field, change.after, change.before});
  }
  return undo;
}

// Rows whose case was kept, or that were only seen: the source's next file decides about them anew.
Result<void> Undo::finish(store::Write& write) {
  OW_TRY(auto rows, write.connection().prepare("DELETE FROM import_row WHERE source = ?1 AND import_id = ?2"));
  rows.bindText(1, m_load.source).bindUuid(2, m_load.id.uuid);
  OW_TRYV(rows.run());
  m_load.finishedAt = m_clock.now();
  return base::success();
}

Result<UndoOutcome> Undo::outcome() {
  if (!m_store.isSearchComplete()) OW_TRYV(m_store.rebuildSearch());
  UndoOutcome outcome;
  outcome.takenBack = m_load.takenBack;
  OW_TRY(auto reader, m_store.read());
  OW_TRY(auto row, reader.connection().prepare(
                       "SELECT rule, field FROM import_fault WHERE import_id = ?1 AND kind = 'kept' ORDER BY rule, field"));
  row.bindUuid(1, m_load.id.uuid);
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) break;
    outcome.keptEntities.push_back({row.text(0), row.text(1)});
  }
  outcome.kept = std::int64_t(outcome.keptEntities.size());
  return outcome;
}

// The newest other load that wrote to one of this load's cases or services after it, if it has not been taken back itself.
Result<std::optional<domain::ImportId>> newerLoadOnTheSame(store::Connection& connection, domain::ImportId id) {
  OW_TRY(auto row,
         connection.prepare(
             "WITH mine AS MATERIALIZED (SELECT DISTINCT entity_id FROM operation WHERE import_id = ?1)"
             " SELECT l.id FROM import_load l"
             " WHERE l.n > (SELECT n FROM import_load WHERE id = ?1) AND l.state <> 'undone' AND EXISTS"
             " (SELECT 1 FROM operation o WHERE o.import_id = l.id AND (o.entity_id IN mine OR (o.entity = 'case_event'"
             " AND (SELECT e.case_id FROM case_event e WHERE e.id = o.entity_id) IN mine)))"
             " ORDER BY l.n DESC LIMIT 1"));
  row.bindUuid(1, id.uuid);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(domain::ImportId{row.uuid(0)}) : std::nullopt;
}

}  // namespace

Result<UndoOutcome> undoImport(store::Store& store, domain::ImportId id, base::Clock& clock, base::Random& random) {
  std::optional<ImportLoad> load;
  std::optional<domain::ImportId> newer;
  {
    OW_TRY(auto reader, store.read());
    OW_TRY(load, findLoad(reader.connection(), id));
    OW_TRY(newer, newerLoadOnTheSame(reader.connection(), id));
  }
  if (!load) return base::fail(ErrorKind::notFound, {{"entity", "import"}});
  if (load->state == LoadState::undone) return base::fail(ErrorKind::notAllowed, {{"rule", "import_undone"}});
  if (newer) return base::fail(ErrorKind::notAllowed, {{"rule", "undo_newer_first"}, {"import_id", newer->text()}});
  Undo undo(store, clock, random, std::move(*load));
  OW_TRYV(undo.start());
  for (;;) {
    OW_TRY(const bool more, undo.step());
    if (!more) return undo.outcome();
  }
}

}  // namespace ow::intake
