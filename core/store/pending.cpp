// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pending.h"

#include "domain/merge.h"
#include "store/operation_text.h"
#include "store/write_inside.h"

namespace ow::store {

using base::Result;
using domain::EntityKind;
using domain::FieldChange;
using domain::OperationKind;

namespace {

Result<void> overwrite(Connection& connection, const EntitySchema& schema, const base::Uuid& entity,
                       const std::vector<FieldChange>& changes) {
  if (changes.empty()) return base::success();
  const std::string_view word = base::code(schema.kind);
  std::string sql = "UPDATE " + schema.table + " SET ";
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const std::string& field = changes[i].field;
    const std::string value = "?" + std::to_string(i + 2);
    const bool isGreatest = domain::mergeRule(word, field) == domain::MergeRule::greatest;
    sql += (i > 0 ? ", " : "") + field + " = " + (isGreatest ? "max(" + field + ", " + value + ")" : value);
  }
  OW_TRY(auto statement, connection.prepare(sql + " WHERE id = ?1"));
  statement.bindUuid(1, entity);
  for (std::size_t i = 0; i < changes.size(); ++i) statement.bind(int(i) + 2, changes[i].after);
  const auto done = statement.run();
  const bool isBorne = done || (done.error().kind != base::ErrorKind::duplicate &&  //
                                done.error().kind != base::ErrorKind::invalidInput);
  return isBorne ? done : base::success();
}

}  // namespace

Result<bool> waitsOn(Connection& connection, const base::Uuid& entity) {
  OW_TRY(auto row, connection.prepare("SELECT 1 FROM operation WHERE entity_id = ?1 AND state = 'waiting' LIMIT 1"));
  row.bindUuid(1, entity);
  return row.step();
}

Result<bool> waitsToErase(Connection& connection, const base::Uuid& entity) {
  OW_TRY(auto row, connection.prepare("SELECT kind FROM operation WHERE entity_id = ?1 AND state = 'waiting'"
                                      " ORDER BY seq DESC LIMIT 1"));
  row.bindUuid(1, entity);
  OW_TRY(const bool any, row.step());
  return any && row.view(0) == base::code(OperationKind::erase);
}

Result<void> layPendingOver(Connection& connection, const EntitySchema& schema, const base::Uuid& entity) {
  OW_TRY(auto row, connection.prepare("SELECT kind, changes FROM operation WHERE entity_id = ?1 AND state = 'waiting'"
                                      " AND (kind = 'patch' OR kind = 'transition') ORDER BY seq"));
  row.bindUuid(1, entity);
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return base::success();
    const auto changes = readChanges(OperationKind::patch, schema.kind, row.view(1));
    if (changes) OW_TRYV(overwrite(connection, schema, entity, changes.value()));
  }
}

Result<void> indexBefore(Write::Inside& inside, const EntitySchema& schema, const base::Uuid& id) {
  switch (schema.kind) {
    case EntityKind::party:
      return inside.index.beforeParty(id);
    case EntityKind::case_:
      return inside.index.beforeCase(id);
    case EntityKind::identifier:
    case EntityKind::contactPoint: {
      OW_TRY(const base::Uuid owner, referenceOfRow(inside.connection(), schema, id, "party_id"));
      return owner.isNil() ? base::success() : inside.index.beforeParty(owner);
    }
    default:
      return base::success();
  }
}

}  // namespace ow::store
