// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/inbox.h"
#include "testkit/hall.h"

using namespace ow;
using desk::InboxView;
using testkit::Hall;

namespace {

std::vector<desk::InboxRow> rows(Hall& hall, InboxView view, const std::string& text = "") {
  const auto keys = desk::inbox(hall.desk(), {view, text, {}});
  REQUIRE(keys);
  const auto rows = desk::inboxRows(hall.desk(), keys.value().keys);
  REQUIRE(rows);
  return rows.value();
}

std::vector<std::string> titles(Hall& hall, InboxView view, const std::string& text = "") {
  std::vector<std::string> titles;
  for (const auto& row : rows(hall, view, text)) titles.push_back(row.title);
  return titles;
}

using Titles = std::vector<std::string>;

// Monday 2 March 2026, 09:30: opened cases of one, three and twenty working days.
struct Monday {
  Hall hall{"2026-03-02T09:30:00+08:00"};
  domain::ServiceId one = hall.addService("一天", {1, domain::LimitUnit::workingDay}, "", domain::CaseType::instant);
  domain::ServiceId three = hall.addService("三天", {3, domain::LimitUnit::workingDay});
  domain::ServiceId twenty = hall.addService("二十天", {20, domain::LimitUnit::workingDay});
  domain::PartyId person = hall.addPerson("张三丰", "", "13800138000");
  desk::OpenedCase slow = hall.openCase(twenty, person, "slow");
  desk::OpenedCase middle = hall.openCase(three, {}, "middle");
  desk::OpenedCase quick = hall.openCase(one, {}, "quick");
};

}  // namespace

TEST_CASE("the inbox is ordered by real deadline, never by when a case came in", "[desk][inbox]") {
  Monday monday;
  CHECK(titles(monday.hall, InboxView::allOpen) == Titles{"quick", "middle", "slow"});
}

TEST_CASE("each view holds the cases that its name promises, and its count agrees", "[desk][inbox]") {
  Monday monday;
  Hall& hall = monday.hall;
  REQUIRE(desk::assignCase(hall.desk(), monday.middle.id, std::nullopt));
  hall.clock.set(testkit::at("2026-03-04T09:00:00+08:00"));  // Wednesday: quick was due on Tuesday, middle on Thursday
  CHECK(titles(hall, InboxView::overdue) == Titles{"quick"});
  CHECK(titles(hall, InboxView::yellow) == Titles{"middle"});
  CHECK(titles(hall, InboxView::mine) == Titles{"quick", "slow"});
  CHECK(titles(hall, InboxView::unowned) == Titles{"middle"});
  CHECK(titles(hall, InboxView::myWindow).size() == 3);
  CHECK(titles(hall, InboxView::dueToday).empty());
  const auto counts = desk::inboxCounts(hall.desk()).value();
  CHECK(counts.allOpen == 3);
  CHECK(counts.mine == 2);
  CHECK(counts.myWindow == 3);
  CHECK(counts.overdue == 1);
  CHECK(counts.yellow == 1);
  CHECK(counts.unowned == 1);
  CHECK(counts.dueToday == 0);
  hall.clock.set(testkit::at("2026-03-05T09:00:00+08:00"));
  CHECK(titles(hall, InboxView::dueToday) == Titles{"middle"});
}

TEST_CASE("lights follow the clock: green, yellow, red", "[desk][inbox]") {
  Monday monday;
  Hall& hall = monday.hall;
  hall.clock.set(testkit::at("2026-03-04T09:00:00+08:00"));
  const auto shown = rows(hall, InboxView::allOpen);
  REQUIRE(shown.size() == 3);
  CHECK(shown[0].light == domain::Light::red);
  CHECK(shown[1].light == domain::Light::yellow);
  CHECK(shown[2].light == domain::Light::green);
}

TEST_CASE("the filter text finds cases by their own words and by whose they are", "[desk][inbox]") {
  Monday monday;
  CHECK(titles(monday.hall, InboxView::allOpen, "middle") == Titles{"middle"});
  CHECK(titles(monday.hall, InboxView::allOpen, "zsf") == Titles{"slow"});
  CHECK(titles(monday.hall, InboxView::allOpen, "8000") == Titles{"slow"});
  CHECK(titles(monday.hall, InboxView::allOpen, "nothing of the kind").empty());
}

TEST_CASE("a closed case leaves the open views and stands among the recently closed", "[desk][inbox]") {
  Monday monday;
  Hall& hall = monday.hall;
  REQUIRE(desk::finishOnTheSpot(hall.desk(), monday.quick.id, domain::CaseState::received, domain::Outcome::granted, ""));
  CHECK(titles(hall, InboxView::allOpen) == Titles{"middle", "slow"});
  CHECK(titles(hall, InboxView::closedRecently) == Titles{"quick"});
  CHECK(desk::inboxCounts(hall.desk()).value().closedRecently == 1);
  CHECK(titles(hall, InboxView::all).size() == 3);
  hall.clock.advance(std::chrono::days{31});
  CHECK(titles(hall, InboxView::closedRecently).empty());
  CHECK(desk::inboxCounts(hall.desk()).value().closedRecently == 0);
}

TEST_CASE("the citizen in a list is masked", "[desk][inbox][privacy]") {
  Monday monday;
  for (const auto& row : rows(monday.hall, InboxView::allOpen)) CHECK((row.citizen.empty() || row.citizen == "张*丰"));
}

TEST_CASE("rows that have gone are left out, keys that never were too", "[desk][inbox]") {
  Monday monday;
  CHECK(desk::inboxRows(monday.hall.desk(), {999999}).value().empty());
}
