// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reissuing.h"

#include "desk/telling.h"
#include "store/conflict_queries.h"

namespace ow::desk {

using base::Result;
using domain::FieldChange;

Result<std::vector<FieldChange>> changesFromNow(store::Connection& connection, domain::EntityKind kind, domain::EntityId id,
                                                const std::vector<FieldChange>& wanted) {
  const store::EntitySchema& schema = store::schemaOf(kind);
  std::vector<FieldChange> changes;
  for (const FieldChange& one : wanted) {
    const int place = schema.indexOf(one.field);
    if (place < 0) return base::fail(base::ErrorKind::unsupportedFormat, {{"field", one.field}});
    const domain::Value after = columnValue(schema.fields[std::size_t(place)], one.after);
    OW_TRY(auto before, store::fieldOf(connection, kind, id, one.field));
    if (before != after) changes.push_back({one.field, std::move(before), after});
  }
  return changes;
}

domain::Operation reissued(Desk::Inside& in, const std::string& purpose, domain::EntityKind kind, domain::EntityId id,
                           domain::OperationKind operation, std::vector<FieldChange> changes) {
  domain::Operation op;
  op.id = in.ids.make<domain::OperationId>();
  op.kind = operation;
  op.entity = kind;
  op.entityId = id;
  op.at = in.now();
  op.author = in.clerk.id;
  op.desk = in.place.desk;
  op.purpose = purpose;
  op.changes = std::move(changes);
  return op;
}

}  // namespace ow::desk
