// SPDX-License-Identifier: GPL-3.0-or-later
#include "arriving.h"

#include <algorithm>

#include "desk/cases.h"
#include "store/schema.h"

using namespace ow;
using namespace std::chrono_literals;
using domain::PushOutcome;
using testkit::Hall;
using testkit::kHall;

namespace {

std::vector<domain::WrittenOperation> next(Hall& hall, std::size_t limit = 1000, std::size_t bytes = 1 << 20) {
  auto reader = hall.store().read().value();
  return store::nextOperations(reader.connection(), hall.clock.now(), limit, bytes).value();
}

bool isIn(const std::vector<domain::WrittenOperation>& operations, const domain::Operation& wanted) {
  return std::any_of(operations.begin(), operations.end(), [&](const auto& operation) { return operation.id == wanted.id; });
}

store::OutboxCounts counts(Hall& hall) {
  auto reader = hall.store().read().value();
  return store::outboxCounts(reader.connection()).value();
}

// Whatever the making of the hall wrote down is at the centre.
void sendAll(Hall& hall, std::uint64_t at = 100) {
  std::vector<domain::Settled> settled;
  const auto waiting = next(hall);
  for (const auto& operation : waiting) settled.push_back({operation.id, PushOutcome::applied, 1, 1, {}});
  auto write = hall.store().write().value();
  REQUIRE(store::settle(write, settled, {1, at, hall.clock.now()}, kHall));
  REQUIRE(write.commit());
}

template <class Do>
void inWrite(Hall& hall, Do what) {
  auto write = hall.store().write().value();
  what(write);
  REQUIRE(write.commit());
}

}  // namespace

TEST_CASE("operations are offered as they were written, in order, in pieces that fit", "[store][sync][outbox]") {
  Hall hall;
  testkit::subscribe(hall);
  sendAll(hall);
  testkit::Pen pen(hall);
  for (const char* name : {"甲", "乙", "丙"}) pen.writer.create(testkit::personCalled(hall, name));
  const auto written = pen.commit();
  const auto offered = next(hall);
  REQUIRE(offered.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK(offered[i].id == written[i].id);
  CHECK(offered[0].kind == "create");
  CHECK(offered[0].entity == "party");
  CHECK(offered[0].entityId == written[0].entityId);
  CHECK(offered[0].at == written[0].at);
  CHECK(offered[0].desk == "007");
  CHECK(offered[0].purpose == "test");
  CHECK(offered[0].format == domain::Operation::kFormat);
  CHECK(offered[0].changes.find("甲") != std::string::npos);
  CHECK_FALSE(offered[0].author);
  CHECK(next(hall, 2).size() == 2);
  CHECK(next(hall, 1000, 1).size() == 1);
  CHECK(next(hall, 1000, offered[0].changes.size() + offered[1].changes.size()).size() == 2);
}

TEST_CASE("the line of the timeline names the move that it tells of", "[store][sync][outbox]") {
  Hall hall;
  const auto opened = hall.openCase(hall.addService("身份证办理", {5, domain::LimitUnit::workingDay}));
  REQUIRE(desk::moveCase(hall.desk(), {opened.id, domain::CaseEventKind::accepted, domain::CaseState::received, {}, ""}));
  REQUIRE(desk::addNote(hall.desk(), opened.id, "called back"));
  const auto offered = next(hall);
  const auto move = std::find_if(offered.begin(), offered.end(), [](const auto& o) { return o.kind == "transition"; });
  REQUIRE(move != offered.end());
  const auto told = std::count_if(offered.begin(), offered.end(), [](const auto& o) { return o.cause.has_value(); });
  CHECK(told == 1);
  const auto event = std::find_if(offered.begin(), offered.end(), [&](const auto& o) { return o.cause == move->id; });
  REQUIRE(event != offered.end());
  CHECK(event->entity == "case_event");
  CHECK(event->changes.find("accepted") != std::string::npos);
}

TEST_CASE("an operation in trouble holds up its entity and what it causes, nobody else", "[store][sync][outbox]") {
  Hall hall;
  testkit::subscribe(hall);
  sendAll(hall);
  testkit::Pen pen(hall);
  const auto poisoned = testkit::personCalled(hall, "毒");
  auto changed = poisoned;
  changed.note = "later";
  pen.writer.create(poisoned);
  pen.writer.change(poisoned, changed);
  pen.writer.create(testkit::personCalled(hall, "好"));
  domain::CaseEvent event;
  event.id = {domain::anyId(poisoned.id).uuid};
  auto operations = pen.writer.take();
  pen.writer.create(event, operations[0].id);
  operations.push_back(pen.writer.take().front());
  REQUIRE(hall.store().commit(operations));

  testkit::settleAll(hall, {operations[0]}, PushOutcome::postponed, 0, 0, {{"rule", "format"}});
  auto offered = next(hall);
  CHECK(offered.size() == 1);
  CHECK(isIn(offered, operations[2]));
  CHECK(counts(hall).troubled == 1);
  CHECK(counts(hall).waiting == 4);
  hall.clock.advance(29s);
  CHECK(next(hall).size() == 1);
  hall.clock.advance(2s);
  CHECK(next(hall).size() == 4);

  // Later and later, at last every hour; and forgotten when it is judged.
  for (int i = 0; i < 10; ++i)
    inWrite(hall, [&](store::Write& write) {
      REQUIRE(store::postpone(write, std::vector{operations[0].id}, "internal", hall.clock.now()));
    });
  hall.clock.advance(59min);
  CHECK(next(hall).size() == 1);
  auto reader = hall.store().read().value();
  const auto page = store::pageOfOutbox(reader.connection(), {}).value();
  const auto line = std::find_if(page.begin(), page.end(), [&](const auto& l) { return l.id == operations[0].id; });
  CHECK(line->attempts == 11);
  CHECK(line->trouble == "internal");
  hall.clock.advance(2min);
  CHECK(next(hall).size() == 4);
  testkit::settleAll(hall, {operations[0]}, PushOutcome::applied, 1, 5);
  CHECK(counts(hall).troubled == 0);
}

TEST_CASE("an answer is recorded once, and a row that is the centre's is confirmed", "[store][sync][outbox]") {
  Hall hall;
  testkit::subscribe(hall);
  sendAll(hall);
  inWrite(hall,
          [](store::Write& write) { REQUIRE(store::dropRefetch(write, store::refetchList(write.connection(), 99).value())); });
  testkit::Pen pen(hall);
  const auto person = testkit::personCalled(hall, "张三");
  pen.writer.create(person);
  const auto operations = pen.commit();
  const auto row = testkit::rowOf(person, 1);
  testkit::settleAll(hall, operations, PushOutcome::applied, 1, row.digest);
  CHECK(testkit::scopeAt(hall, kHall).rows == 1);
  CHECK(testkit::scopeAt(hall, kHall).digest == row.digest);
  CHECK(testkit::number(hall, "SELECT count(*) FROM refetch") == 0);
  testkit::arrive(hall, kHall, {row});  // our own change comes back
  CHECK(testkit::scopeAt(hall, kHall).rows == 1);
  testkit::settleAll(hall, operations, PushOutcome::refused, 9, 9);
  CHECK(counts(hall).refused == 0);
  CHECK(testkit::scopeAt(hall, kHall).digest == row.digest);
}

TEST_CASE("a row that is not what the centre has is put in doubt", "[store][sync][outbox]") {
  Hall hall;
  testkit::subscribe(hall);
  sendAll(hall);
  inWrite(hall,
          [](store::Write& write) { REQUIRE(store::dropRefetch(write, store::refetchList(write.connection(), 99).value())); });
  testkit::Pen pen(hall);
  const auto person = testkit::personCalled(hall, "张三");
  pen.writer.create(person);
  const auto operations = pen.commit();
  auto merged = person;
  merged.note = "the other hall knew more";
  const auto row = testkit::rowOf(merged, 3);
  testkit::settleAll(hall, operations, PushOutcome::applied, 3, row.digest);
  CHECK(testkit::scopeAt(hall, kHall).rows == 0);
  inWrite(hall, [&](store::Write& write) {
    const auto keys = store::refetchList(write.connection(), 10).value();
    REQUIRE(keys.size() == 1);
    const std::vector<store::FetchedRow> came{{kHall, row}, {testkit::kQueue, row}};
    REQUIRE(store::applyFetched(write, keys, came));
  });
  CHECK(testkit::partyWith(hall, person.id)->note == merged.note);
  CHECK(testkit::scopeAt(hall, kHall).digest == row.digest);
  CHECK(testkit::scopeAt(hall, testkit::kQueue).digest == row.digest);
  // It has left the queue: fetched again it comes for the hall alone.
  inWrite(hall, [&](store::Write& write) {
    const std::vector<domain::EntityKey> keys{{"party", domain::anyId(person.id)}};
    const std::vector<store::FetchedRow> came{{kHall, row}};
    REQUIRE(store::applyFetched(write, keys, came));
  });
  CHECK(testkit::scopeAt(hall, testkit::kQueue).rows == 0);
  CHECK(testkit::scopeAt(hall, kHall).rows == 1);
}

TEST_CASE("sent is confirmed when it is safe, offered again after a fork, and forgotten when it is old",
          "[store][sync][outbox]") {
  Hall hall;
  testkit::subscribe(hall);
  sendAll(hall, 100);
  const auto before = counts(hall);
  REQUIRE(before.sent > 0);
  CHECK(before.waiting == 0);
  CHECK_FALSE(before.oldestWaiting);
  const auto confirm = [&](std::int32_t epoch, std::uint64_t to) {
    inWrite(hall, [&](store::Write& write) { REQUIRE(store::confirmUpTo(write, epoch, to, hall.clock.now())); });
  };
  confirm(1, 99);
  confirm(2, 1000);
  CHECK(counts(hall).confirmed == 0);
  confirm(1, 100);
  CHECK(counts(hall).confirmed == before.sent);
  CHECK(counts(hall).sent == 0);

  inWrite(hall, [&](store::Write& write) { CHECK(store::reofferKept(write).value() == before.sent); });
  CHECK(counts(hall).waiting == before.sent);
  CHECK(counts(hall).oldestWaiting);
  CHECK(std::int64_t(next(hall).size()) == before.sent);

  sendAll(hall, 200);
  confirm(1, 200);
  testkit::Pen pen(hall);
  pen.writer.create(testkit::personCalled(hall, "未送"));
  pen.commit();
  inWrite(hall, [&](store::Write& write) {
    REQUIRE(write.connection().execute("UPDATE operation SET purpose = 'correction' WHERE seq = 1"));
    CHECK(store::forgetConfirmed(write, hall.clock.now()).value() == 0);
    CHECK(store::forgetConfirmed(write, hall.clock.now() + 1s).value() == before.sent - 1);
  });
  CHECK(counts(hall).confirmed == 1);
  CHECK(counts(hall).waiting == 1);
}

namespace {

// Everything that was sent came from one import, in that state, and is confirmed.
void confirmAsImport(Hall& hall, store::Write& write, const std::string& state) {
  REQUIRE(store::confirmUpTo(write, 1, 1, hall.clock.now()));
  REQUIRE(write.connection().execute(
      "INSERT INTO import_load (id, kind, source, file_name, file_hash, mapping, mapping_hash, encoding, state, started_at,"
      " rows, accepted, rejected, unchanged) VALUES (zeroblob(16), 'requests', 's', 'f', 'h', 'm', 'h', 'e', '" +
      state + "', 1, 0, 0, 0, 0); UPDATE operation SET import_id = zeroblob(16)"));
}

}  // namespace

TEST_CASE("operations of an import that can be taken back are kept", "[store][sync][outbox]") {
  Hall hall;
  sendAll(hall, 1);
  inWrite(hall, [&](store::Write& write) {
    confirmAsImport(hall, write, "done");
    CHECK(store::forgetConfirmed(write, hall.clock.now() + 1s).value() == 0);
  });
}

TEST_CASE("operations of an import that was taken back go like the others", "[store][sync][outbox]") {
  Hall hall;
  sendAll(hall, 1);
  inWrite(hall, [&](store::Write& write) {
    confirmAsImport(hall, write, "undone");
    CHECK(store::forgetConfirmed(write, hall.clock.now() + 1s).value() > 0);
  });
}

TEST_CASE("what is kept is let go in portions, and looked at once only", "[store][sync][outbox]") {
  Hall hall;
  testkit::subscribe(hall);
  hall.addPerson("张三");
  hall.addPerson("李四");
  sendAll(hall, 1);
  const std::int64_t all = counts(hall).sent;
  REQUIRE(all > 2);
  inWrite(hall, [&](store::Write& write) {
    REQUIRE(store::confirmUpTo(write, 1, 1, hall.clock.now()));
    for (std::int64_t gone = 0; gone < all; ++gone) CHECK(store::forgetConfirmed(write, hall.clock.now() + 1s, 1).value() == 1);
    CHECK(store::forgetConfirmed(write, hall.clock.now() + 1s, 1).value() == 0);
  });
}

TEST_CASE("after a fork what was offered and confirmed again is let go in its turn", "[store][sync][outbox]") {
  Hall hall;
  testkit::subscribe(hall);
  sendAll(hall, 1);
  const std::int64_t all = counts(hall).sent;
  inWrite(hall, [&](store::Write& write) {
    REQUIRE(store::confirmUpTo(write, 1, 1, hall.clock.now()));
    REQUIRE(write.connection().execute("UPDATE operation SET purpose = 'correction'"));
    CHECK(store::forgetConfirmed(write, hall.clock.now() + 1s).value() == 0);
    REQUIRE(write.connection().execute("UPDATE operation SET purpose = 'case_work'"));
    REQUIRE(store::reofferKept(write));
  });
  sendAll(hall, 2);
  inWrite(hall, [&](store::Write& write) {
    REQUIRE(store::confirmUpTo(write, 1, 2, hall.clock.now()));
    CHECK(store::forgetConfirmed(write, hall.clock.now() + 1s).value() == all);
  });
}

TEST_CASE("the outbox is read page by page, newest first, with the reason of a refusal", "[store][sync][outbox]") {
  Hall hall;
  testkit::subscribe(hall);
  sendAll(hall);
  testkit::Pen pen(hall);
  for (const char* name : {"甲", "乙", "丙"}) pen.writer.create(testkit::personCalled(hall, name));
  const auto written = pen.commit();
  testkit::settleAll(hall, {written[1]}, PushOutcome::refused, 0, 0, {{"rule", "not_your_right"}, {"by", "\"b\"\\"}});
  auto reader = hall.store().read().value();
  const auto first = store::pageOfOutbox(reader.connection(), {store::OperationState::waiting, {}, 1}).value();
  REQUIRE(first.size() == 1);
  CHECK(first[0].id == written[2].id);
  const auto second = store::pageOfOutbox(reader.connection(), {store::OperationState::waiting, first[0].seq, 5}).value();
  REQUIRE(second.size() == 1);
  CHECK(second[0].id == written[0].id);
  const auto refused = store::pageOfOutbox(reader.connection(), {store::OperationState::refused, {}, 5}).value();
  REQUIRE(refused.size() == 1);
  CHECK(refused[0].id == written[1].id);
  CHECK(refused[0].outcome == PushOutcome::refused);
  CHECK(refused[0].facts == std::vector<base::Fact>{{"rule", "not_your_right"}, {"by", "\"b\"\\"}});
  CHECK(refused[0].entity == "party");
  CHECK(refused[0].purpose == "test");
  const auto all = store::pageOfOutbox(reader.connection(), {}).value();
  CHECK(all.size() == std::size_t(testkit::number(hall, "SELECT count(*) FROM operation")));
  CHECK(all.front().id == written[2].id);
}
