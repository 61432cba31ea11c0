// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <set>

#include "desk/cases.h"
#include "desk/contacts.h"
#include "desk/rating_pad.h"
#include "desk/scorecard.h"
#include "domain/operation.h"
#include "testkit/hall.h"
#include "testkit/office.h"

using namespace ow;
using base::ErrorKind;
using Catch::Approx;
using testkit::Hall;
using testkit::Office;

namespace {

const insight::Period kJanuary = insight::parsePeriod("2026-01").value();

}  // namespace

TEST_CASE("a figure follows what happens to its cases", "[desk][scorecard]") {
  Office office;
  std::vector<domain::CaseId> cases;
  for (int i = 0; i < 12; ++i) cases.push_back(office.open(office.permit));
  CHECK(office.figure("process.opened").value == Approx(12));
  CHECK(office.figure("customer.completion").count == insight::Count{0, 0});  // none is due yet
  for (int i = 0; i < 6; ++i) office.finish(cases[std::size_t(i)]);
  CHECK(office.figure("customer.in_time").count == insight::Count{6, 6});
  office.hall.clock.advance(std::chrono::days(7));
  for (int i = 6; i < 10; ++i) office.finish(cases[std::size_t(i)]);
  CHECK(office.figure("customer.in_time").count == insight::Count{6, 10});
  CHECK(office.figure("customer.completion").count == insight::Count{10, 12});
  CHECK(office.figure("customer.days_p90").value == Approx(5));
  // Taken up again it has not ended any more.
  REQUIRE(
      desk::moveCase(office.hall.desk(), {cases[0], domain::CaseEventKind::reopened, domain::CaseState::closed, {}, "复议"}));
  CHECK(office.figure("customer.completion").count == insight::Count{9, 12});
  CHECK(office.figure("process.ended").value == Approx(9));
}

TEST_CASE("one more rating changes the figure of its day and of its case, and counts no day anew",
          "[desk][scorecard][rating]") {
  Office office;
  std::vector<domain::CaseId> cases;
  for (int day = 0; day < 10; ++day) {
    for (int i = 0; i < 2; ++i) {
      cases.push_back(office.open(office.card));
      office.finish(cases.back());
    }
    office.hall.clock.advance(std::chrono::days(1));
  }
  CHECK(office.figure("customer.response_rate").count == insight::Count{0, 20});
  const std::string days = "SELECT count(*) FROM tally_day WHERE source = 'rating' OR source = 'case_closed'";
  const auto kept = office.number(days);
  CHECK(kept == 2 * 15);
  for (const int level : {1, 2, 3, 4, 5, 5}) {
    office.rate(cases.back(), level);
    cases.pop_back();
  }
  CHECK(office.number(days) == kept);
  CHECK(office.number("SELECT count(*) FROM tally_late WHERE source = 'rating'") == 6);
  CHECK(office.number("SELECT count(*) FROM tally_late WHERE source = 'case_closed'") == 6);
  CHECK(office.figure("customer.good_rate").count == insight::Count{3, 6});
  CHECK(office.figure("customer.csat").count == insight::Count{2, 6});
  CHECK(office.figure("customer.response_rate").count == insight::Count{6, 20});
  CHECK(office.figure("customer.good_rate").sample == insight::SampleSize::small);
  CHECK(office.number("SELECT count(*) FROM tally_late") == 0);
}

TEST_CASE("a case that is due later today is no failure yet, and one when its limit is over", "[desk][scorecard]") {
  Office office;
  for (int i = 0; i < 6; ++i) office.open(office.permit);  // on Monday, due on Wednesday
  office.hall.clock.set(testkit::at("2026-01-07T10:00:00+08:00"));
  CHECK(office.figure("customer.completion").count == insight::Count{0, 0});
  office.hall.clock.set(testkit::at("2026-01-07T23:00:00+08:00"));
  CHECK(office.figure("customer.completion").count == insight::Count{0, 6});
  CHECK(office.behind({"customer.completion", kJanuary, desk::Behind::rest, insight::Split::all, ""}).size() == 6);
}

TEST_CASE("every figure opens its cases, as many as it says", "[desk][scorecard]") {
  Office office;
  std::vector<domain::CaseId> cases;
  for (int i = 0; i < 9; ++i) cases.push_back(office.open(i % 3 == 0 ? office.card : office.permit));
  office.hall.clock.advance(std::chrono::days(5));
  for (int i = 0; i < 8; ++i) office.finish(cases[std::size_t(i)]);
  const auto registry = desk::indicatorsOf(office.hall.desk()).value();
  for (const insight::Indicator& indicator : registry.indicators) {
    CAPTURE(indicator.id);
    const auto figure = office.figure(indicator.id);
    desk::BehindQuestion question{indicator.id, kJanuary, desk::Behind::numerator, insight::Split::all, ""};
    const auto hits = office.behind(question);
    CHECK(std::int64_t(hits.size()) == figure.count.hits);
    if (indicator.kind != insight::FigureKind::share) continue;
    question.part = desk::Behind::denominator;
    CHECK(std::int64_t(office.behind(question).size()) == figure.count.trials);
    question.part = desk::Behind::rest;
    CHECK(std::int64_t(office.behind(question).size()) == figure.count.trials - figure.count.hits);
  }
  desk::BehindQuestion late{"customer.in_time", kJanuary, desk::Behind::rest, insight::Split::all, ""};
  const auto lines = office.behind(late);
  REQUIRE_FALSE(lines.empty());
  CHECK(lines.front().title == "施工许可");
  CHECK(lines.front().department == "区人社局");
  CHECK(lines.front().usedDays == 4);
  CHECK_FALSE(lines.front().caseNumber.empty());
}

TEST_CASE("the members of a split add up to the whole, and each opens its own cases", "[desk][scorecard]") {
  Office office;
  for (int i = 0; i < 17; ++i) office.finish(office.open(i < 11 ? office.card : office.permit));
  const auto split = desk::splitFigure(office.hall.desk(), "customer.in_time", kJanuary, insight::Split::service).value();
  CHECK(split.whole.figure.count == insight::Count{17, 17});
  REQUIRE(split.lines.size() == 2);
  std::int64_t sum = 0;
  for (const desk::SplitLine& line : split.lines) {
    sum += line.figure.count.trials;
    CHECK_FALSE(line.rank);  // both are small samples
    const auto lines =
        office.behind({"customer.in_time", kJanuary, desk::Behind::denominator, insight::Split::service, line.member});
    CHECK(std::int64_t(lines.size()) == line.figure.count.trials);
    for (const desk::BehindLine& one : lines) CHECK(one.title == line.name);
  }
  CHECK(sum == 17);
}

TEST_CASE("a member too small to be shown cannot be had from the whole and the others either", "[desk][scorecard][privacy]") {
  Office office;
  const auto third = office.hall.addService("社保卡", {5, domain::LimitUnit::workingDay}, "C", domain::CaseType::instant);
  for (int i = 0; i < 20; ++i) office.finish(office.open(office.card));
  for (int i = 0; i < 9; ++i) office.finish(office.open(office.permit));
  office.finish(office.open(third));
  const auto split = desk::splitFigure(office.hall.desk(), "customer.in_time", kJanuary, insight::Split::service).value();
  CHECK(split.hidden == 2);  // one alone would be the whole less the rest
  REQUIRE(split.lines.size() == 1);
  CHECK(split.lines.front().name == "居住证办理");
}

TEST_CASE("a service too small to be shown cannot be had from its department either", "[desk][scorecard][privacy]") {
  Office office;
  base::IdSource ids(office.hall.clock, office.hall.random);
  const auto finishSome = [&](const char* name, const char* department, int cases) {
    domain::Service service;
    service.id = ids.make<domain::ServiceId>();
    service.code = service.name = name;
    service.department = department;
    service.caseType = domain::CaseType::instant;
    service.promisedAmount = 5;
    service.promisedUnit = domain::LimitUnit::workingDay;
    service.jurisdiction = "CN";
    domain::OperationWriter writer(ids, office.hall.clock.now(), {std::nullopt, "007", "test", std::nullopt});
    writer.create(service);
    REQUIRE(office.hall.store().commit(writer.take()));
    for (int i = 0; i < cases; ++i) office.finish(office.open(service.id));
  };
  finishSome("甲一", "区人社局", 20);
  finishSome("甲二", "区人社局", 1);
  finishSome("乙一", "区住建局", 30);
  finishSome("乙二", "区住建局", 10);
  finishSome("乙三", "区住建局", 4);
  const auto split = desk::splitFigure(office.hall.desk(), "customer.in_time", kJanuary, insight::Split::service).value();
  // Together the two small ones are enough, but each department is shown and would tell its own.
  CHECK(split.hidden == 4);
  REQUIRE(split.lines.size() == 1);
  CHECK(split.lines.front().name == "乙一");
}

TEST_CASE("figures are a supervisor's", "[desk][scorecard][rights]") {
  Office office(domain::Role::clerk);
  const auto isRefused = [](const auto& answer) {
    return !answer && answer.error().kind == ErrorKind::notAllowed && answer.error().fact("rule") == "supervisor_only";
  };
  CHECK(isRefused(desk::scorecardOf(office.hall.desk(), kJanuary)));
  CHECK(isRefused(desk::splitFigure(office.hall.desk(), "customer.in_time", kJanuary, insight::Split::clerk)));
  CHECK(isRefused(desk::trendOf(office.hall.desk(), "customer.in_time", kJanuary.days.to, 12)));
  CHECK(isRefused(desk::behind(office.hall.desk(), {"customer.in_time", kJanuary, {}, {}, ""}, {}, 10)));
  CHECK(isRefused(desk::ageingOf(office.hall.desk())));
}

TEST_CASE("a month like the others is no signal, and a month unlike them is", "[desk][scorecard]") {
  Office office;
  // Fourteen months of twenty cases: in time but for one or two; in the last one hardly any.
  for (int month = 0; month < 14; ++month) {
    std::vector<domain::CaseId> late;
    for (int i = 0; i < 20; ++i) {
      const auto id = office.open(office.permit);
      if (i < (month == 13 ? 17 : 1 + month % 2))
        late.push_back(id);
      else
        office.finish(id);
    }
    office.hall.clock.advance(std::chrono::days(10));
    for (const auto id : late) office.finish(id);
    const auto today = std::chrono::floor<std::chrono::days>(office.hall.clock.now() + std::chrono::hours(8));
    const base::Date date{today};
    const auto next = std::chrono::sys_days{(date.year() / date.month() + std::chrono::months(1)) / std::chrono::day(6)};
    office.hall.clock.advance(std::chrono::duration_cast<std::chrono::seconds>(next - today));
  }
  const auto last = base::Date{std::chrono::year{2027} / 2 / 28};
  const auto trend = desk::trendOf(office.hall.desk(), "customer.in_time", last, 14).value();
  REQUIRE(trend.points.size() == 14);
  CHECK(trend.points.front().period.text == "2026-01");
  CHECK(trend.baselinePoints >= 12);
  for (std::size_t i = 0; i + 1 < trend.points.size(); ++i) CHECK(trend.points[i].runSignals.empty());
  REQUIRE_FALSE(trend.points.back().runSignals.empty());
  CHECK(trend.points.back().runSignals.front().direction == insight::Direction::down);
  // Too few months set no limits, and no limits give no signal.
  const auto few = desk::trendOf(office.hall.desk(), "customer.in_time", last, 6).value();
  CHECK(few.baselinePoints == 0);
  for (const desk::TrendPoint& point : few.points) CHECK_FALSE(point.limits);
  // Of a month too small to be shown no signal tells what it was.
  std::vector<domain::CaseId> late;
  for (int i = 0; i < 4; ++i) late.push_back(office.open(office.permit));
  office.hall.clock.advance(std::chrono::days(10));
  for (const auto id : late) office.finish(id);
  const auto small =
      desk::trendOf(office.hall.desk(), "customer.in_time", base::Date{std::chrono::year{2027} / 3 / 31}, 15).value();
  CHECK(small.points.back().figure.count == insight::Count{0, 4});
  CHECK_FALSE(small.points.back().limits);
  CHECK(small.points.back().runSignals.empty());
}

TEST_CASE("open cases are counted by their age beside what has ended", "[desk][scorecard]") {
  Office office;
  for (int i = 0; i < 3; ++i) office.open(office.permit);
  office.hall.clock.advance(std::chrono::days(14));
  for (int i = 0; i < 4; ++i) office.open(office.card);
  const auto ageing = desk::ageingOf(office.hall.desk()).value();
  REQUIRE(ageing.all.size() == 5);
  CHECK(ageing.all[0].open == 4);
  CHECK(ageing.all[0].overdue == 0);
  CHECK(ageing.all[1].open == 3);
  CHECK(ageing.all[1].overdue == 3);
  REQUIRE(ageing.departments.size() == 1);
  CHECK(ageing.departments.front().first == "区人社局");
}
