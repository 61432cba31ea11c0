// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/score.h"

#include <algorithm>
#include <cmath>

namespace ow::insight {

namespace {

constexpr double kFull = 100;

}  // namespace

std::optional<double> score(double value, const Yardstick& yardstick) {
  if (yardstick.above) {
    if (!yardstick.isBand()) return std::nullopt;
    if (value > yardstick.above->target) return score(value, Yardstick{yardstick.above->floor, yardstick.above->target});
  }
  const double length = yardstick.target - yardstick.floor;
  const double reached = value - yardstick.floor;
  if (length == 0 || !std::isfinite(length) || !std::isfinite(reached)) return std::nullopt;
  return std::clamp(reached / length, 0.0, 1.0) * kFull;
}

std::optional<CombinedScore> combinedScore(std::span<const WeighedScore> parts) {
  double whole = 0;
  double known = 0;
  double sum = 0;
  for (const WeighedScore& part : parts) {
    if (!(part.weight > 0)) continue;
    whole += part.weight;
    if (!part.score || !std::isfinite(*part.score)) continue;
    known += part.weight;
    sum += part.weight * *part.score;
  }
  if (known == 0) return std::nullopt;
  return CombinedScore{sum / known, known / whole};
}

}  // namespace ow::insight
