// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "insight/frozen_figures.h"
#include "insight/published_counts.h"

using namespace ow;
using namespace ow::insight;
using Catch::Approx;
using store::FactSource;

namespace {

const IndicatorRegister& shipped() {
  static const IndicatorRegister one = IndicatorRegister::bundled("CN").value();
  return one;
}
Conditions words(FactSource source, std::initializer_list<const char*> all) {
  Conditions mask = 0;
  for (const char* word : all) mask |= conditionNamed(source, word).value();
  return mask;
}
// A month: 40 cases that ended, 30 of them in time after 3 days, 10 late after 9; deposits reported.
Aggregate aMonth() {
  Aggregate made;
  made.add(FactSource::caseClosed, words(FactSource::caseClosed, {"has_due", "ended", "in_time", "closed"}), 3, 30);
  made.add(FactSource::caseClosed, words(FactSource::caseClosed, {"has_due", "ended", "closed"}), 9, 10);
  made.add("deposits", {250'00, 200'00, 1, true});
  return made;
}
std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("what a hall publishes gives every figure that the hall itself reads", "[insight][published]") {
  const Aggregate month = aMonth();
  const std::string text = countsText(month);
  CHECK(text == countsText(month));
  const auto read = readCounts(text);
  REQUIRE(read);
  for (const Indicator& indicator : shipped().indicators) {
    CAPTURE(indicator.id);
    CHECK(read.value().knows(indicator));
    const Figure there = figureOf(indicator, month), here = figureOf(indicator, read.value().counts);
    CHECK(there.value == here.value);
    CHECK(there.count == here.count);
    CHECK(there.told == here.told);
  }
  CHECK(countsText(read.value().counts) == text);
}

TEST_CASE("two halls add up to one district by counts, not by averages of shares", "[insight][published]") {
  Aggregate district = aMonth(), small;
  small.add(FactSource::caseClosed, words(FactSource::caseClosed, {"has_due", "ended", "closed"}), 20, 10);
  district.add(small);
  const Indicator& inTime = *shipped().find("customer.in_time");
  CHECK(figureOf(inTime, district).count == Count{30, 50});
  CHECK(figureOf(inTime, district).value == Approx(0.6));  // the mean of 75 % and 0 % would be 37.5 %
  CHECK(figureOf(*shipped().find("customer.days_p90"), district).value == Approx(20));
}

TEST_CASE("conditions that the other program put elsewhere or did not have are found by their names", "[insight][published]") {
  // An older program: the word "in_time" stood in another place, and "straight" did not exist.
  const std::string older =
      R"({"format":"onewindow-counts/1","series":{},"sources":{"case_closed":{"words":["in_time","has_due","gone_word"],)"
      R"("cells":[[3,-1,30],[6,-1,10]]}}})";
  const auto read = readCounts(older);
  REQUIRE(read);
  const Indicator& inTime = *shipped().find("customer.in_time");
  CHECK(read.value().knows(inTime));
  CHECK(figureOf(inTime, read.value().counts).count == Count{30, 40});
  CHECK_FALSE(read.value().knows(*shipped().find("process.straight")));
  CHECK_FALSE(read.value().knows(*shipped().find("customer.good_rate")));  // it counted no ratings at all
  CHECK(read.value().knows(*shipped().find("finance.deposits")));
}

TEST_CASE("what is no count of this kind is refused and counts nothing", "[insight][published]") {
  const std::string text = countsText(aMonth());
  for (const std::string& bad : {std::string(), std::string("{}"), std::string("[1]"), text.substr(0, text.size() / 2),
                                 replaced(text, "onewindow-counts/1", "onewindow-counts/9"), replaced(text, ",30]", ",-30]"),
                                 replaced(text, ",30]", "]"), replaced(text, "\"cells\":[[", "\"cells\":[\"x\",["),
                                 replaced(text, "\"series\":{", "\"serie\":{")}) {
    CAPTURE(bad.substr(0, 60));
    CHECK_FALSE(readCounts(bad));
  }
}

TEST_CASE("figures that somebody signed for come back as they were, and what was hidden is not in them", "[insight][frozen]") {
  Aggregate month = aMonth();
  month.add(FactSource::rating, words(FactSource::rating, {"level_5", "bad"}), store::kNoValue, 3);
  FrozenFigures signing;
  for (const Indicator& indicator : shipped().indicators)
    signing.figures.push_back(frozen(indicator, figureOf(indicator, month)));
  signing.scores.push_back({Perspective::customer, 71.25, 0.6});
  const std::string text = frozenText(signing);
  const auto read = readFrozen(text);
  REQUIRE(read);
  CHECK(read.value().figures == signing.figures);
  CHECK(read.value().scores == signing.scores);
  for (const FrozenFigure& one : read.value().figures) {
    if (one.indicator == "customer.bad_rate") {
      CHECK(one.sample == SampleSize::suppressed);
      CHECK_FALSE(one.value);
      CHECK(one.count == Count{});
    }
    if (one.indicator == "customer.in_time") CHECK(one.count == Count{30, 40});
  }
  CHECK_FALSE(readFrozen("{}"));
  CHECK_FALSE(readFrozen(replaced(text, "\"enough\"", "\"plenty\"")));
}
