// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/run_rules.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "insight/proportion.h"

namespace ow::insight {

namespace {

constexpr std::size_t kRunLength = 8;
constexpr std::size_t kTrendLength = 6;
constexpr std::size_t kWindow = 3;
constexpr int kBeyondInWindow = 2;
constexpr double kRounding = 1e-9;

// The points since the last month without data; the last one is judged.
using Stretch = std::span<const Standing>;

std::optional<Direction> directionFrom(double reference, double value, double sigma) {
  // The mean of a constant series differs from its values in the last bit: without this, eight of them would signal.
  if (std::abs(value - reference) <= kRounding * std::max({std::abs(value), std::abs(reference), sigma})) return std::nullopt;
  return value > reference ? Direction::up : Direction::down;
}

std::optional<Direction> side(const Standing& point) {
  return directionFrom(point.centre, point.value, point.sigma);
}

std::optional<Direction> sideBeyond(const Standing& point, double sigmas) {
  const bool isBeyond = point.sigma > 0 && std::abs(point.value - point.centre) / point.sigma > sigmas + kRounding;
  return isBeyond ? side(point) : std::nullopt;
}

std::optional<Direction> beyondThreeSigma(Stretch stretch) {
  return sideBeyond(stretch.back(), kControlSigmas);
}

std::optional<Direction> eightOnOneSide(Stretch stretch) {
  if (stretch.size() < kRunLength) return std::nullopt;
  const auto direction = side(stretch.back());
  const bool isRun = std::ranges::all_of(stretch.last(kRunLength), [&](const auto& point) { return side(point) == direction; });
  return isRun ? direction : std::nullopt;
}

std::optional<Direction> sixTrending(Stretch stretch) {
  if (stretch.size() < kTrendLength) return std::nullopt;
  const auto trend = stretch.last(kTrendLength);
  const auto step = [&](std::size_t i) { return directionFrom(trend[i - 1].value, trend[i].value, trend[i].sigma); };
  for (std::size_t i = 2; i < trend.size(); ++i) {
    if (step(i) != step(1)) return std::nullopt;
  }
  return step(1);
}

std::optional<Direction> twoOfThreeBeyondTwoSigma(Stretch stretch) {
  const auto direction = sideBeyond(stretch.back(), kWarningSigmas);
  if (!direction) return std::nullopt;
  const auto beyond = std::ranges::count_if(stretch.last(std::min(stretch.size(), kWindow)), [&](const Standing& point) {
    return sideBeyond(point, kWarningSigmas) == direction;
  });
  return beyond >= kBeyondInWindow ? direction : std::nullopt;
}

struct Judge {
  RunRule rule;
  std::optional<Direction> (*completes)(Stretch);
};
constexpr std::array kJudges{Judge{RunRule::beyondThreeSigma, beyondThreeSigma}, Judge{RunRule::eightOnOneSide, eightOnOneSide},
                             Judge{RunRule::sixTrending, sixTrending},
                             Judge{RunRule::twoOfThreeBeyondTwoSigma, twoOfThreeBeyondTwoSigma}};

bool hasData(const std::optional<Standing>& point) {
  return point && std::isfinite(point->value) && std::isfinite(point->centre) && std::isfinite(point->sigma);
}

}  // namespace

std::vector<Signal> runSignals(std::span<const std::optional<Standing>> points) {
  std::vector<Signal> found;
  std::vector<Standing> stretch;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!hasData(points[i])) {
      stretch.clear();
      continue;
    }
    stretch.push_back(*points[i]);
    for (const Judge& judge : kJudges) {
      if (const auto direction = judge.completes(stretch)) found.push_back({judge.rule, i, *direction});
    }
  }
  return found;
}

}  // namespace ow::insight
