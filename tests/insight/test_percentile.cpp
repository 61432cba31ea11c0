// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <vector>

#include "base/random.h"
#include "insight/percentile.h"

using namespace ow::insight;
using Catch::Matchers::WithinAbs;

TEST_CASE("Percentiles of used days lie between the days as R-7 says", "[insight][percentile]") {
  const std::vector<double> days{1, 2, 2, 3, 5, 8, 9, 12, 20, 31};
  CHECK_THAT(*percentile(days, 50), WithinAbs(6.5, 1e-12));
  CHECK_THAT(*percentile(days, 90), WithinAbs(21.1, 1e-12));
  CHECK_THAT(*percentile(days, 95), WithinAbs(26.05, 1e-12));
  CHECK(percentile(days, 0) == 1);
  CHECK(percentile(days, 100) == 31);

  const std::vector<Bar> bars{{1, 1}, {2, 2}, {3, 1}, {5, 1}, {8, 1}, {9, 1}, {12, 1}, {20, 1}, {31, 1}};
  CHECK_THAT(*percentile(bars, 50), WithinAbs(6.5, 1e-12));
  CHECK_THAT(*percentile(bars, 90), WithinAbs(21.1, 1e-12));
  CHECK_THAT(*percentile(bars, 95), WithinAbs(26.05, 1e-12));
}

TEST_CASE("Of one case every percentile is its days, and of none there is no percentile", "[insight][percentile]") {
  const std::vector<double> one{7};
  const std::vector<Bar> oneBar{{3, 0}, {7, 1}, {9, 0}};
  for (const double percent : {0.0, 37.5, 50.0, 95.0, 100.0}) {
    CHECK(percentile(one, percent) == 7);
    CHECK(percentile(oneBar, percent) == 7);
  }
  CHECK(percentile(std::span<const double>{}, 50) == std::nullopt);
  CHECK(percentile(std::span<const Bar>{}, 50) == std::nullopt);
  const std::vector<Bar> empty{{3, 0}, {9, 0}};
  CHECK(percentile(empty, 50) == std::nullopt);
}

TEST_CASE("Where all took as long, every percentile says so exactly", "[insight][percentile]") {
  const std::vector<double> values(13, 0.1);
  for (int percent = 0; percent <= 100; ++percent) CHECK(percentile(values, percent) == 0.1);
}

TEST_CASE("A whole number of ranks names a case that there is, not one a hair beside it", "[insight][percentile]") {
  std::vector<double> values;
  for (int i = 0; i <= 100; ++i) values.push_back(i * 1000.0);
  for (int percent = 0; percent <= 100; ++percent) CHECK(percentile(values, percent) == percent * 1000.0);
}

TEST_CASE("A histogram gives the percentiles of its list to the last bit, and they never fall",
          "[insight][percentile][property]") {
  ow::base::SeededRandom random(7);
  for (int round = 0; round < 500; ++round) {
    std::vector<Bar> bars;
    std::vector<double> list;
    double value = -5;
    for (auto left = random.below(12); left > 0; --left) {
      value += double(random.below(1000)) / 7;
      bars.push_back({value, std::int64_t(random.below(6))});
      list.insert(list.end(), std::size_t(bars.back().count), value);
    }
    INFO("round " << round << ", " << list.size() << " values");
    auto former = percentile(list, 0);
    for (double percent = 0; percent <= 100; percent += 0.5) {
      const auto found = percentile(bars, percent);
      REQUIRE(found == percentile(list, percent));
      REQUIRE(found.has_value() == !list.empty());
      if (list.empty()) break;
      REQUIRE(std::isfinite(*found));
      REQUIRE(*found >= *former);
      former = found;
    }
  }
}

TEST_CASE("A histogram of a year of tickets is not written out to be read", "[insight][percentile]") {
  const std::vector<Bar> bars{{5, 4'000'000'000'000}, {15, 4'000'000'000'000}, {60, 1}};
  CHECK(percentile(bars, 25) == 5);
  CHECK(percentile(bars, 50) == 15);
  CHECK(percentile(bars, 100) == 60);
}
