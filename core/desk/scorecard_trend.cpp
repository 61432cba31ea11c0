// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/scorecard_inside.h"

namespace ow::desk {

using base::Result;
using insight::Aggregate;
using insight::Indicator;

// The last one, which is judged, does not set its own.
void judge(Trend& trend) {
  if (trend.points.empty()) return;
  std::vector<std::optional<insight::Count>> counts;
  std::vector<std::optional<double>> values;
  for (const TrendPoint& point : trend.points) {
    const insight::Figure& figure = point.figure;
    values.push_back(figure.value);
    counts.push_back(figure.count.trials > 0 ? std::optional(figure.count) : std::nullopt);
  }
  const std::size_t earlier = trend.points.size() - 1;
  std::vector<std::optional<insight::Standing>> standings;
  if (trend.indicator.kind == insight::FigureKind::share) {
    // Months of a hall differ by more than chance: limits that know of it.
    const auto baseline = insight::proportionBaseline(std::span(counts).first(earlier), insight::Dispersion::laney);
    if (!baseline) return;
    trend.baselinePoints = baseline->points;
    standings = baseline->standings(counts);
    // A month too small to be shown has none: from its limits one could tell how small it is, from a signal what it was.
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (trend.points[i].figure.sample == insight::SampleSize::suppressed)
        standings[i].reset();
      else if (counts[i])
        trend.points[i].limits = baseline->limits(counts[i]->trials);
  } else {
    const auto baseline = insight::individualsBaseline(std::span(values).first(earlier));
    if (!baseline) return;
    trend.baselinePoints = baseline->points;
    standings = baseline->standings(values);
    for (auto& point : trend.points) point.limits = baseline->limits();
  }
  for (const insight::Signal& signal : insight::runSignals(standings)) trend.points[signal.index].runSignals.push_back(signal);
}

Result<std::vector<Trend>> trendsOf(Desk::Inside& in, std::span<const Indicator> indicators, base::Date last, int months,
                                    const insight::CountingWatch& watch) {
  std::vector<Trend> trends;
  for (const Indicator& indicator : indicators) trends.push_back({indicator, {}, 0});
  for (const insight::Period& period : insight::monthsUntil(last, months)) {
    OW_TRY(auto members, membersOf(in, indicators, period, insight::Split::all, watch));
    const Aggregate& whole = members[""];
    for (Trend& trend : trends) trend.points.push_back({period, figureOf(trend.indicator, whole), {}, {}});
  }
  for (Trend& trend : trends) judge(trend);
  return trends;
}

Result<std::vector<Trend>> trendsOf(Desk& desk, base::Date last, int months, const insight::CountingWatch& watch) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(const auto registry, indicatorsOf(desk));
  return trendsOf(in, registry.indicators, last, months, watch);
}

Result<Trend> trendOf(Desk& desk, const std::string& id, base::Date last, int months, const insight::CountingWatch& watch) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(const auto indicator, indicatorNamed(in, id));
  OW_TRY(auto trends, trendsOf(in, std::span(&indicator, 1), last, months, watch));
  return std::move(trends.front());
}

}  // namespace ow::desk
