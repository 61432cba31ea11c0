// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "store/replica.h"
#include "store/row_body.h"
#include "store/scope_sums.h"

namespace ow::store {

using base::Result;
using domain::EntityKey;
using domain::EntityKind;

namespace {

constexpr std::size_t kKinds = base::kCodes<EntityKind>.size();

// Calls `visit(kind, row)` for each row that stands in the scope, parked ones too; columns: id, rev, digest, kind of a parked
// one.
template <class Visit>
Result<void> eachStanding(Connection& connection, ScopeSlot slot, Visit visit) {
  for (std::size_t i = 0; i <= kKinds; ++i) {
    const bool isParked = i == kKinds;
    const std::string from = isParked ? "unapplied" : schemaOf(EntityKind(i)).table;
    OW_TRY(auto row, connection.prepare("SELECT id, rev, digest" + std::string(isParked ? ", kind" : "") + " FROM " + from +
                                        " WHERE scopes & ?1 <> 0"));
    row.bindInt(1, std::int64_t(bitOf(slot)));
    for (;;) {
      OW_TRY(const bool more, row.step());
      if (!more) break;
      visit(isParked ? row.view(3) : base::code(EntityKind(i)), row);
    }
  }
  return base::success();
}

// The rows of one kind that are not what their digest says.
Result<std::vector<EntityKey>> wrongRows(Connection& connection, ScopeSlot slot, const EntitySchema& schema) {
  OW_TRY(auto row,
         connection.prepare("SELECT " + digestColumns(schema) + ", t.digest FROM " + schema.table +
                            " t WHERE t.scopes & ?1 <> 0 AND NOT EXISTS (SELECT 1 FROM operation o WHERE o.entity_id ="
                            " t.id AND o.state = 'waiting') AND NOT EXISTS (SELECT 1 FROM refetch r WHERE r.kind = ?2"
                            " AND r.id = t.id)"));
  row.bindInt(1, std::int64_t(bitOf(slot))).bindText(2, base::code(schema.kind));
  const int digestColumn = int(schema.fields.size()) + 2;
  std::vector<EntityKey> wrong;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return wrong;
    if (digestOfRow(schema, row) != domain::RowDigest(row.integer(digestColumn)))
      wrong.push_back({std::string(base::code(schema.kind)), {row.uuid(0)}});
  }
}

}  // namespace

Result<std::optional<domain::RowDigest>> digestOf(Connection& connection, EntityKind kind, domain::EntityId id) {
  const EntitySchema& schema = schemaOf(kind);
  OW_TRY(auto row, connection.prepare("SELECT " + digestColumns(schema) + " FROM " + schema.table + " t WHERE t.id = ?1"));
  row.bindUuid(1, id.uuid);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(digestOfRow(schema, row)) : std::nullopt;
}

Result<std::vector<BucketSum>> bucketSums(Connection& connection, ScopeSlot slot) {
  std::vector<BucketSum> sums(kBucketSums);
  OW_TRYV(eachStanding(connection, slot, [&sums](std::string_view, const Statement& row) {
    BucketSum& sum = sums[row.uuid(0).bytes.back()];
    ++sum.rows;
    sum.digest ^= domain::RowDigest(row.integer(2));
  }));
  return sums;
}

Result<std::vector<BucketRow>> bucketRows(Connection& connection, ScopeSlot slot, int bucket) {
  std::vector<BucketRow> rows;
  OW_TRYV(eachStanding(connection, slot, [&](std::string_view kind, const Statement& row) {
    const base::Uuid id = row.uuid(0);
    if (id.bytes.back() != bucket) return;
    rows.push_back({{std::string(kind), {id}}, row.integer(1), domain::RowDigest(row.integer(2))});
  }));
  std::sort(rows.begin(), rows.end(), [](const BucketRow& a, const BucketRow& b) { return a.key < b.key; });
  return rows;
}

Result<std::vector<EntityKey>> verifyRows(Connection& connection, ScopeSlot slot, const std::function<void(double)>& progress) {
  std::vector<EntityKey> wrong;
  for (std::size_t i = 0; i < kKinds; ++i) {
    OW_TRY(const auto more, wrongRows(connection, slot, schemaOf(EntityKind(i))));
    wrong.insert(wrong.end(), more.begin(), more.end());
    if (progress) progress(double(i + 1) / double(kKinds));
  }
  return wrong;
}

}  // namespace ow::store
