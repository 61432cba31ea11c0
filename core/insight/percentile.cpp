// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/percentile.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace ow::insight {

namespace {

// `at` gives the order statistic of a rank from 0.
template <class At>
std::optional<double> interpolated(std::int64_t n, double percent, At at) {
  if (!(percent >= 0 && percent <= 100)) std::abort();  // no such percentile: the caller's mistake, NaN among them
  if (n == 0) return std::nullopt;
  // Percent, not a share: (n - 1) * 90 / 100 is a whole number wherever it should be one.
  const double rank = double(n - 1) * percent / 100;
  const auto below = std::int64_t(rank);
  return std::lerp(at(below), at(std::min(below + 1, n - 1)), rank - double(below));
}

}  // namespace

std::optional<double> percentile(std::span<const double> sorted, double percent) {
  return interpolated(std::int64_t(sorted.size()), percent, [&](std::int64_t rank) { return sorted[std::size_t(rank)]; });
}

std::optional<double> percentile(std::span<const Bar> bars, double percent) {
  std::int64_t n = 0;
  for (const Bar& bar : bars) n += bar.count;
  return interpolated(n, percent, [&](std::int64_t rank) {
    auto bar = bars.begin();
    for (; rank >= bar->count; ++bar) rank -= bar->count;
    return bar->value;
  });
}

}  // namespace ow::insight
