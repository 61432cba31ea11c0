// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/staff_survey.h"

#include <algorithm>

#include "insight/mean.h"

namespace ow::insight {

namespace {

constexpr int kLeast = 1;
constexpr int kMost = 5;
constexpr double kPointsPerStep = 2.5;  // ten items of four steps make 100

}  // namespace

std::optional<double> usabilityScore(const std::array<int, 10>& answers) {
  int steps = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i] < kLeast || answers[i] > kMost) return std::nullopt;
    const bool isPraise = i % 2 == 0;
    steps += isPraise ? answers[i] - kLeast : kMost - answers[i];
  }
  return steps * kPointsPerStep;
}

StaffMean staffMean(std::span<const double> scores, Interval range) {
  StaffMean found;
  found.answers = std::int64_t(scores.size());
  if (sampleSize(found.answers) == SampleSize::suppressed) return found;
  found.mean = mean(scores);
  if (const auto margin = meanMargin(scores))
    found.interval = Interval{std::max(range.low, *found.mean - *margin), std::min(range.high, *found.mean + *margin)};
  return found;
}

std::optional<NetPromoterScore> staffPromoterScore(PromoterCounts counts) {
  if (sampleSize(counts.promoters + counts.passives + counts.detractors) == SampleSize::suppressed) return std::nullopt;
  return netPromoterScore(counts);
}

}  // namespace ow::insight
