// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/funnel.h"

#include <cmath>

namespace ow::insight {

namespace {

constexpr double kOnTheLimit = 1e-9;  // what lies on the limit is not beyond it

std::optional<Direction> sideBeyond(Count unit, double centre) {
  if (sampleSize(unit.trials) == SampleSize::suppressed) return std::nullopt;
  const double away = *share(unit) - centre;
  if (std::abs(away) <= kControlSigmas * standardError(centre, unit.trials) + kOnTheLimit) return std::nullopt;
  return away > 0 ? Direction::up : Direction::down;
}

}  // namespace

std::optional<Funnel> funnel(std::span<const Count> units) {
  Count all;
  for (const Count& unit : units) all = {all.hits + unit.hits, all.trials + unit.trials};
  const auto centre = share(all);
  if (!centre) return std::nullopt;

  Funnel found{*centre, {}};
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (const auto direction = sideBeyond(units[i], *centre)) found.outliers.push_back({i, *direction});
  }
  return found;
}

Interval Funnel::warning(std::int64_t trials) const {
  return sigmaBand(centre, trials, kWarningSigmas);
}

Interval Funnel::control(std::int64_t trials) const {
  return sigmaBand(centre, trials, kControlSigmas);
}

}  // namespace ow::insight
