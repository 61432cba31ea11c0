// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "base/random.h"
#include "insight/funnel.h"

using namespace ow::insight;
using Catch::Matchers::WithinAbs;

TEST_CASE("A window far below the others stands outside the funnel, one with few ratings does not", "[insight][funnel]") {
  // 900 of 1000 in all; three standard errors are 0.09 at 100 ratings, 0.285 at 10 and 0.045 at 400.
  const std::vector<Count> windows{{80, 100}, {7, 10}, {383, 400}, {179, 200}, {251, 290}};
  const auto found = funnel(windows);
  REQUIRE(found);
  CHECK_THAT(found->centre, WithinAbs(0.9, 1e-12));
  CHECK(found->outliers == std::vector<Outlier>{{0, Direction::down}, {2, Direction::up}});
}

TEST_CASE("The funnel narrows with the number of ratings and is cut to 0..1", "[insight][funnel]") {
  const Funnel drawn{.centre = 0.9, .outliers = {}};
  CHECK_THAT(drawn.control(100).low, WithinAbs(0.81, 1e-12));
  CHECK_THAT(drawn.control(100).high, WithinAbs(0.99, 1e-12));
  CHECK_THAT(drawn.warning(100).low, WithinAbs(0.84, 1e-12));
  CHECK_THAT(drawn.warning(100).high, WithinAbs(0.96, 1e-12));
  CHECK(drawn.control(10).high == 1.0);
  CHECK(drawn.control(0) == Interval{0, 1});
  CHECK(drawn.warning(0) == Interval{0, 1});
  for (std::int64_t n = 1; n < 3000; ++n) {
    REQUIRE(drawn.control(n).low <= drawn.warning(n).low);
    REQUIRE(drawn.control(n).high >= drawn.warning(n).high);
    REQUIRE(drawn.control(n + 1).low >= drawn.control(n).low);
    REQUIRE(drawn.control(n + 1).high <= drawn.control(n).high);
  }
}

TEST_CASE("A window exactly on the limit is inside", "[insight][funnel]") {
  // Half in all: three standard errors of 49 ratings are 3/14, and 14 of 49 are 3/14 below the half; likewise 27 of 81.
  for (const Count& window : {Count{14, 49}, Count{27, 81}, Count{77, 196}}) {
    const Count others{5000 - window.hits, 10'000 - window.trials};
    const auto found = funnel(std::vector<Count>{window, others});
    REQUIRE(found);
    CHECK(found->centre == 0.5);
    CHECK(found->outliers.empty());
    const Count oneLess{window.hits - 1, window.trials};
    CHECK(funnel(std::vector<Count>{oneLess, others})->outliers == std::vector<Outlier>{{0, Direction::down}});
  }
}

TEST_CASE("Fewer than five ratings count in the centre and are never pointed at", "[insight][funnel]") {
  const std::vector<Count> windows{{0, 4}, {996, 996}, {0, 5}};
  const auto found = funnel(windows);
  REQUIRE(found);
  CHECK_THAT(found->centre, WithinAbs(996 / 1005.0, 1e-12));
  CHECK(found->outliers == std::vector<Outlier>{{2, Direction::down}});
}

TEST_CASE("Without ratings there is no funnel, and where all are alike nobody stands outside", "[insight][funnel]") {
  CHECK_FALSE(funnel({}));
  CHECK_FALSE(funnel(std::vector<Count>{{0, 0}, {0, 0}}));
  for (const Count unit : {Count{50, 50}, Count{0, 50}, Count{17, 51}}) {
    const auto found = funnel(std::vector<Count>(9, unit));
    REQUIRE(found);
    CHECK(found->outliers.empty());
  }
  CHECK(funnel(std::vector<Count>{{3, 50}})->outliers.empty());
}

TEST_CASE("Whoever stands outside is outside the drawn limits, and nobody else", "[insight][funnel][property]") {
  ow::base::SeededRandom random(2005);
  std::size_t outside = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<Count> units;
    for (int i = 0; i < 30; ++i) {
      const auto trials = std::int64_t(5 + random.below(300));
      units.push_back({std::int64_t(random.below(std::uint64_t(trials) + 1)), trials});
    }
    const auto found = funnel(units);
    REQUIRE(found);
    std::vector<Outlier> expected;
    for (std::size_t i = 0; i < units.size(); ++i) {
      const Interval limits = found->control(units[i].trials);
      if (*share(units[i]) > limits.high + 1e-9) expected.push_back({i, Direction::up});
      if (*share(units[i]) < limits.low - 1e-9) expected.push_back({i, Direction::down});
    }
    outside += expected.size();
    REQUIRE(found->outliers == expected);
  }
  CHECK(outside > 1000);
}
