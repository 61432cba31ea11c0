// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <vector>

#include "base/random.h"
#include "insight/survival.h"

using namespace ow::insight;
using Catch::Matchers::WithinAbs;

namespace {

// Weeks in remission under 6-MP (Freireich 1963), the example of most textbooks: 9 relapses, 12 still in remission.
const std::vector<CaseAges> kRemission{{6, 3, 1},  {7, 1, 0},  {9, 0, 1},  {10, 1, 1}, {11, 0, 1}, {13, 1, 0},
                                       {16, 1, 0}, {17, 0, 1}, {19, 0, 1}, {20, 0, 1}, {22, 1, 0}, {23, 1, 0},
                                       {25, 0, 1}, {32, 0, 2}, {34, 0, 1}, {35, 0, 1}};

}  // namespace

TEST_CASE("The textbook's curve comes out step by step", "[insight][survival]") {
  const std::vector<SurvivalStep> expected{{6, 0.8571},  {7, 0.8067},  {10, 0.7529}, {13, 0.6902},
                                           {16, 0.6275}, {22, 0.5378}, {23, 0.4482}};
  const auto curve = survivalCurve(kRemission);
  REQUIRE(curve.size() == expected.size());
  for (std::size_t i = 0; i < curve.size(); ++i) {
    CHECK(curve[i].days == expected[i].days);
    CHECK_THAT(curve[i].stillOpen, WithinAbs(expected[i].stillOpen, 0.00005));
  }
  CHECK(daysToClose(kRemission, 50) == 23);
  CHECK(daysToClose(kRemission, 25) == 13);
  CHECK(daysToClose(kRemission, 90) == std::nullopt);
}

TEST_CASE("When the hard cases are still open, the median of the closed ones alone would flatter", "[insight][survival]") {
  // Six closed within three days, six open for twenty: of the closed half were done in two days.
  const std::vector<CaseAges> ages{{1, 2, 0}, {2, 2, 0}, {3, 2, 0}, {20, 0, 6}};
  CHECK(daysToClose(ages, 50) == 3);
  CHECK(daysToClose(ages, 60) == std::nullopt);
}

TEST_CASE("Exactly half closed is half, also where the fractions do not say so", "[insight][survival]") {
  std::vector<CaseAges> ages;
  for (int half = 1; half <= 100; ++half) {
    ages.push_back({2 * half - 1, 1, 0});
    ages.push_back({2 * half, 1, 0});
    INFO(half);
    CHECK(daysToClose(ages, 50) == half);
    CHECK(daysToClose(ages, 100) == 2 * half);
    CHECK(daysToClose(ages, 0) == 1);
  }
}

TEST_CASE("Without a closed case there is no curve and no median", "[insight][survival]") {
  CHECK(survivalCurve({}).empty());
  CHECK(daysToClose({}, 50) == std::nullopt);
  const std::vector<CaseAges> open{{0, 0, 3}, {40, 0, 9}};
  CHECK(survivalCurve(open).empty());
  CHECK(daysToClose(open, 50) == std::nullopt);
  const std::vector<CaseAges> empty{{0, 0, 0}, {40, 0, 0}};
  CHECK(survivalCurve(empty).empty());
}

TEST_CASE("One case that was closed is its own median", "[insight][survival]") {
  const std::vector<CaseAges> one{{4, 1, 0}};
  CHECK(survivalCurve(one) == std::vector<SurvivalStep>{{4, 0}});
  CHECK(daysToClose(one, 50) == 4);
}

TEST_CASE("A case that is open on the day another is closed could have been closed then", "[insight][survival]") {
  const std::vector<CaseAges> ages{{5, 1, 1}};
  CHECK(survivalCurve(ages) == std::vector<SurvivalStep>{{5, 0.5}});
}

TEST_CASE("With nothing open the curve is the plain share of cases still open", "[insight][survival][property]") {
  ow::base::SeededRandom random(1958);
  for (int round = 0; round < 300; ++round) {
    std::vector<CaseAges> ages;
    std::int64_t all = 0;
    for (int day = 0; day < 30; ++day) {
      ages.push_back({day, std::int64_t(random.below(5)), 0});
      all += ages.back().closed;
    }
    std::int64_t closed = 0;
    std::size_t step = 0;
    const auto curve = survivalCurve(ages);
    for (const CaseAges& age : ages) {
      if (age.closed == 0) continue;
      closed += age.closed;
      REQUIRE(curve[step].days == age.days);
      REQUIRE_THAT(curve[step].stillOpen, WithinAbs(1 - double(closed) / double(all), 1e-9));
      ++step;
    }
    REQUIRE(step == curve.size());
  }
}

TEST_CASE("A curve only falls, and a later percentile is never an earlier day", "[insight][survival][property]") {
  ow::base::SeededRandom random(53);
  for (int round = 0; round < 300; ++round) {
    std::vector<CaseAges> ages;
    for (int day = 0; day < 30; ++day) ages.push_back({day * 2, std::int64_t(random.below(4)), std::int64_t(random.below(4))});
    double former = 1;
    for (const SurvivalStep& step : survivalCurve(ages)) {
      REQUIRE(step.stillOpen < former);
      REQUIRE(step.stillOpen >= 0);
      former = step.stillOpen;
    }
    int day = 0;
    bool isReached = true;
    for (int percent = 0; percent <= 100; ++percent) {
      const auto found = daysToClose(ages, percent);
      REQUIRE((isReached || !found));
      isReached = found.has_value();
      if (!found) continue;
      REQUIRE(*found >= day);
      day = *found;
    }
  }
}
