// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

// Indicators of every unit brought to 0..100, so that a scorecard can weigh them together. Pure; any thread.
namespace ow::insight {

// 0 points at the floor, 100 at the target, a straight line between. Where lower is better the floor is the greater of the two.
struct Yardstick {
  double floor = 0;
  double target = 0;
  bool operator==(const Yardstick&) const = default;
};
// Nothing when a number is not finite, or floor and target are the same.
std::optional<double> score(double value, Yardstick yardstick);

// For what may be too little as well as too much (个贷率): 100 points from low to high, 0 at the floors, straight lines
// between.
struct Band {
  double floorBelow = 0;
  double low = 0;
  double high = 0;
  double floorAbove = 0;
  bool operator==(const Band&) const = default;
};
// Nothing when a number is not finite, or unless floorBelow < low <= high < floorAbove.
std::optional<double> score(double value, Band band);

struct WeighedScore {
  std::optional<double> score;  // empty: not known this time
  double weight = 0;            // what is not above 0 weighs nothing
};
struct CombinedScore {
  double score = 0;
  double coverage = 0;  // share of the weight whose score is known; below 1 it must be said beside the score
};
// The weighted mean of what is known; weights need not sum to 1. A missing score is no 0: the others take its weight. Nothing
// when nothing that weighs is known.
std::optional<CombinedScore> combinedScore(std::span<const WeighedScore> parts);

}  // namespace ow::insight
