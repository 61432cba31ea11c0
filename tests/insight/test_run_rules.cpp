// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "base/random.h"
#include "insight/run_rules.h"

using namespace ow::insight;
using Points = std::vector<std::optional<Standing>>;
using Signals = std::vector<Signal>;

namespace {

// Centre 0 and sigma 1: a value is its distance in sigmas.
Points points(std::initializer_list<std::optional<double>> values) {
  Points found;
  for (const auto& value : values) {
    found.emplace_back();
    if (value) found.back() = Standing{*value, 0, 1};
  }
  return found;
}

Signals of(RunRule rule, const Points& points) {
  Signals found = runSignals(points);
  std::erase_if(found, [&](const Signal& signal) { return signal.rule != rule; });
  return found;
}

Points mirrored(Points points) {
  for (auto& point : points) {
    if (point) point->value = 2 * point->centre - point->value;
  }
  return points;
}

}  // namespace

TEST_CASE("One point beyond three sigmas is a signal, one on the limit is not", "[insight][rules]") {
  CHECK(runSignals(points({0.5, 3.1, -0.5})) == Signals{{RunRule::beyondThreeSigma, 1, Direction::up}});
  CHECK(runSignals(points({0.5, -3.1, 0.5})) == Signals{{RunRule::beyondThreeSigma, 1, Direction::down}});
  CHECK(runSignals(points({3.0})).empty());
  CHECK(runSignals(points({-3.0})).empty());
  CHECK(runSignals(points({4.0})) == Signals{{RunRule::beyondThreeSigma, 0, Direction::up}});
  CHECK(runSignals({}).empty());
}

TEST_CASE("Eight months on one side are a shift, seven are not, and a ninth tells it again", "[insight][rules]") {
  const auto run = RunRule::eightOnOneSide;
  CHECK(of(run, points({0.5, 0.2, 0.5, 0.2, 0.5, 0.2, 0.5})).empty());
  CHECK(of(run, points({0.5, 0.2, 0.5, 0.2, 0.5, 0.2, 0.5, 0.2})) == Signals{{run, 7, Direction::up}});
  CHECK(of(run, points({0.5, 0.2, 0.5, 0.2, 0.5, 0.2, 0.5, 0.2, 0.1})) ==
        Signals{{run, 7, Direction::up}, {run, 8, Direction::up}});
  CHECK(of(run, points({-0.5, -0.2, -0.5, -0.2, -0.5, -0.2, -0.5, -0.2})) == Signals{{run, 7, Direction::down}});
  CHECK(of(run, points({0.5, 0.2, 0.5, 0.2, -0.5, 0.2, 0.5, 0.2, 0.3})).empty());
}

TEST_CASE("A month exactly on the centre line ends a run of eight", "[insight][rules]") {
  const auto run = RunRule::eightOnOneSide;
  CHECK(of(run, points({0.5, 0.2, 0.5, 0.2, 0, 0.2, 0.5, 0.2, 0.5, 0.2, 0.5, 0.2})).empty());
  CHECK(of(run, points({0, 0.2, 0.5, 0.2, 0.5, 0.2, 0.5, 0.2, 0.5})) == Signals{{run, 8, Direction::up}});
  CHECK(runSignals(Points(30, Standing{7, 7, 1})).empty());
}

TEST_CASE("Six points in a row that rise are a trend, whatever side they are on", "[insight][rules]") {
  const auto trend = RunRule::sixTrending;
  CHECK(of(trend, points({-0.5, -0.3, -0.1, 0.1, 0.3})).empty());
  CHECK(of(trend, points({-0.5, -0.3, -0.1, 0.1, 0.3, 0.5})) == Signals{{trend, 5, Direction::up}});
  CHECK(of(trend, points({0.5, 0.3, 0.1, -0.1, -0.3, -0.5})) == Signals{{trend, 5, Direction::down}});
  CHECK(of(trend, points({-0.5, -0.3, -0.1, -0.1, 0.1, 0.3, 0.5})).empty());
  CHECK(of(trend, points({9, -0.5, -0.3, -0.1, 0.1, 0.3, 0.5, 0.7})) ==
        Signals{{trend, 6, Direction::up}, {trend, 7, Direction::up}});
}

TEST_CASE("Two of three points beyond two sigmas on the same side are a signal at the second", "[insight][rules]") {
  const auto two = RunRule::twoOfThreeBeyondTwoSigma;
  CHECK(runSignals(points({2.1, 0.1, 2.1})) == Signals{{two, 2, Direction::up}});
  CHECK(runSignals(points({2.1, 2.1, 0.1})) == Signals{{two, 1, Direction::up}});
  CHECK(runSignals(points({-2.1, 0.1, -2.1})) == Signals{{two, 2, Direction::down}});
  CHECK(runSignals(points({2.1, -2.1, 0.1})).empty());
  CHECK(runSignals(points({2.1, 0.1, 0.1, 2.1})).empty());
  CHECK(runSignals(points({2.0, 2.0, 2.0})).empty());
  CHECK(runSignals(points({2.1})).empty());
}

TEST_CASE("A point beyond three sigmas is also one of two beyond two", "[insight][rules]") {
  CHECK(runSignals(points({2.1, 3.1})) ==
        Signals{{RunRule::beyondThreeSigma, 1, Direction::up}, {RunRule::twoOfThreeBeyondTwoSigma, 1, Direction::up}});
}

TEST_CASE("A month without data ends runs, trends and windows", "[insight][rules]") {
  const std::optional<double> none;
  CHECK(runSignals(points({0.5, 0.2, 0.5, 0.2, none, 0.5, 0.2, 0.5, 0.2})).empty());
  CHECK(runSignals(points({-0.5, -0.3, -0.1, none, 0.1, 0.3, 0.5})).empty());
  CHECK(runSignals(points({2.1, none, 2.1})).empty());
  CHECK(runSignals(points({none, none})).empty());
  CHECK(runSignals(points({none, 3.5})) == Signals{{RunRule::beyondThreeSigma, 1, Direction::up}});
}

TEST_CASE("What is not a number counts as a month without data", "[insight][rules]") {
  const double infinite = std::numeric_limits<double>::infinity();
  CHECK(runSignals(points({2.1, NAN, 2.1, infinite, 2.1})).empty());
  CHECK(runSignals(Points(9, Standing{5, 0, NAN})).empty());
  CHECK(runSignals(Points{Standing{5, NAN, 1}, Standing{5, 0, NAN}, Standing{5, 0, infinite}}).empty());
}

TEST_CASE("On a p-chart each month is measured with its own sigma", "[insight][rules]") {
  const Points wideThenNarrow{Standing{0.80, 0.92, 0.05}, Standing{0.80, 0.92, 0.03}};
  CHECK(of(RunRule::beyondThreeSigma, wideThenNarrow) == Signals{{RunRule::beyondThreeSigma, 1, Direction::down}});
}

TEST_CASE("Without any sigma no distance is told, and a difference in the last bit is none", "[insight][rules]") {
  CHECK(runSignals(Points(7, Standing{5, 3, 0})).empty());
  CHECK(of(RunRule::beyondThreeSigma, Points(9, Standing{5, 3, 0})).empty());
  CHECK(runSignals(Points(20, Standing{0.1 + 0.2, 0.3, 0})).empty());
  CHECK(runSignals(Points(20, Standing{0.1 + 0.2, 0.3, 1e-17})).empty());
}

TEST_CASE("Turned upside down, a chart tells the same with the directions turned", "[insight][rules][property]") {
  ow::base::SeededRandom random(1984);
  std::size_t told = 0;
  for (int round = 0; round < 400; ++round) {
    Points chart;
    for (int i = 0; i < 40; ++i) {
      chart.emplace_back();
      const double distance = double(random.below(70)) / 10 - 3.5;
      if (random.below(15) > 0) chart.back() = Standing{20 + 4 * distance, 20, 4};
    }
    Signals found = runSignals(chart);
    told += found.size();
    for (const Signal& signal : found) REQUIRE(chart[signal.index]);
    for (Signal& signal : found) signal.direction = signal.direction == Direction::up ? Direction::down : Direction::up;
    REQUIRE(found == runSignals(mirrored(chart)));
  }
  CHECK(told > 1000);
}

TEST_CASE("What was told of past months stays when new months come", "[insight][rules][property]") {
  ow::base::SeededRandom random(1956);
  Points chart;
  for (int i = 0; i < 300; ++i) {
    Signals before = runSignals(chart);
    chart.emplace_back(Standing{double(random.below(60)) / 10 - 3, 0, 1});
    Signals after = runSignals(chart);
    std::erase_if(after, [&](const Signal& signal) { return signal.index + 1 == chart.size(); });
    REQUIRE(after == before);
  }
}
