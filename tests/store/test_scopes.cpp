// SPDX-License-Identifier: GPL-3.0-or-later
#include "arriving.h"

using namespace ow;
using testkit::Hall;
using testkit::kHall;
using testkit::kHallScope;
using testkit::kQueue;
using testkit::kQueueScope;

namespace {

template <class Do>
void inWrite(Hall& hall, Do what) {
  auto write = hall.store().write().value();
  what(write);
  REQUIRE(write.commit());
}

std::vector<store::SeenAnchor> anchors(Hall& hall) {
  auto reader = hall.store().read().value();
  return store::seenAnchors(reader.connection()).value();
}

base::Uuid numbered(int n) {
  base::Uuid id;
  id.bytes[0] = std::uint8_t(n / 256);
  id.bytes[1] = std::uint8_t(n % 256);
  id.bytes[15] = 1;
  return id;
}

}  // namespace

TEST_CASE("a new scope begins incomplete, and is whole with the last page of its filling", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  auto scope = testkit::scopeAt(hall, kHall);
  CHECK(scope.scope.id == kHallScope);
  CHECK(scope.scope.code == "110101-1");
  CHECK_FALSE(scope.isComplete);
  CHECK_FALSE(scope.isFilling());
  CHECK(scope.cursor == domain::Cursor{kHallScope, 0, 0});

  const domain::Cursor head{kHallScope, 3, 900};
  inWrite(hall, [&](store::Write& write) { REQUIRE(store::putFillProgress(write, head, "party:0190")); });
  scope = testkit::scopeAt(hall, kHall);
  CHECK(scope.isFilling());
  CHECK(scope.fillHead == head);
  CHECK(scope.fillFrom == "party:0190");
  inWrite(hall, [&](store::Write& write) { REQUIRE(store::completeFill(write, kHallScope)); });
  scope = testkit::scopeAt(hall, kHall);
  CHECK(scope.isComplete);
  CHECK_FALSE(scope.isFilling());
  CHECK(scope.cursor == head);
  inWrite(hall, [&](store::Write& write) { REQUIRE(store::putCursor(write, {kHallScope, 3, 950})); });
  CHECK(testkit::scopeAt(hall, kHall).cursor.pos == 950);
  CHECK_FALSE(testkit::scopeAt(hall, kQueue).isComplete);
  inWrite(hall, [&](store::Write& write) { REQUIRE(store::restartFill(write, kHallScope)); });
  CHECK_FALSE(testkit::scopeAt(hall, kHall).isComplete);

  auto write = hall.store().write().value();
  CHECK(store::putCursor(write, {{99}, 1, 1}).error().kind == base::ErrorKind::notFound);
  CHECK_FALSE(write.commit());
}

TEST_CASE("a cursor does not move when the write of its rows is not committed", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto person = testkit::personCalled(hall, "张三");
  {
    auto write = hall.store().write().value();
    REQUIRE(store::applyRow(write, kHall, testkit::rowOf(person, 1)));
    REQUIRE(store::putCursor(write, {kHallScope, 1, 5}));
  }
  CHECK_FALSE(testkit::partyWith(hall, person.id));
  CHECK(testkit::scopeAt(hall, kHall).cursor.pos == 0);
  CHECK(testkit::scopeAt(hall, kHall).rows == 0);
}

TEST_CASE("a desk that is not subscribed any more keeps nothing of a scope but unsent work", "[store][sync][privacy]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto only = testkit::personCalled(hall, "只在队列");
  const auto both = testkit::personCalled(hall, "两边都在");
  const auto unsent = testkit::personCalled(hall, "有未送");
  testkit::arrive(hall, kQueue,
                  {testkit::rowOf(only, 1), testkit::rowOf(both, 1), testkit::rowOf(unsent, 1),
                   testkit::rowOf("hologram", domain::anyId(only.id), 1, {})});
  testkit::arrive(hall, kHall, {testkit::rowOf(both, 1)});
  testkit::Pen pen(hall);
  auto mine = unsent;
  mine.note = "unsent";
  pen.writer.change(unsent, mine);
  pen.commit();

  inWrite(hall, [](store::Write& write) {
    const std::vector<domain::Scope> scopes{{{31}, "district", "110101", "东城区"}, {kHallScope, "hall", "110101-1", "新名"}};
    REQUIRE(store::putScopes(write, scopes));
  });
  CHECK_FALSE(testkit::partyWith(hall, only.id));
  CHECK(testkit::partyWith(hall, both.id));
  CHECK(testkit::partyWith(hall, unsent.id)->note == "unsent");
  CHECK(testkit::number(hall, "SELECT count(*) FROM unapplied") == 0);
  CHECK(testkit::number(hall, "SELECT count(*) FROM party WHERE scopes & 2 <> 0") == 0);
  CHECK(testkit::scopeAt(hall, kHall).scope.name == "新名");
  CHECK(testkit::scopeAt(hall, kHall).rows == 1);
  const auto district = testkit::scopeAt(hall, kQueue);  // the place was free again
  CHECK(district.scope.id.n == 31);
  CHECK(district.rows == 0);
  CHECK(district.digest == 0);
}

TEST_CASE("more scopes than a row can stand in are refused", "[store][sync]") {
  Hall hall;
  std::vector<domain::Scope> scopes;
  for (int i = 0; i < 64; ++i) scopes.push_back({{i}, "hall", std::to_string(i), "x"});
  auto write = hall.store().write().value();
  CHECK(store::putScopes(write, scopes).error().fact("rule") == "too_many_scopes");
}

TEST_CASE("of the anchors a desk has seen the newest 64 stay, and one a day for a month", "[store][sync]") {
  Hall hall;
  const auto first = hall.clock.now();
  int n = 0;
  for (int day = 0; day < 40; ++day)
    inWrite(hall, [&](store::Write& write) {
      for (int i = 0; i < 8; ++i, ++n)
        REQUIRE(store::putAnchor(write, {{numbered(n), first + std::chrono::hours(24 * day + i)}, day / 20}));
      REQUIRE(store::putAnchor(write, {{numbered(n - 1), first + std::chrono::hours(24 * day + 7)}, day / 20}));
    });
  const auto seen = anchors(hall);
  REQUIRE(seen.size() > 64);
  CHECK(seen.front().anchor.id == numbered(n - 1));
  CHECK(seen.front().epoch == 1);
  for (int i = 0; i < 64; ++i) CHECK(seen[std::size_t(i)].anchor.id == numbered(n - 1 - i));
  CHECK(seen.size() == 64 + 22);  // 8 days of the 30 are among the newest
  CHECK(seen[64].anchor.id == numbered(n - 1 - 64));
  CHECK(seen[65].anchor.id == numbered(n - 1 - 72));
}
