// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <fstream>

#include "desk/reported_figures.h"
#include "desk/survey_import.h"
#include "desk/surveys.h"
#include "testkit/office.h"

using namespace ow;
using Catch::Approx;
using testkit::Office;

namespace {

const insight::Period kJanuary = insight::parsePeriod("2026-01").value();

std::filesystem::path fileOf(Office& office, const std::string& text) {
  const auto path = office.hall.storePath().parent_path() / "report.csv";
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
  return path;
}

}  // namespace

TEST_CASE("what departments report stands on the card in yuan, of the plan, and by department", "[desk][scorecard][reports]") {
  Office office;
  auto& desk = office.hall.desk();
  CHECK_FALSE(office.figure("finance.deposits").value);
  const auto made = desk::importReports(desk, fileOf(office,
                                                     "series,period,department,amount,of_amount\n"
                                                     "deposits,2026-01,公积金中心,\"1,200,000.50\",1000000\n"
                                                     "缴存额,2026-01,铁路分中心,300000,500000\n"
                                                     "enforcement,2026-01,执法科,18,20\n"
                                                     "training,2026-02,,9,12\n"));
  REQUIRE(made);
  CHECK(made.value().accepted == 4);
  CHECK(made.value().faults.empty());
  CHECK(office.figure("finance.deposits").value == Approx(150.00005));
  CHECK(office.figure("finance.deposit_plan").value == Approx(1500000.5 / 1500000));
  CHECK(office.figure("finance.enforcement").value == Approx(0.9));
  CHECK_FALSE(office.figure("growth.training").value);
  CHECK(office.figure("growth.training", "2026-Q1").value == Approx(0.75));
  // Of a part of a month nobody reports.
  CHECK_FALSE(office.figure("finance.deposits", "2026-01-01..2026-01-20").value);
  const auto split = desk::splitFigure(desk, "finance.deposits", kJanuary, insight::Split::department).value();
  CHECK(split.lines.size() == 2);
  const auto behind = office.behind({"finance.deposits", kJanuary}, 10);
  REQUIRE(behind.size() == 2);
  CHECK(behind[0].source == "report.csv");
  CHECK(behind[0].amount == Approx(1200000.5));
  CHECK(behind[0].ofAmount == Approx(1000000));
}

TEST_CASE("who reports once more corrects, and the same file twice changes nothing", "[desk][scorecard][reports]") {
  Office office;
  auto& desk = office.hall.desk();
  const std::string first = "series,period,amount,of_amount\nhousing_loans,2026-01,100,400\n";
  REQUIRE(desk::importReports(desk, fileOf(office, first)).value().accepted == 1);
  CHECK(desk::importReports(desk, fileOf(office, first)).value().unchanged == 1);
  office.hall.clock.advance(std::chrono::minutes(1));
  REQUIRE(desk::importReports(desk, fileOf(office, "series,period,amount,of_amount\nhousing_loans,2026-01,120,400\n")));
  CHECK(office.figure("finance.loan_share").value == Approx(0.3));
  CHECK(desk::reportsIn(desk, kJanuary).value().size() == 1);
  CHECK(office.number("SELECT count(*) FROM reported_figure") == 2);
}

TEST_CASE("rows that say no figure are named, and the others count", "[desk][scorecard][reports]") {
  Office office;
  const auto made = desk::importReports(office.hall.desk(), fileOf(office,
                                                                   "series,period,amount,of_amount\n"
                                                                   "weather,2026-01,1,\n"
                                                                   "deposits,2026-1,1,\n"
                                                                   "deposits,2026-13,1,\n"
                                                                   "deposits,2026-01,,\n"
                                                                   "deposits,2026-01,12.345,\n"
                                                                   "deposits,2026-01,1e9,\n"
                                                                   "enforcement,2026-01,1.5,\n"
                                                                   "enforcement,2026-01,1,0\n"
                                                                   "deposits,2026-01,-5.5,\n"))
                        .value();
  CHECK(made.rows == 9);
  CHECK(made.accepted == 1);
  std::vector<std::string> rules;
  for (const auto& fault : made.faults) rules.push_back(fault.rule + ":" + fault.column);
  CHECK(rules == std::vector<std::string>{"unknown_series:series", "format:period", "format:period", "missing:amount",
                                          "format:amount", "format:amount", "format:amount", "out_of_range:of_amount"});
  CHECK(office.figure("finance.deposits").value == Approx(-0.00055));
  const auto missing = desk::importReports(office.hall.desk(), fileOf(office, "series,amount\ndeposits,1\n"));
  CHECK(missing.error().fact("column") == "period");
}

TEST_CASE("a clerk neither reports nor reads reports", "[desk][scorecard][reports]") {
  Office office(domain::Role::clerk);
  CHECK(desk::importReports(office.hall.desk(), "x.csv").error().fact("rule") == "supervisor_only");
  CHECK(desk::reportsIn(office.hall.desk(), kJanuary).error().fact("rule") == "supervisor_only");
}

TEST_CASE("clerks who fill in the usability scale are the convenience on the card, from five of them on",
          "[desk][scorecard][survey]") {
  Office office;
  auto& desk = office.hall.desk();
  const auto sample = desk::drawSurvey(desk, {.elsewhere = 20}, 1).value();
  const auto round = desk::openSurvey(desk, {"系统方便性", "sus", {domain::SurveyChannel::paper}, {}}, sample).value();
  const auto slips = desk::slipsOf(desk, round).value();
  const auto fillIn = [&](std::size_t slip, int odd, int even) {
    domain::SurveyNumbers answers;
    for (int i = 1; i <= 10; ++i) answers["sus" + std::to_string(i)] = i % 2 == 1 ? odd : even;
    REQUIRE(desk::recordAnswer(
        desk, {.round = round, .channel = domain::SurveyChannel::paper, .slip = slips[slip], .answers = answers}));
  };
  for (std::size_t i = 0; i < 4; ++i) fillIn(i, 4, 2);
  CHECK_FALSE(office.figure("growth.convenience").value);
  fillIn(4, 5, 1);
  CHECK(office.figure("growth.convenience").value == Approx((4 * 75.0 + 100) / 5));
  CHECK(office.figure("growth.convenience").count.trials == 5);
  CHECK_FALSE(office.figure("growth.convenience", "2025-12").value);
}

TEST_CASE("a figure that is typed is one row of a file", "[desk][scorecard][reports]") {
  Office office;
  auto& desk = office.hall.desk();
  const desk::GivenReport given{"deposits", "2026-01", "公积金中心", "1,200,000.50", "1000000"};
  CHECK(desk::reportFigure(desk, given).value());
  CHECK_FALSE(desk::reportFigure(desk, given).value());
  CHECK(office.figure("finance.deposits").value == Approx(120.00005));
  CHECK(desk::reportsIn(desk, kJanuary).value().front().source == "typed");
  const auto wrongIn = [&](desk::GivenReport one) {
    const auto done = desk::reportFigure(desk, one);
    return std::string(done.error().fact("field")) + " " + std::string(done.error().fact("rule"));
  };
  CHECK(wrongIn({"deposits", "2026-01", "", "", ""}) == "amount missing");
  CHECK(wrongIn({"enforcement", "2026-01", "", "1.5", ""}) == "amount format");
  CHECK(wrongIn({"enforcement", "2026-01", "", "1", "0"}) == "of_amount out_of_range");
  CHECK(wrongIn({"weather", "2026-01", "", "1", ""}) == "series unknown_series");
}
