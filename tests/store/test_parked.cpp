// SPDX-License-Identifier: GPL-3.0-or-later
#include "arriving.h"

#include "store/schema.h"

using namespace ow;
using testkit::Hall;
using testkit::kHall;

namespace {

domain::EntityId someId(const char* last) {
  return {base::Uuid::parse(std::string("0190f3a8-0000-7000-8000-00000000") + last).value()};
}

std::vector<store::ParkedRow> parked(Hall& hall) {
  auto reader = hall.store().read().value();
  return store::parkedRows(reader.connection(), 100).value();
}

std::size_t retry(Hall& hall) {
  auto write = hall.store().write().value();
  const auto applied = store::retryParked(write);
  REQUIRE(applied);
  REQUIRE(write.commit());
  return applied.value();
}

domain::EntityRow clerk(const char* id, const std::string& login, std::int64_t rev = 1) {
  domain::Staff staff;
  staff.id = {someId(id).uuid};
  staff.login = login;
  staff.name = "同名";
  return testkit::rowOf(staff, rev);
}

}  // namespace

TEST_CASE("a row that this program cannot apply is parked, counts, and stops nobody", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto person = testkit::personCalled(hall, "张三");
  const auto whole = testkit::rowOf(person, 1);
  auto broken = whole;
  broken.id = someId("0003");
  broken.body = R"({"name": )";
  auto nobody = whole;
  nobody.id = someId("0004");
  nobody.body = R"({"kind": "person"})";
  auto crowd = whole;
  crowd.id = someId("0005");
  crowd.body = R"({"sex": "many", "kind": "person", "name": "x", "jurisdiction": "CN", "registered_at": 1})";
  auto endless = whole;
  endless.id = someId("0006");
  endless.body = R"({"sex": "male", "kind": "person", "name": ")" + std::string(300, 'x') +
                 R"(", "jurisdiction": "CN", "registered_at": 1})";
  const auto hologram = testkit::rowOf("hologram", someId("0001"), 1, {{"colour", std::string("blue")}});
  testkit::arrive(hall, kHall, {hologram, clerk("0002", Hall::kLogin), broken, nobody, crowd, endless, whole});
  CHECK(testkit::partyWith(hall, person.id));
  std::vector<std::string> reasons;
  for (const auto& row : parked(hall)) reasons.push_back(row.key.kind + " " + row.reason);
  CHECK(reasons == std::vector<std::string>{"hologram unknown_kind", "party body", "party value", "party value",
                                            "party constraint", "staff duplicate"});
  const auto scope = testkit::scopeAt(hall, kHall);
  CHECK(scope.rows == 7);
  CHECK(scope.digest == (hologram.digest ^ clerk("0002", Hall::kLogin).digest ^ whole.digest));  // five rows share it
  auto reader = hall.store().read().value();
  CHECK(store::outboxCounts(reader.connection()).value().parked == 6);
  CHECK(store::bucketRows(reader.connection(), kHall, 1).value().size() == 1);
}

TEST_CASE("a parked row is applied when what was in its way is gone, and leaves when its scope does", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto other = clerk("0002", Hall::kLogin);
  testkit::arrive(hall, kHall, {other});
  CHECK(retry(hall) == 0);
  auto reader = hall.store().read().value();
  auto mine = reader.connection().prepare("SELECT id FROM staff").value();
  REQUIRE(mine.step().value());
  const domain::StaffId me{mine.uuid(0)};
  testkit::Pen pen(hall);
  const auto before = store::loadEntity<domain::Staff>(reader.connection(), me).value();
  auto renamed = before;
  renamed.login = "wang.min.2";
  pen.writer.change(before, renamed);
  pen.commit();
  CHECK(retry(hall) == 1);
  CHECK(parked(hall).empty());
  CHECK(testkit::number(hall, "SELECT count(*) FROM staff WHERE login = 'wang.min'") == 1);
  CHECK(testkit::scopeAt(hall, kHall).rows == 1);
  CHECK(testkit::scopeAt(hall, kHall).digest == other.digest);

  const auto hologram = testkit::rowOf("hologram", someId("0001"), 1, {});
  testkit::arrive(hall, kHall, {hologram, testkit::goneRow(hologram), testkit::goneRow(other)});
  CHECK(parked(hall).empty());
  CHECK(testkit::scopeAt(hall, kHall).rows == 0);
  CHECK(testkit::scopeAt(hall, kHall).digest == 0);
}

TEST_CASE("a new state that does not fit leaves the old one to be seen, until one comes that fits", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  testkit::arrive(hall, kHall, {clerk("0002", "li.si")});
  const auto clash = clerk("0002", Hall::kLogin, 2);
  testkit::arrive(hall, kHall, {clash});
  CHECK(testkit::number(hall, "SELECT count(*) FROM staff WHERE login = 'li.si'") == 1);
  CHECK(testkit::scopeAt(hall, kHall).rows == 1);
  CHECK(testkit::scopeAt(hall, kHall).digest == clash.digest);
  const auto fits = clerk("0002", "li.si.2", 3);
  testkit::arrive(hall, kHall, {fits, clash});
  CHECK(parked(hall).empty());
  CHECK(testkit::number(hall, "SELECT count(*) FROM staff WHERE login = 'li.si.2'") == 1);
  CHECK(testkit::scopeAt(hall, kHall).rows == 1);
  CHECK(testkit::scopeAt(hall, kHall).digest == fits.digest);
}

TEST_CASE("what is erased here stays erased whatever arrives, and comes back when the centre refuses", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  auto person = testkit::personCalled(hall, "张三");
  testkit::arrive(hall, kHall, {testkit::rowOf(person, 1)});
  testkit::Pen pen(hall);
  pen.writer.erase(person);
  const auto operations = pen.commit();
  CHECK(testkit::scopeAt(hall, kHall).rows == 1);  // the centre still counts it
  person.note = "changed elsewhere";
  const auto newer = testkit::rowOf(person, 2);
  testkit::arrive(hall, kHall, {newer});
  CHECK(retry(hall) == 0);
  CHECK_FALSE(testkit::partyWith(hall, person.id));
  CHECK(testkit::scopeAt(hall, kHall).digest == newer.digest);

  SECTION("erased at the centre too") {
    testkit::settleAll(hall, operations, domain::PushOutcome::applied, 0, 0);
    CHECK(parked(hall).empty());
    CHECK(testkit::scopeAt(hall, kHall).rows == 0);
    testkit::arrive(hall, kHall, {testkit::goneRow(newer)});
    CHECK(testkit::scopeAt(hall, kHall).digest == 0);
    CHECK(testkit::number(hall, "SELECT count(*) FROM refetch") == 0);
  }
  SECTION("refused") {
    testkit::settleAll(hall, operations, domain::PushOutcome::refused, 2, newer.digest, {{"rule", "not_your_right"}});
    auto write = hall.store().write().value();
    const auto keys = store::refetchList(write.connection(), 10).value();
    REQUIRE(keys.size() == 1);
    const std::vector<store::FetchedRow> came{{kHall, newer}};
    REQUIRE(store::applyFetched(write, keys, came));
    REQUIRE(write.commit());
    CHECK(testkit::partyWith(hall, person.id)->note == "changed elsewhere");
    CHECK(parked(hall).empty());
    CHECK(testkit::scopeAt(hall, kHall).rows == 1);
  }
}
