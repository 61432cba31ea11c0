// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <set>
#include <span>

#include "desk/inside.h"
#include "desk/scorecard.h"
#include "domain/scorecard_record.h"
#include "insight/tallies.h"

// What the use cases of the scorecard share. Only core/desk includes this.
namespace ow::desk {

// notAllowed (rule=supervisor_only); an administrator of the store may too.
base::Result<void> checkSupervisor(const Desk::Inside& in);
insight::Counting countingOf(Desk::Inside& in, insight::CountingWatch watch = {});
// The indicator of that id; notFound (entity=indicator).
base::Result<insight::Indicator> indicatorNamed(Desk::Inside& in, const std::string& id);

// What a set of indicators is counted from; of a series nothing is.
std::set<store::FactSource> sourcesOf(std::span<const insight::Indicator> indicators);
// Up to today: what has not come yet is not counted.
insight::Days upToToday(const Desk::Inside& in, insight::Days days);

// By member of the split, everything of these sources in these days.
using Members = std::map<std::string, insight::Aggregate>;
base::Result<Members> aggregateBy(Desk::Inside& in, const std::set<store::FactSource>& sources, const insight::Days& days,
                                  insight::Split split, const insight::CountingWatch& watch = {});
// The same of a period, with what was told in sums where an indicator asks for it.
base::Result<Members> membersOf(Desk::Inside& in, std::span<const insight::Indicator> indicators, const insight::Period& period,
                                insight::Split split, const insight::CountingWatch& watch = {});

// The register with the hall's own targets of that day.
base::Result<insight::IndicatorRegister> registerOf(Desk::Inside& in, base::Date day);
// What a target that was set says; nothing: back to the register's.
std::optional<insight::Yardstick> yardstickOf(const domain::IndicatorTarget& target);

// Figures and scores of a card.
using FigureFor = std::function<insight::Figure(const insight::Indicator&)>;
void fillCard(Scorecard& card, const insight::IndicatorRegister& registry, const FigureFor& figureFor);
// Limits and signals of the points.
void judge(Trend& trend);
// Hides what is too small, ranks the others and draws their funnel.
void compare(SplitFigure& split, std::vector<SplitLine> lines);

// As trendOf() and splitFigure(), for several indicators of which each day is read once.
base::Result<std::vector<Trend>> trendsOf(Desk::Inside& in, std::span<const insight::Indicator> indicators, base::Date last,
                                          int months, const insight::CountingWatch& watch = {});
base::Result<std::vector<SplitFigure>> splitFiguresOf(Desk::Inside& in, std::span<const insight::Indicator> indicators,
                                                      const insight::Period& period, insight::Split by,
                                                      const insight::CountingWatch& watch = {});

}  // namespace ow::desk
