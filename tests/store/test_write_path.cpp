// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "store/operation_text.h"
#include "store/schema.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using domain::OperationKind;
using testkit::Hall;

namespace {

domain::Party personNamed(Hall& hall, const std::string& name) {
  base::IdSource ids(hall.clock, hall.random);
  domain::Party party;
  party.id = ids.make<domain::PartyId>();
  party.name = name;
  party.registeredAt = hall.clock.now();
  party.jurisdiction = "CN";
  return party;
}

domain::OperationWriter writerOf(Hall& hall, base::IdSource& ids) {
  return {ids, hall.clock.now(), {std::nullopt, "007", "test", std::nullopt}};
}

std::int64_t count(Hall& hall, const char* table) {
  return hall.store().read().value().connection().integer(std::string("SELECT count(*) FROM ") + table).value();
}

}  // namespace

TEST_CASE("what is written stands in its table and, word for word, in the outbox", "[store][outbox]") {
  Hall hall;
  base::IdSource ids(hall.clock, hall.random);
  const domain::Party person = personNamed(hall, "欧阳娜娜");
  auto writer = writerOf(hall, ids);
  writer.create(person);
  const auto operations = writer.take();
  REQUIRE(hall.store().commit(operations));

  auto reader = hall.store().read().value();
  const auto read = store::loadEntity<domain::Party>(reader.connection(), person.id);
  REQUIRE(read);
  CHECK(read.value().name == "欧阳娜娜");
  CHECK(read.value().registeredAt == person.registeredAt);
  auto row = reader.connection().prepare("SELECT changes, state FROM operation WHERE id = ?1").value();
  row.bindUuid(1, operations[0].id.uuid);
  REQUIRE(row.step().value());
  CHECK(store::readChanges(domain::OperationKind::create, domain::EntityKind::party, row.text(0)).value() ==
        operations[0].changes);
  CHECK(row.text(1) == "waiting");
}

TEST_CASE("a write is whole or nothing: one bad operation takes the others with it", "[store][outbox]") {
  Hall hall;
  base::IdSource ids(hall.clock, hall.random);
  const auto before = count(hall, "operation");
  auto writer = writerOf(hall, ids);
  writer.create(personNamed(hall, "张三"));
  domain::Party bad = personNamed(hall, "李四");
  bad.note = std::string("a\0b", 3);
  writer.create(bad);
  const auto done = hall.store().commit(writer.take());
  REQUIRE_FALSE(done);
  CHECK(done.error().kind == ErrorKind::invalidInput);
  CHECK(done.error().fact("field") == "note");
  CHECK(count(hall, "party") == 0);
  CHECK(count(hall, "operation") == before);
}

TEST_CASE("a field that somebody else changed first is a conflict, and their value stays", "[store][conflict]") {
  Hall hall;
  base::IdSource ids(hall.clock, hall.random);
  const domain::Party original = personNamed(hall, "王伟");
  auto writer = writerOf(hall, ids);
  writer.create(original);
  REQUIRE(hall.store().commit(writer.take()));

  domain::Party mine = original, theirs = original;
  mine.note = "mine";
  theirs.note = "theirs";
  writer.change(original, theirs);
  REQUIRE(hall.store().commit(writer.take()));
  writer.change(original, mine);
  const auto done = hall.store().commit(writer.take());
  REQUIRE_FALSE(done);
  CHECK(done.error().kind == ErrorKind::conflict);
  CHECK(done.error().fact("field") == "note");
  auto reader = hall.store().read().value();
  CHECK(store::loadEntity<domain::Party>(reader.connection(), original.id).value().note == "theirs");
}

TEST_CASE("different fields of one party changed by two people both hold", "[store][conflict]") {
  Hall hall;
  base::IdSource ids(hall.clock, hall.random);
  const domain::Party original = personNamed(hall, "王伟");
  auto writer = writerOf(hall, ids);
  writer.create(original);
  REQUIRE(hall.store().commit(writer.take()));
  domain::Party first = original, second = original;
  first.note = "needs an interpreter";
  second.ethnicity = "回族";
  writer.change(original, first);
  writer.change(original, second);
  REQUIRE(hall.store().commit(writer.take()));
  auto reader = hall.store().read().value();
  const auto merged = store::loadEntity<domain::Party>(reader.connection(), original.id).value();
  CHECK(merged.note == first.note);
  CHECK(merged.ethnicity == second.ethnicity);
}

TEST_CASE("the same id twice is a duplicate, and nothing is overwritten", "[store]") {
  Hall hall;
  base::IdSource ids(hall.clock, hall.random);
  domain::Party person = personNamed(hall, "赵六");
  auto writer = writerOf(hall, ids);
  writer.create(person);
  REQUIRE(hall.store().commit(writer.take()));
  person.name = "钱七";
  writer.create(person);
  CHECK(hall.store().commit(writer.take()).error().kind == ErrorKind::duplicate);
}

TEST_CASE("what happened is never changed: events take appends only", "[store]") {
  Hall hall;
  base::IdSource ids(hall.clock, hall.random);
  domain::Interaction contact;
  contact.id = ids.make<domain::InteractionId>();
  contact.at = hall.clock.now();
  contact.subject = "asked for opening hours";
  auto writer = writerOf(hall, ids);
  writer.create(contact);
  REQUIRE(hall.store().commit(writer.take()));
  domain::Interaction rewritten = contact;
  rewritten.subject = "never asked";
  writer.change(contact, rewritten);
  CHECK(hall.store().commit(writer.take()).error().fact("rule") == "operation_kind");
}

TEST_CASE("the access log cannot be rewritten, not even with SQL", "[store][privacy]") {
  Hall hall;
  hall.addPerson("周芷若");
  REQUIRE(desk::openProfile(hall.desk(), hall.addPerson("赵敏"), desk::Purpose::enquiry));
  auto write = hall.store().write().value();
  CHECK_FALSE(write.connection().execute("UPDATE access_log SET purpose = 'none'"));
  CHECK_FALSE(write.connection().execute("DELETE FROM access_log"));
}

TEST_CASE("operations read back exactly as they were written, whatever is in them", "[store][outbox]") {
  using enum domain::OperationKind;
  constexpr auto kCase = domain::EntityKind::case_;
  domain::Operation operation;
  operation.kind = patch;
  operation.entity = kCase;
  operation.changes = {
      {"title", std::string("01a202f7-00ef-7c48-bb8d-703946fcae4d"), std::string("\"quoted\" \\ 𠮷 \t\n\x1f \xe2\x80\xae")},
      {"latitude", 1.0, -71.06481234567891},
      {"opened_at", std::int64_t{-1}, std::int64_t{9223372036854775807}},
      {"party_id", {}, base::Uuid::parse("0190f3a8-0000-7000-8000-00000000abcd").value()},
  };
  const auto patched = store::readChanges(patch, kCase, store::writeChanges(operation));
  REQUIRE(patched);
  CHECK(patched.value() == operation.changes);

  operation.kind = create;
  for (domain::FieldChange& change : operation.changes) change.before = domain::Value{};
  CHECK(store::writeChanges(operation).starts_with(R"({"title":"\"quoted\")"));
  const auto created = store::readChanges(create, kCase, store::writeChanges(operation));
  REQUIRE(created);
  CHECK(created.value() == operation.changes);

  for (const char* rubbish :
       {"", "{", "[]", R"({"title":1})", R"({"party_id":"x"})", R"({"opened_at":1.5})", R"({"no_field":1})"})
    CHECK_FALSE(store::readChanges(create, kCase, rubbish));
  for (const char* rubbish : {R"({"title":"a"})", R"({"title":["a"]})", R"({"opened_at":["1",2]})"})
    CHECK_FALSE(store::readChanges(patch, kCase, rubbish));
}

TEST_CASE("listeners hear of a write after it is durable, and not of one that failed", "[store]") {
  Hall hall;
  int heard = 0;
  const auto token = hall.store().listen([&](const store::Announcement& what) { heard += what.parties ? 1 : 0; });
  hall.addPerson("孙八");
  CHECK(heard == 1);
  desk::NewParty nobody;
  CHECK_FALSE(desk::registerParty(hall.desk(), nobody));
  CHECK(heard == 1);
  hall.store().unlisten(token);
  hall.addPerson("周九");
  CHECK(heard == 1);
}
