// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <vector>

#include "insight/queueing.h"

using namespace ow::insight;
using namespace std::chrono_literals;
using Catch::Matchers::WithinAbs;

TEST_CASE("Who was called after exactly fifteen minutes waited no longer than fifteen", "[insight][queue]") {
  const std::vector<Bar> minutes{{0, 10}, {14, 50}, {15, 20}, {16, 15}, {48, 5}};
  CHECK(waitedWithin(minutes, 15) == Count{80, 100});
  CHECK(waitedWithin(minutes, 60) == Count{100, 100});
  CHECK(waitedWithin({}, 15) == Count{0, 0});
}

TEST_CASE("Sixty arrivals an hour who wait ten minutes each are ten in the queue", "[insight][queue]") {
  CHECK_THAT(meanQueueLength(480, 10min, 8h).value(), WithinAbs(10, 1e-12));
  CHECK(meanQueueLength(0, 0min, 8h) == 0.0);
  CHECK_FALSE(meanQueueLength(3, 10min, 0min));
}

TEST_CASE("A window that served six of its eight hours was occupied for three quarters", "[insight][queue]") {
  CHECK(occupancy(6h, 8h) == 0.75);
  CHECK_THAT(occupancy(9h, 8h).value(), WithinAbs(1.125, 1e-12));
  CHECK_FALSE(occupancy(1h, 0h));
}
