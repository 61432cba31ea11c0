// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proportion.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>

namespace ow::insight {

namespace {

void require(Count count) {
  if (count.hits < 0 || count.hits > count.trials) std::abort();  // a published number would be false
}

}  // namespace

std::optional<double> share(Count count) {
  require(count);
  if (count.trials == 0) return std::nullopt;
  return double(count.hits) / double(count.trials);
}

Interval wilson(Count count, double z) {
  const auto p = share(count);
  if (!p) return {0, 1};
  const double n = double(count.trials);
  const double zz = z * z;
  const double scale = 1 + zz / n;
  const double centre = (*p + zz / (2 * n)) / scale;
  const double half = z * std::sqrt(*p * (1 - *p) / n + zz / (4 * n * n)) / scale;
  // The interval holds its share, and begins at 0 where that is 0, ends at 1 where that is 1. Rounding would miss that.
  return {std::clamp(centre - half, 0.0, *p), std::clamp(centre + half, *p, 1.0)};
}

Interval newcombeDifference(Count first, Count second, double z) {
  const auto p = share(first);
  const auto q = share(second);
  if (!p || !q) return {-1, 1};
  const Interval a = wilson(first, z);
  const Interval b = wilson(second, z);
  const double below = std::hypot(*p - a.low, b.high - *q);
  const double above = std::hypot(a.high - *p, *q - b.low);
  return {std::max(-1.0, *p - *q - below), std::min(1.0, *p - *q + above)};
}

double standardError(double share, std::int64_t trials) {
  if (trials <= 0) std::abort();  // nothing was counted: there is no error to speak of
  return std::sqrt(share * (1 - share) / double(trials));
}

Interval sigmaBand(double centre, std::int64_t trials, double sigmas) {
  if (trials <= 0) return {0, 1};
  const double half = sigmas * standardError(centre, trials);
  return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

SampleSize sampleSize(std::int64_t n, std::int64_t fewestRanked) {
  if (n < kFewestShown) return SampleSize::suppressed;
  return n < fewestRanked ? SampleSize::small : SampleSize::enough;
}

std::vector<std::size_t> rankByLowerBound(std::span<const Count> counts, std::int64_t fewestRanked) {
  struct Ranked {
    double low;
    std::int64_t trials;
    std::size_t place;
  };
  std::vector<Ranked> ranked;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (sampleSize(counts[i].trials, fewestRanked) == SampleSize::enough)
      ranked.push_back({wilson(counts[i]).low, counts[i].trials, i});
  }
  std::ranges::sort(ranked, std::less{}, [](const Ranked& r) { return std::tuple(-r.low, r.trials, r.place); });
  std::vector<std::size_t> places;
  for (const Ranked& r : ranked) places.push_back(r.place);
  return places;
}

}  // namespace ow::insight
