// SPDX-License-Identifier: GPL-3.0-or-later
#include "arriving.h"

#include <algorithm>

#include "store/maintenance.h"
#include "store/migration.h"
#include "store/sql_files.h"

using namespace ow;
using store::Store;
using store::StoreKey;

namespace {

StoreKey keyOfTest() {
  StoreKey key;
  std::fill(key.bytes().begin(), key.bytes().end(), std::uint8_t{42});
  return key;
}

std::string textOf(std::string_view path) {
  for (const auto& file : store::sql::files())
    if (file.path == path) return std::string(file.text);
  return {};
}

// As the first release made it: its hash of the first migration is the newest store's.
void makeFirstVersion(const std::filesystem::path& path, const std::filesystem::path& newest) {
  REQUIRE(Store::create(newest, keyOfTest()));
  auto known = store::Connection::open(newest.string(), keyOfTest().bytes(), store::OpenMode::readOnly).value();
  auto first = known->prepare("SELECT name, hash FROM migration WHERE version = 1").value();
  REQUIRE(first.step().value());
  auto made = store::Connection::open(path.string(), keyOfTest().bytes(), store::OpenMode::create).value();
  REQUIRE(
      made->execute("PRAGMA application_id = 1331121732; CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT NOT "
                    "NULL, hash TEXT NOT NULL) STRICT"));
  REQUIRE(made->execute(textOf("migrations/0001_first_light.sql")));
  REQUIRE(made->execute("INSERT INTO migration VALUES (1, '" + first.text(0) + "', '" + first.text(1) +
                        "'); PRAGMA user_version = 1;"
                        "INSERT INTO party (id, kind, name, sex, registered_at, jurisdiction) VALUES (unhex("
                        "'0190f3a80000700080000000000000aa'), 'person', '老张', 'male', 5, 'CN');"
                        "INSERT INTO service (id, code, name, department, case_type, jurisdiction, is_active)"
                        " VALUES (unhex('0190f3a80000700080000000000000cc'), 'a', 'b', 'c', 'instant', 'CN', 1);"
                        "INSERT INTO operation (id, kind, entity, entity_id, at, desk, purpose, format, changes) VALUES (unhex("
                        "'0190f3a80000700080000000000000bb'), 'create', 'party', unhex('0190f3a80000700080000000000000aa'), 5,"
                        " '007', 'intake', 1, '{\"sex\":\"male\",\"kind\":\"person\",\"name\":\"老张\",\"registered_at\":5,"
                        "\"jurisdiction\":\"CN\"}')"));
}

}  // namespace

TEST_CASE("a store of the first version opens with its people and its outbox, ready for a centre", "[store][sync][migration]") {
  testkit::TempFolder folder;
  makeFirstVersion(folder / "old.ow", folder / "new.ow");
  auto opened = Store::open(folder / "old.ow", keyOfTest());
  REQUIRE(opened);
  Store& store = *opened.value();
  {
    auto reader = store.read().value();
    store::Connection& connection = reader.connection();
    CHECK(connection.integer("PRAGMA user_version").value() == store::newestVersion());
    CHECK(connection.integer("SELECT count(*) FROM party WHERE name = '老张' AND rev IS NULL AND digest IS NULL").value() == 1);
    const auto waiting = store::nextOperations(connection, base::fromMillis(9), 10, 1 << 20).value();
    REQUIRE(waiting.size() == 1);
    CHECK_FALSE(waiting[0].cause);
    const auto digest = store::digestOf(connection, domain::EntityKind::party, waiting[0].entityId).value().value();
    auto write = store.write().value();
    const std::vector<domain::Scope> scopes{{testkit::kHallScope, "hall", "1", "x"}};
    REQUIRE(store::putScopes(write, scopes));
    const std::vector<domain::Settled> settled{{waiting[0].id, domain::PushOutcome::applied, 1, digest, {}}};
    REQUIRE(store::settle(write, settled, {1, 1, base::fromMillis(9)}, testkit::kHall));
    REQUIRE(write.commit());
    CHECK(connection.integer("SELECT rows FROM synced_scope").value() == 1);
  }
  opened.value().reset();
  REQUIRE(Store::open(folder / "old.ow", keyOfTest()));  // once is enough
}

TEST_CASE("a migrated store has the same tables and indexes as a new one", "[store][sync][migration]") {
  testkit::TempFolder folder;
  makeFirstVersion(folder / "old.ow", folder / "new.ow");
  const auto schemaOf = [](const std::filesystem::path& path) {
    auto store = Store::open(path, keyOfTest()).value();
    auto reader = store->read().value();
    auto row = reader.connection().prepare("SELECT name || ifnull(sql, '') FROM sqlite_schema ORDER BY 1").value();
    std::string all;
    while (row.step().value()) all += row.text(0) + "\n";
    return all;
  };
  CHECK(schemaOf(folder / "old.ow") == schemaOf(folder / "new.ow"));
}

TEST_CASE("two cases of one number of another system are reported, not refused", "[store][sync]") {
  testkit::Hall hall;
  testkit::subscribe(hall);
  const auto service = hall.addService("身份证办理", {5, domain::LimitUnit::workingDay});
  std::vector<domain::EntityRow> rows;
  for (const auto& opened : {hall.openCase(service), hall.openCase(service)}) {
    auto reader = hall.store().read().value();
    auto twin = store::loadEntity<domain::Case>(reader.connection(), opened.id).value();
    twin.externalNo = "101001";
    twin.source = "boston311";
    rows.push_back(testkit::rowOf(twin, 1));
  }
  testkit::arrive(hall, testkit::kHall, rows);
  const auto problems = store::checkStore(hall.store()).value();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].what == "case_taken_in_twice");
  CHECK(problems[0].rows == 1);
}
