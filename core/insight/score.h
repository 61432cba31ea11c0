// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

// Indicators of every unit brought to 0..100, so that a scorecard can weigh them together. Pure; any thread.
namespace ow::insight {

// Where what is too much is as bad as what is too little (个贷率): the greatest value with 100 points, and the one with none.
struct UpperSide {
  double target = 0;
  double floor = 0;
  bool operator==(const UpperSide&) const = default;
};

// 0 points at the floor, 100 at the target, a straight line between. Where lower is better the floor is the greater of the two;
// where a band is, floor < target <= above->target < above->floor.
struct Yardstick {
  double floor = 0;
  double target = 0;
  std::optional<UpperSide> above = {};
  bool operator==(const Yardstick&) const = default;

  bool isBand() const { return above && floor < target && target <= above->target && above->target < above->floor; }
};
// Nothing when a number is not finite, floor and target are the same, or there is an upper side and no band.
std::optional<double> score(double value, const Yardstick& yardstick);

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
