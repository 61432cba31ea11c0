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

TEST_CASE("what a newer desk said of a rating stands in its columns once this one knows them", "[store][sync][migration]") {
  testkit::TempFolder folder;
  makeFirstVersion(folder / "old.ow", folder / "new.ow");
  const std::string body = R"({"at": 5, "hall": "东城", "mood": "calm", "seal": "s", "level": 4, "place": 2, "pad_id": )"
                           R"("0190f3a8-0000-7000-8000-0000000000dd", "channel": "counter", "is_active": 1})";
  const domain::EntityId id{base::Uuid::parse("0190f3a8-0000-7000-8000-0000000000ee").value()};
  const auto digest = domain::rowDigest("rating", id, body);
  {
    // As the release before it left it: migrations 2 to 4, and a rating of which it knew less.
    auto known = store::Connection::open((folder / "new.ow").string(), keyOfTest().bytes(), store::OpenMode::readOnly).value();
    auto old = store::Connection::open((folder / "old.ow").string(), keyOfTest().bytes(), store::OpenMode::readWrite).value();
    auto each = known->prepare("SELECT version, name, hash FROM migration WHERE version BETWEEN 2 AND 4").value();
    while (each.step().value()) {
      REQUIRE(old->execute(textOf("migrations/" + each.text(1))));
      REQUIRE(
          old->execute("INSERT INTO migration VALUES (" + each.text(0) + ", '" + each.text(1) + "', '" + each.text(2) + "')"));
    }
    REQUIRE(old->execute("PRAGMA user_version = 4"));
    auto row = old->prepare(
                      "INSERT INTO rating (id, channel, level, is_active, at, rev, digest, scopes, rest)"
                      " VALUES (?1, 'counter', 4, 1, 5, 1, ?2, 1, ?3)")
                   .value();
    const std::string rest = R"({"hall": "东城", "mood": "calm", "seal": "s", "place": 2, "pad_id": )"
                             R"("0190f3a8-0000-7000-8000-0000000000dd"})";
    row.bindUuid(1, id.uuid).bindInt(2, std::int64_t(digest)).bindText(3, rest);
    REQUIRE(row.run());
  }
  auto store = Store::open(folder / "old.ow", keyOfTest()).value();
  auto reader = store->read().value();
  const auto rating = store::loadEntity<domain::Rating>(reader.connection(), domain::RatingId{id.uuid}).value();
  CHECK(rating.hall == "东城");
  CHECK(rating.place == 2);
  CHECK(rating.padId->text() == "0190f3a8-0000-7000-8000-0000000000dd");
  CHECK(reader.connection().integer("SELECT rest = '{\"mood\": \"calm\"}' FROM rating").value() == 1);
  CHECK(store::digestOf(reader.connection(), domain::EntityKind::rating, id).value() == digest);
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
