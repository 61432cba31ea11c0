// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// How long cases take when some are still open: the product-limit estimate (E. L. Kaplan and P. Meier, JASA 53 (1958) 457).
// Percentiles of closed cases alone look best just when the hard ones are left lying. Pure; any thread.
namespace ow::insight {

// Cases by the days they took (closed) or have waited up to the day of the figures (open, so at least that long).
struct CaseAges {
  int days = 0;
  std::int64_t closed = 0;  // both 0 or more
  std::int64_t open = 0;
  bool operator==(const CaseAges&) const = default;
};

// After so many days this share of cases is still open; holds until the next step.
struct SurvivalStep {
  int days = 0;
  double stillOpen = 1;
  bool operator==(const SurvivalStep&) const = default;
};
// A step per day on which a case was closed. A case that is open on such a day could have been closed on it. `ages`: ascending,
// each day once; anything else aborts.
std::vector<SurvivalStep> survivalCurve(std::span<const CaseAges> ages);

// The first day by which at least `percent` (0..100, anything else aborts) of cases are closed: a day that occurred, never one
// between two as in percentile.h. Nothing when the curve never falls that far.
std::optional<int> daysToClose(std::span<const CaseAges> ages, double percent);

}  // namespace ow::insight
