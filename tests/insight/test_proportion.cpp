// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "base/random.h"
#include "insight/proportion.h"

using namespace ow::insight;
using Catch::Matchers::WithinAbs;

namespace {

// As they are printed: per cent, two decimals.
void checkPercent(Interval interval, double low, double high) {
  CHECK_THAT(interval.low * 100, WithinAbs(low, 0.005));
  CHECK_THAT(interval.high * 100, WithinAbs(high, 0.005));
}

}  // namespace

TEST_CASE("A share is hits of trials, and of nothing there is no share", "[insight][proportion]") {
  CHECK(share({9, 10}) == 0.9);
  CHECK(share({0, 10}) == 0.0);
  CHECK(share({0, 0}) == std::nullopt);
}

TEST_CASE("Wilson intervals are those of the tables", "[insight][proportion]") {
  checkPercent(wilson({9, 10}), 59.58, 98.21);
  checkPercent(wilson({98, 100}), 93.00, 99.45);
  checkPercent(wilson({0, 10}), 0, 27.75);
  checkPercent(wilson({10, 10}), 72.25, 100);
  checkPercent(wilson({450, 500}), 87.06, 92.33);
  checkPercent(wilson({29, 30}), 83.33, 99.41);
}

TEST_CASE("A Wilson interval begins at exactly 0 without hits and ends at exactly 1 without misses", "[insight][proportion]") {
  for (const std::int64_t n : {1, 2, 3, 7, 10, 49, 69, 75, 125, 1000, 1'000'000}) {
    INFO(n);
    CHECK(wilson({0, n}).low == 0.0);
    CHECK(wilson({0, n}).high < 1.0);
    CHECK(wilson({n, n}).high == 1.0);
    CHECK(wilson({n, n}).low > 0.0);
  }
  CHECK(wilson({0, 0}) == Interval{0, 1});
}

TEST_CASE("A Wilson interval holds its share, stays within 0..1 and narrows with more trials",
          "[insight][proportion][property]") {
  ow::base::SeededRandom random(1927);
  for (int i = 0; i < 20'000; ++i) {
    const auto trials = std::int64_t(1 + random.below(i % 2 == 0 ? 40 : 5'000'000));
    const auto hits = std::int64_t(random.below(std::uint64_t(trials) + 1));
    const Interval interval = wilson({hits, trials});
    INFO(hits << '/' << trials);
    REQUIRE(interval.low >= 0);
    REQUIRE(interval.low <= *share({hits, trials}));
    REQUIRE(interval.high >= *share({hits, trials}));
    REQUIRE(interval.high <= 1);
    const Interval tenfold = wilson({hits * 10, trials * 10});
    REQUIRE(tenfold.high - tenfold.low < interval.high - interval.low);
  }
}

TEST_CASE("Differences of two shares are those of Newcombe's table II", "[insight][proportion]") {
  struct Row {
    Count first;
    Count second;
    double low;
    double high;
  };
  for (const Row& row :
       {Row{{56, 70}, {48, 80}, 0.0524, 0.3339}, Row{{9, 10}, {3, 10}, 0.1705, 0.8090}, Row{{6, 7}, {2, 7}, 0.0582, 0.8062},
        Row{{5, 56}, {0, 29}, -0.0381, 0.1926}, Row{{0, 10}, {0, 20}, -0.1611, 0.2775}, Row{{0, 10}, {0, 10}, -0.2775, 0.2775},
        Row{{10, 10}, {0, 20}, 0.6791, 1.0}, Row{{10, 10}, {0, 10}, 0.6075, 1.0}}) {
    INFO(row.first.hits << '/' << row.first.trials << " - " << row.second.hits << '/' << row.second.trials);
    const Interval interval = newcombeDifference(row.first, row.second);
    CHECK_THAT(interval.low, WithinAbs(row.low, 0.00005));
    CHECK_THAT(interval.high, WithinAbs(row.high, 0.00005));
  }
}

TEST_CASE("Of two windows either may be named first: the difference only turns its sign", "[insight][proportion][property]") {
  ow::base::SeededRandom random(1998);
  const auto some = [&] {
    const auto trials = std::int64_t(1 + random.below(200));
    return Count{std::int64_t(random.below(std::uint64_t(trials) + 1)), trials};
  };
  for (int i = 0; i < 5'000; ++i) {
    const Count a = some();
    const Count b = some();
    const Interval there = newcombeDifference(a, b);
    const Interval back = newcombeDifference(b, a);
    INFO(a.hits << '/' << a.trials << " and " << b.hits << '/' << b.trials);
    REQUIRE_THAT(there.low, WithinAbs(-back.high, 1e-12));
    REQUIRE(there.low >= -1);
    REQUIRE(there.low <= *share(a) - *share(b));
    REQUIRE(there.high >= *share(a) - *share(b));
    REQUIRE(there.high <= 1);
  }
  CHECK(newcombeDifference({0, 0}, {5, 10}) == Interval{-1, 1});
  CHECK(newcombeDifference({5, 10}, {0, 0}) == Interval{-1, 1});
}

TEST_CASE("A band of standard errors is cut to what a share can be", "[insight][proportion]") {
  const Interval band = sigmaBand(0.92, 50, 3);
  CHECK_THAT(band.low, WithinAbs(0.8049, 0.00005));
  CHECK(band.high == 1.0);
  CHECK(sigmaBand(0.01, 10, 3).low == 0.0);
  CHECK(sigmaBand(1, 10, 3) == Interval{1, 1});
  CHECK(sigmaBand(0.5, 0, 3) == Interval{0, 1});
}

TEST_CASE("Fewer than five are not shown, fewer than thirty are a small sample", "[insight][proportion]") {
  CHECK(sampleSize(0) == SampleSize::suppressed);
  CHECK(sampleSize(4) == SampleSize::suppressed);
  CHECK(sampleSize(5) == SampleSize::small);
  CHECK(sampleSize(29) == SampleSize::small);
  CHECK(sampleSize(30) == SampleSize::enough);
  CHECK(sampleSize(10, 10) == SampleSize::enough);
  CHECK(sampleSize(4, 1) == SampleSize::suppressed);
}

TEST_CASE("A clerk with few ratings does not outrank one with many", "[insight][proportion]") {
  // 10/10 and 29/29 are no samples; 30/30 has the lower end 88.65 %, 450/500 has 87.06 %, 98/100 has 93.00 %.
  const Count counts[] = {{10, 10}, {450, 500}, {98, 100}, {30, 30}, {29, 29}, {0, 0}};
  CHECK(rankByLowerBound(counts) == std::vector<std::size_t>{2, 3, 1});
  CHECK(rankByLowerBound(counts, 10) == std::vector<std::size_t>{2, 3, 4, 1, 0});
  CHECK(rankByLowerBound({}).empty());
}

TEST_CASE("Clerks with equal lower ends stand as given, and without any hit the one rated less stands first",
          "[insight][proportion]") {
  const Count counts[] = {{0, 90}, {45, 50}, {0, 40}, {45, 50}};
  CHECK(rankByLowerBound(counts) == std::vector<std::size_t>{1, 3, 2, 0});
}
