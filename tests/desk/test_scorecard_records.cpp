// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "desk/cases.h"
#include "desk/scorecard_records.h"
#include "testkit/office.h"

using namespace ow;
using base::ErrorKind;
using Catch::Approx;
using testkit::Office;

namespace {

const insight::Period kJanuary = insight::parsePeriod("2026-01").value();

template <class T>
std::string ruleOf(const base::Result<T>& result) {
  return result ? "taken" : std::string(result.error().fact("rule"));
}
const insight::FrozenFigure& figureIn(const desk::SignedScorecard& card, const std::string& id) {
  for (const insight::FrozenFigure& one : card.frozen.figures)
    if (one.indicator == id) return one;
  FAIL("no such figure was signed");
  return card.frozen.figures.front();
}
// Ten cases of January, eight of them in time, and February has begun.
std::vector<domain::CaseId> playJanuary(Office& office) {
  std::vector<domain::CaseId> cases;
  for (int i = 0; i < 10; ++i) cases.push_back(office.open(office.permit));
  for (int i = 0; i < 8; ++i) office.finish(cases[std::size_t(i)]);
  office.hall.clock.advance(std::chrono::days(10));
  for (int i = 8; i < 10; ++i) office.finish(cases[std::size_t(i)]);
  office.hall.clock.advance(std::chrono::days(20));
  return cases;
}
const insight::Indicator& indicatorIn(const desk::Scorecard& card, const std::string& id) {
  for (const desk::ScorecardLine& line : card.lines)
    if (line.indicator.id == id) return line.indicator;
  FAIL("no such indicator");
  return card.lines.front().indicator;
}

}  // namespace

TEST_CASE("signed figures stand, whatever happens to their cases later", "[desk][scorecard][signoff]") {
  Office office;
  const auto cases = playJanuary(office);
  REQUIRE(desk::signScorecard(office.hall.desk(), kJanuary, ""));
  REQUIRE(
      desk::moveCase(office.hall.desk(), {cases[0], domain::CaseEventKind::reopened, domain::CaseState::closed, {}, "复议"}));
  CHECK(office.figure("customer.in_time").count == insight::Count{7, 9});
  const auto cards = desk::signedScorecards(office.hall.desk(), "2026-01").value();
  REQUIRE(cards.size() == 1);
  CHECK(figureIn(cards.front(), "customer.in_time").count == insight::Count{8, 10});
  CHECK(figureIn(cards.front(), "customer.in_time").value == Approx(0.8));
  CHECK(cards.front().registry == insight::IndicatorRegister::bundled("CN").value().version);
  CHECK_FALSE(cards.front().signedBy.empty());
  CHECK(cards.front().asOf <= cards.front().signedAt);
}

TEST_CASE("who signs once more says why, and the first signature stays readable", "[desk][scorecard][signoff]") {
  Office office;
  const auto cases = playJanuary(office);
  REQUIRE(desk::signScorecard(office.hall.desk(), kJanuary, ""));
  CHECK(ruleOf(desk::signScorecard(office.hall.desk(), kJanuary, "  ")) == "required");
  REQUIRE(
      desk::moveCase(office.hall.desk(), {cases[0], domain::CaseEventKind::reopened, domain::CaseState::closed, {}, "复议"}));
  office.hall.clock.advance(std::chrono::minutes(1));
  REQUIRE(desk::signScorecard(office.hall.desk(), kJanuary, "一件复议后重新办理"));
  const auto cards = desk::signedScorecards(office.hall.desk(), "2026-01").value();
  REQUIRE(cards.size() == 2);
  CHECK(cards[0].note == "一件复议后重新办理");
  CHECK(figureIn(cards[0], "customer.in_time").count == insight::Count{7, 9});
  CHECK(figureIn(cards[1], "customer.in_time").count == insight::Count{8, 10});
}

TEST_CASE("a month that is not over cannot be signed for", "[desk][scorecard][signoff]") {
  Office office;
  CHECK(ruleOf(desk::signScorecard(office.hall.desk(), kJanuary, "")) == "not_over");
  CHECK(ruleOf(desk::signScorecard(office.hall.desk(), insight::parsePeriod("2026-01-05").value(), "")) == "not_over");
  CHECK(desk::signScorecard(office.hall.desk(), insight::parsePeriod("2025-12").value(), ""));
}

TEST_CASE("a clerk neither reads nor writes what is written about the scorecard", "[desk][scorecard][signoff]") {
  Office office(domain::Role::clerk);
  auto& desk = office.hall.desk();
  CHECK(ruleOf(desk::signScorecard(desk, insight::parsePeriod("2025-12").value(), "")) == "supervisor_only");
  CHECK(ruleOf(desk::signedScorecards(desk, "2025-12")) == "supervisor_only");
  CHECK(ruleOf(desk::comment(desk, "2026-01", {}, "好")) == "supervisor_only");
  CHECK(ruleOf(desk::commentsOn(desk, "2026-01")) == "supervisor_only");
  CHECK(ruleOf(desk::setTarget(desk, {"customer.in_time", "2026-01", {}, ""})) == "supervisor_only");
  CHECK(ruleOf(desk::targetsOf(desk, "customer.in_time")) == "supervisor_only");
}

TEST_CASE("comments stand under the card and under each figure, with who and when", "[desk][scorecard][comment]") {
  Office office;
  auto& desk = office.hall.desk();
  REQUIRE(desk::comment(desk, "2026-01", {}, "春节前办件集中"));
  office.hall.clock.advance(std::chrono::minutes(5));
  REQUIRE(desk::comment(desk, "2026-01", "customer.in_time", "施工许可两件超期,系材料退补"));
  REQUIRE(desk::comment(desk, "2026-02", "customer.in_time", "二月"));
  CHECK(ruleOf(desk::comment(desk, "2026-01", {}, " \n ")) == "required");
  CHECK(desk::comment(desk, "2026-01", "customer.no_such", "x").error().kind == ErrorKind::notFound);
  CHECK_FALSE(desk::comment(desk, "January", {}, "x"));
  const auto all = desk::commentsOn(desk, "2026-01").value();
  REQUIRE(all.size() == 2);
  CHECK(all[0].text == "春节前办件集中");
  CHECK(all[0].indicator.empty());
  CHECK_FALSE(all[0].author.empty());
  CHECK(all[1].writtenAt > all[0].writtenAt);
  CHECK(desk::commentsOn(desk, "2026-01", "customer.in_time").value().size() == 1);
}

TEST_CASE("a target of the hall's own counts from its month on, and the register's before", "[desk][scorecard][target]") {
  Office office;
  auto& desk = office.hall.desk();
  REQUIRE(desk::setTarget(desk, {"customer.in_time", "2026-02", insight::Yardstick{0.5, 0.75}, "人手不足"}));
  const auto yardstick = [&](const char* period) {
    const auto card = desk::scorecardOf(desk, insight::parsePeriod(period).value()).value();
    return *indicatorIn(card, "customer.in_time").yardstick;
  };
  const insight::Yardstick shipped = yardstick("2026-01");
  CHECK(shipped.target == Approx(0.98));
  CHECK(yardstick("2026-02").target == Approx(0.75));
  CHECK(yardstick("2026-Q1").floor == Approx(0.5));
  // Set anew for the same month: the later word counts; and back to the register's from April.
  office.hall.clock.advance(std::chrono::minutes(1));
  REQUIRE(desk::setTarget(desk, {"customer.in_time", "2026-02", insight::Yardstick{0.6, 0.8}, ""}));
  REQUIRE(desk::setTarget(desk, {"customer.in_time", "2026-04", {}, ""}));
  CHECK(yardstick("2026-03").target == Approx(0.8));
  CHECK(yardstick("2026-04") == shipped);
  const auto history = desk::targetsOf(desk, "customer.in_time").value();
  REQUIRE(history.size() == 3);
  CHECK(history[0].fromPeriod == "2026-04");
  CHECK_FALSE(history[0].yardstick);
  CHECK(history[2].note == "人手不足");
}

TEST_CASE("a target on the wrong side of its floor, or outside its scale, is refused", "[desk][scorecard][target]") {
  Office office;
  const auto set = [&](const char* indicator, double floor, double target) {
    return ruleOf(desk::setTarget(office.hall.desk(), {indicator, "2026-02", insight::Yardstick{floor, target}, ""}));
  };
  CHECK(set("customer.in_time", 0.9, 0.8) == "wrong_side");
  CHECK(set("customer.bad_rate", 0.01, 0.1) == "wrong_side");
  CHECK(set("customer.in_time", 0.9, 98) == "out_of_range");
  CHECK(set("customer.days_p50", 20, 3) == "taken");
  CHECK(ruleOf(desk::setTarget(office.hall.desk(), {"customer.in_time", "2026-13", {}, ""})) == "format");
}

TEST_CASE("what is not known takes no part in the score of its perspective, and that is said", "[desk][scorecard]") {
  Office office;
  const auto scoreOf = [&](insight::Perspective perspective) {
    const auto card = desk::scorecardOf(office.hall.desk(), kJanuary).value();
    return card.perspectives[std::size_t(perspective)].score;
  };
  CHECK_FALSE(scoreOf(insight::Perspective::customer));
  CHECK_FALSE(scoreOf(insight::Perspective::finance));
  playJanuary(office);
  const auto some = scoreOf(insight::Perspective::customer);  // completion, in time, and nobody rated; no good rate
  REQUIRE(some);
  CHECK(some->coverage == Approx(0.7));
}
