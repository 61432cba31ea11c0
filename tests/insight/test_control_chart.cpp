// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "base/random.h"
#include "insight/control_chart.h"

using namespace ow::insight;
using Catch::Matchers::WithinAbs;
using Counts = std::vector<std::optional<Count>>;
using Values = std::vector<std::optional<double>>;

namespace {

const Values kTwelveMonths{12, 14, 11, 13, 15, 12, 16, 13, 12, 14, 11, 13};

Counts months(std::size_t n, Count count) {
  return Counts(n, count);
}

}  // namespace

TEST_CASE("The limits of a p-chart are those of the table", "[insight][chart]") {
  const ProportionBaseline baseline{.centre = 0.92};
  const Limits limits = baseline.limits(50);
  CHECK_THAT(limits.lower, WithinAbs(0.8049, 0.00005));
  CHECK(limits.centre == 0.92);
  CHECK(limits.upper == 1.0);
  CHECK(baseline.limits(0) == Limits{0, 0.92, 1});
  CHECK(baseline.limits(500).lower > limits.lower);
}

TEST_CASE("The centre of a p-chart weighs a month by what was counted in it", "[insight][chart]") {
  Counts counts = months(11, Count{90, 100});
  counts.push_back(Count{800, 1000});
  const auto baseline = proportionBaseline(counts);
  REQUIRE(baseline);
  CHECK_THAT(baseline->centre, WithinAbs((11 * 90 + 800) / 2100.0, 1e-12));
  CHECK(baseline->points == 12);
}

TEST_CASE("Eleven months set no limits, twelve do, and months without ratings do not count", "[insight][chart]") {
  Counts counts = months(11, Count{90, 100});
  counts.push_back(std::nullopt);
  counts.push_back(Count{0, 0});
  CHECK_FALSE(proportionBaseline(counts));
  counts.push_back(Count{80, 100});
  REQUIRE(proportionBaseline(counts));
  CHECK(proportionBaseline(counts)->points == 12);

  Values values(kTwelveMonths.begin(), kTwelveMonths.end() - 1);
  values.push_back(std::nullopt);
  values.push_back(NAN);
  CHECK_FALSE(individualsBaseline(values));
  values.push_back(13);
  REQUIRE(individualsBaseline(values));
  CHECK(individualsBaseline(values)->points == 12);
  CHECK_FALSE(individualsBaseline({}));
  CHECK_FALSE(proportionBaseline({}));
}

TEST_CASE("What comes after the twentieth month does not move the limits", "[insight][chart]") {
  Counts counts;
  Values values;
  for (int i = 0; i < 20; ++i) {
    counts.push_back(Count{i % 2 == 0 ? 90 : 94, 100});
    values.push_back(i % 2 == 0 ? 10 : 12);
  }
  const auto shares = proportionBaseline(counts);
  const auto individuals = individualsBaseline(values);
  REQUIRE(shares);
  REQUIRE(individuals);
  for (int i = 0; i < 12; ++i) {
    counts.push_back(Count{40, 100});
    values.push_back(50);
  }
  CHECK(proportionBaseline(counts)->centre == shares->centre);
  CHECK(proportionBaseline(counts)->points == 20);
  CHECK(individualsBaseline(values)->limits() == individuals->limits());

  const auto found = runSignals(shares->standings(counts));
  REQUIRE_FALSE(found.empty());
  CHECK(found.front() == Signal{RunRule::beyondThreeSigma, 20, Direction::down});
}

TEST_CASE("The XmR limits of twelve months are those of the table", "[insight][chart]") {
  const auto baseline = individualsBaseline(kTwelveMonths);
  REQUIRE(baseline);
  CHECK_THAT(baseline->centre, WithinAbs(13, 1e-12));
  CHECK_THAT(baseline->meanMovingRange, WithinAbs(2.4545, 0.00005));
  CHECK_THAT(baseline->limits().lower, WithinAbs(6.47, 0.005));
  CHECK_THAT(baseline->limits().upper, WithinAbs(19.53, 0.005));
  CHECK_THAT(baseline->movingRangeLimit(), WithinAbs(8.02, 0.005));
  CHECK(runSignals(baseline->standings(kTwelveMonths)).empty());
}

TEST_CASE("A point between the drawn XmR limits is never told as beyond them", "[insight][chart]") {
  const auto baseline = individualsBaseline(kTwelveMonths);
  REQUIRE(baseline);
  const double upper = baseline->limits().upper;
  const double lower = baseline->limits().lower;
  CHECK(runSignals(baseline->standings(Values{upper - 1e-6})).empty());
  CHECK(runSignals(baseline->standings(Values{upper})).empty());
  CHECK(runSignals(baseline->standings(Values{lower})).empty());
  CHECK(runSignals(baseline->standings(Values{upper + 1e-6})).size() == 1);
  CHECK(runSignals(baseline->standings(Values{lower - 1e-6})).size() == 1);
}

TEST_CASE("A month without data leaves a gap in the chart and is spanned by the moving range", "[insight][chart]") {
  Values values = kTwelveMonths;
  values.insert(values.begin() + 3, std::nullopt);
  const auto baseline = individualsBaseline(values);
  REQUIRE(baseline);
  CHECK(baseline->meanMovingRange == individualsBaseline(kTwelveMonths)->meanMovingRange);
  const auto standings = baseline->standings(values);
  REQUIRE(standings.size() == 13);
  CHECK_FALSE(standings[3]);
  CHECK(standings[4]->value == 13);
}

TEST_CASE("With thousands a month, Laney's limits are as wide as the months really differ", "[insight][chart]") {
  const std::int64_t hits[] = {9200, 9350, 9100, 9420, 9280, 9050, 9390, 9210, 9330, 9120, 9400, 9260};
  const std::int64_t trials[] = {10000, 10100, 9900, 10200, 10000, 9800, 10150, 9950, 10050, 9900, 10100, 10000};
  Counts counts;
  for (int i = 0; i < 12; ++i) counts.push_back(Count{hits[i], trials[i]});
  const auto plain = proportionBaseline(counts, Dispersion::binomial);
  const auto laney = proportionBaseline(counts, Dispersion::laney);
  REQUIRE(plain);
  REQUIRE(laney);
  CHECK_THAT(laney->centre, WithinAbs(0.92476072, 1e-8));
  CHECK_THAT(laney->sigmaZ, WithinAbs(1.58299064, 1e-8));
  CHECK(plain->sigmaZ == laney->sigmaZ);
  CHECK_THAT(plain->limits(10000).lower, WithinAbs(0.91684740, 1e-8));
  CHECK_THAT(laney->limits(10000).lower, WithinAbs(0.91223402, 1e-8));
  CHECK_THAT(laney->limits(10000).upper, WithinAbs(0.93728741, 1e-8));
}

// (h / n - a / b)^2 = 9 (a / b) (1 - a / b) / n, in whole numbers: the month lies on its limit, not a hair beside it.
TEST_CASE("A month exactly on its limit is not beyond it, and with one more it is", "[insight][chart]") {
  const auto isTold = [](const ProportionBaseline& baseline, Count month) {
    const auto found = runSignals(baseline.standings(Counts{month}));
    return found.size() == 1 && found.front().rule == RunRule::beyondThreeSigma;
  };
  int onUpper = 0, onLower = 0, sidewaysOfDoubles = 0;
  for (std::int64_t b = 2; b <= 25; ++b)
    for (std::int64_t a = 1; a < b; ++a)
      for (std::int64_t n = 5; n <= 500; ++n) {
        const auto square = 9 * a * (b - a) * n;
        const auto root = std::int64_t(std::llround(std::sqrt(double(square))));
        if (root * root != square || (a * n + root) % b != 0 || (a * n - root) % b != 0) continue;
        const ProportionBaseline baseline{.centre = double(a) / double(b)};
        const std::int64_t upper = (a * n + root) / b, lower = (a * n - root) / b;
        CAPTURE(a, b, n, upper, lower);
        if (upper <= n) {
          ++onUpper;
          REQUIRE_FALSE(isTold(baseline, {upper, n}));
          if (upper < n) REQUIRE(isTold(baseline, {upper + 1, n}));
          sidewaysOfDoubles += double(upper) / double(n) > baseline.limits(n).upper ? 1 : 0;
        }
        if (lower >= 0) {
          ++onLower;
          REQUIRE_FALSE(isTold(baseline, {lower, n}));
          if (lower > 0) REQUIRE(isTold(baseline, {lower - 1, n}));
        }
      }
  CHECK(onUpper > 100);
  CHECK(onLower > 100);
  CHECK(sidewaysOfDoubles > 0);  // so that comparing the two as they are would be wrong
}

TEST_CASE("Where every month counts as many, Laney's chart is the XmR chart of the shares", "[insight][chart][property]") {
  ow::base::SeededRandom random(2002);
  for (int round = 0; round < 200; ++round) {
    Counts counts;
    Values values;
    for (int i = 0; i < 15; ++i) {
      counts.push_back(Count{std::int64_t(300 + random.below(400)), 1000});
      values.push_back(double(counts.back()->hits) / 1000);
    }
    const auto laney = proportionBaseline(counts, Dispersion::laney);
    const auto individuals = individualsBaseline(values);
    REQUIRE(laney);
    REQUIRE(individuals);
    REQUIRE_THAT(laney->centre, WithinAbs(individuals->centre, 1e-12));
    REQUIRE_THAT(laney->standings(counts)[0]->sigma, WithinAbs(individuals->meanMovingRange / 1.128, 1e-12));
  }
}

TEST_CASE("A year in which nothing varied tells nothing and divides by nothing", "[insight][chart]") {
  for (const Count month : {Count{100, 100}, Count{0, 100}, Count{9, 10}, Count{1, 3}}) {
    for (const auto dispersion : {Dispersion::binomial, Dispersion::laney}) {
      const Counts counts = months(24, month);
      const auto baseline = proportionBaseline(counts, dispersion);
      REQUIRE(baseline);
      CHECK(std::isfinite(baseline->sigmaZ));
      CHECK(std::isfinite(baseline->limits(100).lower));
      CHECK(runSignals(baseline->standings(counts)).empty());
    }
  }
  for (const double value : {0.0, 0.1, -3.3, 1e9 / 7}) {
    const Values values(24, value);
    const auto baseline = individualsBaseline(values);
    REQUIRE(baseline);
    CHECK(baseline->meanMovingRange == 0);
    INFO(value);
    CHECK(runSignals(baseline->standings(values)).empty());
  }
}

TEST_CASE("The first bad ratings after a perfect year widen nothing and divide by nothing", "[insight][chart]") {
  Counts counts = months(20, Count{50, 50});
  const auto baseline = proportionBaseline(counts, Dispersion::laney);
  REQUIRE(baseline);
  for (int i = 0; i < 8; ++i) counts.push_back(Count{45, 50});
  const auto found = runSignals(baseline->standings(counts));
  // Sigma is 0, so only the run can tell.
  CHECK(found == std::vector<Signal>{{RunRule::eightOnOneSide, 27, Direction::down}});
}
