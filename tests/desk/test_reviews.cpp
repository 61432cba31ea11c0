// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "desk/cases.h"
#include "desk/opening.h"
#include "desk/rating_pad.h"
#include "desk/rating_set.h"
#include "desk/reviews.h"
#include "desk/scorecard.h"
#include "desk/unlock.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using domain::ReviewEvent;
using domain::ReviewState;
using testkit::Hall;

namespace {

// 王敏 serves at the window; two supervisors look after what citizens say.
struct Loop {
  Hall hall;
  std::shared_ptr<desk::Desk> clerk = hall.sharedDesk();
  domain::ServiceId service = hall.addService("居住证办理", {5, domain::LimitUnit::workingDay}, "", domain::CaseType::instant);
  domain::PartyId person = hall.addPerson("张三");
  domain::StaffId colleague = hall.addClerk("li.na", "李娜");

  Loop() {
    for (const char* login : {"zhao.lei", "sun.fang"})
      REQUIRE(desk::addClerk(hall.store(),
                             {login, login, base::Redacted<std::string>(Hall::kPassphrase), domain::Role::supervisor},
                             hall.ports(), store::Hardness::cheap()));
  }
  // The store is one; who sits at the desk changes.
  void seat(const char* login) {
    clerk.reset();
    hall.close();
    hall.seat(login);
    clerk = hall.sharedDesk();
  }
  void rate(int level, std::vector<std::string> reasons = {}) {
    const auto id = hall.openCase(service, person).id;
    const auto pad = desk::RatingPad::over(clerk).value();
    REQUIRE(
        pad->rate(desk::inviteToRate(*clerk, id).value(), {.level = level, .reasons = std::move(reasons), .text = "等了很久"}));
  }
  std::vector<desk::ReviewRow> open() { return desk::reviewsOf(*clerk, desk::ReviewsShown::open, {}, 50).value().rows; }
  base::Result<ReviewState> move(desk::ReviewMove move) {
    move.id = review;
    move.expected = state;
    const auto moved = desk::moveReview(*clerk, move);
    if (moved) state = moved.value();
    return moved;
  }
  std::string ruleOf(desk::ReviewMove move) {
    const auto moved = this->move(std::move(move));
    REQUIRE_FALSE(moved);
    return std::string(moved.error().fact("rule"));
  }
  insight::Figure figure(const char* id) {
    const auto card = desk::scorecardOf(*clerk, insight::parsePeriod("2026-03").value()).value();
    for (const auto& line : card.lines)
      if (line.indicator.id == id) return line.figure;
    return {};
  }

  domain::RatingReviewId review;
  ReviewState state = ReviewState::opened;
};

}  // namespace

TEST_CASE("a bad rating opens its review by itself, a good one does not", "[desk][review]") {
  Loop loop;
  for (const int level : {1, 2, 3, 4, 5}) loop.rate(level);
  loop.seat("zhao.lei");
  const auto open = loop.open();
  REQUIRE(open.size() == 2);
  CHECK(open[0].level == 4);
  CHECK(open[1].level == 5);
  CHECK(open[1].clerk == "王敏");
  CHECK(open[1].service == "居住证办理");
  const base::Date tomorrow{std::chrono::year{2026} / 3 / 3};
  CHECK(open[1].dueAt == domain::bundledCalendar("CN").closeOfBusiness(tomorrow));  // one working day to verify
  CHECK_FALSE(open[1].isOverdue);
  const auto sheet = desk::openReview(*loop.clerk, open[1].id).value();
  CHECK(sheet.text == "等了很久");
  CHECK(sheet.row.caseNumber == open[1].caseNumber);
}

TEST_CASE("the loop closes: assigned, verified, put right, answered, called back, closed, and the scorecard shows it",
          "[desk][review]") {
  Loop loop;
  for (int i = 0; i < 6; ++i) loop.rate(5, {"efficiency.slow"});
  loop.seat("zhao.lei");
  const auto open = loop.open();
  REQUIRE(open.size() == 6);
  CHECK(loop.figure("process.review_replied").count == insight::Count{0, 0});  // all are within their limit
  loop.review = open.front().id;
  REQUIRE(loop.move({.event = ReviewEvent::assigned, .assignee = loop.colleague}));
  loop.hall.clock.advance(std::chrono::hours(2));
  CHECK(loop.ruleOf({.event = ReviewEvent::confirmed}) == "required");
  REQUIRE(loop.move({.event = ReviewEvent::confirmed, .text = "窗口只有一人, 等候四十分钟"}));
  CHECK(loop.ruleOf({.event = ReviewEvent::closed}) == "transition");
  CHECK(loop.ruleOf({.event = ReviewEvent::replied, .text = "已增开窗口"}) == "required");
  REQUIRE(loop.move({.event = ReviewEvent::replied, .text = "已增开窗口, 向您道歉", .measure = "增开一个窗口"}));
  REQUIRE(loop.move({.event = ReviewEvent::calledBack, .level = 5}));
  REQUIRE(loop.move({.event = ReviewEvent::sentBack}));
  REQUIRE(loop.move({.event = ReviewEvent::replied, .text = "再次道歉", .measure = "增开两个窗口"}));
  REQUIRE(loop.move({.event = ReviewEvent::calledBack, .level = 2}));
  REQUIRE(loop.move({.event = ReviewEvent::closed}));
  CHECK(loop.state == ReviewState::closed);
  CHECK(loop.open().size() == 5);
  const auto sheet = desk::openReview(*loop.clerk, loop.review).value();
  CHECK(sheet.verifiedBy == "zhao.lei");
  CHECK(sheet.review.callBackLevel == 2);
  CHECK(sheet.review.measure == "增开两个窗口");
  CHECK(std::none_of(sheet.actions.begin(), sheet.actions.end(), [](const auto& action) { return action.isAllowed; }));
  CHECK(loop.figure("process.review_replied").count == insight::Count{1, 1});
  CHECK(loop.figure("process.review_verified_in_time").count == insight::Count{1, 1});
  CHECK(loop.figure("process.review_content").count == insight::Count{1, 1});
}

TEST_CASE("a review within its limit is no failure yet: it counts when its step was done, or its limit is over",
          "[desk][review]") {
  Loop loop;
  for (int i = 0; i < 6; ++i) loop.rate(5);
  loop.seat("zhao.lei");
  const auto count = [&](const char* id) { return loop.figure(id).count; };
  CHECK(count("process.review_verified_in_time") == insight::Count{0, 0});
  const auto begin = [&](std::size_t which) {
    loop.review = desk::reviewsOf(*loop.clerk, desk::ReviewsShown::all, {}, 10).value().rows[which].id;
    loop.state = ReviewState::opened;
    REQUIRE(loop.move({.event = ReviewEvent::assigned, .assignee = loop.colleague}));
  };
  begin(0);
  REQUIRE(loop.move({.event = ReviewEvent::confirmed, .text = "属实"}));
  CHECK(count("process.review_verified_in_time") == insight::Count{1, 1});
  loop.hall.clock.set(testkit::at("2026-03-04T09:00:00+08:00"));  // their limit was yesterday's close
  CHECK(count("process.review_verified_in_time") == insight::Count{1, 6});
  begin(1);
  REQUIRE(loop.move({.event = ReviewEvent::explained, .text = "依规定不能办理"}));
  CHECK(count("process.review_verified_in_time") == insight::Count{1, 6});  // too late, and counted once
  // Nobody had to have been answered yet.
  CHECK(count("process.review_replied") == insight::Count{0, 0});
  REQUIRE(loop.move({.event = ReviewEvent::replied, .text = "已说明"}));
  CHECK(count("process.review_replied") == insight::Count{1, 1});
  begin(2);
  REQUIRE(loop.move({.event = ReviewEvent::appealed, .text = "误评"}));
  loop.seat("sun.fang");
  REQUIRE(loop.move({.event = ReviewEvent::voided, .text = "属误评"}));
  loop.hall.clock.set(testkit::at("2026-03-31T09:00:00+08:00"));
  CHECK(count("process.review_replied") == insight::Count{1, 5});  // what was voided is owed no answer
  CHECK(count("process.review_rectified_in_time") == insight::Count{0, 1});
  CHECK(count("process.review_verified_in_time") == insight::Count{1, 6});
}

TEST_CASE("whoever served has no hand in it, and cannot even look", "[desk][review][rights]") {
  Loop loop;
  loop.rate(5);
  loop.seat("zhao.lei");
  loop.review = loop.open().front().id;
  const auto served = desk::openReview(*loop.clerk, loop.review).value().review.clerkId;
  CHECK(loop.ruleOf({.event = ReviewEvent::assigned, .assignee = served}) == "own_rating");
  loop.seat(Hall::kLogin);
  CHECK(desk::openReview(*loop.clerk, loop.review).error().fact("rule") == "own_rating");
  CHECK(loop.ruleOf({.event = ReviewEvent::confirmed, .text = "x"}) == "own_rating");
  CHECK(desk::reviewsOf(*loop.clerk, desk::ReviewsShown::open, {}, 10).error().fact("rule") == "supervisor_only");
  CHECK(desk::reviewsOf(*loop.clerk, desk::ReviewsShown::mine, {}, 10).value().rows.empty());
}

TEST_CASE("a supervisor who served is whoever served", "[desk][review][rights]") {
  Loop loop;
  loop.seat("zhao.lei");
  loop.rate(5);
  CHECK(loop.open().empty());
  CHECK(desk::glanceAtReviews(*loop.clerk, 0).value().arrived == 0);
  loop.seat("sun.fang");
  loop.review = loop.open().front().id;
  loop.seat("zhao.lei");
  CHECK(desk::openReview(*loop.clerk, loop.review).error().fact("rule") == "own_rating");
  CHECK(loop.ruleOf({.event = ReviewEvent::assigned, .assignee = loop.colleague}) == "own_rating");
}

TEST_CASE("a glance tells how much is open and what came since the one before", "[desk][review]") {
  Loop loop;
  loop.rate(5);
  loop.rate(1);
  loop.seat("zhao.lei");
  const auto first = desk::glanceAtReviews(*loop.clerk, std::nullopt).value();
  CHECK(first.open == 1);
  CHECK(first.arrived == 0);
  CHECK(desk::glanceAtReviews(*loop.clerk, first.last).value().arrived == 0);
  loop.seat(Hall::kLogin);
  loop.rate(4);
  loop.rate(5);
  loop.seat("zhao.lei");
  const auto next = desk::glanceAtReviews(*loop.clerk, first.last).value();
  CHECK(next.open == 3);
  CHECK(next.arrived == 2);
  REQUIRE(next.newest.has_value());
  CHECK(next.newest->level == 5);
  CHECK(next.newest->service == "居住证办理");
  loop.review = loop.open().front().id;
  REQUIRE(loop.move({.event = ReviewEvent::assigned, .assignee = loop.colleague}));
  CHECK(desk::glanceAtReviews(*loop.clerk, next.last).value().arrived == 0);  // a step is no news
}

TEST_CASE("whatever touches ratings says so, and nothing else does", "[desk][review]") {
  Loop loop;
  std::vector<bool> heard;
  const auto listening = loop.clerk->listen([&](const desk::Changed& what) { heard.push_back(what.ratings); });
  loop.hall.addPerson("李四");
  REQUIRE(heard.size() == 1);
  CHECK_FALSE(heard.back());
  loop.rate(5);
  CHECK(heard.back());
}

TEST_CASE("an appeal is decided by another one, and what it voids leaves the figures and stays", "[desk][review][rights]") {
  Loop loop;
  for (int i = 0; i < 9; ++i) loop.rate(1);
  loop.rate(5);
  loop.seat("zhao.lei");
  CHECK(loop.figure("customer.good_rate").count == insight::Count{9, 10});
  loop.review = loop.open().front().id;
  REQUIRE(loop.move({.event = ReviewEvent::assigned, .assignee = loop.colleague}));
  REQUIRE(loop.move({.event = ReviewEvent::appealed, .text = "点错了, 电话核实"}));
  CHECK(loop.ruleOf({.event = ReviewEvent::voided, .text = "误评"}) == "same_person");
  loop.seat("sun.fang");
  CHECK(loop.ruleOf({.event = ReviewEvent::voided}) == "required");
  REQUIRE(loop.move({.event = ReviewEvent::voided, .text = "经电话核实属误评"}));
  CHECK(loop.figure("customer.good_rate").count == insight::Count{9, 9});
  CHECK(loop.figure("customer.bad_rate").count == insight::Count{0, 9});
  const auto all = desk::reviewsOf(*loop.clerk, desk::ReviewsShown::all, {}, 10).value().rows;
  REQUIRE(all.size() == 1);
  CHECK(all.front().state == ReviewState::voided);
  {
    auto reader = loop.hall.store().read().value();
    CHECK(reader.connection().integer("SELECT count(*) FROM rating WHERE level = 5").value() == 1);
  }
  // Whoever recounts the sealed set comes to what is published.
  const testkit::TempFolder folder;
  REQUIRE(desk::writeRatingSet(loop.hall.store(), folder / "set.jsonl"));
  const auto counted = desk::recountSet(folder / "set.jsonl").value();
  CHECK(counted.findings.empty());
  CHECK(counted.sealed.total() == 10);
  CHECK(counted.voided.total() == 1);
  CHECK(counted.published().good() == 9);
  CHECK(counted.published().total() == loop.figure("customer.good_rate").count.trials);
}

TEST_CASE("somebody who looks at an old page moves nothing", "[desk][review]") {
  Loop loop;
  loop.rate(4);
  loop.seat("zhao.lei");
  loop.review = loop.open().front().id;
  REQUIRE(loop.move({.event = ReviewEvent::assigned, .assignee = loop.colleague}));
  loop.state = ReviewState::opened;
  const auto moved = loop.move({.event = ReviewEvent::assigned, .assignee = loop.colleague});
  CHECK(moved.error().kind == ErrorKind::conflict);
  CHECK(moved.error().fact("state") == "assigned");
  loop.hall.clock.advance(std::chrono::days(3));
  CHECK(loop.open().front().isOverdue);
}

TEST_CASE("open reviews page by key, the longest open first", "[desk][review]") {
  Loop loop;
  for (int i = 0; i < 7; ++i) {
    loop.rate(5);
    loop.hall.clock.advance(std::chrono::minutes(i % 2));  // some at the same moment
  }
  loop.seat("zhao.lei");
  std::vector<desk::ReviewRow> rows;
  std::optional<std::int64_t> after;
  do {
    const auto page = desk::reviewsOf(*loop.clerk, desk::ReviewsShown::open, after, 3).value();
    rows.insert(rows.end(), page.rows.begin(), page.rows.end());
    after = page.next;
  } while (after);
  REQUIRE(rows.size() == 7);
  CHECK(std::is_sorted(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.openedAt < b.openedAt; }));
}
