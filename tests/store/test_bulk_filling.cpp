// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <set>

#include "store/arriving.h"
#include "store/bulk_filling.h"
#include "store/search.h"
#include "store/tallies.h"

using namespace ow;
using namespace ow::testkit;

namespace {

std::set<std::string> indexes(store::Store& store) {
  auto reader = store.read().value();
  auto row = reader.connection()
                 .prepare("SELECT name || ' ' || coalesce(sql, 'of a constraint') FROM sqlite_schema WHERE type = 'index'")
                 .value();
  std::set<std::string> found;
  while (row.step().value()) found.insert(row.text(0));
  return found;
}

std::size_t foundAs(store::Store& store, const std::string& typed) {
  auto reader = store.read().value();
  return store::search(reader.connection(), typed, store::SearchScope::everything, 10).value().size();
}

// A page of a first filling, as the sync writes it.
void fillWith(Hall& hall, const std::vector<domain::EntityRow>& rows, const std::string& next) {
  auto write = hall.store().write(store::Indexing::deferred).value();
  REQUIRE(store::goOnInBulk(write));
  for (const domain::EntityRow& row : rows) REQUIRE(store::applyRow(write, kHall, row));
  REQUIRE(store::putFillProgress(write, {kHallScope, 1, 9}, next));
  REQUIRE(write.commit());
}

domain::ContactPoint phoneOf(Hall& hall, const domain::Party& person) {
  base::IdSource ids(hall.clock, hall.random);
  domain::ContactPoint phone;
  phone.id = ids.make<domain::ContactPointId>();
  phone.partyId = person.id;
  phone.raw = phone.normal = "13800138000";
  return phone;
}

bool isFilling(Hall& hall) {
  auto reader = hall.store().read().value();
  return store::isBulkFilling(reader.connection());
}

}  // namespace

TEST_CASE("A first filling in bulk leaves a store with every index, and everything is found", "[store][filling]") {
  Hall hall;
  subscribe(hall);
  const auto before = indexes(hall.store());
  fillWith(hall, {rowOf(personCalled(hall, "张晓明"), 1)}, "1");
  CHECK(indexes(hall.store()) != before);
  CHECK(isFilling(hall));
  fillWith(hall, {rowOf(personCalled(hall, "李晓红"), 1)}, "");
  REQUIRE(store::endBulkFilling(hall.store()));
  CHECK(indexes(hall.store()) == before);
  CHECK_FALSE(isFilling(hall));
  CHECK(hall.store().isSearchComplete());
  CHECK(foundAs(hall.store(), "张晓明") == 1);
  CHECK(foundAs(hall.store(), "lixiaohong") == 1);
}

TEST_CASE("A filling in bulk keeps no counted day: what would tell it of a change needs the indexes", "[store][filling]") {
  Hall hall;
  subscribe(hall);
  {
    auto write = hall.store().write().value();
    REQUIRE(store::putTally(write, {store::FactSource::rating, 20000, 1, base::fromMillis(0), base::fromMillis(1)},
                            {{"all", "", 0, store::kNoValue, 5}}));
    REQUIRE(write.commit());
  }
  fillWith(hall, {rowOf(personCalled(hall, "张晓明"), 1)}, "1");
  auto reader = hall.store().read().value();
  CHECK(reader.connection().integer("SELECT (SELECT count(*) FROM tally_day) + (SELECT count(*) FROM tally)").value() == 0);
}

TEST_CASE("A program that ends in the middle of a first filling finds its indexes and its place again", "[store][filling]") {
  Hall hall;
  subscribe(hall);
  const auto before = indexes(hall.store());
  fillWith(hall, {rowOf(personCalled(hall, "张晓明"), 1)}, "20000");
  hall.restart();
  CHECK(indexes(hall.store()) == before);
  CHECK(foundAs(hall.store(), "张晓明") == 1);
  {
    auto reader = hall.store().read().value();
    const auto scopes = store::syncedScopes(reader.connection()).value();
    CHECK_FALSE(scopes.front().isComplete);
    CHECK(scopes.front().fillFrom == "20000");
  }
  fillWith(hall, {rowOf(personCalled(hall, "李晓红"), 1)}, "");
  REQUIRE(store::endBulkFilling(hall.store()));
  CHECK(indexes(hall.store()) == before);
  CHECK(foundAs(hall.store(), "李晓红") == 1);
}

TEST_CASE("A first filling that the program before this one left gets its indexes back", "[store][filling]") {
  Hall hall;
  subscribe(hall);
  const auto before = indexes(hall.store());
  fillWith(hall, {rowOf(personCalled(hall, "张晓明"), 1)}, "20000");
  {
    auto write = hall.store().write().value();
    REQUIRE(write.connection().execute("DELETE FROM desk_state WHERE name = 'filling_in_bulk'"));  // it did not write that
    REQUIRE(write.commit());
  }
  CHECK(indexes(hall.store()) != before);
  CHECK(isFilling(hall));
  hall.restart();
  CHECK(indexes(hall.store()) == before);
  CHECK(foundAs(hall.store(), "张晓明") == 1);
}

TEST_CASE("A table that grows large in a first filling gets its indexes before the end, and keeps them", "[store][filling]") {
  Hall hall;
  subscribe(hall);
  const auto indexesOf = [&](const std::string& table) {
    auto reader = hall.store().read().value();
    return reader.connection()
        .integer("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '" + table + "'")
        .value();
  };
  const auto page = [&](const std::string& name) {
    const domain::Party person = personCalled(hall, name);
    auto write = hall.store().write(store::Indexing::deferred).value();
    REQUIRE(store::goOnInBulk(write, 2));
    REQUIRE(store::applyRow(write, kHall, rowOf(person, 1)));
    REQUIRE(store::applyRow(write, kHall, rowOf(phoneOf(hall, person), 1)));
    REQUIRE(store::putFillProgress(write, {kHallScope, 1, 9}, "1"));
    REQUIRE(write.commit());
  };
  const auto before = indexes(hall.store());
  const auto ofPhones = indexesOf("contact_point");
  page("张晓明");
  page("李晓红");
  CHECK(indexesOf("contact_point") == 0);
  page("王小明");
  CHECK(indexesOf("contact_point") == ofPhones);
  CHECK(indexesOf("case_record") == 0);
  hall.restart();
  CHECK(indexes(hall.store()) == before);
  page("赵磊");
  CHECK(indexesOf("contact_point") == ofPhones);
  CHECK(indexesOf("case_record") == 0);
  REQUIRE(store::endBulkFilling(hall.store()));
  CHECK(indexes(hall.store()) == before);
  CHECK(foundAs(hall.store(), "赵磊") == 1);
}

TEST_CASE("A first filling that fails in the middle of a page leaves the indexes as they were", "[store][filling]") {
  Hall hall;
  subscribe(hall);
  const auto before = indexes(hall.store());
  {
    auto write = hall.store().write(store::Indexing::deferred).value();
    REQUIRE(store::goOnInBulk(write));
    REQUIRE(store::applyRow(write, kHall, rowOf(personCalled(hall, "张晓明"), 1)));
  }
  CHECK(indexes(hall.store()) == before);
  CHECK_FALSE(isFilling(hall));
}

TEST_CASE("Where no first filling was begun there is nothing to end", "[store][filling]") {
  Hall hall;
  REQUIRE(store::endBulkFilling(hall.store()));
  CHECK(hall.store().isSearchComplete());
}
