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

insight::Counting countingOf(Desk::Inside& in, insight::CountingWatch watch) {
  return {in.zone(), [&in](std::string_view jurisdiction) { return in.calendarOf(std::string(jurisdiction)); }, in.now(),
          std::move(watch)};
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

Result<Scorecard> scorecardOf(Desk& desk, const insight::Period& period, const insight::CountingWatch& watch) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(const auto registry, indicatorsOf(desk));
  Scorecard card;
  card.period = period;
  card.registry = registry.version;
  card.hall = in.place.hall;
  card.asOf = in.now();
  OW_TRY(auto members, aggregateBy(in, sourcesOf(registry.indicators), upToToday(in, period.days), Split::all, watch));
  const Aggregate& whole = members[""];
  for (const Indicator& indicator : registry.indicators) card.lines.push_back({indicator, figureOf(indicator, whole)});
  for (std::size_t i = 0; i < base::kCodes<insight::Perspective>.size(); ++i) {
    const auto perspective = insight::Perspective(i);
    card.perspectives.push_back({perspective, perspectiveScore(registry, perspective, whole)});
  }
  return card;
}

}  // namespace ow::desk
