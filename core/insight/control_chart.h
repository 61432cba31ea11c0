// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "insight/proportion.h"
#include "insight/run_rules.h"

// Control charts of monthly or daily figures (W. A. Shewhart; D. J. Wheeler, Understanding Variation). The first points set the
// limits, and later ones are judged against them, so that a slow decline does not pull its own limits along. Points without
// data are left out of the limits and the moving range spans the gap. When a process was changed on purpose, begin a new chart:
// pass the points from there on. Pure functions; any thread.
namespace ow::insight {

// Fewer points with data set no limits. From the twelfth to the twentieth each still takes part; after that they stand.
inline constexpr std::size_t kFewestBaselinePoints = 12;
inline constexpr std::size_t kMostBaselinePoints = 20;

struct Limits {
  double lower = 0;
  double centre = 0;
  double upper = 0;
  bool operator==(const Limits&) const = default;
};

// binomial: the plain p-chart. laney: the p' chart (D. B. Laney, Quality Engineering 14 (2002) 531), for months that each count
// so many that their ordinary differences exceed binomial chance; its limits widen, or narrow, by sigmaZ.
enum class Dispersion { binomial, laney };

struct ProportionBaseline {
  double centre = 0;  // all hits over all trials of its points
  double sigmaZ = 1;  // spread of the points in binomial sigmas, by their moving ranges; well above 1: use laney
  Dispersion dispersion = Dispersion::binomial;
  std::size_t points = 0;

  // centre ± 3 sigma for a point of so many trials, cut to 0..1; 0..1 without trials.
  Limits limits(std::int64_t trials) const;
  // One for one; empty where nothing was counted.
  std::vector<std::optional<Standing>> standings(std::span<const std::optional<Count>> counts) const;
};
// Nothing before there are kFewestBaselinePoints with trials.
std::optional<ProportionBaseline> proportionBaseline(std::span<const std::optional<Count>> counts,
                                                     Dispersion dispersion = Dispersion::binomial);

// XmR: single values and their moving ranges.
struct IndividualsBaseline {
  double centre = 0;
  double meanMovingRange = 0;
  std::size_t points = 0;

  // centre ± 2.66 mean moving ranges; not cut, though a wait cannot be negative.
  Limits limits() const;
  double movingRangeLimit() const;
  // One for one. Sigma is a third of the way to the drawn limit, so that line and signal agree.
  std::vector<std::optional<Standing>> standings(std::span<const std::optional<double>> values) const;
};
// Nothing before there are kFewestBaselinePoints; a value that is not finite counts as missing.
std::optional<IndividualsBaseline> individualsBaseline(std::span<const std::optional<double>> values);

}  // namespace ow::insight
