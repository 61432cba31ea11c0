// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/arriving_rows.h"

#include "store/pending.h"
#include "store/write_inside.h"

namespace ow::store {

using base::ErrorKind;
using base::Result;
using domain::EntityKey;
using domain::EntityKind;
using domain::EntityRow;

// The statements of one kind of entity. Parameters: 1 the id, then the fields, rev, digest, scopes, rest.
struct ArrivingRows::Table {
  const EntitySchema& schema;
  Statement insert, update, find;
  bool isMostlyNew = true;  // the last row was not there yet: the next is not looked for first
};

namespace {

std::string insertText(const EntitySchema& schema) {
  std::string names = "id", values = "?1";
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    names += ", " + schema.fields[i].name;
    values += ", ?" + std::to_string(i + 2);
  }
  for (std::size_t i = 0; i < 4; ++i) values += ", ?" + std::to_string(schema.fields.size() + 2 + i);
  return "INSERT INTO " + schema.table + " (" + names + ", rev, digest, scopes, rest) VALUES (" + values +
         ") ON CONFLICT (id) DO NOTHING";
}

std::string updateText(const EntitySchema& schema) {
  std::string text = "UPDATE " + schema.table + " SET ";
  std::size_t next = 2;
  for (const FieldSchema& field : schema.fields) text += field.name + " = ?" + std::to_string(next++) + ", ";
  for (const char* column : {"rev", "digest", "scopes"}) text += std::string(column) + " = ?" + std::to_string(next++) + ", ";
  return text + "rest = ?" + std::to_string(next) + " WHERE id = ?1";
}

bool isSearched(EntityKind kind) {
  return kind == EntityKind::party || kind == EntityKind::case_ || kind == EntityKind::identifier ||
         kind == EntityKind::contactPoint;
}

std::string_view faultWord(RowBody::Fault fault) {
  return fault == RowBody::Fault::body ? "body" : "value";
}

}  // namespace

ArrivingRows::ArrivingRows(Write::Inside& inside) : m_in(inside), m_connection(inside.connection()) {}
ArrivingRows::~ArrivingRows() = default;

Result<ArrivingRows::Table*> ArrivingRows::tableOf(std::string_view word) {
  const auto kind = base::fromCode<EntityKind>(word);
  if (!kind) return nullptr;
  auto& table = m_tables.at(std::size_t(*kind));
  if (table == nullptr) {
    const EntitySchema& schema = schemaOf(*kind);
    OW_TRY(auto insert, m_connection.prepare(insertText(schema)));
    OW_TRY(auto update, m_connection.prepare(updateText(schema)));
    OW_TRY(auto find, m_connection.prepare("SELECT rev, digest, scopes FROM " + schema.table + " WHERE id = ?1"));
    table.reset(new Table{schema, std::move(insert), std::move(update), std::move(find)});
  }
  return table.get();
}

Result<ArrivingRows::Standing> ArrivingRows::find(Table* table, std::string_view kind, const base::Uuid& id) {
  Standing standing;
  const auto read = [&standing](const Statement& row) {
    if (row.isNull(2)) return;
    standing.rev = row.integer(0);
    standing.counted = {ScopeMask(row.integer(2)), domain::RowDigest(row.integer(1))};
  };
  if (table != nullptr) {
    table->find.bindUuid(1, id);
    OW_TRY(standing.isInTable, table->find.step());
    if (standing.isInTable) read(table->find);
    table->find.reset();
  }
  if (!m_anyParked) {
    OW_TRY(const auto any, m_connection.integer("SELECT EXISTS (SELECT 1 FROM unapplied)"));
    m_anyParked = any != 0;
  }
  if (!*m_anyParked) return standing;
  OW_TRY(auto parked, m_connection.prepare("SELECT rev, digest, scopes FROM unapplied WHERE kind = ?1 AND id = ?2"));
  parked.bindText(1, kind).bindUuid(2, id);
  OW_TRY(standing.isParked, parked.step());
  if (standing.isParked) read(parked);
  return standing;
}

Result<void> ArrivingRows::apply(ScopeMask scopes, const EntityRow& row, Arrival arrival) {
  OW_TRY(Table* const table, tableOf(row.kind));
  const bool isIndexed = m_in.indexing == Indexing::immediate && (table == nullptr || isSearched(table->schema.kind));
  if (table != nullptr && table->isMostlyNew && !isIndexed && m_anyParked == false) {
    OW_TRY(const bool isNew, insertNew(*table, row, scopes));
    if (isNew) return base::success();
  }
  OW_TRY(const Standing before, find(table, row.kind, row.id.uuid));
  const ScopeMask all = before.counted.scopes | scopes;
  // The same rev with another content is another history's: the centre's own is taken.
  const bool isOlder = row.rev < before.rev || (row.rev == before.rev && row.digest == before.counted.digest);
  if (before.isKnown() && arrival == Arrival::newer && isOlder) return join(table, before, {row.kind, row.id}, all);
  if (table == nullptr) return park(table, before, row, all, "unknown_kind");
  OW_TRY(const std::string_view reason, put(*table, before, row, all));
  if (!reason.empty()) return park(table, before, row, all, reason);
  if (before.isParked) OW_TRYV(unpark(row.kind, row.id.uuid));
  m_in.sums.move(before.counted, {all, row.digest});
  return base::success();
}

// False, and nothing is done, when there is a row with that id, or when it does not fit.
Result<bool> ArrivingRows::insertNew(Table& table, const EntityRow& row, ScopeMask scopes) {
  OW_TRY(const bool anyWaiting, m_in.anyWaiting());
  if (anyWaiting || m_body.read(table.schema, row.body) != RowBody::Fault::none) return false;
  const auto written = run(table.insert, row, scopes);
  if (!written && (written.error().kind == ErrorKind::duplicate || written.error().kind == ErrorKind::invalidInput))
    return false;
  if (!written) return written.error();
  table.isMostlyNew = written.value();
  if (!written.value()) return false;
  OW_TRYV(noteNew(table, row.id.uuid));
  m_in.sums.move({}, {scopes, row.digest});
  return true;
}

// Empty when it is in the table now, else the reason why not.
Result<std::string_view> ArrivingRows::put(Table& table, const Standing& before, const EntityRow& row, ScopeMask scopes) {
  const base::Uuid& id = row.id.uuid;
  OW_TRY(const bool isErased, isErasedHere(id));
  if (isErased) return std::string_view("erased_here");
  const auto fault = m_body.read(table.schema, row.body);
  if (fault != RowBody::Fault::none) return faultWord(fault);
  OW_TRYV(prepareIndex(table, id, before));
  OW_TRYV(noteNew(table, id));
  const auto written = run(before.isInTable ? table.update : table.insert, row, scopes);
  if (!written && written.error().kind == ErrorKind::duplicate) return std::string_view("duplicate");
  if (!written && written.error().kind == ErrorKind::invalidInput) return std::string_view("constraint");
  if (!written) return written.error();
  table.isMostlyNew = !before.isInTable;
  OW_TRYV(layOver(table, id));
  return std::string_view();
}

// Whether a row was written.
Result<bool> ArrivingRows::run(Statement& statement, const EntityRow& row, ScopeMask scopes) {
  statement.bindUuid(1, row.id.uuid);
  int next = 2;
  for (const FieldValue& value : m_body.values()) bindField(statement, next++, value);
  statement.bindInt(next, row.rev).bindInt(next + 1, std::int64_t(row.digest)).bindInt(next + 2, std::int64_t(scopes));
  if (m_body.rest().empty())
    statement.bindNull(next + 3);
  else
    statement.bindText(next + 3, m_body.rest());
  OW_TRYV(statement.run());
  return m_connection.changes() == 1;
}

// Only the scopes are new.
Result<void> ArrivingRows::join(Table* table, const Standing& before, const EntityKey& key, ScopeMask scopes) {
  if (table != nullptr) table->isMostlyNew = false;
  if (scopes == before.counted.scopes) return base::success();
  m_in.sums.move(before.counted, {scopes, before.counted.digest});
  if (before.isParked) {
    OW_TRY(auto parked, m_connection.prepare("UPDATE unapplied SET scopes = ?3 WHERE kind = ?1 AND id = ?2"));
    parked.bindText(1, key.kind).bindUuid(2, key.id.uuid).bindInt(3, std::int64_t(scopes));
    return parked.run();
  }
  OW_TRY(auto row, m_connection.prepare("UPDATE " + table->schema.table + " SET scopes = ?2 WHERE id = ?1"));
  row.bindUuid(1, key.id.uuid).bindInt(2, std::int64_t(scopes));
  return row.run();
}

// An older state of it that is in the table stays to be seen, and counts no more.
Result<void> ArrivingRows::park(Table* table, const Standing& before, const EntityRow& row, ScopeMask scopes,
                                std::string_view reason) {
  OW_TRY(auto statement,
         m_connection.prepare("INSERT INTO unapplied (kind, id, rev, digest, scopes, body, reason) VALUES (?1, ?2, ?3, ?4, ?5, "
                              "?6, ?7) ON CONFLICT (kind, id) DO UPDATE SET rev = excluded.rev, digest = excluded.digest,"
                              " scopes = excluded.scopes, body = excluded.body, reason = excluded.reason"));
  statement.bindText(1, row.kind).bindUuid(2, row.id.uuid).bindInt(3, row.rev).bindInt(4, std::int64_t(row.digest));
  statement.bindInt(5, std::int64_t(scopes)).bindText(6, row.body).bindText(7, reason);
  OW_TRYV(statement.run());
  m_anyParked = true;
  m_in.sums.move(before.counted, {scopes, row.digest});
  return before.isInTable ? unconfirm(*table, row.id.uuid) : base::success();
}

Result<void> ArrivingRows::unpark(std::string_view kind, const base::Uuid& id) {
  OW_TRY(auto statement, m_connection.prepare("DELETE FROM unapplied WHERE kind = ?1 AND id = ?2"));
  statement.bindText(1, kind).bindUuid(2, id);
  return statement.run();
}

Result<void> ArrivingRows::leave(ScopeMask scopes, const EntityKey& key) {
  OW_TRY(Table* const table, tableOf(key.kind));
  OW_TRY(const Standing before, find(table, key.kind, key.id.uuid));
  const ScopeMask left = before.counted.scopes & ~scopes;
  if (left == before.counted.scopes) return base::success();
  return left != 0 ? join(table, before, key, left) : remove(table, before, key);
}

Result<void> ArrivingRows::forget(const EntityKey& key) {
  OW_TRY(Table* const table, tableOf(key.kind));
  OW_TRY(const Standing before, find(table, key.kind, key.id.uuid));
  return remove(table, before, key);
}

Result<void> ArrivingRows::confirm(const EntityKey& key, std::int64_t rev, domain::RowDigest digest, ScopeMask scopes) {
  OW_TRY(Table* const table, tableOf(key.kind));
  OW_TRY(const Standing before, find(table, key.kind, key.id.uuid));
  if (before.isParked) OW_TRYV(unpark(key.kind, key.id.uuid));
  const Counted after{before.isKnown() ? before.counted.scopes : scopes, digest};
  OW_TRY(auto statement,
         m_connection.prepare("UPDATE " + table->schema.table + " SET rev = ?2, digest = ?3, scopes = ?4 WHERE id = ?1"));
  statement.bindUuid(1, key.id.uuid).bindInt(2, rev).bindInt(3, std::int64_t(digest));
  statement.bindInt(4, std::int64_t(after.scopes));
  OW_TRYV(statement.run());
  m_in.sums.move(before.counted, after);
  return base::success();
}

Result<bool> ArrivingRows::retry(const EntityRow& parked, ScopeMask scopes) {
  OW_TRY(Table* const table, tableOf(parked.kind));
  if (table == nullptr) return false;
  OW_TRY(const Standing before, find(table, parked.kind, parked.id.uuid));
  OW_TRY(const std::string_view reason, put(*table, before, parked, scopes));
  if (!reason.empty()) return false;
  OW_TRYV(unpark(parked.kind, parked.id.uuid));
  return true;
}

// What waits on it keeps the row, as one that the centre has not confirmed.
Result<void> ArrivingRows::remove(Table* table, const Standing& before, const EntityKey& key) {
  const base::Uuid& id = key.id.uuid;
  m_in.sums.move(before.counted, {});
  if (before.isParked) OW_TRYV(unpark(key.kind, id));
  if (!before.isInTable) return base::success();
  OW_TRY(const bool isWaited, isWaitedFor(id));
  if (isWaited) return unconfirm(*table, id);
  const auto refersTo = [&](const char* field) { return referenceOfRow(m_connection, table->schema, id, field); };
  if (m_in.indexing == Indexing::immediate) OW_TRYV(indexBefore(m_in, table->schema, id));
  OW_TRYV(m_in.noteGone(table->schema.kind, id, refersTo));
  OW_TRY(auto statement, m_connection.prepare("DELETE FROM " + table->schema.table + " WHERE id = ?1"));
  statement.bindUuid(1, id);
  return statement.run();
}

Result<void> ArrivingRows::unconfirm(Table& table, const base::Uuid& id) {
  OW_TRY(auto statement,
         m_connection.prepare("UPDATE " + table.schema.table + " SET rev = NULL, digest = NULL, scopes = NULL WHERE id = ?1"));
  statement.bindUuid(1, id);
  return statement.run();
}

Result<void> ArrivingRows::noteNew(const Table& table, const base::Uuid& id) {
  return m_in.note(table.schema.kind, id,
                   [&](const char* field) -> Result<base::Uuid> { return m_body.reference(table.schema, field); });
}

// The owner that the row names now, and the one that it named before.
Result<void> ArrivingRows::prepareIndex(const Table& table, const base::Uuid& id, const Standing& before) {
  if (m_in.indexing == Indexing::deferred) return base::success();
  if (before.isInTable) OW_TRYV(indexBefore(m_in, table.schema, id));
  switch (table.schema.kind) {
    case EntityKind::party:
      m_in.index.newParty(id);  // nothing, where it is known already
      return base::success();
    case EntityKind::case_:
      m_in.index.newCase(id);
      return base::success();
    case EntityKind::identifier:
    case EntityKind::contactPoint:
      return m_in.index.beforeParty(m_body.reference(table.schema, "party_id"));
    default:
      return base::success();
  }
}

Result<bool> ArrivingRows::isWaitedFor(const base::Uuid& id) {
  OW_TRY(const bool anyWaiting, m_in.anyWaiting());
  return anyWaiting ? waitsOn(m_connection, id) : false;
}

Result<bool> ArrivingRows::isErasedHere(const base::Uuid& id) {
  OW_TRY(const bool anyWaiting, m_in.anyWaiting());
  return anyWaiting ? waitsToErase(m_connection, id) : false;
}

Result<void> ArrivingRows::layOver(Table& table, const base::Uuid& id) {
  OW_TRY(const bool anyWaiting, m_in.anyWaiting());
  return anyWaiting ? layPendingOver(m_connection, table.schema, id) : base::success();
}

}  // namespace ow::store
