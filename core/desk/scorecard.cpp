// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/scorecard.h"

#include <algorithm>

#include "desk/scorecard_inside.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using insight::Aggregate;
using insight::Indicator;
using insight::Split;
using store::FactSource;

Result<void> checkSupervisor(const Desk::Inside& in) {
  const bool isAdministrator = in.clerk.id.isNil();
  if (isAdministrator || in.clerk.role == domain::Role::supervisor) return base::success();
  return base::fail(ErrorKind::notAllowed, {{"rule", "supervisor_only"}});
}

insight::Counting countingOf(Desk::Inside& in) {
  return {in.zone(), [&in](std::string_view jurisdiction) { return in.calendarOf(std::string(jurisdiction)); }};
}

Result<insight::IndicatorRegister> indicatorsOf(Desk& desk) {
  return insight::IndicatorRegister::bundled(desk.place().jurisdiction);
}

Result<Indicator> indicatorNamed(Desk::Inside& in, const std::string& id) {
  OW_TRY(const auto registry, insight::IndicatorRegister::bundled(in.place.jurisdiction));
  const Indicator* found = registry.find(id);
  if (found == nullptr) return base::fail(ErrorKind::notFound, {{"entity", "indicator"}});
  return *found;
}

std::set<FactSource> sourcesOf(std::span<const Indicator> indicators) {
  std::set<FactSource> sources;
  for (const Indicator& one : indicators) {
    sources.insert(one.numerator.of);
    if (one.denominator) sources.insert(one.denominator->of);
  }
  return sources;
}

insight::Days upToToday(const Desk::Inside& in, insight::Days days) {
  days.to = std::min(days.to, in.today());
  return days;
}

Result<Members> aggregateBy(Desk::Inside& in, const std::set<FactSource>& sources, const insight::Days& days, Split split) {
  Members members;
  if (days.to < days.from) return members;
  const auto counting = countingOf(in);
  for (const FactSource source : sources) {
    OW_TRY(const auto tallies, insight::Tallies::of(*in.store, source, days, counting));
    OW_TRY(auto reader, in.store->read());
    OW_TRYV(tallies.each(reader.connection(), split, [&](store::DayNumber, const store::TallyCell& cell) {
      members[cell.member].add(source, cell.conditions, cell.value, cell.n);
    }));
  }
  return members;
}

Result<Scorecard> scorecardOf(Desk& desk, const insight::Period& period) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(const auto registry, indicatorsOf(desk));
  Scorecard card;
  card.period = period;
  card.registry = registry.version;
  card.hall = in.place.hall;
  card.asOf = in.now();
  OW_TRY(auto members, aggregateBy(in, sourcesOf(registry.indicators), upToToday(in, period.days), Split::all));
  const Aggregate& whole = members[""];
  for (const Indicator& indicator : registry.indicators) card.lines.push_back({indicator, figureOf(indicator, whole)});
  for (std::size_t i = 0; i < base::kCodes<insight::Perspective>.size(); ++i) {
    const auto perspective = insight::Perspective(i);
    card.perspectives.push_back({perspective, perspectiveScore(registry, perspective, whole)});
  }
  return card;
}

namespace {

// Limits and signals of the months that are there.
void judge(Trend& trend) {
  std::vector<std::optional<insight::Count>> counts;
  std::vector<std::optional<double>> values;
  for (const TrendPoint& point : trend.points) {
    values.push_back(point.figure.value);
    counts.push_back(point.figure.count.trials > 0 ? std::optional(point.figure.count) : std::nullopt);
  }
  if (trend.points.empty()) return;
  // The month that is judged does not set its own limits.
  const std::size_t earlier = trend.points.size() - 1;
  std::vector<std::optional<insight::Standing>> standings;
  if (trend.indicator.kind == insight::FigureKind::share) {
    // Months of a hall differ by more than chance: limits that know of it.
    const auto baseline = insight::proportionBaseline(std::span(counts).first(earlier), insight::Dispersion::laney);
    if (!baseline) return;
    trend.baselinePoints = baseline->points;
    standings = baseline->standings(counts);
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (counts[i]) trend.points[i].limits = baseline->limits(counts[i]->trials);
  } else {
    const auto baseline = insight::individualsBaseline(std::span(values).first(earlier));
    if (!baseline) return;
    trend.baselinePoints = baseline->points;
    standings = baseline->standings(values);
    for (auto& point : trend.points) point.limits = baseline->limits();
  }
  for (const insight::Signal& signal : insight::signals(standings)) trend.points[signal.index].signals.push_back(signal);
}

}  // namespace

Result<std::vector<Trend>> trendsOf(Desk::Inside& in, std::span<const Indicator> indicators, base::Date last, int months) {
  std::vector<Trend> trends;
  for (const Indicator& indicator : indicators) trends.push_back({indicator, {}, 0});
  const auto sources = sourcesOf(indicators);
  for (const insight::Period& period : insight::monthsUntil(last, months)) {
    OW_TRY(auto members, aggregateBy(in, sources, upToToday(in, period.days), Split::all));
    for (Trend& trend : trends) trend.points.push_back({period, figureOf(trend.indicator, members[""]), {}, {}});
  }
  for (Trend& trend : trends) judge(trend);
  return trends;
}

Result<Trend> trendOf(Desk& desk, const std::string& id, base::Date last, int months) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(const auto indicator, indicatorNamed(in, id));
  OW_TRY(auto trends, trendsOf(in, std::span(&indicator, 1), last, months));
  return std::move(trends.front());
}

}  // namespace ow::desk
