// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/control_chart.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ow::insight {

namespace {

// For ranges of two values (NIST/SEMATECH e-Handbook 6.3.2.2): d2 = 1.128, 3 / d2 = 2.66, D4 = 3.267.
constexpr double kD2 = 1.128;
constexpr double kRangesToLimit = 2.66;
constexpr double kRangesToRangeLimit = 3.267;

bool hasData(const std::optional<Count>& count) {
  return count && count->trials > 0;
}
bool hasData(const std::optional<double>& value) {
  return value && std::isfinite(*value);
}

// The points that set the limits; empty when there are not enough.
template <class Point>
std::vector<Point> baselinePoints(std::span<const std::optional<Point>> points) {
  std::vector<Point> found;
  for (const auto& point : points) {
    if (found.size() < kMostBaselinePoints && hasData(point)) found.push_back(*point);
  }
  if (found.size() < kFewestBaselinePoints) found.clear();
  return found;
}

double meanMovingRange(std::span<const double> values) {
  double sum = 0;
  for (std::size_t i = 1; i < values.size(); ++i) sum += std::abs(values[i] - values[i - 1]);
  return sum / double(values.size() - 1);
}

double sigmaZ(std::span<const Count> counts, double centre) {
  if (centre == 0 || centre == 1) return 1;  // every point lies on the line: there is no spread to compare
  std::vector<double> z;
  for (const Count& count : counts) z.push_back((*share(count) - centre) / standardError(centre, count.trials));
  return meanMovingRange(z) / kD2;
}

// How far a binomial sigma is stretched.
double stretch(const ProportionBaseline& baseline) {
  return baseline.dispersion == Dispersion::laney ? baseline.sigmaZ : 1;
}

}  // namespace

std::optional<ProportionBaseline> proportionBaseline(std::span<const std::optional<Count>> counts, Dispersion dispersion) {
  const auto points = baselinePoints(counts);
  if (points.empty()) return std::nullopt;
  Count all;
  for (const Count& count : points) all = {all.hits + count.hits, all.trials + count.trials};
  const double centre = *share(all);
  return ProportionBaseline{centre, sigmaZ(points, centre), dispersion, points.size()};
}

Limits ProportionBaseline::limits(std::int64_t trials) const {
  const Interval band = sigmaBand(centre, trials, kControlSigmas * stretch(*this));
  return {band.low, centre, band.high};
}

std::vector<std::optional<Standing>> ProportionBaseline::standings(std::span<const std::optional<Count>> counts) const {
  std::vector<std::optional<Standing>> found;
  for (const auto& count : counts) {
    found.emplace_back();
    if (hasData(count)) found.back() = Standing{*share(*count), centre, standardError(centre, count->trials) * stretch(*this)};
  }
  return found;
}

std::optional<IndividualsBaseline> individualsBaseline(std::span<const std::optional<double>> values) {
  const auto points = baselinePoints(values);
  if (points.empty()) return std::nullopt;
  const double centre = std::accumulate(points.begin(), points.end(), 0.0) / double(points.size());
  return IndividualsBaseline{centre, meanMovingRange(points), points.size()};
}

Limits IndividualsBaseline::limits() const {
  const double half = kRangesToLimit * meanMovingRange;
  return {centre - half, centre, centre + half};
}

double IndividualsBaseline::movingRangeLimit() const {
  return kRangesToRangeLimit * meanMovingRange;
}

std::vector<std::optional<Standing>> IndividualsBaseline::standings(std::span<const std::optional<double>> values) const {
  const double sigma = kRangesToLimit / kControlSigmas * meanMovingRange;
  std::vector<std::optional<Standing>> found;
  for (const auto& value : values) {
    found.emplace_back();
    if (hasData(value)) found.back() = Standing{*value, centre, sigma};
  }
  return found;
}

}  // namespace ow::insight
