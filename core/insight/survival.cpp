// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/survival.h"

#include <algorithm>
#include <cstdlib>
#include <functional>

namespace ow::insight {

namespace {

constexpr double kShareRounding = 1e-9;  // a product of many fractions that ought to be one half is not quite

}  // namespace

std::vector<SurvivalStep> survivalCurve(std::span<const CaseAges> ages) {
  const auto isOutOfOrder = [](const CaseAges& a, const CaseAges& b) { return a.days >= b.days; };
  if (std::ranges::adjacent_find(ages, isOutOfOrder) != ages.end()) std::abort();  // the count at risk would be wrong

  std::int64_t atRisk = 0;
  for (const CaseAges& age : ages) atRisk += age.closed + age.open;
  std::vector<SurvivalStep> curve;
  double stillOpen = 1;
  for (const CaseAges& age : ages) {
    if (age.closed > 0) {
      stillOpen *= double(atRisk - age.closed) / double(atRisk);
      curve.push_back({age.days, stillOpen});
    }
    atRisk -= age.closed + age.open;
  }
  return curve;
}

std::optional<int> daysToClose(std::span<const CaseAges> ages, double percent) {
  if (!(percent >= 0 && percent <= 100)) std::abort();  // no such percentile
  const auto curve = survivalCurve(ages);
  const double left = 1 - percent / 100 + kShareRounding;
  const auto step = std::ranges::find_if(curve, [&](const SurvivalStep& s) { return s.stillOpen <= left; });
  return step == curve.end() ? std::nullopt : std::optional(step->days);
}

}  // namespace ow::insight
