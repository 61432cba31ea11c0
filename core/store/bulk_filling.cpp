// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_filling.h"

#include "store/write_inside.h"

namespace ow::store {

using base::Result;

namespace {

// Rows come about in the order of their keys: few pages are written at once, and memory is the desk's own.
constexpr const char* kCache = "PRAGMA cache_size = -32768";
constexpr const char* kLeftOut = "index ";  // a desk value each: the name behind it, the statement that makes it as the value

struct LeftOut {
  std::string name, sql;
};

Result<std::vector<LeftOut>> indexesOf(Connection& connection, const std::string& table) {
  OW_TRY(auto row, connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1"
                                      " AND sql IS NOT NULL"));  // those without belong to a constraint
  row.bindText(1, table);
  std::vector<LeftOut> found;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return found;
    found.push_back({row.text(0), row.text(1)});
  }
}

Result<void> leaveOut(Connection& connection, const LeftOut& index) {
  {
    OW_TRY(auto noted, connection.prepare("INSERT INTO desk_state (name, value) VALUES (?1 || ?2, ?3)"));
    noted.bindText(1, kLeftOut).bindText(2, index.name).bindText(3, index.sql);
    OW_TRYV(noted.run());
  }
  return connection.execute("DROP INDEX " + index.name);
}

Result<std::optional<LeftOut>> nextLeftOut(Connection& connection) {
  OW_TRY(auto row, connection.prepare("SELECT name, value FROM desk_state WHERE substr(name, 1, length(?1)) = ?1 LIMIT 1"));
  row.bindText(1, kLeftOut);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(LeftOut{row.text(0), row.text(1)}) : std::nullopt;
}

Result<void> bringBack(Connection& connection, const LeftOut& index) {
  OW_TRYV(connection.execute(index.sql));
  OW_TRY(auto gone, connection.prepare("DELETE FROM desk_state WHERE name = ?1"));
  gone.bindText(1, index.name);
  return gone.run();
}

}  // namespace

bool isBulkFilling(Connection& connection) {
  const auto left = nextLeftOut(connection);
  return left && left.value().has_value();
}

Result<void> beginBulkFilling(Write& write) {
  Connection& connection = write.connection();
  OW_TRYV(connection.execute(kCache));
  if (isBulkFilling(connection)) return base::success();
  for (std::size_t i = 0; i < base::kCodes<domain::EntityKind>.size(); ++i) {
    OW_TRY(const auto indexes, indexesOf(connection, schemaOf(domain::EntityKind(i)).table));
    for (const LeftOut& index : indexes) OW_TRYV(write.inside().checked(leaveOut(connection, index)));
  }
  return base::success();
}

// Search first: its keys need none of the indexes, and whatever is left out says until the end that this is not done.
Result<void> endBulkFilling(Store& store) {
  {
    OW_TRY(auto reader, store.read());
    if (!isBulkFilling(reader.connection())) return base::success();
  }
  OW_TRYV(store.rebuildSearch());
  for (;;) {
    OW_TRY(auto write, store.write());
    OW_TRYV(write.connection().execute(kCache));
    OW_TRY(const auto index, nextLeftOut(write.connection()));
    if (!index) return write.connection().keep(Connection::Cache::everyday);
    OW_TRYV(write.inside().checked(bringBack(write.connection(), *index)));
    OW_TRYV(write.commit());
  }
}

}  // namespace ow::store
