// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/cases.h"
#include "desk/contacts.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::Hall;

namespace {

const domain::Limit kFiveDays{5, domain::LimitUnit::workingDay};

// The last thing that a listener heard.
struct Ear {
  explicit Ear(Hall& hall) : token(hall.desk().listen([this](const desk::Changed& what) { last = what; })) {}
  desk::Changed last;
  std::shared_ptr<desk::Desk::Listening> token;
};

}  // namespace

TEST_CASE("a step of a case is told to that case and to whose it is, and to nobody else", "[desk][changed]") {
  Hall hall;
  const auto service = hall.addService("食品经营许可", kFiveDays);
  const auto person = hall.addPerson("张三"), other = hall.addPerson("李四");
  const auto mine = hall.openCase(service, person), theirs = hall.openCase(service, other);
  Ear ear(hall);
  REQUIRE(desk::addNote(hall.desk(), mine.id, "rang"));
  CHECK(ear.last.cases.holds(mine.id));
  CHECK_FALSE(ear.last.cases.holds(theirs.id));
  CHECK(ear.last.parties.holds(person));
  CHECK_FALSE(ear.last.parties.holds(other));
  CHECK_FALSE(ear.last.services);
}

TEST_CASE("a link is told to both cases, a contact to its person", "[desk][changed]") {
  Hall hall;
  const auto service = hall.addService("食品经营许可", kFiveDays);
  const auto person = hall.addPerson("张三");
  const auto one = hall.openCase(service), two = hall.openCase(service);
  Ear ear(hall);
  REQUIRE(desk::linkCases(hall.desk(), one.id, two.id, domain::CaseLinkKind::related));
  CHECK(ear.last.cases.holds(one.id));
  CHECK(ear.last.cases.holds(two.id));
  desk::NewContact contact;
  contact.party = person;
  contact.subject = "asked";
  REQUIRE(desk::registerContact(hall.desk(), contact));
  CHECK(ear.last.parties.holds(person));
  CHECK_FALSE(ear.last.cases);
}

TEST_CASE("a write that touches very many names none of them and concerns everybody", "[desk][changed]") {
  domain::Touched<domain::CaseId> touched;
  base::ManualClock clock{testkit::at("2026-03-02T09:30:00+08:00")};
  base::SeededRandom random{1};
  base::IdSource ids(clock, random);
  const auto first = ids.make<domain::CaseId>(), stranger = ids.make<domain::CaseId>();
  CHECK_FALSE(touched);
  touched.add(first);
  CHECK(touched.holds(first));
  CHECK_FALSE(touched.holds(stranger));
  for (std::size_t i = 0; i < domain::Touched<domain::CaseId>::kMostNamed; ++i) touched.add(ids.make<domain::CaseId>());
  CHECK(touched.isEverything());
  CHECK(touched.holds(stranger));
  CHECK(touched.named().empty());
}
