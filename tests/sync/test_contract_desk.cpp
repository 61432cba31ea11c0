// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <atomic>
#include <memory>

#include "store/replica.h"
#include "sync/contract_stage.h"
#include "sync/synchroniser.h"
#include "testkit/hall.h"

// A whole desk, its store and its sync, at each centre: what only both together can do.
using namespace ow;
using namespace ow::testkit;

namespace {

domain::WrittenOperation aPerson(std::uint64_t n) {
  return anOperation(n).create("party", anId(n), {{"name", "张伟"}});
}

store::StoreKey key() {
  store::StoreKey made;
  std::fill(made.bytes().begin(), made.bytes().end(), std::uint8_t{3});
  return made;
}

// A desk that stands in a hall: what it keeps, and what it makes.
struct Seat {
  Seat() : store(store::Store::create(folder / "desk.ow", key()).value()) {}
  domain::EntityId add(domain::StaffId by, const std::string& name) {
    base::SeededRandom dice(5);
    base::IdSource ids(clock, dice);
    domain::OperationWriter writer(ids, clock.now(), {by, "001", "intake", {}});
    domain::Party person;
    person.id = ids.make<domain::PartyId>();
    person.name = name;
    writer.create(person);
    REQUIRE(store->commit(writer.take()));
    return {person.id.uuid};
  }

  TempFolder folder;
  base::ManualClock clock{base::fromMillis(1772415000000)};
  std::unique_ptr<store::Store> store;
};

}  // namespace

TEST_CASE("What a desk sent before it was filled, and a failover took, is offered again", "[sync][contract][epoch][desk]") {
  OW_EACH_ADAPTER(stage);
  for (std::uint64_t n = 1; n <= 5; ++n) stage.tell(stage.eastTwo(), aPerson(n));
  Seat desk;
  const domain::EntityId person = desk.add(stage.by, "王五");

  // It sends, and is cut off before its filling is complete.
  {
    std::atomic<bool> isCut{false};
    sync::Synchroniser first(*desk.store, stage.eastOne(), desk.clock, {.fillRows = 1, .fillPages = 1});
    first.watch([&](const sync::Report& report, const auto&) { isCut = report.pushed > 0; });
    REQUIRE_FALSE(first.round(&isCut));
    REQUIRE(first.report().applied == 1);
  }
  REQUIRE(stage.body(stage.east, "party", person));
  stage.centre().failover(1);
  REQUIRE_FALSE(stage.body(stage.east, "party", person));

  // That the history is another one it knows from its own outbox, not from rows that differ: an operation need not leave any.
  sync::Synchroniser second(*desk.store, stage.eastOne(), desk.clock);
  REQUIRE(second.round());
  CHECK(second.report().isOtherHistory);
  CHECK(second.report().reoffered == 1);
  CHECK(second.report().repaired == 0);
  CHECK(stage.body(stage.east, "party", person));
  CHECK(stage.replica(stage.east).rows.size() == 6);
  auto reader = desk.store->read().value();
  const auto scopes = store::syncedScopes(reader.connection()).value();
  CHECK(scopes.front().isComplete);
  CHECK(scopes.front().digest == stage.head(stage.east).digest);
}
