// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/contract_stage.h"

using namespace ow;
using namespace ow::testkit;
using sync::Cursor;
using sync::Outcome;
using sync::PullStatus;

namespace {

OperationBuilder aPerson(std::uint64_t n) {
  return anOperation(n).create("party", anId(n), {{"name", "张伟"}});
}

sync::Heads headsOf(sync::Centre& desk, const Cursor& cursor, const base::Uuid& anchor = {}) {
  const std::vector<Cursor> cursors{cursor};
  const auto heads = desk.heads(cursors, anchor);
  REQUIRE(heads);
  REQUIRE(heads.value().scopes.size() == 1);
  return heads.value();
}

}  // namespace

TEST_CASE("A batch for another epoch is not taken", "[sync][contract][epoch]") {
  OW_EACH_ADAPTER(stage);
  const std::vector<domain::WrittenOperation> batch{aPerson(1)};
  const auto answer = stage.eastOne().push(stage.epoch() + 1, batch);
  REQUIRE(answer);
  CHECK_FALSE(answer.value().isTaken);
  CHECK(answer.value().epoch == stage.epoch());
  CHECK(answer.value().settled.empty());
  CHECK(stage.head(stage.east).rows == 0);
  CHECK(stage.tell(stage.eastOne(), aPerson(1)).outcome == Outcome::applied);
}

TEST_CASE("What is pushed becomes durable", "[sync][contract][epoch]") {
  OW_EACH_ADAPTER(stage);
  const auto answer = stage.push(stage.eastOne(), {aPerson(1)});
  CHECK(answer.writtenAt > 0);
  CHECK(answer.isReplicationSure);
  const auto heads = headsOf(stage.eastOne(), {stage.east, stage.epoch(), 0});
  CHECK(heads.durableTo >= answer.writtenAt);
  CHECK(stage.push(stage.eastOne(), {aPerson(2)}).writtenAt > answer.writtenAt);
}

TEST_CASE("Within one epoch a desk agrees with the centre up to where it is", "[sync][contract][epoch]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aPerson(1), aPerson(2)});
  const Replica replica = stage.replica(stage.east);
  stage.push(stage.eastOne(), {aPerson(3)});
  const auto heads = headsOf(stage.eastOne(), replica.cursor);
  CHECK(heads.scopes.front().agreedTo == replica.cursor.pos);
  CHECK(heads.scopes.front().pos > replica.cursor.pos);
}

TEST_CASE("A centre that lost what it had told opens an epoch and says where the histories part", "[sync][contract][epoch]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aPerson(1)});
  const Replica kept = stage.replica(stage.east);
  stage.push(stage.eastOne(), {aPerson(2)});
  const Replica lost = stage.replica(stage.east);
  const auto before = stage.epoch();
  stage.centre().failover(1);
  CHECK(stage.epoch() > before);
  CHECK(stage.head(stage.east).pos >= std::int64_t{stage.epoch()} << 40);

  const std::vector<Cursor> cursors{lost.cursor};
  const auto pulled = stage.eastOne().pull(cursors, 10, [](sync::PulledRow&&) { return base::Result<void>(base::success()); });
  REQUIRE(pulled);
  CHECK(pulled.value().status == PullStatus::otherEpoch);
  CHECK(headsOf(stage.eastOne(), lost.cursor).scopes.front().agreedTo == kept.cursor.pos);
  CHECK(headsOf(stage.eastOne(), kept.cursor).scopes.front().agreedTo == kept.cursor.pos);
  CHECK(stage.replica(stage.east).rows.size() == 1);

  // The desk sends again what it kept, and from the fork on everything is delivered.
  CHECK(stage.tell(stage.eastOne(), aPerson(1)).outcome == Outcome::applied);
  CHECK(stage.tell(stage.eastOne(), aPerson(2)).outcome == Outcome::applied);
  Replica healed{{stage.east, stage.epoch(), kept.cursor.pos}, kept.rows};
  stage.pull(stage.eastOne(), healed, 10);
  CHECK(healed.digest() == stage.head(stage.east).digest);
  CHECK(healed.rows.size() == 2);
}

TEST_CASE("Two accidents in a row leave the lower fork", "[sync][contract][epoch]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aPerson(1)});
  const Replica first = stage.replica(stage.east);
  stage.push(stage.eastOne(), {aPerson(2)});
  const Replica second = stage.replica(stage.east);
  stage.centre().failover(1);
  stage.push(stage.eastOne(), {aPerson(3)});
  const Replica third = stage.replica(stage.east);
  stage.centre().failover(1);
  CHECK(headsOf(stage.eastOne(), second.cursor).scopes.front().agreedTo == first.cursor.pos);
  CHECK(headsOf(stage.eastOne(), third.cursor).scopes.front().agreedTo < third.cursor.pos);
}

TEST_CASE("The lowest of all forks since is where a desk still agrees", "[sync][contract][epoch]") {
  OW_EACH_ADAPTER(stage);
  const Cursor first{stage.east, stage.epoch(), stage.head(stage.east).pos};
  const auto anchor = headsOf(stage.eastOne(), first).anchor;
  stage.centre().turnTheClock(std::chrono::seconds(31));
  stage.push(stage.eastOne(), {aPerson(1)});
  const Replica replica = stage.replica(stage.east);
  stage.centre().failover(0);
  CHECK(headsOf(stage.eastOne(), replica.cursor).scopes.front().agreedTo == replica.cursor.pos);
  headsOf(stage.eastTwo(), {stage.east, stage.epoch(), first.pos}, aUuid(4711));
  const std::vector<base::Uuid> seen{aUuid(4711), anchor.id};
  REQUIRE(stage.eastTwo().disagree(seen));
  CHECK(headsOf(stage.eastOne(), replica.cursor).scopes.front().agreedTo == first.pos);
}

TEST_CASE("The anchor of a desk that has seen nothing is no disagreement", "[sync][contract][anchor]") {
  OW_EACH_ADAPTER(stage);
  const auto heads = headsOf(stage.eastOne(), {stage.east, stage.epoch(), 0});
  CHECK(heads.knowsAnchor);
  CHECK_FALSE(heads.anchor.id.isNil());
  CHECK(headsOf(stage.eastOne(), {stage.east, stage.epoch(), 0}, heads.anchor.id).knowsAnchor);
  CHECK_FALSE(headsOf(stage.eastOne(), {stage.east, stage.epoch(), 0}, aUuid(4711)).knowsAnchor);
}

TEST_CASE("A new anchor is set at least twice a minute while desks are there", "[sync][contract][anchor]") {
  OW_EACH_ADAPTER(stage);
  const Cursor cursor{stage.east, stage.epoch(), 0};
  const auto first = headsOf(stage.eastOne(), cursor).anchor;
  CHECK(headsOf(stage.eastOne(), cursor).anchor == first);
  stage.centre().turnTheClock(std::chrono::seconds(31));
  const auto second = headsOf(stage.eastOne(), cursor).anchor;
  CHECK_FALSE(second.id == first.id);
  CHECK(second.at > first.at);
  stage.centre().turnTheClock(std::chrono::seconds(31));
  stage.push(stage.eastOne(), {aPerson(1)});
  CHECK_FALSE(headsOf(stage.eastOne(), cursor).anchor.id == second.id);
}

TEST_CASE("A backup put back in silence is noticed by its anchors and healed at the newest common one",
          "[sync][contract][anchor]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aPerson(1)});
  stage.centre().turnTheClock(std::chrono::seconds(31));
  const Replica common = stage.replica(stage.east);
  const auto commonAnchor = headsOf(stage.eastOne(), common.cursor).anchor;
  stage.centre().backUp();
  stage.push(stage.eastOne(), {aPerson(2)});
  stage.centre().turnTheClock(std::chrono::seconds(31));
  const Replica lost = stage.replica(stage.east);
  const auto lostAnchor = headsOf(stage.eastOne(), lost.cursor).anchor;
  const auto before = stage.epoch();
  stage.centre().putBack();
  stage.push(stage.westOne(), {aPerson(3)});

  CHECK(stage.epoch() == before);  // nobody has told the centre
  CHECK_FALSE(headsOf(stage.eastOne(), lost.cursor, lostAnchor.id).knowsAnchor);
  const std::vector<base::Uuid> seen{lostAnchor.id, commonAnchor.id};
  REQUIRE(stage.eastOne().disagree(seen));
  CHECK(stage.epoch() > before);
  CHECK(headsOf(stage.eastOne(), lost.cursor).scopes.front().agreedTo == common.cursor.pos);

  // Another desk that tells the same opens no second epoch.
  const auto opened = stage.epoch();
  CHECK_FALSE(headsOf(stage.eastTwo(), lost.cursor, lostAnchor.id).knowsAnchor);
  REQUIRE(stage.eastTwo().disagree(seen));
  CHECK(stage.epoch() == opened);
}

TEST_CASE("Whoever has seen only known anchors disagrees with nobody", "[sync][contract][anchor]") {
  OW_EACH_ADAPTER(stage);
  const auto before = stage.epoch();
  const auto anchor = headsOf(stage.eastOne(), {stage.east, before, 0}).anchor;
  const std::vector<base::Uuid> seen{anchor.id};
  REQUIRE(stage.eastOne().disagree(seen));
  CHECK(stage.epoch() == before);
}

TEST_CASE("A desk that shares no anchor with the centre agrees on nothing", "[sync][contract][anchor]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aPerson(1)});
  const Replica replica = stage.replica(stage.east);
  CHECK_FALSE(headsOf(stage.eastOne(), replica.cursor, aUuid(4711)).knowsAnchor);
  const std::vector<base::Uuid> seen{aUuid(4711), aUuid(4710)};
  REQUIRE(stage.eastOne().disagree(seen));
  CHECK(stage.epoch() > replica.cursor.epoch);
  CHECK(headsOf(stage.eastOne(), replica.cursor).scopes.front().agreedTo == 0);
}
