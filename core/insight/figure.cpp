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
  if (figure.sample == SampleSize::suppressed) return figure;
  figure.value = aggregate.percentile(indicator.numerator, indicator.percent);
  if (figure.value && indicator.kind == FigureKind::saving) figure.value = 1 - *figure.value / 100;
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

// Sums of money need no sample; scores of persons do.
Figure toldOf(const Indicator& indicator, const Aggregate& aggregate) {
  Figure figure;
  const SeriesSum* told = aggregate.series(indicator.sums());
  if (told == nullptr) return figure;
  figure.told = *told;
  figure.count = {told->n, told->n};
  figure.sample = indicator.kind == FigureKind::mean ? sampleSize(told->n, indicator.minimum) : SampleSize::enough;
  if (figure.sample == SampleSize::suppressed) {
    figure.told.reset();
    return figure;
  }
  if (indicator.kind == FigureKind::amount) figure.value = told->amount / indicator.per;
  // What part it is is known only where every report says of what.
  else if (told->hasWhole && told->of > 0)
    figure.value = told->amount / told->of * indicator.per - (indicator.kind == FigureKind::growth ? 1 : 0);
  return figure;
}

}  // namespace

void SeriesSum::add(const SeriesSum& more) {
  amount += more.amount;
  of += more.of;
  n += more.n;
  hasWhole = hasWhole && more.hasWhole;
}

const SeriesSum* Aggregate::series(const std::string& name) const {
  const auto found = m_series.find(name);
  return found == m_series.end() ? nullptr : &found->second;
}

void Aggregate::add(const Aggregate& other) {
  for (std::size_t source = 0; source < m_counts.size(); ++source)
    for (const auto& [cell, n] : other.m_counts[source]) m_counts[source][cell] += n;
  for (const auto& [name, told] : other.m_series) m_series[name].add(told);
}

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

FigureParts partsOf(const Indicator& indicator, const Figure& figure) {
  if (!indicator.isCounted()) {
    if (!figure.told) return {};
    const bool hasWhole = indicator.kind != FigureKind::amount && figure.told->hasWhole;
    return {figure.told->amount, hasWhole ? std::optional(figure.told->of) : std::nullopt};
  }
  return {double(figure.count.hits), indicator.denominator ? std::optional(double(figure.count.trials)) : std::nullopt};
}

Figure figureOf(const Indicator& indicator, const Aggregate& aggregate) {
  Figure figure = !indicator.isCounted()  ? toldOf(indicator, aggregate)
                  : indicator.denominator ? divided(indicator, aggregate)
                                          : counted(indicator, aggregate);
  if (figure.value && indicator.yardstick) figure.score = score(*figure.value, *indicator.yardstick);
  return figure;
}

}  // namespace ow::insight
