// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_filling.h"

#include "store/desk_state.h"
#include "store/write_inside.h"

namespace ow::store {

using base::Result;

namespace {

// Rows come about in the order of their keys: few pages are written at once, and memory is the desk's own.
constexpr const char* kCache = "PRAGMA cache_size = -32768";
constexpr const char* kBegun = "filling_in_bulk";
constexpr const char* kDone = "DELETE FROM desk_state WHERE name = 'filling_in_bulk'";
constexpr std::string_view kLeftOut = "index ";  // a desk value each: this, table.name and the statement that makes it

struct LeftOut {
  std::string key, sql;
};

Result<std::vector<std::pair<std::string, std::string>>> indexesOf(Connection& connection, const std::string& table) {
  OW_TRY(auto row, connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1"
                                      " AND sql IS NOT NULL"));  // those without belong to a constraint
  row.bindText(1, table);
  std::vector<std::pair<std::string, std::string>> found;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return found;
    found.emplace_back(row.text(0), row.text(1));
  }
}

std::string prefixOf(const std::string& table) {
  return std::string(kLeftOut) + (table.empty() ? table : table + ".");
}

Result<void> leaveOut(Connection& connection, const std::string& table) {
  OW_TRY(const auto indexes, indexesOf(connection, table));
  for (const auto& [name, sql] : indexes) {
    OW_TRYV(putDeskValue(connection, prefixOf(table) + name, sql));
    OW_TRYV(connection.execute("DROP INDEX " + name));
  }
  return base::success();
}

// Of one table, or of all where none is named.
Result<std::optional<LeftOut>> nextLeftOut(Connection& connection, const std::string& table = {}) {
  OW_TRY(auto row, connection.prepare("SELECT name, value FROM desk_state WHERE substr(name, 1, length(?1)) = ?1 LIMIT 1"));
  const std::string prefix = prefixOf(table);
  row.bindText(1, prefix);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(LeftOut{row.text(0), row.text(1)}) : std::nullopt;
}

Result<void> bringBack(Connection& connection, const LeftOut& index) {
  OW_TRYV(connection.execute(index.sql));
  OW_TRY(auto gone, connection.prepare("DELETE FROM desk_state WHERE name = ?1"));
  gone.bindText(1, index.key);
  return gone.run();
}

Result<void> bringBackAllOf(Connection& connection, const std::string& table) {
  for (;;) {
    OW_TRY(const auto index, nextLeftOut(connection, table));
    if (!index) return base::success();
    OW_TRYV(bringBack(connection, *index));
  }
}

Result<void> arrange(Connection& connection, const std::string& table, std::int64_t mostSorted) {
  OW_TRY(const auto last, connection.integer("SELECT ifnull(max(rowid), 0) FROM " + table));
  return last < mostSorted ? leaveOut(connection, table) : bringBackAllOf(connection, table);
}

}  // namespace

bool isBulkFilling(Connection& connection) {
  const auto begun = deskValue(connection, kBegun);
  if (begun && begun.value()) return true;
  const auto left = nextLeftOut(connection);  // by a program that did not write down that it had begun
  return left && left.value().has_value();
}

Result<void> goOnInBulk(Write& write, std::int64_t mostSorted) {
  Connection& connection = write.connection();
  OW_TRYV(connection.execute(kCache));
  OW_TRYV(write.inside().checked(putDeskValue(connection, kBegun, "yes")));
  // The triggers that keep tallies right look things up in indexes that are left out; where no day is kept they do nothing.
  OW_TRYV(write.inside().checked(connection.execute("DELETE FROM tally_day")));
  for (std::size_t i = 0; i < base::kCodes<domain::EntityKind>.size(); ++i)
    OW_TRYV(write.inside().checked(arrange(connection, schemaOf(domain::EntityKind(i)).table, mostSorted)));
  return base::success();
}

// Search first: its keys need none of the indexes.
Result<void> endBulkFilling(Store& store) {
  {
    OW_TRY(auto reader, store.read());
    if (!isBulkFilling(reader.connection())) return base::success();
  }
  OW_TRYV(store.rebuildSearch());
  for (;;) {
    OW_TRY(auto write, store.write());
    Connection& connection = write.connection();
    OW_TRYV(connection.execute(kCache));
    OW_TRY(const auto index, nextLeftOut(connection));
    if (!index) OW_TRYV(connection.keep(Connection::Cache::everyday));
    OW_TRYV(write.inside().checked(index ? bringBack(connection, *index) : connection.execute(kDone)));
    OW_TRYV(write.commit());
    if (!index) return base::success();
  }
}

}  // namespace ow::store
