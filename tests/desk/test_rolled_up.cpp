// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <map>

#include "desk/rolled_up.h"
#include "desk/scorecard_records.h"
#include "domain/operation.h"
#include "insight/published_counts.h"
#include "testkit/office.h"

using namespace ow;
using base::ErrorKind;
using Catch::Approx;
using desk::Reach;
using store::FactSource;
using testkit::Office;

namespace {

const insight::Period kJanuary = insight::parsePeriod("2026-01").value();

insight::Conditions words(FactSource source, std::initializer_list<const char*> all) {
  insight::Conditions mask = 0;
  for (const char* word : all) mask |= insight::conditionNamed(source, word).value();
  return mask;
}
insight::Aggregate closedCases(int inTime, int late) {
  insight::Aggregate made;
  made.add(FactSource::caseClosed, words(FactSource::caseClosed, {"has_due", "ended", "in_time", "closed"}), 2, inTime);
  made.add(FactSource::caseClosed, words(FactSource::caseClosed, {"has_due", "ended", "closed"}), 12, late);
  return made;
}
// Comes from another hall's desk by the centre.
void arrive(Office& office, const std::string& hall, const std::string& division, const std::string& period,
            const std::string& counts) {
  domain::PublishedScorecard card;
  base::IdSource ids(office.hall.clock, office.hall.random);
  card.id = ids.make<domain::PublishedScorecardId>();
  card.hall = hall;
  card.division = division;
  card.period = period;
  card.asOf = office.hall.clock.now();
  card.counts = counts;
  card.authorId = office.hall.desk().clerk().id;
  domain::OperationWriter writer(ids, office.hall.clock.now(), {card.authorId, "901", "scorecard", {}});
  writer.create(card);
  auto write = office.hall.store().write().value();
  REQUIRE(write.apply(writer.take()));
  REQUIRE(write.commit());
}
void arrive(Office& office, const std::string& hall, const std::string& division, const insight::Aggregate& counts) {
  arrive(office, hall, division, "2026-01", insight::countsText(counts));
}
const insight::Figure& figureIn(const desk::Scorecard& card, const std::string& id) {
  for (const desk::ScorecardLine& line : card.lines)
    if (line.indicator.id == id) return line.figure;
  FAIL("no such indicator");
  return card.lines.front().figure;
}
void finishTen(Office& office) {
  for (int i = 0; i < 10; ++i) office.finish(office.open(office.permit));
}

}  // namespace

TEST_CASE("a district adds the counts of its halls and leaves those of other districts out", "[desk][scorecard][district]") {
  Office office;
  finishTen(office);
  REQUIRE(desk::publishMonths(office.hall.desk(), kJanuary).value() == 1);
  arrive(office, "东城第二大厅", "110101", closedCases(60, 30));
  arrive(office, "西城大厅", "110102", closedCases(0, 500));
  arrive(office, "石家庄大厅", "130102", closedCases(0, 7000));
  const auto card = desk::rolledUpCard(office.hall.desk(), kJanuary, Reach::district);
  REQUIRE(card);
  CHECK(card.value().card.hall == "东城区");
  CHECK(figureIn(card.value().card, "customer.in_time").count == insight::Count{70, 100});
  REQUIRE(card.value().halls.size() == 2);
  CHECK(card.value().halls[0].missing.empty());
  const auto inProvince = desk::rolledUpCard(office.hall.desk(), kJanuary, Reach::province).value();
  CHECK(figureIn(inProvince.card, "customer.in_time").count == insight::Count{70, 600});
}

TEST_CASE("halls are compared by their own counts under one definition", "[desk][scorecard][district]") {
  Office office;
  arrive(office, "甲厅", "110101", closedCases(90, 10));
  arrive(office, "乙厅", "110101", closedCases(195, 5));
  arrive(office, "丙厅", "110101", closedCases(3, 0));  // too small to be shown, and so is what would tell it
  const auto split = desk::compareHalls(office.hall.desk(), "customer.in_time", kJanuary, Reach::district).value();
  CHECK(split.whole.figure.count == insight::Count{288, 303});
  REQUIRE(split.lines.size() == 1);
  CHECK(split.lines[0].name == "乙厅");
  CHECK(split.hidden == 2);
  CHECK(desk::compareHalls(office.hall.desk(), "customer.none", kJanuary, Reach::district).error().kind == ErrorKind::notFound);
}

TEST_CASE("a hall publishes a month once until it counts something else, and nothing of months to come",
          "[desk][scorecard][district]") {
  Office office;
  finishTen(office);
  const auto quarter = insight::parsePeriod("2026-Q1").value();
  CHECK(desk::publishMonths(office.hall.desk(), quarter).value() == 1);
  CHECK(desk::publishMonths(office.hall.desk(), quarter).value() == 0);
  office.hall.clock.advance(std::chrono::minutes(1));
  office.finish(office.open(office.permit));
  CHECK(desk::publishMonths(office.hall.desk(), quarter).value() == 1);
  const auto card = desk::rolledUpCard(office.hall.desk(), kJanuary, Reach::district).value();
  CHECK(figureIn(card.card, "customer.in_time").count == insight::Count{11, 11});
  // The older counts are put away: they would only be carried about.
  CHECK(office.number("SELECT count(*) FROM published_scorecard") == 1);
  // This desk works for itself: nobody waits for its figures.
  CHECK(desk::publishIfDue(office.hall.desk()).value() == 0);
}

TEST_CASE("a hall that published too little, or by a newer program, is named and not guessed", "[desk][scorecard][district]") {
  Office office;
  office.hall.clock.advance(std::chrono::days(90));
  arrive(office, "甲厅", "110101", "2026-01", insight::countsText(closedCases(50, 0)));
  arrive(office, "甲厅", "110101", "2026-03", insight::countsText(closedCases(50, 0)));
  arrive(office, "乙厅", "110101", "2026-02", insight::countsText(closedCases(20, 20)));
  arrive(office, "丙厅", "110101", "2026-02", R"({"format":"onewindow-counts/2"})");
  arrive(office, "丁厅", "110101", "2026-02", "{ broken");  // no reason for the others not to be read
  const auto quarter = insight::parsePeriod("2026-Q1").value();
  const auto card = desk::rolledUpCard(office.hall.desk(), quarter, Reach::district).value();
  REQUIRE(card.halls.size() == 4);
  const std::map<std::string, std::vector<std::string>> missing{{"甲厅", {"2026-02"}},
                                                                {"乙厅", {"2026-01", "2026-03"}},
                                                                {"丙厅", {"2026-01", "2026-02", "2026-03"}},
                                                                {"丁厅", {"2026-01", "2026-02", "2026-03"}}};
  for (const desk::HallPart& hall : card.halls) CHECK(hall.missing == missing.at(hall.hall));
  CHECK(figureIn(card.card, "customer.in_time").count == insight::Count{120, 140});
  CHECK(desk::rolledUpCard(office.hall.desk(), insight::parsePeriod("2025-01").value(), Reach::district).error().kind ==
        ErrorKind::notFound);
  const auto week =
      desk::rolledUpCard(office.hall.desk(), insight::parsePeriod("2026-03-02..2026-03-08").value(), Reach::district);
  CHECK(week.error().fact("rule") == "whole_months");
}

TEST_CASE("a district's months follow one another with limits, and the district knows which halls have signed",
          "[desk][scorecard][district]") {
  Office office;
  office.hall.clock.advance(std::chrono::days(700));
  int n = 0;
  for (const insight::Period& month : insight::monthsUntil(base::parseIsoDate("2027-10-01").value(), 14)) {
    const int inTime = month.text == "2027-10" ? 500 : 890 + 10 * (n++ % 3);
    arrive(office, "甲厅", "110101", month.text, insight::countsText(closedCases(inTime, 100)));
  }
  const auto trends =
      desk::rolledUpTrends(office.hall.desk(), base::parseIsoDate("2027-10-31").value(), 14, Reach::district).value();
  for (const desk::Trend& trend : trends)
    if (trend.indicator.id == "customer.in_time") {
      CHECK(trend.baselinePoints == 13);
      CHECK(trend.points.front().runSignals.empty());
      CHECK_FALSE(trend.points.back().runSignals.empty());
    }
  // Of a month of which nobody published, nothing is known: not that nothing was closed.
  const auto longer =
      desk::rolledUpTrends(office.hall.desk(), base::parseIsoDate("2027-10-31").value(), 20, Reach::district).value();
  for (const desk::Trend& trend : longer)
    if (trend.indicator.id == "process.ended") {
      CHECK_FALSE(trend.points.front().figure.value);
      CHECK(trend.points.back().figure.value);
    }
  REQUIRE(desk::signScorecard(office.hall.desk(), insight::parsePeriod("2027-10").value(), ""));
  const auto card = desk::rolledUpCard(office.hall.desk(), insight::parsePeriod("2027-10").value(), Reach::district).value();
  REQUIRE(card.halls.size() == 2);  // signing publishes the signer's own
  for (const desk::HallPart& hall : card.halls) CHECK(hall.isSigned == (hall.hall != "甲厅"));
}

TEST_CASE("an area is offered where another hall of it has published", "[desk][scorecard][district]") {
  Office office;
  CHECK(desk::areasOf(office.hall.desk()).value().empty());
  finishTen(office);
  REQUIRE(desk::publishMonths(office.hall.desk(), kJanuary));
  CHECK(desk::areasOf(office.hall.desk()).value().empty());
  arrive(office, "西城大厅", "110102", closedCases(1, 0));
  arrive(office, "石家庄大厅", "130102", closedCases(1, 0));
  const auto areas = desk::areasOf(office.hall.desk()).value();
  REQUIRE(areas.size() == 1);  // the district holds this hall alone, and the province no more than the city
  CHECK(areas[0].reach == Reach::city);
  CHECK(areas[0].halls == 2);
}

TEST_CASE("a clerk does not read what halls publish", "[desk][scorecard][district]") {
  Office office(domain::Role::clerk);
  CHECK(desk::rolledUpCard(office.hall.desk(), kJanuary, Reach::district).error().fact("rule") == "supervisor_only");
  CHECK(desk::publishMonths(office.hall.desk(), kJanuary).error().fact("rule") == "supervisor_only");
}
