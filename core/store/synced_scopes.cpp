// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "store/write_inside.h"

namespace ow::store {

using base::ErrorKind;
using base::Result;
using domain::Cursor;
using domain::Scope;
using domain::ScopeId;

namespace {

constexpr int kAnchorsKept = 64;
constexpr int kDaysKept = 30;

Result<void> updated(Write& write, Statement& statement) {
  OW_TRYV(statement.run());
  if (write.connection().changes() == 1) return base::success();
  return base::fail(ErrorKind::notFound, {{"entity", "scope"}});
}

Result<void> putName(Connection& connection, const Scope& scope) {
  OW_TRY(auto statement, connection.prepare("UPDATE synced_scope SET kind = ?2, code = ?3, name = ?4 WHERE id = ?1"));
  statement.bindInt(1, scope.id.n).bindText(2, scope.kind).bindText(3, scope.code).bindText(4, scope.name);
  return statement.run();
}

Result<void> add(Connection& connection, int slot, const Scope& scope) {
  OW_TRY(auto statement,
         connection.prepare("INSERT INTO synced_scope (slot, id, kind, code, name) VALUES (?1, ?2, ?3, ?4, ?5)"));
  statement.bindInt(1, slot).bindInt(2, scope.id.n).bindText(3, scope.kind).bindText(4, scope.code);
  statement.bindText(5, scope.name);
  return statement.run();
}

Result<std::vector<domain::EntityKey>> keysIn(Connection& connection, const std::string& from, std::string_view kind,
                                              ScopeSlot slot) {
  OW_TRY(auto row, connection.prepare("SELECT id FROM " + from + " WHERE scopes & ?1 <> 0"));
  row.bindInt(1, std::int64_t(bitOf(slot)));
  std::vector<domain::EntityKey> keys;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return keys;
    keys.push_back({std::string(kind), {row.uuid(0)}});
  }
}

Result<void> leaveAll(Write& write, std::span<const domain::EntityKey> keys, ScopeSlot slot) {
  for (const domain::EntityKey& key : keys) OW_TRYV(write.inside().arriving().leave(bitOf(slot), key));
  return base::success();
}

// Parked ones too, of whatever kind.
Result<std::vector<domain::EntityKey>> parkedIn(Connection& connection, ScopeSlot slot) {
  OW_TRY(auto row, connection.prepare("SELECT kind, id FROM unapplied WHERE scopes & ?1 <> 0"));
  row.bindInt(1, std::int64_t(bitOf(slot)));
  std::vector<domain::EntityKey> keys;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return keys;
    keys.push_back({row.text(0), {row.uuid(1)}});
  }
}

Result<void> drop(Write& write, ScopeSlot slot) {
  OW_TRY(const auto parked, parkedIn(write.connection(), slot));
  OW_TRYV(leaveAll(write, parked, slot));
  for (std::size_t i = 0; i < base::kCodes<domain::EntityKind>.size(); ++i) {
    const EntitySchema& schema = schemaOf(domain::EntityKind(i));
    OW_TRY(const auto keys, keysIn(write.connection(), schema.table, base::code(schema.kind), slot));
    OW_TRYV(leaveAll(write, keys, slot));
  }
  write.inside().sums.drop(slot);
  OW_TRY(auto statement, write.connection().prepare("DELETE FROM synced_scope WHERE slot = ?1"));
  statement.bindInt(1, slot.n);
  return statement.run();
}

bool isIn(std::span<const Scope> scopes, ScopeId id) {
  return std::any_of(scopes.begin(), scopes.end(), [id](const Scope& scope) { return scope.id == id; });
}

Result<void> putAll(Write& write, std::span<const Scope> scopes) {
  OW_TRY(const auto known, syncedScopes(write.connection()));
  std::vector<bool> isTaken(kMostScopes, false);
  for (const SyncedScope& old : known) {
    if (!isIn(scopes, old.scope.id))
      OW_TRYV(drop(write, old.slot));
    else
      isTaken[std::size_t(old.slot.n)] = true;
  }
  for (const Scope& scope : scopes) {
    const auto isSame = [&scope](const SyncedScope& old) { return old.scope.id == scope.id; };
    if (std::any_of(known.begin(), known.end(), isSame)) {
      OW_TRYV(putName(write.connection(), scope));
      continue;
    }
    const auto free = std::find(isTaken.begin(), isTaken.end(), false);
    if (free == isTaken.end()) return base::fail(ErrorKind::invalidInput, {{"rule", "too_many_scopes"}});
    *free = true;
    OW_TRYV(add(write.connection(), int(free - isTaken.begin()), scope));
  }
  return base::success();
}

}  // namespace

Result<std::vector<SyncedScope>> syncedScopes(Connection& connection) {
  OW_TRY(auto row, connection.prepare("SELECT slot, id, kind, code, name, epoch, pos, rows, digest, is_complete, fill_from,"
                                      " fill_epoch, fill_head FROM synced_scope ORDER BY slot"));
  std::vector<SyncedScope> scopes;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return scopes;
    const ScopeId id{std::int32_t(row.integer(1))};
    SyncedScope scope;
    scope.slot = {int(row.integer(0))};
    scope.scope = {id, row.text(2), row.text(3), row.text(4)};
    scope.cursor = {id, std::int32_t(row.integer(5)), row.integer(6)};
    scope.rows = row.integer(7);
    scope.digest = domain::RowDigest(row.integer(8));
    scope.isComplete = row.integer(9) != 0;
    scope.fillFrom = row.text(10);
    scope.fillHead = {id, std::int32_t(row.integer(11)), row.integer(12)};
    scopes.push_back(std::move(scope));
  }
}

Result<void> putScopes(Write& write, std::span<const Scope> scopes) {
  return write.inside().checked(putAll(write, scopes));
}

Result<void> putCursor(Write& write, const Cursor& cursor) {
  OW_TRY(auto statement, write.connection().prepare("UPDATE synced_scope SET epoch = ?2, pos = ?3 WHERE id = ?1"));
  statement.bindInt(1, cursor.scope.n).bindInt(2, cursor.epoch).bindInt(3, cursor.pos);
  return write.inside().checked(updated(write, statement));
}

Result<void> putFillProgress(Write& write, const Cursor& head, const std::string& next) {
  OW_TRY(auto statement, write.connection().prepare("UPDATE synced_scope SET fill_epoch = ?2, fill_head = ?3, fill_from = ?4"
                                                    " WHERE id = ?1"));
  statement.bindInt(1, head.scope.n).bindInt(2, head.epoch).bindInt(3, head.pos).bindText(4, next);
  return write.inside().checked(updated(write, statement));
}

Result<void> completeFill(Write& write, ScopeId scope) {
  OW_TRY(auto statement, write.connection().prepare("UPDATE synced_scope SET is_complete = 1, epoch = fill_epoch,"
                                                    " pos = fill_head, fill_from = '', fill_epoch = 0, fill_head = 0"
                                                    " WHERE id = ?1"));
  statement.bindInt(1, scope.n);
  return write.inside().checked(updated(write, statement));
}

Result<void> restartFill(Write& write, ScopeId scope) {
  OW_TRY(auto statement, write.connection().prepare("UPDATE synced_scope SET is_complete = 0, epoch = 0, pos = 0,"
                                                    " fill_from = '', fill_epoch = 0, fill_head = 0 WHERE id = ?1"));
  statement.bindInt(1, scope.n);
  return write.inside().checked(updated(write, statement));
}

Result<std::int64_t> rowsHere(Connection& connection) {
  std::int64_t rows = 0;
  for (std::size_t i = 0; i < base::kCodes<domain::EntityKind>.size(); ++i) {
    OW_TRY(const auto last, connection.integer("SELECT coalesce(max(n), 0) FROM " + schemaOf(domain::EntityKind(i)).table));
    rows += last;
  }
  return rows;
}

Result<std::vector<SeenAnchor>> seenAnchors(Connection& connection) {
  OW_TRY(auto row, connection.prepare("SELECT id, at, epoch FROM anchor ORDER BY seen_order DESC"));
  std::vector<SeenAnchor> anchors;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return anchors;
    anchors.push_back({{row.uuid(0), base::fromMillis(row.integer(1))}, std::int32_t(row.integer(2))});
  }
}

Result<void> putAnchor(Write& write, const SeenAnchor& seen) {
  Connection& connection = write.connection();
  {
    OW_TRY(auto newest, connection.prepare("SELECT id FROM anchor ORDER BY seen_order DESC LIMIT 1"));
    OW_TRY(const bool any, newest.step());
    if (any && newest.uuid(0) == seen.anchor.id) return base::success();
  }
  OW_TRY(auto statement, connection.prepare("INSERT INTO anchor (id, at, epoch, seen_order) VALUES (?1, ?2, ?3,"
                                            " (SELECT coalesce(max(seen_order), 0) + 1 FROM anchor)) ON CONFLICT (id) DO UPDATE"
                                            " SET seen_order = (SELECT max(seen_order) + 1 FROM anchor)"));
  statement.bindUuid(1, seen.anchor.id).bindInt(2, base::toMillis(seen.anchor.at)).bindInt(3, seen.epoch);
  OW_TRYV(write.inside().checked(statement.run()));
  OW_TRY(auto thinned,
         connection.prepare(
             "DELETE FROM anchor WHERE seen_order <= (SELECT max(seen_order) FROM anchor) - ?1 AND seen_order NOT IN"
             " (SELECT max(seen_order) FROM anchor GROUP BY at / 86400000 ORDER BY at / 86400000 DESC LIMIT ?2)"));
  thinned.bindInt(1, kAnchorsKept).bindInt(2, kDaysKept);
  return write.inside().checked(thinned.run());
}

}  // namespace ow::store
