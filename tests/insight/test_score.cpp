// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <vector>

#include "base/random.h"
#include "insight/score.h"

using namespace ow::insight;
using Catch::Matchers::WithinAbs;

TEST_CASE("A score rises from 0 at the floor to 100 at the target and no further", "[insight][score]") {
  const Yardstick onTime{.floor = 80, .target = 98};
  CHECK(score(80, onTime) == 0.0);
  CHECK(score(98, onTime) == 100.0);
  CHECK_THAT(score(89, onTime).value(), WithinAbs(50, 1e-9));
  CHECK(score(60, onTime) == 0.0);
  CHECK(score(99.5, onTime) == 100.0);
}

TEST_CASE("Of complaints fewer are better: the floor lies above the target", "[insight][score]") {
  const Yardstick complaints{.floor = 20, .target = 5};
  CHECK(score(20, complaints) == 0.0);
  CHECK(score(5, complaints) == 100.0);
  CHECK_THAT(score(12.5, complaints).value(), WithinAbs(50, 1e-9));
  CHECK(score(40, complaints) == 0.0);
  CHECK(score(0, complaints) == 100.0);
}

TEST_CASE("A yardstick without length measures nothing, and what is no number has no score", "[insight][score]") {
  CHECK_FALSE(score(5, Yardstick{5, 5}));
  CHECK_FALSE(score(NAN, Yardstick{0, 1}));
  CHECK_FALSE(score(INFINITY, Yardstick{0, 1}));
  CHECK_FALSE(score(5, Yardstick{NAN, 1}));
  CHECK_FALSE(score(5, Yardstick{0, INFINITY}));
}

TEST_CASE("Closer to the target is never a lower score", "[insight][score][property]") {
  ow::base::SeededRandom random(100);
  const auto some = [&] { return double(random.below(2000)) / 7 - 140; };
  for (int round = 0; round < 2000; ++round) {
    const Yardstick yardstick{some(), some()};
    if (yardstick.floor == yardstick.target) continue;
    std::vector<double> values(20);
    std::ranges::generate(values, some);
    std::ranges::sort(values);
    if (yardstick.target < yardstick.floor) std::ranges::reverse(values);
    double former = 0;
    for (const double value : values) {
      const auto found = score(value, yardstick);
      REQUIRE(found);
      REQUIRE(*found >= former);
      REQUIRE(*found <= 100);
      former = *found;
    }
  }
}

TEST_CASE("Inside the band all is well, and beyond it the score falls to 0 at the floors", "[insight][score]") {
  const Yardstick loans{.floor = 65, .target = 85, .above = UpperSide{.target = 95, .floor = 105}};
  for (const double inside : {85.0, 90.0, 95.0}) CHECK(score(inside, loans) == 100.0);
  CHECK_THAT(score(75, loans).value(), WithinAbs(50, 1e-9));
  CHECK_THAT(score(100, loans).value(), WithinAbs(50, 1e-9));
  CHECK(score(65, loans) == 0.0);
  CHECK(score(105, loans) == 0.0);
  CHECK(score(20, loans) == 0.0);
  CHECK(score(300, loans) == 0.0);
  CHECK(score(90, Yardstick{80, 90, UpperSide{90, 95}}) == 100.0);
  CHECK_FALSE(score(NAN, loans));
  CHECK_FALSE(score(90, Yardstick{85, 85, UpperSide{95, 105}}));
  CHECK_FALSE(score(90, Yardstick{65, 95, UpperSide{85, 105}}));
  CHECK_FALSE(score(90, Yardstick{65, 85, UpperSide{95, NAN}}));
}

TEST_CASE("A missing indicator is no zero: the others take its weight, and it is said", "[insight][score]") {
  const std::vector<WeighedScore> parts{{80, 0.5}, {std::nullopt, 0.3}, {40, 0.2}};
  const auto found = combinedScore(parts);
  REQUIRE(found);
  CHECK_THAT(found->score, WithinAbs((80 * 0.5 + 40 * 0.2) / 0.7, 1e-9));
  CHECK_THAT(found->coverage, WithinAbs(0.7, 1e-12));
}

TEST_CASE("When every indicator is missing there is no score", "[insight][score]") {
  CHECK_FALSE(combinedScore({}));
  CHECK_FALSE(combinedScore(std::vector<WeighedScore>{{std::nullopt, 0.5}, {std::nullopt, 0.5}}));
  CHECK_FALSE(combinedScore(std::vector<WeighedScore>{{80, 0}, {std::nullopt, 1}}));
  CHECK_FALSE(combinedScore(std::vector<WeighedScore>{{NAN, 1}}));
}

TEST_CASE("Weights count by their proportions, and what has no weight counts nothing", "[insight][score]") {
  const auto whole = combinedScore(std::vector<WeighedScore>{{80, 3}, {40, 1}});
  REQUIRE(whole);
  CHECK_THAT(whole->score, WithinAbs(70, 1e-9));
  CHECK(whole->coverage == 1.0);
  const auto odd = combinedScore(std::vector<WeighedScore>{{80, 3}, {40, 1}, {0, 0}, {0, -2}, {0, NAN}});
  REQUIRE(odd);
  CHECK(odd->score == whole->score);
  CHECK(odd->coverage == 1.0);
}

TEST_CASE("A combined score lies between its lowest and its highest part", "[insight][score][property]") {
  ow::base::SeededRandom random(42);
  for (int round = 0; round < 2000; ++round) {
    std::vector<WeighedScore> parts(1 + random.below(8));
    double least = 100;
    double most = 0;
    for (WeighedScore& part : parts) {
      part.weight = double(1 + random.below(9)) / 10;
      if (random.below(4) == 0) continue;
      part.score = double(random.below(101));
      least = std::min(least, *part.score);
      most = std::max(most, *part.score);
    }
    const auto found = combinedScore(parts);
    REQUIRE(found.has_value() == (least <= most));
    if (!found) continue;
    REQUIRE(found->score >= least - 1e-9);
    REQUIRE(found->score <= most + 1e-9);
    REQUIRE(found->coverage > 0);
    REQUIRE(found->coverage <= 1);
  }
}
