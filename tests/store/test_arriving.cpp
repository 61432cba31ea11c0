// SPDX-License-Identifier: GPL-3.0-or-later
#include "arriving.h"

#include <algorithm>

#include "store/maintenance.h"
#include "store/search.h"

using namespace ow;
using testkit::Hall;
using testkit::kHall;
using testkit::kQueue;

namespace {

// Everything of the copy, in an order of its own.
std::string copyOf(Hall& hall) {
  auto reader = hall.store().read().value();
  std::string all;
  for (const char* sql : {"SELECT hex(id) || ifnull(name, '') || ifnull(note, '') || rev || '/' || digest || '/' || scopes || "
                          "ifnull(rest, '') FROM party ORDER BY id",
                          "SELECT hex(id) || ifnull(text, '') || kind || rev || '/' || digest || '/' || scopes FROM case_event "
                          "ORDER BY id",
                          "SELECT kind || hex(id) || rev || '/' || digest || '/' || scopes || body FROM unapplied ORDER BY id",
                          "SELECT slot || ':' || rows || ':' || digest FROM synced_scope ORDER BY slot",
                          "SELECT k || c FROM term t WHERE c = 0 ORDER BY 1"}) {
    auto row = reader.connection().prepare(sql).value();
    while (row.step().value()) all += row.text(0) + "\n";
  }
  return all;
}

struct Sent {
  store::ScopeSlot slot;
  domain::EntityRow row;
};

// The history of some people and events in two scopes, one kind that nobody knows and one word that nobody knows among them.
std::vector<Sent> history(Hall& hall) {
  base::SeededRandom dice(5);
  base::IdSource ids(hall.clock, dice);
  std::vector<Sent> sent;
  const auto send = [&](const domain::EntityRow& row, std::uint8_t roll) {
    if (roll % 3 != 1) sent.push_back({kHall, row});
    if (roll % 3 != 0) sent.push_back({kQueue, row});
  };
  for (int i = 0; i < 30; ++i) {
    domain::Party person = testkit::personCalled(hall, "王" + std::to_string(i));
    person.id = ids.make<domain::PartyId>();
    const auto roll = person.id.uuid.bytes.back();
    for (int rev = 1; rev <= 1 + roll % 4; ++rev) {
      person.note = "rev " + std::to_string(rev);
      send(testkit::rowOf(person, rev), std::uint8_t(roll + rev));
    }
    domain::CaseEvent event;
    event.id = ids.make<domain::CaseEventId>();
    event.caseId = ids.make<domain::CaseId>();
    event.at = hall.clock.now();
    send(testkit::rowOf(event, 1), roll);
    send(testkit::rowOf("hologram", domain::anyId(event.caseId), 1, {{"colour", std::string("blue")}}), roll);
    send(testkit::rowOf("case_event", {ids.next()}, 2,
                        {{"case_id", event.caseId.uuid}, {"at", std::int64_t{1}}, {"kind", std::string("levitated")}}),
         roll);
  }
  return sent;
}

}  // namespace

TEST_CASE("a person of the centre is found and shown as if registered here", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  bool isHeard = false;
  const auto person = testkit::personCalled(hall, "欧阳娜娜");
  const auto token = hall.store().listen([&](const store::Announcement& what) { isHeard = what.parties.holds(person.id); });
  testkit::arrive(hall, kHall, {testkit::rowOf(person, 3)});
  hall.store().unlisten(token);
  CHECK(isHeard);
  REQUIRE(testkit::partyWith(hall, person.id));
  CHECK(testkit::partyWith(hall, person.id)->name == "欧阳娜娜");
  CHECK(testkit::number(hall, "SELECT count(*) FROM term WHERE c % 2 = 0") > 0);
  CHECK(testkit::number(hall, "SELECT count(*) FROM operation WHERE entity = 'party'") == 0);
  CHECK(testkit::scopeAt(hall, kHall).rows == 1);
  CHECK(testkit::scopeAt(hall, kHall).digest == testkit::rowOf(person, 3).digest);
  CHECK(testkit::scopeAt(hall, kQueue).rows == 0);
  CHECK(store::checkStore(hall.store()).value().empty());
}

TEST_CASE("rows in any order, twice, in one write or many, leave the same copy and the same sums", "[store][sync]") {
  std::string first;
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    INFO("seed " << seed);
    Hall hall;
    testkit::subscribe(hall);
    std::vector<Sent> sent = history(hall);
    const auto once = sent;
    sent.insert(sent.end(), once.begin(), once.begin() + std::ptrdiff_t(seed * 20));
    base::SeededRandom dice(seed);
    for (std::size_t i = sent.size(); i > 1; --i) {
      std::array<std::uint8_t, 4> roll{};
      dice.fill(roll);
      std::swap(sent[i - 1], sent[(std::size_t(roll[0]) << 16U | std::size_t(roll[1]) << 8U | roll[2]) % i]);
    }
    const std::size_t piece = seed % 2 == 0 ? sent.size() : 17;
    for (std::size_t from = 0; from < sent.size(); from += piece) {
      auto write = hall.store().write(seed % 3 == 0 ? store::Indexing::deferred : store::Indexing::immediate).value();
      for (std::size_t i = from; i < std::min(sent.size(), from + piece); ++i)
        REQUIRE(store::applyRow(write, sent[i].slot, sent[i].row));
      REQUIRE(write.commit());
    }
    const std::string copy = copyOf(hall);
    if (seed == 0) first = copy;
    CHECK(copy == first);
    // The sums are those of the rows.
    auto reader = hall.store().read().value();
    for (const store::ScopeSlot slot : {kHall, kQueue}) {
      store::BucketSum sum;
      const auto buckets = store::bucketSums(reader.connection(), slot).value();
      for (const auto& bucket : buckets) {
        sum.rows += bucket.rows;
        sum.digest ^= bucket.digest;
      }
      CHECK(sum.rows == testkit::scopeAt(hall, slot).rows);
      CHECK(sum.digest == testkit::scopeAt(hall, slot).digest);
      CHECK(store::verifyRows(reader.connection(), slot).value().empty());
    }
  }
}

TEST_CASE("an older row changes nothing, and forced it does", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  auto person = testkit::personCalled(hall, "张三");
  const auto older = testkit::rowOf(person, 1);
  person.note = "newer";
  testkit::arrive(hall, kHall, {testkit::rowOf(person, 2), older});
  CHECK(testkit::partyWith(hall, person.id)->note == "newer");
  auto write = hall.store().write().value();
  REQUIRE(store::applyRow(write, kHall, older, store::Arrival::forced));
  REQUIRE(write.commit());
  CHECK_FALSE(testkit::partyWith(hall, person.id)->note);
  CHECK(testkit::scopeAt(hall, kHall).digest == older.digest);
  CHECK(testkit::scopeAt(hall, kHall).rows == 1);
}

TEST_CASE("a row goes when it has left its last scope, and search forgets it", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto person = testkit::personCalled(hall, "李四");
  const auto row = testkit::rowOf(person, 1);
  testkit::arrive(hall, kHall, {row});
  testkit::arrive(hall, kQueue, {row});
  testkit::arrive(hall, kHall, {testkit::goneRow(row)});
  CHECK(testkit::partyWith(hall, person.id));
  CHECK(testkit::scopeAt(hall, kHall).rows == 0);
  CHECK(testkit::scopeAt(hall, kHall).digest == 0);
  CHECK(testkit::scopeAt(hall, kQueue).rows == 1);
  testkit::arrive(hall, kQueue, {testkit::goneRow(row), testkit::goneRow(row)});
  CHECK_FALSE(testkit::partyWith(hall, person.id));
  CHECK(testkit::scopeAt(hall, kQueue).rows == 0);
  CHECK(testkit::number(hall, "SELECT count(*) FROM term WHERE c % 2 = 0") == 0);
}

TEST_CASE("what a clerk has changed and not sent yet survives a row that arrives", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto person = testkit::personCalled(hall, "赵六");
  testkit::arrive(hall, kHall, {testkit::rowOf(person, 1)});
  testkit::Pen pen(hall);
  auto mine = person;
  mine.note = "needs an interpreter";
  pen.writer.change(person, mine);
  auto mineToo = mine;
  mineToo.note = "needs an interpreter for Uyghur";
  pen.writer.change(mine, mineToo);
  const auto operations = pen.commit();

  auto theirs = person;
  theirs.note = "speaks Mandarin";
  theirs.ethnicity = "维吾尔族";
  testkit::arrive(hall, kHall, {testkit::rowOf(theirs, 2)});
  CHECK(testkit::partyWith(hall, person.id)->note == "needs an interpreter for Uyghur");
  CHECK(testkit::partyWith(hall, person.id)->ethnicity == "维吾尔族");
  CHECK(testkit::scopeAt(hall, kHall).digest == testkit::rowOf(theirs, 2).digest);

  auto merged = theirs;
  merged.note = mineToo.note;
  const auto settled = testkit::rowOf(merged, 4);
  testkit::settleAll(hall, operations, domain::PushOutcome::conflict, 4, settled.digest, {{"field", "note"}});
  CHECK(testkit::scopeAt(hall, kHall).digest == settled.digest);
  auto reader = hall.store().read().value();
  CHECK(store::refetchList(reader.connection(), 10).value().empty());
  CHECK(store::verifyRows(reader.connection(), kHall).value().empty());
}

TEST_CASE("an event's time only goes forward when unsent work is laid over a newer row", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto opened = hall.openCase(hall.addService("身份证办理", {5, domain::LimitUnit::workingDay}));
  auto reader = hall.store().read().value();
  const auto before = store::loadEntity<domain::Case>(reader.connection(), opened.id).value();
  testkit::Pen pen(hall);
  auto mine = before;
  mine.lastEventAt = before.lastEventAt + std::chrono::minutes(1);
  mine.title = "改名";
  pen.writer.change(before, mine);
  pen.commit();
  auto theirs = before;
  theirs.lastEventAt = before.lastEventAt + std::chrono::minutes(9);
  testkit::arrive(hall, kHall, {testkit::rowOf(theirs, 5)});
  const auto now = store::loadEntity<domain::Case>(reader.connection(), opened.id).value();
  CHECK(now.title == "改名");
  CHECK(now.lastEventAt == theirs.lastEventAt);
}

TEST_CASE("a row that is gone at the centre stays while work on it is unsent", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto person = testkit::personCalled(hall, "孙七");
  const auto row = testkit::rowOf(person, 1);
  testkit::arrive(hall, kHall, {row});
  testkit::Pen pen(hall);
  auto mine = person;
  mine.note = "unsent";
  pen.writer.change(person, mine);
  const auto operations = pen.commit();
  testkit::arrive(hall, kHall, {testkit::goneRow(row)});
  REQUIRE(testkit::partyWith(hall, person.id));
  CHECK(testkit::partyWith(hall, person.id)->note == "unsent");
  CHECK(testkit::scopeAt(hall, kHall).rows == 0);

  // Refused, because it is erased: the doubt is settled by asking, and then it goes.
  testkit::settleAll(hall, operations, domain::PushOutcome::refused, 0, 0, {{"rule", "erased"}});
  auto write = hall.store().write().value();
  const auto keys = store::refetchList(write.connection(), 10).value();
  REQUIRE(keys.size() == 1);
  CHECK(keys[0] == domain::EntityKey{"party", domain::anyId(person.id)});
  REQUIRE(store::applyFetched(write, keys, {}));
  REQUIRE(write.commit());
  CHECK_FALSE(testkit::partyWith(hall, person.id));
  CHECK(testkit::number(hall, "SELECT count(*) FROM refetch") == 0);
  CHECK(testkit::number(hall, "SELECT count(*) FROM operation WHERE state = 'refused' AND changes LIKE '%unsent%'") == 1);
}

TEST_CASE("the fields of a newer centre are kept word for word, and the digest with them", "[store][sync]") {
  Hall hall;
  testkit::subscribe(hall);
  const domain::EntityId id{base::Uuid::parse("0190f3a8-0000-7000-8000-00000000abcd").value()};
  const std::string body =
      R"({"id": "x", "sex": "female", "kind": "person", "mood": {"a": [1.50, "}"]}, "name": "钱八", "height": 1.70, )"
      R"("jurisdiction": "CN", "registered_at": 5, "favourite_colour": "\"red\\"})";
  const domain::EntityRow row{"party", id, 1, domain::rowDigest("party", id, body), false, body};
  testkit::arrive(hall, kHall, {row});
  auto reader = hall.store().read().value();
  CHECK(store::digestOf(reader.connection(), domain::EntityKind::party, id).value() == row.digest);
  CHECK(store::verifyRows(reader.connection(), kHall).value().empty());
  auto rest = reader.connection().prepare("SELECT rest FROM party").value();
  REQUIRE(rest.step().value());
  CHECK(rest.view(0) == R"({"id": "x", "mood": {"a": [1.50, "}"]}, "height": 1.70, "favourite_colour": "\"red\\"})");
}

TEST_CASE("a conflict that arrives is told of, under the person that it is about", "[store][sync][conflict]") {
  Hall hall;
  testkit::subscribe(hall);
  const auto person = testkit::personCalled(hall, "周九");
  domain::Conflict conflict;
  conflict.id = {base::Uuid::parse("0190f3a8-0000-8000-a000-00000000abcd").value()};
  conflict.entity = "party";
  conflict.entityId = domain::anyId(person.id);
  conflict.field = "note";
  conflict.rivals = "[]";
  bool isHeard = false, isAboutPerson = false;
  const auto token = hall.store().listen([&](const store::Announcement& what) {
    isHeard = what.conflicts;
    isAboutPerson = what.parties.holds(person.id);
  });
  testkit::arrive(hall, kHall, {testkit::rowOf(conflict, 1)});
  hall.store().unlisten(token);
  CHECK(isHeard);
  CHECK(isAboutPerson);
  auto reader = hall.store().read().value();
  CHECK(store::outboxCounts(reader.connection()).value().openConflicts == 1);
}
