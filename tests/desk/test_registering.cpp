// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/cases.h"
#include "desk/contacts.h"
#include "desk/drafts.h"
#include "desk/parties.h"
#include "desk/profile.h"
#include "desk/registered.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::Hall;

namespace {

const domain::Limit kFiveDays{5, domain::LimitUnit::workingDay};

domain::DraftId keep(Hall& hall, const std::string& form, domain::DraftId id = {}) {
  desk::Draft draft;
  draft.id = id;
  draft.form = form;
  draft.body = "{}";
  return desk::saveDraft(hall.desk(), draft).value();
}

std::int64_t count(Hall& hall, const std::string& table) {
  return hall.store().read().value().connection().integer("SELECT count(*) FROM " + table).value();
}

desk::NewContact asked() {
  desk::NewContact contact;
  contact.subject = "asked how long it takes";
  return contact;
}

}  // namespace

TEST_CASE("a registered form's draft is gone with the registration, without anybody discarding it", "[desk][draft]") {
  Hall hall;
  const auto draft = keep(hall, "contact");
  REQUIRE(desk::registerContact(hall.desk(), asked(), draft));
  hall.restart();
  CHECK(desk::drafts(hall.desk()).value().empty());
  CHECK(count(hall, "interaction") == 1);
}

TEST_CASE("a contact registered twice from one draft is one contact", "[desk][draft]") {
  Hall hall;
  const auto draft = keep(hall, "contact");
  CHECK_FALSE(desk::registeredAs(hall.desk(), draft).value());
  const auto first = desk::registerContact(hall.desk(), asked(), draft).value();
  keep(hall, "contact", draft);  // a last keystroke that was written behind the registration, then the power went
  hall.restart();
  REQUIRE(desk::drafts(hall.desk()).value().size() == 1);
  CHECK(desk::registeredAs(hall.desk(), draft).value() == domain::anyId(first));
  CHECK(desk::registerContact(hall.desk(), asked(), draft).value() == first);
  CHECK(count(hall, "interaction") == 1);
}

TEST_CASE("a case opened twice from one draft is one case, and no number is used up", "[desk][draft]") {
  Hall hall;
  desk::NewCase given;
  given.service = hall.addService("出生登记", kFiveDays);
  const auto draft = keep(hall, "case");
  const auto first = desk::openCase(hall.desk(), given, draft).value();
  hall.restart();
  const auto again = desk::openCase(hall.desk(), given, draft).value();
  CHECK(again.id == first.id);
  CHECK(again.number == first.number);
  CHECK(again.dueAt == first.dueAt);
  CHECK(count(hall, "case_record") == 1);
  CHECK(count(hall, "case_event") == 1);
  CHECK(desk::openCase(hall.desk(), given).value().number.find("-00002-") != std::string::npos);
}

TEST_CASE("a person registered twice from one draft is one person, with a number or without", "[desk][draft]") {
  Hall hall;
  for (const char* number : {"", "11010519491231002X"}) {
    INFO(number);
    desk::NewParty given;
    given.name = "张三";
    given.identifierType = domain::IdentifierType::citizenId;
    given.identifier = number;
    const auto draft = keep(hall, "party");
    const auto before = count(hall, "party");
    const auto first = desk::registerParty(hall.desk(), given, draft).value();
    hall.restart();
    CHECK(desk::registerParty(hall.desk(), given, draft).value() == first);
    CHECK(count(hall, "party") == before + 1);
  }
}

TEST_CASE("a registration that is refused keeps the draft, and what is put right goes in", "[desk][draft]") {
  Hall hall;
  const auto draft = keep(hall, "contact");
  desk::NewContact contact = asked();
  contact.text = "\xff";
  CHECK_FALSE(desk::registerContact(hall.desk(), contact, draft));
  CHECK(desk::drafts(hall.desk()).value().size() == 1);
  CHECK_FALSE(desk::registeredAs(hall.desk(), draft).value());
  contact.text = "mended";
  REQUIRE(desk::registerContact(hall.desk(), contact, draft));
  CHECK(desk::drafts(hall.desk()).value().empty());
}

TEST_CASE("two forms are two registrations, however alike", "[desk][draft]") {
  Hall hall;
  const auto one = desk::registerContact(hall.desk(), asked(), keep(hall, "contact")).value();
  CHECK(desk::registerContact(hall.desk(), asked(), keep(hall, "contact")).value() != one);
  CHECK(desk::registerContact(hall.desk(), asked()).value() != desk::registerContact(hall.desk(), asked()).value());
}

TEST_CASE("a saved note takes its draft with it", "[desk][draft]") {
  Hall hall;
  const auto opened = hall.openCase(hall.addService("出生登记", kFiveDays));
  const auto draft = keep(hall, "note"), other = keep(hall, "note");
  REQUIRE(desk::addNote(hall.desk(), opened.id, "rang, nobody answered", draft));
  hall.restart();
  const auto left = desk::drafts(hall.desk()).value();
  REQUIRE(left.size() == 1);
  CHECK(left[0].id == other);
}
