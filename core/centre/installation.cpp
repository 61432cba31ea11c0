// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/installation.h"

#include <boost/json.hpp>

#include "base/digest.h"
#include "centre/connection.h"
#include "centre/postgres_centre.h"
#include "centre/sql_files.h"

namespace ow::centre {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::chrono::minutes kLong{10};
constexpr std::string_view kMigrations = "migrations/";
constexpr std::string_view kFunctions = "functions/";

// "migrations/0001_centre.sql" is version 1.
int versionOf(std::string_view path) {
  return std::stoi(std::string(path.substr(kMigrations.size(), 4)));
}

Result<int> versionThere(Connection& connection) {
  OW_TRY(const auto table, connection.value("SELECT to_regclass('ow.migration')::text", {}));
  if (!table) return 0;
  OW_TRY(const auto version, connection.value("SELECT max(version)::text FROM ow.migration", {}));
  return version ? std::stoi(*version) : 0;
}

// What stands there must be what this program would have made.
Result<void> compare(Connection& connection, int version) {
  for (const sql::File& file : sql::files()) {
    if (!file.path.starts_with(kMigrations) || versionOf(file.path) > version) continue;
    const std::string number = std::to_string(versionOf(file.path));
    const Parameter parameters[] = {number};
    OW_TRY(const auto known, connection.value("SELECT checksum FROM ow.migration WHERE version = $1::integer", parameters));
    if (known != base::sha256Hex(file.text))
      return base::fail(ErrorKind::internal, {{"where", std::string(file.path)}, {"code", "checksum"}});
  }
  return base::success();
}

Result<void> migrate(Connection& connection, int version) {
  for (const sql::File& file : sql::files()) {
    if (!file.path.starts_with(kMigrations) || versionOf(file.path) <= version) continue;
    OW_TRYV(connection.execute(std::string(file.text), kLong));
    const std::string number = std::to_string(versionOf(file.path));
    const std::string checksum = base::sha256Hex(file.text);
    const Parameter parameters[] = {number, file.path, checksum};
    OW_TRYV(connection.query("INSERT INTO ow.migration (version, name, checksum) VALUES ($1::integer, $2, $3)", parameters, {},
                             kLong));
  }
  return base::success();
}

// Functions are not migrated but replaced: each version of the program brings those that fit its schema.
Result<void> replaceFunctions(Connection& connection) {
  for (const sql::File& file : sql::files())
    if (file.path.starts_with(kFunctions)) OW_TRYV(connection.execute(std::string(file.text), kLong));
  OW_TRYV(connection.execute(std::string(sql::file("rights.sql")), kLong));
  return connection.execute("SELECT ow.current_epoch()", kLong);
}

Result<Installed> install(Connection& connection, Installing what) {
  OW_TRYV(connection.execute("SELECT pg_advisory_xact_lock(7466, 0)", kLong));
  Installed installed;
  OW_TRY(installed.before, versionThere(connection));
  if (what == Installing::upgrade && installed.before == 0) return base::fail(ErrorKind::notFound, {{"entity", "schema"}});
  if (installed.before > PostgresCentre::kNewestSchema)
    return base::fail(ErrorKind::centreTooNew, {{"version", std::to_string(installed.before)},
                                                {"newest", std::to_string(PostgresCentre::kNewestSchema)}});
  OW_TRYV(connection.execute(std::string(sql::file("roles.sql")), kLong));
  OW_TRYV(connection.execute("SET LOCAL ROLE ow_owner", kLong));
  OW_TRYV(compare(connection, installed.before));
  OW_TRYV(migrate(connection, installed.before));
  OW_TRYV(replaceFunctions(connection));
  OW_TRY(installed.after, versionThere(connection));
  return installed;
}

}  // namespace

Result<Installed> installCentre(const Address& address, Installing what) {
  OW_TRY(auto connection, Connection::open(address, Wants::primary));
  OW_TRYV(connection->execute("BEGIN", kLong));
  auto installed = install(*connection, what);
  OW_TRYV(connection->execute(installed ? "COMMIT" : "ROLLBACK", kLong));
  return installed;
}

Result<CentreState> centreState(const Address& address) {
  OW_TRY(auto connection, Connection::open(address, Wants::any));
  OW_TRY(const auto there, connection->value("SELECT to_regnamespace('ow_admin')::text", {}));
  if (!there) return base::fail(ErrorKind::notFound, {{"entity", "schema"}});
  OW_TRY(const auto text, connection->value("SELECT ow_admin.state()::text", {}));
  try {
    const json::value v = json::parse(text.value_or(""));
    CentreState state;
    state.schema = int(v.at("schema").as_int64());
    state.epoch = int(v.at("epoch").as_int64());
    state.isStandby = v.at("is_standby").as_bool();
    state.isSynchronous = v.at("synchronous").as_bool();
    state.standbys = int(v.at("standbys").as_int64());
    state.inStep = int(v.at("in_step").as_int64());
    state.halls = v.at("halls").as_int64();
    state.desks = v.at("desks").as_int64();
    state.staff = v.at("staff").as_int64();
    state.rows = v.at("rows").to_number<std::int64_t>();
    if (!v.at("anchor_at").is_null()) state.anchorAt = base::fromMillis(v.at("anchor_at").as_int64());
    return state;
  } catch (const std::exception&) {
    return base::fail(ErrorKind::internal, {{"where", "centre_state"}});
  }
}

}  // namespace ow::centre
