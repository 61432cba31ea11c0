// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/figure.h"

#include "insight/percentile.h"

namespace ow::insight {

namespace {

// A number without a whole is hidden when it could be guessed whose it is; a count is what it is.
Figure counted(const Indicator& indicator, const Aggregate& aggregate) {
  Figure figure;
  const std::int64_t n = aggregate.count(indicator.numerator);
  figure.count = {n, n};
  if (indicator.kind == FigureKind::count) {
    figure.sample = SampleSize::enough;
    figure.value = double(n);
    return figure;
  }
  figure.sample = sampleSize(n, indicator.minimum);
  if (figure.sample != SampleSize::suppressed) figure.value = aggregate.percentile(indicator.numerator, indicator.percent);
  return figure;
}

Figure divided(const Indicator& indicator, const Aggregate& aggregate) {
  Figure figure;
  figure.count = {aggregate.count(indicator.numerator), aggregate.count(*indicator.denominator)};
  figure.sample = sampleSize(figure.count.trials, indicator.minimum);
  if (figure.sample == SampleSize::suppressed) return figure;
  if (indicator.kind == FigureKind::rate) {
    figure.value = double(figure.count.hits) / double(figure.count.trials) * indicator.per;
    return figure;
  }
  figure.value = share(figure.count);
  figure.interval = wilson(figure.count);
  return figure;
}

}  // namespace

std::int64_t Aggregate::count(const Measure& measure) const {
  std::int64_t sum = 0;
  for (const auto& [cell, n] : m_counts[std::size_t(measure.of)])
    if ((cell.first & measure.mask) == measure.mask) sum += n;
  return sum;
}

std::optional<double> Aggregate::percentile(const Measure& measure, double percent) const {
  std::map<std::int64_t, std::int64_t> byValue;
  for (const auto& [cell, n] : m_counts[std::size_t(measure.of)])
    if ((cell.first & measure.mask) == measure.mask && cell.second != store::kNoValue) byValue[cell.second] += n;
  std::vector<Bar> bars;
  for (const auto& [value, n] : byValue) bars.push_back({double(value), n});
  return insight::percentile(bars, percent);
}

Figure figureOf(const Indicator& indicator, const Aggregate& aggregate) {
  Figure figure = indicator.denominator ? divided(indicator, aggregate) : counted(indicator, aggregate);
  if (figure.value && indicator.yardstick) figure.score = score(*figure.value, *indicator.yardstick);
  return figure;
}

std::optional<CombinedScore> perspectiveScore(const IndicatorRegister& registry, Perspective perspective,
                                              const Aggregate& aggregate) {
  std::vector<WeighedScore> parts;
  for (const Indicator& indicator : registry.indicators)
    if (indicator.perspective == perspective && indicator.weight > 0)
      parts.push_back({figureOf(indicator, aggregate).score, indicator.weight});
  return combinedScore(parts);
}

}  // namespace ow::insight
