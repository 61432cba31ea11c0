// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/memory_centre.h"
#include "testkit/an_operation.h"

using namespace ow;
using namespace ow::testkit;
using sync::Cursor;
using sync::MemoryCentre;
using sync::PullStatus;

namespace {

OperationBuilder aPerson(std::uint64_t n) {
  return anOperation(n).create("party", anId(n), {{"name", "张伟"}});
}

struct Site {
  base::ManualClock clock{base::fromMillis(1772415000000)};
  base::SeededRandom dice{20260302};
  MemoryCentre centre{clock, dice};
  sync::ScopeId hall = centre.addHall("110101-1", "东城区政务服务中心");
  sync::ScopeId permits = centre.addDepartment("permits", "许可科");
  std::unique_ptr<MemoryCentre::Line> desk = line({hall});
  std::unique_ptr<MemoryCentre::Line> department = line({permits});

  std::unique_ptr<MemoryCentre::Line> line(const std::vector<sync::ScopeId>& scopes) {
    auto made = centre.line(centre.addDesk(scopes));
    REQUIRE(made->hello());
    return made;
  }
  sync::Heads heads(const Cursor& cursor) {
    const std::vector<Cursor> cursors{cursor};
    const auto heads = desk->heads(cursors, {});
    REQUIRE(heads);
    return heads.value();
  }
  std::int32_t epoch() { return heads({hall, 0, 0}).epoch; }
  sync::PushAnswer push(const std::vector<domain::WrittenOperation>& batch) {
    const auto answer = desk->push(epoch(), batch);
    REQUIRE(answer);
    return answer.value();
  }
  struct Pulled {
    PullStatus status = PullStatus::ok;
    std::vector<sync::PulledRow> rows;
    Cursor reached;
  };
  Pulled pull(sync::Centre& from, const Cursor& cursor) {
    Pulled pulled;
    const std::vector<Cursor> cursors{cursor};
    const auto answer = from.pull(cursors, 1000, [&pulled](sync::PulledRow&& row) {
      pulled.rows.push_back(std::move(row));
      return base::Result<void>(base::success());
    });
    REQUIRE(answer);
    pulled.status = answer.value().status;
    pulled.reached = answer.value().reached.front();
    return pulled;
  }
};

}  // namespace

TEST_CASE("What the centre routes to a department is shown there until it is taken away", "[sync][memory]") {
  Site site;
  const auto contact = anOperation(2).create("contact_point", anId(2), {{"party_id", anId(1).uuid}});
  site.push({aPerson(1), contact});
  CHECK(site.pull(*site.department, {site.permits, site.epoch(), 0}).rows.empty());
  site.centre.admit({"party", anId(1)}, site.permits);
  const auto routed = site.pull(*site.department, {site.permits, site.epoch(), 0});
  CHECK(routed.rows.size() == 2);  // with what belongs to the person
  site.centre.withdraw({"party", anId(1)}, site.permits);
  const auto after = site.pull(*site.department, routed.reached);
  REQUIRE(after.rows.size() == 1);
  CHECK(after.rows.front().row.isGone);
  CHECK(after.rows.front().row.body.empty());
  CHECK(site.heads({site.hall, site.epoch(), 0}).scopes.front().rows == 2);  // the hall keeps them
}

TEST_CASE("Staff are shown where the centre says, and a clerk who left is shown as gone from work", "[sync][memory]") {
  Site site;
  const domain::Staff clerk{aStaffId(9), "wang.min", "王敏", domain::Role::clerk, true};
  site.centre.addStaff(clerk, {site.hall});
  const auto shown = site.pull(*site.desk, {site.hall, site.epoch(), 0});
  REQUIRE(shown.rows.size() == 1);
  CHECK(shown.rows.front().row.body == R"({"name": "王敏", "role": "clerk", "login": "wang.min", "is_active": 1})");
  site.centre.disableStaff(clerk.id);
  const auto left = site.pull(*site.desk, shown.reached);
  REQUIRE(left.rows.size() == 1);
  CHECK(left.rows.front().row.body == R"({"name": "王敏", "role": "clerk", "login": "wang.min", "is_active": 0})");
}

TEST_CASE("A cursor from before forgotten tombstones is too old, a new desk's is not", "[sync][memory]") {
  Site site;
  site.push({aPerson(1), aPerson(2)});
  const auto before = site.pull(*site.desk, {site.hall, site.epoch(), 0});
  site.push({anOperation(3).erase("party", anId(1))});
  const auto known = site.pull(*site.desk, {site.hall, site.epoch(), 0});
  site.centre.forgetTombstones(site.hall);
  CHECK(site.pull(*site.desk, before.reached).status == PullStatus::tooOld);
  CHECK(site.pull(*site.desk, known.reached).status == PullStatus::ok);
  const auto fresh = site.pull(*site.desk, {site.hall, site.epoch(), 0});
  CHECK(fresh.status == PullStatus::ok);
  CHECK(fresh.rows.size() == 1);
}

TEST_CASE("A failover loses the newest pushes whole, with what became of their operations", "[sync][memory]") {
  Site site;
  site.push({aPerson(1)});
  const auto kept = site.heads({site.hall, site.epoch(), 0}).scopes.front();
  site.push({aPerson(2), anOperation(3).patch("party", anId(1), "note", {}, "x")});
  site.push({anOperation(4).erase("party", anId(1))});
  site.centre.failover(2);
  const auto after = site.heads({site.hall, site.epoch(), 0}).scopes.front();
  CHECK(after.rows == kept.rows);
  CHECK(after.digest == kept.digest);
  // Told again, each takes effect as if for the first time.
  const auto again = site.push({aPerson(2), anOperation(3).patch("party", anId(1), "note", {}, "x")});
  CHECK(again.settled[0].outcome == sync::Outcome::applied);
  CHECK(again.settled[1].outcome == sync::Outcome::applied);
  CHECK(again.settled[1].rev == 2);
}

TEST_CASE("A backup put back under another identity opens an epoch at once", "[sync][memory]") {
  Site site;
  site.push({aPerson(1)});
  const auto kept = site.pull(*site.desk, {site.hall, site.epoch(), 0}).reached;
  const auto backup = site.centre.snapshot();
  site.push({aPerson(2)});
  const auto lost = site.pull(*site.desk, {site.hall, site.epoch(), 0}).reached;
  site.centre.restore(backup, MemoryCentre::Identity::changed);
  CHECK(site.epoch() == lost.epoch + 1);
  CHECK(site.heads(lost).scopes.front().agreedTo == kept.pos);
}

TEST_CASE("The same backup put back twice is healed twice", "[sync][memory]") {
  Site site;
  site.push({aPerson(1)});
  site.clock.advance(std::chrono::seconds(31));
  const auto anchorOfBackup = site.heads({site.hall, site.epoch(), 0}).anchor.id;
  const auto kept = site.pull(*site.desk, {site.hall, site.epoch(), 0}).reached;
  const auto backup = site.centre.snapshot();
  std::vector<base::Uuid> seen{anchorOfBackup};
  for (std::uint64_t n = 2; n < 4; ++n) {
    site.clock.advance(std::chrono::seconds(31));
    site.push({aPerson(n)});
    const auto lost = site.pull(*site.desk, {site.hall, site.epoch(), 0}).reached;
    seen.insert(seen.begin(), site.heads(lost).anchor.id);
    site.centre.restore(backup, MemoryCentre::Identity::kept);
    const auto heads = site.heads(lost);
    CHECK(heads.epoch <= lost.epoch);
    REQUIRE(site.desk->disagree(seen));
    CHECK(site.epoch() > lost.epoch);  // a number that the lost history had not used
    CHECK(site.heads(lost).scopes.front().agreedTo == kept.pos);
  }
}

TEST_CASE("What is not on the standby yet is not durable", "[sync][memory]") {
  Site site;
  const Cursor cursor{site.hall, site.epoch(), 0};
  site.centre.setDurableLag(2);
  const auto pushed = site.push({aPerson(1)});
  CHECK(site.heads(cursor).durableTo < pushed.writtenAt);
  site.push({aPerson(2)});
  CHECK(site.heads(cursor).durableTo < pushed.writtenAt);
  site.push({aPerson(3)});
  CHECK(site.heads(cursor).durableTo >= pushed.writtenAt);
}

TEST_CASE("The same calls on two centres give the same answers, anchors included", "[sync][memory]") {
  Site one;
  Site same;
  for (Site* site : {&one, &same}) site->push({aPerson(1), anOperation(2).patch("party", anId(1), "name", "张伟", "张玮")});
  const auto a = one.heads({one.hall, one.epoch(), 0});
  const auto b = same.heads({same.hall, same.epoch(), 0});
  CHECK(a.anchor == b.anchor);
  CHECK(a.scopes.front().digest == b.scopes.front().digest);
}
