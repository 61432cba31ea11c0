// SPDX-License-Identifier: GPL-3.0-or-later
#include "arriving.h"

#include "base/digest.h"

using namespace ow;
using testkit::Hall;
using testkit::kHall;

namespace {

template <class Do>
void inWrite(Hall& hall, Do what) {
  auto write = hall.store().write().value();
  what(write);
  REQUIRE(write.commit());
}

domain::EntityKey keyOf(const domain::EntityRow& row) {
  return {row.kind, row.id};
}

}  // namespace

TEST_CASE("a row's digest is the one that anybody computes with sha256sum", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  domain::CaseEvent event;
  event.id = {base::Uuid::parse("0190f3a8-0000-7000-8000-00000000abcd").value()};
  event.caseId = {base::Uuid::parse("0190f3a8-0000-7000-8000-000000000001").value()};
  event.at = base::fromMillis(1'772'415'000'000);
  event.text = "says \"早\"";
  testkit::arrive(hall, kHall, {testkit::rowOf(event, 1)});
  auto reader = hall.store().read().value();
  // printf 'case_event 0190f3a8-0000-7000-8000-00000000abcd {"at": 1772415000000, "kind": "note", "text": "says \\"早\\"",
  //   "case_id": "0190f3a8-0000-7000-8000-000000000001"}' | sha256sum
  const auto digest = store::digestOf(reader.connection(), domain::EntityKind::caseEvent, domain::anyId(event.id)).value();
  CHECK(digest == 0xf4b488bd21cca6a5);
  CHECK_FALSE(store::digestOf(reader.connection(), domain::EntityKind::caseEvent, {event.caseId.uuid}).value());
}

TEST_CASE("coordinates keep their digest through the store, whole ones too", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  base::IdSource ids(hall.clock, hall.random);
  std::vector<domain::EntityRow> rows;
  for (const double latitude : {39.0, 39.90421, 39.904211111111113, 1e-7, 5e-324, 0.1 + 0.2, -0.0, 89.99999999999999}) {
    domain::Address address;
    address.id = ids.make<domain::AddressId>();
    address.partyId = ids.make<domain::PartyId>();
    address.text = "东四十条甲";
    address.latitude = latitude;
    address.longitude = -71.06481234567891;
    rows.push_back(testkit::rowOf(address, 1));
  }
  testkit::arrive(hall, kHall, rows);
  CHECK(testkit::number(hall, "SELECT count(*) FROM address") == 8);
  auto reader = hall.store().read().value();
  CHECK(store::verifyRows(reader.connection(), kHall).value().empty());
}

TEST_CASE("every kind of entity keeps its digest through the store", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto person = hall.addPerson("欧阳娜娜", "11010519491231002X", "13800138000");
  const auto opened = hall.openCase(hall.addService("身份证办理", {5, domain::LimitUnit::workingDay}), person);
  REQUIRE(desk::setPriority(hall.desk(), opened.id, domain::Priority::urgent));
  std::size_t confirmed = 0;
  inWrite(hall, [&](store::Write& write) {
    std::vector<domain::Settled> settled;
    const auto waiting = store::nextOperations(write.connection(), hall.clock.now(), 1000, 1 << 20).value();
    for (const auto& operation : waiting) {
      const auto kind = base::fromCode<domain::EntityKind>(operation.entity).value();
      const auto digest = store::digestOf(write.connection(), kind, operation.entityId).value();
      settled.push_back({operation.id, domain::PushOutcome::applied, 1, digest.value(), {}});
    }
    REQUIRE(store::settle(write, settled, {1, 1, hall.clock.now()}, kHall));
    confirmed = settled.size();
    CHECK(store::refetchList(write.connection(), 10).value().empty());
  });
  CHECK(confirmed > 5);
  auto reader = hall.store().read().value();
  double done = 0;
  CHECK(store::verifyRows(reader.connection(), kHall, [&](double fraction) { done = fraction; }).value().empty());
  CHECK(done == 1.0);
}

TEST_CASE("a row that is not what its digest says is found by id, unless work on it is unsent", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto good = testkit::personCalled(hall, "好"), bad = testkit::personCalled(hall, "坏");
  const auto row = testkit::rowOf(bad, 1);
  testkit::arrive(hall, kHall, {testkit::rowOf(good, 1), row});
  inWrite(hall,
          [](store::Write& write) { REQUIRE(write.connection().execute("UPDATE party SET note = 'rot' WHERE name = '坏'")); });
  auto reader = hall.store().read().value();
  const auto wrong = store::verifyRows(reader.connection(), kHall).value();
  REQUIRE(wrong == std::vector{keyOf(row)});
  inWrite(hall, [&](store::Write& write) { REQUIRE(store::putRefetch(write, wrong)); });
  CHECK(store::verifyRows(reader.connection(), kHall).value().empty());  // in hand already
  inWrite(hall, [&](store::Write& write) {
    CHECK(store::refetchList(write.connection(), 5).value() == wrong);
    const std::vector<store::FetchedRow> came{{kHall, row}};
    REQUIRE(store::applyFetched(write, wrong, came));
  });
  CHECK_FALSE(testkit::partyWith(hall, bad.id)->note);
  CHECK(store::verifyRows(reader.connection(), kHall).value().empty());
}

TEST_CASE("buckets tell which part of a scope differs, and rows that the centre does not have go", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  std::vector<domain::EntityRow> rows;
  for (int i = 0; i < 40; ++i) rows.push_back(testkit::rowOf(testkit::personCalled(hall, "人" + std::to_string(i)), 1));
  testkit::arrive(hall, kHall, rows);
  auto reader = hall.store().read().value();
  const auto sums = store::bucketSums(reader.connection(), kHall).value();
  REQUIRE(sums.size() == std::size_t(store::kBucketSums));
  std::vector<store::BucketSum> expected(sums.size());
  for (const auto& row : rows) {
    auto& sum = expected[row.id.uuid.bytes.back()];
    ++sum.rows;
    sum.digest ^= row.digest;
  }
  CHECK(sums == expected);
  const int bucket = rows[7].id.uuid.bytes.back();
  const auto listed = store::bucketRows(reader.connection(), kHall, bucket).value();
  CHECK(std::int64_t(listed.size()) == expected[std::size_t(bucket)].rows);
  CHECK(std::is_sorted(listed.begin(), listed.end(), [](const auto& a, const auto& b) { return a.key < b.key; }));

  testkit::Pen pen(hall);
  const domain::PartyId kept{rows[8].id.uuid};
  const auto before = testkit::partyWith(hall, kept).value();
  auto mine = before;
  mine.note = "unsent";
  pen.writer.change(before, mine);
  pen.commit();
  const std::vector<domain::EntityKey> surplus{keyOf(rows[7]), keyOf(rows[8])};
  inWrite(hall, [&](store::Write& write) { REQUIRE(store::forgetRows(write, kHall, surplus)); });
  CHECK_FALSE(testkit::partyWith(hall, {rows[7].id.uuid}));
  CHECK(testkit::partyWith(hall, kept)->note == "unsent");
  CHECK(testkit::scopeAt(hall, kHall).rows == 38);
}
