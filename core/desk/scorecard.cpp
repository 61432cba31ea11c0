// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/scorecard.h"

#include <algorithm>

#include "base/time_text.h"
#include "desk/scorecard_inside.h"
#include "desk/told_series.h"
#include "store/scorecard_queries.h"

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

insight::Counting countingOf(Desk::Inside& in, insight::CountingWatch watch) {
  return {in.zone(), [&in](std::string_view jurisdiction) { return in.calendarOf(std::string(jurisdiction)); }, in.now(),
          std::move(watch)};
}

Result<insight::IndicatorRegister> indicatorsOf(Desk& desk) {
  return registerOf(desk.inside(), desk.inside().today());
}

Result<Indicator> indicatorNamed(Desk::Inside& in, const std::string& id) {
  OW_TRY(const auto registry, registerOf(in, in.today()));
  const Indicator* found = registry.find(id);
  if (found == nullptr) return base::fail(ErrorKind::notFound, {{"entity", "indicator"}});
  return *found;
}

std::set<FactSource> sourcesOf(std::span<const Indicator> indicators) {
  std::set<FactSource> sources;
  for (const Indicator& one : indicators) {
    if (!one.isCounted()) continue;
    sources.insert(one.numerator.of);
    if (one.denominator) sources.insert(one.denominator->of);
  }
  return sources;
}

insight::Days upToToday(const Desk::Inside& in, insight::Days days) {
  days.to = std::min(days.to, in.today());
  return days;
}

Result<Members> aggregateBy(Desk::Inside& in, const std::set<FactSource>& sources, const insight::Days& days, Split split,
                            const insight::CountingWatch& watch) {
  Members members;
  if (days.to < days.from) return members;
  const auto counting = countingOf(in, watch);
  for (const FactSource source : sources) {
    OW_TRY(const auto tallies, insight::Tallies::of(*in.store, source, days, counting));
    OW_TRY(auto reader, in.store->read());
    OW_TRYV(tallies.each(reader.connection(), split, [&](store::DayNumber, const store::TallyCell& cell) {
      members[cell.member].add(source, cell.conditions, cell.value, cell.n);
    }));
  }
  return members;
}

namespace {

// What is not known weighs nothing, and the score says from how much of the weight it was made.
std::optional<insight::CombinedScore> scoreOf(const Scorecard& card, insight::Perspective perspective) {
  std::vector<insight::WeighedScore> parts;
  for (const ScorecardLine& line : card.lines)
    if (line.indicator.perspective == perspective && line.indicator.weight > 0)
      parts.push_back({line.figure.score, line.indicator.weight});
  return insight::combinedScore(parts);
}

}  // namespace

Result<Members> membersOf(Desk::Inside& in, std::span<const Indicator> indicators, const insight::Period& period, Split split,
                          const insight::CountingWatch& watch) {
  OW_TRY(auto members, aggregateBy(in, sourcesOf(indicators), upToToday(in, period.days), split, watch));
  const bool isTold = std::any_of(indicators.begin(), indicators.end(), [](const Indicator& one) { return !one.isCounted(); });
  if (isTold) OW_TRYV(addTold(in, period.days, split, members));
  return members;
}

Result<insight::IndicatorRegister> registerOf(Desk::Inside& in, base::Date day) {
  OW_TRY(auto registry, insight::IndicatorRegister::bundled(in.place.jurisdiction));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto targets, store::targetsIn(reader.connection(), in.place.hall, base::isoText(day).substr(0, 7)));
  for (const auto& [target, author] : targets)
    for (Indicator& one : registry.indicators)
      if (const auto own = yardstickOf(target); own && one.id == target.indicator && isOnRightSide(one.better, *own))
        one.yardstick = own;
  return registry;
}

void fillCard(Scorecard& card, const insight::IndicatorRegister& registry, const FigureFor& figureFor) {
  card.registry = registry.version;
  for (const Indicator& indicator : registry.indicators) card.lines.push_back({indicator, figureFor(indicator)});
  for (std::size_t i = 0; i < base::kCodes<insight::Perspective>.size(); ++i)
    card.perspectives.push_back({insight::Perspective(i), scoreOf(card, insight::Perspective(i))});
}

Result<Scorecard> scorecardOf(Desk& desk, const insight::Period& period, const insight::CountingWatch& watch) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(const auto registry, registerOf(in, period.days.to));
  Scorecard card;
  card.period = period;
  card.hall = in.place.hall;
  card.asOf = in.now();
  OW_TRY(auto members, membersOf(in, registry.indicators, period, Split::all, watch));
  const Aggregate& whole = members[""];
  fillCard(card, registry, [&whole](const Indicator& indicator) { return figureOf(indicator, whole); });
  return card;
}

}  // namespace ow::desk
