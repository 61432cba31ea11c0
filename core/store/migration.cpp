// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migration.h"

#include <vector>

#include <sodium.h>

#include "store/row_body.h"
#include "store/sql_files.h"

namespace ow::store {

using base::ErrorKind;
using base::Result;

namespace {

constexpr std::int64_t kApplicationId = 0x4f574e44;  // "OWND"
constexpr int kOldest = 1;

struct Migration {
  int version;
  std::string_view name;
  std::string_view sql;
};

std::vector<Migration> migrations() {
  std::vector<Migration> found;
  for (const sql::File& file : sql::files()) {
    constexpr std::string_view kFolder = "migrations/";
    if (!file.path.starts_with(kFolder)) continue;
    const std::string_view name = file.path.substr(kFolder.size());
    found.push_back({std::stoi(std::string(name.substr(0, 4))), name, file.text});
  }
  return found;  // sorted by path, hence by version
}

std::string hashOf(std::string_view text) {
  unsigned char hash[crypto_generichash_BYTES];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  std::string hex(sizeof hash * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash, sizeof hash);
  hex.pop_back();
  return hex;
}

Result<void> checkHashes(Connection& connection, std::int64_t version) {
  OW_TRY(auto statement, connection.prepare("SELECT hash FROM migration WHERE version = ?1"));
  for (const Migration& m : migrations()) {
    if (m.version > version) continue;
    statement.reset();
    statement.bindInt(1, m.version);
    OW_TRY(const bool any, statement.step());
    if (!any || statement.view(0) != hashOf(m.sql)) return base::fail(ErrorKind::storeDamaged, {{"detail", "migration"}});
  }
  return base::success();
}

// A row that came from a newer desk while this one did not know all of its fields keeps those beside it: from now on they stand
// in their columns. What does not fit them stays where it is.
Result<void> takeIn(Connection& connection, const EntitySchema& schema) {
  OW_TRY(auto row,
         connection.prepare("SELECT " + digestColumns(schema) + " FROM " + schema.table + " t WHERE t.rest IS NOT NULL"));
  std::string sql = "UPDATE OR IGNORE " + schema.table + " SET rest = ?2";
  for (std::size_t i = 0; i < schema.fields.size(); ++i) sql += ", " + schema.fields[i].name + " = ?" + std::to_string(i + 3);
  OW_TRY(auto update, connection.prepare(sql + " WHERE id = ?1"));
  RowBody body;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    const std::string text = textOfRow(schema, row);
    if (body.read(schema, text) != RowBody::Fault::none) continue;
    update.reset();
    update.bindUuid(1, row.uuid(0));
    if (body.rest().empty())
      update.bindNull(2);
    else
      update.bindText(2, body.rest());
    for (std::size_t i = 0; i < schema.fields.size(); ++i) bindField(update, int(i) + 3, body.values()[i]);
    OW_TRYV(update.run());
  }
}

Result<void> takeInWhatIsKnownNow(Connection& connection) {
  for (std::size_t i = 0; i < base::kCodes<domain::EntityKind>.size(); ++i)
    OW_TRYV(takeIn(connection, schemaOf(domain::EntityKind(i))));
  return base::success();
}

enum class Rows { none, some };

Result<void> apply(Connection& connection, const Migration& m, Rows rows) {
  OW_TRY(auto transaction, Transaction::begin(connection));
  OW_TRYV(connection.execute(std::string(m.sql)));
  OW_TRY(auto statement, connection.prepare("INSERT INTO migration (version, name, hash) VALUES (?1, ?2, ?3)"));
  const std::string hash = hashOf(m.sql);
  statement.bindInt(1, m.version).bindText(2, m.name).bindText(3, hash);
  OW_TRYV(statement.run());
  OW_TRYV(connection.execute("PRAGMA user_version = " + std::to_string(m.version)));
  if (rows == Rows::some && m.version == newestVersion()) OW_TRYV(takeInWhatIsKnownNow(connection));
  return transaction.commit();
}

}  // namespace

int newestVersion() {
  return migrations().back().version;
}

Result<void> checkVersion(Connection& connection) {
  OW_TRY(const auto application, connection.integer("PRAGMA application_id"));
  if (application != kApplicationId) return base::fail(ErrorKind::storeDamaged, {{"detail", "not_a_store"}});
  OW_TRY(const auto version, connection.integer("PRAGMA user_version"));
  if (version < kOldest)
    return base::fail(ErrorKind::storeTooOld, {{"version", std::to_string(version)}, {"oldest", std::to_string(kOldest)}});
  if (version > newestVersion())
    return base::fail(ErrorKind::storeTooNew,
                      {{"version", std::to_string(version)}, {"newest", std::to_string(newestVersion())}});
  return checkHashes(connection, version);
}

Result<void> migrate(Connection& connection) {
  OW_TRY(const auto tables, connection.integer("SELECT count(*) FROM sqlite_schema"));
  if (tables == 0) {
    OW_TRYV(connection.execute("PRAGMA application_id = " + std::to_string(kApplicationId)));
    OW_TRYV(connection.execute(
        "CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT"));
  } else {
    OW_TRYV(checkVersion(connection));
  }
  OW_TRY(const auto version, connection.integer("PRAGMA user_version"));
  for (const Migration& m : migrations())
    if (m.version > version) OW_TRYV(apply(connection, m, tables == 0 ? Rows::none : Rows::some));
  return base::success();
}

}  // namespace ow::store
