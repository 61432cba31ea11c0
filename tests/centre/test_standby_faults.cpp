// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <future>
#include <set>

#include "centre/connection.h"
#include "centre/cutting_relay.h"
#include "centre/standby_stage.h"

// A standby that fails in the middle of an answer, between two, before the first, or stops being one: no desk notices.
using namespace ow;
using namespace ow::test;
using namespace ow::testkit;
using namespace std::chrono_literals;

namespace {

PostgresServer& server() {
  static PostgresServer server({.standby = Standby::unawaited});
  return server;
}

bool isEachOnce(const ReadingDesk& desk) {
  std::set<domain::EntityId> ids;
  for (const sync::PulledRow& row : desk.rows) ids.insert(row.row.id);
  return ids.size() == desk.rows.size();
}

}  // namespace

TEST_CASE("a standby that is cut off in the middle of an answer is not noticed, and left alone for a while",
          "[centre][standby]") {
  StandbyStage stage(server());
  stage.registerPeople(1, 300);
  stage.catchUp();
  CuttingRelay relay(server().standbyFolder());
  for (const auto then : {CuttingRelay::Then::cut, CuttingRelay::Then::silence}) {
    CAPTURE(int(then));
    const int before = relay.connections();
    centre::Deadlines deadlines = patient();
    if (then == CuttingRelay::Then::silence) deadlines.standbySilence = 3s;
    ReadingDesk desk(stage, stage.reader(relay.folder()), deadlines);
    stage.catchUp();
    REQUIRE(desk.pullSome(10));
    CHECK(desk.pagesOfStandby == 1);
    relay.after(20000, then);  // some of the rows
    desk.pullAll(1000);
    CHECK(relay.hasStopped());
    CHECK(desk.isWhole());
    CHECK(isEachOnce(desk));
    CHECK(desk.pagesOfPrimary == 1);

    relay.after(std::int64_t{1} << 40, then);
    desk.fillAll(50);
    CHECK(desk.isWhole());
    CHECK(desk.pagesOfStandby == 1);
    CHECK(relay.connections() == before + 1);
  }
}

TEST_CASE("a standby that is cut off in the middle of a page is not noticed, and tried again", "[centre][standby]") {
  StandbyStage stage(server());
  stage.registerPeople(1, 300);
  stage.catchUp();
  CuttingRelay relay(server().standbyFolder());
  ReadingDesk desk(stage, stage.reader(relay.folder()), patient(0ms));
  stage.catchUp();
  int page = 0;
  desk.fillAll(100, [&] {
    if (++page == 2) relay.after(10000, CuttingRelay::Then::cut);
    if (page == 3) relay.after(std::int64_t{1} << 40, CuttingRelay::Then::cut);
  });
  CHECK(desk.isWhole());
  CHECK(isEachOnce(desk));
  CHECK(desk.pagesOfPrimary == 1);
  CHECK(desk.pagesOfStandby >= 2);
  CHECK(relay.connections() == 2);
}

TEST_CASE("a host that takes connections and says nothing is given up soon", "[centre][standby]") {
  StandbyStage stage(server());
  stage.registerPeople(1, 30);
  stage.catchUp();
  CuttingRelay relay(server().standbyFolder());
  relay.after(0, CuttingRelay::Then::silence);
  centre::Deadlines deadlines = patient();
  deadlines.standbyConnect = 300ms;
  ReadingDesk desk(stage, stage.reader(relay.folder()), deadlines);
  desk.fillAll(7);
  CHECK(desk.isWhole());
  CHECK(desk.pagesOfStandby == 0);
  CHECK(relay.connections() == 1);
}

TEST_CASE("a desk that is told to stop does not wait for a standby", "[centre][standby]") {
  StandbyStage stage(server());
  stage.registerPeople(1, 300);
  stage.catchUp();
  CuttingRelay relay(server().standbyFolder());
  bool isConnecting = false;
  SECTION("while it connects") {
    isConnecting = true;
  }
  SECTION("while it reads") {}
  ReadingDesk desk(stage, stage.reader(relay.folder()));
  stage.catchUp();
  if (!isConnecting) REQUIRE(desk.pullSome(10));
  REQUIRE(desk.line().heads(std::array{desk.replica.cursor}, {}));
  relay.after(isConnecting ? 0 : 5000, CuttingRelay::Then::silence);
  auto pulling = std::async(std::launch::async, [&] {
    return desk.line().pull(std::array{desk.replica.cursor}, 1000,
                            [](sync::PulledRow&&) -> base::Result<void> { return base::success(); });
  });
  await([&] { return relay.hasStopped(); });
  desk.line().interrupt();
  const auto answer = pulling.get();
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == base::ErrorKind::cancelled);
}

TEST_CASE("a standby that is killed between two pages is not noticed, and read from when it is back", "[centre][standby]") {
  StandbyStage stage(server());
  stage.registerPeople(1, 40);
  stage.catchUp();
  ReadingDesk desk(stage, stage.reader(), patient(0ms));
  stage.catchUp();
  int page = 0;
  desk.fillAll(7, [&] {
    ++page;
    if (page == 2) server().stopStandby();
    if (page == 4) server().startStandby();
    if (page == 4) stage.catchUp();
  });
  CHECK(desk.isWhole());
  CHECK(desk.pagesOfPrimary == 2);
  CHECK(desk.pagesOfStandby == page - 2);
}

TEST_CASE("an error of whoever takes the rows of a standby ends the call and nothing else", "[centre][standby]") {
  StandbyStage stage(server());
  stage.registerPeople(1, 20);
  stage.catchUp();
  ReadingDesk desk(stage, stage.reader());
  stage.catchUp();
  REQUIRE(desk.line().heads(std::array{desk.replica.cursor}, {}));
  int taken = 0;
  const auto answer = desk.line().pull(std::array{desk.replica.cursor}, 100, [&taken](sync::PulledRow&&) -> base::Result<void> {
    if (++taken == 3) return base::fail(base::ErrorKind::diskFull);
    return base::success();
  });
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == base::ErrorKind::diskFull);
  CHECK(taken == 3);
  CHECK_FALSE(stage.hasAskedPrimary("ow_api.pull("));
  desk.pullAll(100);
  CHECK(desk.isWhole());
  CHECK(desk.pagesOfPrimary == 0);
}

// pgbouncer repeats what a server said of itself when the two met first, and a standby is promoted later.
TEST_CASE("what a host is, it is asked", "[centre][standby][hosts]") {
  StandbyStage stage(server());
  stage.registerPeople(1, 20);
  CuttingRelay relay(server().standbyFolder());
  relay.hideStanding();
  centre::Address address = stage.reader(relay.folder()).address;
  const std::string primary = address.name(0);
  const auto open = [&address](centre::Wants wants) { return centre::Connection::open(address, wants).value()->host(); };
  CHECK(open(centre::Wants::primary) == primary);
  CHECK(open(centre::Wants::standby) == address.name(1));
  std::reverse(address.hosts.begin(), address.hosts.end());
  CHECK(open(centre::Wants::primary) == primary);
  CHECK(open(centre::Wants::any) != primary);

  address.hosts.pop_back();
  const auto none = centre::Connection::open(address, centre::Wants::primary);
  REQUIRE_FALSE(none);
  CHECK(none.error().fact("detail") == "standby");

  ReadingDesk desk(stage, stage.reader(relay.folder()));
  stage.catchUp();
  desk.fillAll(7);
  CHECK(desk.isWhole());
  CHECK(desk.pagesOfPrimary == 0);
}

// The desk's connection lives through the promotion, and two servers of one history go on by themselves. The other one's first
// change opens no epoch: ow_admin.disable_staff makes such.
TEST_CASE("a standby that was promoted is not read from any more", "[centre][standby]") {
  PostgresServer own({.standby = Standby::unawaited});
  StandbyStage stage(own);
  stage.registerPeople(1, 20);
  stage.catchUp();
  ReadingDesk desk(stage, stage.reader(), patient(0ms));
  stage.catchUp();
  desk.pullAll(1000);
  CHECK(desk.pagesOfStandby == 1);

  own.promoteStandby();
  const std::string elsewhere = anId(900).uuid.text();
  runSql(stage.standby(), "SELECT ow.put(ARRAY[" + std::to_string(stage.hall().n) + "], 1::smallint, '" + elsewhere +
                              "', 1, '{\"name\": \"elsewhere\"}')");
  CHECK(runSql(stage.standby(), "SELECT max(n) FROM ow.epoch") == std::to_string(stage.epoch()));
  stage.registerPeople(21, 25);
  desk.pullAll(2);
  desk.fillAll(7);
  CHECK(desk.isWhole());
  CHECK_FALSE(desk.has(900));
  CHECK(desk.pagesOfStandby == 1);

  // Its own history, once it has begun one.
  centre::DeskAccount there = stage.reader();
  there.address.hosts.erase(there.address.hosts.begin());
  centre::PostgresCentre other(there);
  REQUIRE(other.hello());
  REQUIRE(other.heads({}, {}));
  CHECK(runSql(stage.standby(), "SELECT max(n) FROM ow.epoch") != std::to_string(stage.epoch()));
  stage.registerPeople(26, 30);
  desk.pullAll(2);
  desk.fillAll(7);
  CHECK(desk.isWhole());
  CHECK_FALSE(desk.has(900));
  CHECK(desk.pagesOfStandby == 1);
}

TEST_CASE("a desk whose primary failed over to its standby reads from the new primary", "[centre][standby]") {
  PostgresServer own({.standby = Standby::unawaited});
  StandbyStage stage(own);
  stage.registerPeople(1, 20);
  stage.catchUp();
  ReadingDesk desk(stage, stage.reader(), patient(0ms));
  stage.catchUp();
  desk.pullAll(1000);
  CHECK(desk.pagesOfStandby == 1);
  own.stopPrimary();
  own.promoteStandby();

  CHECK_FALSE(desk.line().heads(std::array{desk.replica.cursor}, {}));  // the line was cut
  const auto heads = desk.line().heads(std::array{desk.replica.cursor}, {});
  REQUIRE(heads);
  CHECK(heads.value().epoch > stage.epoch());
  CHECK(heads.value().scopes.front().agreedTo == desk.replica.cursor.pos);
  const auto old = desk.line().pull(std::array{desk.replica.cursor}, 100,
                                    [](sync::PulledRow&&) -> base::Result<void> { return base::success(); });
  REQUIRE(old);
  CHECK(old.value().status == sync::PullStatus::otherEpoch);

  desk.replica.cursor.epoch = heads.value().epoch;
  const std::array<domain::WrittenOperation, 1> batch{anOperation(90).create("party", anId(90), {})};
  REQUIRE(desk.line().push(heads.value().epoch, batch));
  REQUIRE(desk.line().heads(std::array{desk.replica.cursor}, {}));
  std::vector<domain::EntityId> came;
  REQUIRE(desk.line().pull(std::array{desk.replica.cursor}, 100, [&came](sync::PulledRow&& row) -> base::Result<void> {
    came.push_back(row.row.id);
    return base::success();
  }));
  CHECK(came == std::vector{anId(90)});
}
