// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

#include "base/time_text.h"
#include "desk/cases.h"
#include "desk/contacts.h"
#include "domain/case_number.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using domain::CaseEventKind;
using domain::CaseState;
using testkit::Hall;

namespace {

const domain::Limit kTwentyDays{20, domain::LimitUnit::workingDay};

desk::CasePage page(Hall& hall, domain::CaseId id) {
  auto page = desk::openCasePage(hall.desk(), id);
  REQUIRE(page);
  return page.value();
}

base::Result<CaseState> move(Hall& hall, domain::CaseId id, CaseEventKind event, CaseState from,
                             std::optional<domain::Outcome> outcome = {}, const std::string& text = "") {
  return desk::moveCase(hall.desk(), {id, event, from, outcome, text});
}

}  // namespace

TEST_CASE("a case is opened with a number of its own, an owner and a due time that can be explained", "[desk][case]") {
  Hall hall("2026-02-11T10:00:00+08:00");
  const auto service = hall.addService("社会保障卡申领", kTwentyDays);
  const auto opened = hall.openCase(service, hall.addPerson("张三"));
  CHECK(domain::CaseNumber::parse(opened.number).value().serial == 1);
  REQUIRE(opened.dueAt);
  CHECK(base::isoText(hall.desk().zone().dateOf(*opened.dueAt)) == "2026-03-17");
  CHECK_FALSE(opened.isDueExpected);

  const auto shown = page(hall, opened.id);
  CHECK(shown.row.title == "社会保障卡申领");
  CHECK(shown.row.owner == "王敏");
  CHECK(shown.row.isMine);
  CHECK(shown.row.state == CaseState::received);
  REQUIRE(shown.clock);
  CHECK(shown.clock->skippedHolidays.front().name == "春节");
  CHECK(hall.openCase(service).number != opened.number);
}

TEST_CASE("numbers of one desk never repeat, over days, restarts and failed openings", "[desk][case][number]") {
  Hall hall;
  const auto service = hall.addService("出生登记", kTwentyDays);
  std::set<std::string> numbers;
  for (int day = 0; day < 3; ++day) {
    for (int i = 0; i < 5; ++i) CHECK(numbers.insert(hall.openCase(service).number).second);
    desk::NewCase bad;
    bad.service = service;
    bad.description = "\xff";
    CHECK_FALSE(desk::openCase(hall.desk(), bad));
    hall.restart();
    hall.clock.advance(std::chrono::hours{24});
  }
  hall.clock.advance(-std::chrono::hours{48});  // somebody set the clock back
  CHECK(numbers.insert(hall.openCase(service).number).second);
}

TEST_CASE("a case goes through its life step by step, and every step stands in its story", "[desk][case]") {
  Hall hall;
  const auto opened = hall.openCase(hall.addService("食品经营许可", kTwentyDays));
  CHECK(move(hall, opened.id, CaseEventKind::accepted, CaseState::received).value() == CaseState::accepted);
  CHECK(move(hall, opened.id, CaseEventKind::reviewStarted, CaseState::accepted).value() == CaseState::inReview);
  CHECK(move(hall, opened.id, CaseEventKind::decided, CaseState::inReview).error().fact("field") == "outcome");
  CHECK(move(hall, opened.id, CaseEventKind::decided, CaseState::inReview, domain::Outcome::granted).value() ==
        CaseState::decided);
  CHECK(move(hall, opened.id, CaseEventKind::closed, CaseState::decided).value() == CaseState::closed);
  const auto shown = page(hall, opened.id);
  CHECK(shown.outcome == domain::Outcome::granted);
  CHECK(shown.closedAt == hall.clock.now());
  CHECK(shown.row.light == domain::Light::none);
  REQUIRE(shown.story.size() == 5);
  CHECK(shown.story.front().event == CaseEventKind::closed);
  CHECK(shown.story.back().event == CaseEventKind::registered);
  CHECK(shown.story.front().by == "王敏");
}

TEST_CASE("the limit runs from acceptance, not from the day the papers came", "[desk][case][due]") {
  Hall hall("2026-03-02T09:30:00+08:00");
  const auto opened = hall.openCase(hall.addService("食品经营许可", {10, domain::LimitUnit::workingDay}));
  CHECK(base::isoText(hall.desk().zone().dateOf(*opened.dueAt)) == "2026-03-16");
  hall.clock.set(testkit::at("2026-03-04T15:00:00+08:00"));
  REQUIRE(move(hall, opened.id, CaseEventKind::accepted, CaseState::received));
  CHECK(base::isoText(hall.desk().zone().dateOf(*page(hall, opened.id).row.dueAt)) == "2026-03-18");
}

TEST_CASE("a move that somebody else made first is told, not repeated", "[desk][case][conflict]") {
  Hall hall;
  const auto opened = hall.openCase(hall.addService("食品经营许可", kTwentyDays));
  REQUIRE(move(hall, opened.id, CaseEventKind::accepted, CaseState::received));
  const auto again = move(hall, opened.id, CaseEventKind::accepted, CaseState::received);
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == ErrorKind::conflict);
  CHECK(again.error().fact("state") == "accepted");
}

TEST_CASE("a move that the lifecycle does not know is refused and changes nothing", "[desk][case]") {
  Hall hall;
  const auto opened = hall.openCase(hall.addService("食品经营许可", kTwentyDays));
  CHECK(move(hall, opened.id, CaseEventKind::closed, CaseState::received).error().kind == ErrorKind::notAllowed);
  CHECK(page(hall, opened.id).story.size() == 1);
}

TEST_CASE("returning and withdrawing need a reason and end the case; a returned case can be taken up again", "[desk][case]") {
  Hall hall;
  const auto opened = hall.openCase(hall.addService("食品经营许可", kTwentyDays));
  CHECK(move(hall, opened.id, CaseEventKind::returned, CaseState::received).error().fact("field") == "text");
  REQUIRE(move(hall, opened.id, CaseEventKind::returned, CaseState::received, {}, "form of another city"));
  CHECK(page(hall, opened.id).closedAt);
  REQUIRE(move(hall, opened.id, CaseEventKind::reopened, CaseState::returned, {}, "right form brought"));
  CHECK_FALSE(page(hall, opened.id).closedAt);
  REQUIRE(move(hall, opened.id, CaseEventKind::withdrawn, CaseState::received, {}, "asked to withdraw"));
}

TEST_CASE("a case is reopened after reconsideration: open again, its first decision kept in the story", "[desk][case]") {
  Hall hall;
  const auto opened = hall.openCase(hall.addService("食品经营许可", kTwentyDays));
  REQUIRE(move(hall, opened.id, CaseEventKind::accepted, CaseState::received));
  REQUIRE(move(hall, opened.id, CaseEventKind::decided, CaseState::accepted, domain::Outcome::denied, "no premises"));
  REQUIRE(move(hall, opened.id, CaseEventKind::closed, CaseState::decided));
  REQUIRE(move(hall, opened.id, CaseEventKind::reopened, CaseState::closed, {}, "复议 sent it back"));
  const auto shown = page(hall, opened.id);
  CHECK(shown.row.state == CaseState::inReview);
  CHECK_FALSE(shown.outcome);
  CHECK(std::any_of(shown.story.begin(), shown.story.end(), [](const auto& item) { return item.text == "no premises"; }));
}

TEST_CASE("an instant case is finished on the spot in one commit", "[desk][case]") {
  Hall hall;
  const auto opened = hall.openCase(
      hall.addService("住房公积金缴存证明", {30, domain::LimitUnit::workingMinute}, "", domain::CaseType::instant));
  CHECK(page(hall, opened.id).caseType == domain::CaseType::instant);
  REQUIRE(desk::finishOnTheSpot(hall.desk(), opened.id, CaseState::received, domain::Outcome::granted, "printed"));
  const auto shown = page(hall, opened.id);
  CHECK(shown.row.state == CaseState::closed);
  CHECK(shown.story.size() == 4);
}

TEST_CASE("a promised case is not finished on the spot: its steps have limits of their own", "[desk][case]") {
  Hall hall;
  const auto opened = hall.openCase(hall.addService("食品经营许可", kTwentyDays));
  const auto refused = desk::finishOnTheSpot(hall.desk(), opened.id, CaseState::received, domain::Outcome::granted, "");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::notAllowed);
  CHECK(refused.error().fact("rule") == "not_instant");
  CHECK(page(hall, opened.id).row.state == CaseState::received);
}

TEST_CASE("notes, owner, priority and links stand in the story", "[desk][case]") {
  Hall hall;
  const auto service = hall.addService("食品经营许可", kTwentyDays);
  const auto first = hall.openCase(service), second = hall.openCase(service);
  REQUIRE(desk::addNote(hall.desk(), first.id, "rang, nobody answered"));
  CHECK(desk::addNote(hall.desk(), first.id, "  ").error().fact("rule") == "required");
  REQUIRE(desk::assignCase(hall.desk(), first.id, std::nullopt));
  CHECK(page(hall, first.id).row.owner.empty());
  REQUIRE(desk::takeCase(hall.desk(), first.id));
  CHECK(page(hall, first.id).row.isMine);
  REQUIRE(desk::setPriority(hall.desk(), first.id, domain::Priority::urgent));
  REQUIRE(desk::linkCases(hall.desk(), first.id, second.id, domain::CaseLinkKind::duplicateOf));
  CHECK(desk::linkCases(hall.desk(), first.id, first.id, domain::CaseLinkKind::related).error().kind == ErrorKind::notAllowed);
  const auto other = page(hall, second.id);
  REQUIRE(other.links.size() == 1);
  CHECK(other.links[0].number == first.number);
  CHECK(page(hall, first.id).story.size() == 6);
}

TEST_CASE("a contact about a case stands in the case's story and on the person's timeline", "[desk][contact]") {
  Hall hall;
  const auto person = hall.addPerson("张三");
  const auto opened = hall.openCase(hall.addService("食品经营许可", kTwentyDays), person);
  desk::NewContact contact;
  contact.caseId = opened.id;
  contact.channel = domain::Channel::phone;
  contact.subject = "asked how long it takes";
  REQUIRE(desk::registerContact(hall.desk(), contact));
  CHECK(page(hall, opened.id).story.size() == 2);
  const auto items = desk::timeline(hall.desk(), person, desk::TimelineFilter::contacts, {}, 10);
  REQUIRE(items);
  REQUIRE(items.value().size() == 1);
  CHECK(items.value()[0].caseNumber == opened.number);
  contact.subject = " ";
  CHECK(desk::registerContact(hall.desk(), contact).error().fact("field") == "subject");
}

TEST_CASE("services are found by words, pinyin and department", "[desk][service]") {
  Hall hall;
  hall.addService("社会保障卡申领", kTwentyDays, "A-1");
  hall.addService("食品经营许可", kTwentyDays, "B-1");
  for (const char* typed : {"社会保障", "保障卡", "shbz", "shehuibao", "bzk", "A-1"}) {
    INFO(typed);
    const auto found = desk::findServices(hall.desk(), typed, 10).value();
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == "社会保障卡申领");
  }
  CHECK(desk::findServices(hall.desk(), "", 10).value().size() == 2);
  CHECK(desk::findServices(hall.desk(), "人社", 10).value().size() == 2);
}

TEST_CASE("no case number is given twice, whatever the clock of the desk does", "[desk][case][clock]") {
  Hall hall;
  const auto service = hall.addService("出生登记", {5, domain::LimitUnit::workingDay});
  std::set<std::string> numbers;
  std::set<int> serialsOfTheDay;
  for (const char* now : {"2026-03-02T09:30:00+08:00", "2036-07-01T09:30:00+08:00", "2026-03-02T09:30:00+08:00",
                          "2016-01-01T00:00:00+08:00", "2036-07-01T23:59:59+08:00", "2026-03-02T00:00:00+08:00"}) {
    hall.clock.set(testkit::at(now));
    for (int i = 0; i < 2; ++i) {
      const std::string number = hall.openCase(service).number;
      numbers.insert(number);
      if (number.find("-20260302-") != std::string::npos)
        serialsOfTheDay.insert(domain::CaseNumber::parse(number).value().serial);
      hall.restart();
    }
  }
  CHECK(numbers.size() == 12);
  CHECK(serialsOfTheDay == std::set<int>{1, 2, 3, 4, 5, 6});  // the day goes on where it stood
}
