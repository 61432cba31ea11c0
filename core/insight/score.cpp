// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/score.h"

#include <algorithm>
#include <cmath>

namespace ow::insight {

namespace {

constexpr double kFull = 100;

}  // namespace

std::optional<double> score(double value, Yardstick yardstick) {
  const double length = yardstick.target - yardstick.floor;
  const double reached = value - yardstick.floor;
  if (length == 0 || !std::isfinite(length) || !std::isfinite(reached)) return std::nullopt;
  return std::clamp(reached / length, 0.0, 1.0) * kFull;
}

std::optional<double> score(double value, Band band) {
  const bool isBand = band.floorBelow < band.low && band.low <= band.high && band.high < band.floorAbove;
  if (!isBand || !std::isfinite(value)) return std::nullopt;
  if (value < band.low) return score(value, Yardstick{band.floorBelow, band.low});
  if (value > band.high) return score(value, Yardstick{band.floorAbove, band.high});
  return kFull;
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
