// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "insight/proportion.h"
#include "insight/run_rules.h"

// Many windows, clerks or units at once, without a league table: who differs from all of them together by more than chance (D.
// J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005) 1185). Pure; any
// thread.
namespace ow::insight {

struct Outlier {
  std::size_t place = 0;  // in the list of units
  Direction direction = Direction::up;
  bool operator==(const Outlier&) const = default;
};

struct Funnel {
  double centre = 0;              // all hits over all trials
  std::vector<Outlier> outliers;  // beyond kControlSigmas, in the order given

  // Limits of a unit of so many trials, to draw the funnel: cut to 0..1, and 0..1 without trials.
  Interval warning(std::int64_t trials) const;
  Interval control(std::int64_t trials) const;
};
// Nothing when no unit has trials. Units of fewer than kFewestShown trials count in the centre and are never outliers.
std::optional<Funnel> funnel(std::span<const Count> units);

}  // namespace ow::insight
