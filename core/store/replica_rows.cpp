// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "store/write_inside.h"

namespace ow::store {

using base::Result;
using domain::EntityKey;
using domain::EntityRow;

namespace {

Result<void> applyOne(Write& write, ScopeSlot slot, const EntityRow& row, Arrival arrival) {
  ArrivingRows& rows = write.inside().arriving();
  if (row.isGone) return rows.leave(bitOf(slot), {row.kind, row.id});
  return rows.apply(bitOf(slot), row, arrival);
}

// The scopes that it did not come for are left; where it came for none, it goes.
Result<void> settleAsked(Write& write, const EntityKey& key, std::span<const FetchedRow> came) {
  ScopeMask scopes = 0;
  for (const FetchedRow& fetched : came) {
    if (fetched.row.id != key.id || fetched.row.kind != key.kind || fetched.row.isGone) continue;
    OW_TRYV(applyOne(write, fetched.slot, fetched.row, Arrival::forced));
    scopes |= bitOf(fetched.slot);
  }
  ArrivingRows& rows = write.inside().arriving();
  return scopes == 0 ? rows.forget(key) : rows.leave(~scopes, key);
}

// Those of one key stand together.
std::vector<FetchedRow> sortedByKey(std::span<const FetchedRow> came) {
  std::vector<FetchedRow> sorted(came.begin(), came.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const FetchedRow& a, const FetchedRow& b) { return a.row.id < b.row.id; });
  return sorted;
}

Result<void> settleFetched(Write& write, std::span<const EntityKey> asked, std::span<const FetchedRow> came) {
  const auto sorted = sortedByKey(came);
  for (const EntityKey& key : asked) {
    const auto from = std::lower_bound(sorted.begin(), sorted.end(), key.id,
                                       [](const FetchedRow& fetched, domain::EntityId id) { return fetched.row.id < id; });
    const auto to = std::find_if(from, sorted.end(), [&key](const FetchedRow& fetched) { return fetched.row.id != key.id; });
    OW_TRYV(settleAsked(write, key, std::span(from, to)));
  }
  return dropRefetch(write, asked);
}

Result<void> forgetAll(Write& write, ScopeSlot slot, std::span<const EntityKey> keys) {
  for (const EntityKey& key : keys) OW_TRYV(write.inside().arriving().leave(bitOf(slot), key));
  return base::success();
}

Result<void> eachKey(Write& write, std::span<const EntityKey> keys, const char* sql) {
  OW_TRY(auto statement, write.connection().prepare(sql));
  for (const EntityKey& key : keys) {
    statement.bindText(1, key.kind).bindUuid(2, key.id.uuid);
    OW_TRYV(statement.run());
  }
  return base::success();
}

}  // namespace

Result<void> applyRow(Write& write, ScopeSlot slot, const EntityRow& row, Arrival arrival) {
  return write.inside().checked(applyOne(write, slot, row, arrival));
}

Result<void> applyFetched(Write& write, std::span<const EntityKey> asked, std::span<const FetchedRow> came) {
  return write.inside().checked(settleFetched(write, asked, came));
}

Result<void> forgetRows(Write& write, ScopeSlot slot, std::span<const EntityKey> keys) {
  return write.inside().checked(forgetAll(write, slot, keys));
}

Result<std::vector<EntityKey>> refetchList(Connection& connection, std::size_t limit) {
  OW_TRY(auto row, connection.prepare("SELECT kind, id FROM refetch ORDER BY kind, id LIMIT ?1"));
  row.bindInt(1, std::int64_t(limit));
  std::vector<EntityKey> keys;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return keys;
    keys.push_back({row.text(0), {row.uuid(1)}});
  }
}

Result<void> putRefetch(Write& write, std::span<const EntityKey> keys) {
  return write.inside().checked(eachKey(write, keys, "INSERT OR IGNORE INTO refetch (kind, id) VALUES (?1, ?2)"));
}

Result<void> dropRefetch(Write& write, std::span<const EntityKey> keys) {
  return write.inside().checked(eachKey(write, keys, "DELETE FROM refetch WHERE kind = ?1 AND id = ?2"));
}

}  // namespace ow::store
