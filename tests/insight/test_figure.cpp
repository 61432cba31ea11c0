// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "insight/figure.h"

using namespace ow;
using namespace ow::insight;
using Catch::Approx;
using store::FactSource;

namespace {

const IndicatorRegister& shipped() {
  static const IndicatorRegister one = IndicatorRegister::bundled("CN").value();
  return one;
}
const Indicator& named(const char* id) {
  const Indicator* found = shipped().find(id);
  REQUIRE(found != nullptr);
  return *found;
}
Conditions words(FactSource source, std::initializer_list<const char*> all) {
  Conditions mask = 0;
  for (const char* word : all) mask |= conditionNamed(source, word).value();
  return mask;
}
Aggregate ratings(std::initializer_list<std::int64_t> levels) {
  static constexpr const char* kLevel[] = {"level_1", "level_2", "level_3", "level_4", "level_5"};
  Aggregate made;
  int level = 1;
  for (const std::int64_t n : levels) {
    Conditions met = words(FactSource::rating, {kLevel[level - 1], level <= 3 ? "good" : "bad"});
    if (level <= 2) met |= words(FactSource::rating, {"satisfied"});
    made.add(FactSource::rating, met, store::kNoValue, n);
    ++level;
  }
  return made;
}

}  // namespace

TEST_CASE("fairly satisfied is good and not yet content", "[insight][figure]") {
  const Aggregate all = ratings({60, 20, 10, 7, 3});
  const Figure good = figureOf(named("customer.good_rate"), all);
  CHECK(good.value == Approx(0.9));
  CHECK(good.count == Count{90, 100});
  CHECK(good.interval->low == Approx(0.8256).margin(0.0001));
  CHECK(figureOf(named("customer.csat"), all).value == Approx(0.8));
  CHECK(figureOf(named("customer.bad_rate"), all).value == Approx(0.1));
}

TEST_CASE("nothing counted is no figure, and a few are not shown", "[insight][figure]") {
  const Indicator& good = named("customer.good_rate");
  const Figure none = figureOf(good, Aggregate{});
  CHECK_FALSE(none.value);
  CHECK_FALSE(none.score);
  CHECK(none.sample == SampleSize::suppressed);
  const Figure four = figureOf(good, ratings({4, 0, 0, 0, 0}));
  CHECK_FALSE(four.value);
  CHECK(four.count.trials == 4);
  const Figure five = figureOf(good, ratings({5, 0, 0, 0, 0}));
  CHECK(five.value == Approx(1));
  CHECK(five.sample == SampleSize::small);
  CHECK(figureOf(good, ratings({30, 0, 0, 0, 0})).sample == SampleSize::enough);
}

TEST_CASE("percentiles of the days that cases took are those of R", "[insight][figure]") {
  Aggregate all;
  for (const std::int64_t days : {1, 2, 2, 3, 5, 8, 9, 12, 20, 31})
    all.add(FactSource::caseClosed, words(FactSource::caseClosed, {"ended", "closed"}), days, 1);
  CHECK(figureOf(named("customer.days_p50"), all).value == Approx(6.5));
  CHECK(figureOf(named("customer.days_p90"), all).value == Approx(21.1));
}

TEST_CASE("what departments report is summed, divided by what it is a part of, and missing where nobody did",
          "[insight][figure]") {
  Aggregate all;
  const Indicator& deposits = named("finance.deposits");
  const Indicator& plan = named("finance.deposit_plan");
  CHECK_FALSE(figureOf(deposits, all).value);
  CHECK_FALSE(figureOf(plan, all).score);
  all.add("deposits", {12'000'050, 10'000'000, 1, true});
  all.add("deposits", {3'000'000, 5'000'000, 1, true});
  CHECK(figureOf(deposits, all).value == Approx(1500.005));
  CHECK(figureOf(plan, all).value == Approx(1500.005 / 1500));
  CHECK(figureOf(plan, all).score == Approx(100));
  CHECK(partsOf(plan, figureOf(plan, all)).denominator == Approx(15'000'000));
  // One that does not say of what makes the part unknown, not the sum.
  all.add("deposits", {1'000'000, 0, 1, false});
  CHECK(figureOf(deposits, all).value == Approx(1600.005));
  CHECK_FALSE(figureOf(plan, all).value);
}

TEST_CASE("scores of a few persons are not told", "[insight][figure]") {
  const Indicator& convenience = named("growth.convenience");
  Aggregate four, five;
  four.add("survey.sus.sus", {280, 4, 4, true});
  five.add("survey.sus.sus", {350, 5, 5, true});
  CHECK_FALSE(figureOf(convenience, four).value);
  CHECK_FALSE(figureOf(convenience, four).told);
  CHECK(figureOf(convenience, five).value == Approx(70));
  CHECK(figureOf(convenience, five).sample == SampleSize::enough);
}
