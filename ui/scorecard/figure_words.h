// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

#include "desk/rating_findings.h"
#include "desk/scorecard.h"
#include "domain/traffic_light.h"

// The words and numbers of figures, in the clerk's language.
namespace ow::ui::words {

// In which the groups of a scorecard stand on the screen and on paper: what citizens say first.
inline constexpr std::array kGroupOrder{insight::Perspective::customer, insight::Perspective::process,
                                        insight::Perspective::finance, insight::Perspective::growth};
QString nameOf(const insight::Indicator& indicator);
QString noteOf(const insight::Indicator& indicator);  // what it says and what it does not; may be empty
QString of(insight::Perspective perspective);
QString of(insight::Split split);
// How a member of a split is called; "(unknown)" where nobody said.
QString ofMember(insight::Split split, const desk::SplitLine& line);
QString ofPeriod(const insight::Period& period);  // "October 2026", "3rd quarter 2026", "2026", else both days
QString ofMonthShort(const insight::Period& month);

// "96.4 %", "3.5", "1,234". A value, a target and a limit of one indicator look alike.
QString number(const insight::Indicator& indicator, double value);
QString count(std::int64_t n);                        // "1,234"
QString unitOf(const insight::Indicator& indicator);  // "working days"; empty where the number says it itself
QString interval(const insight::Indicator& indicator, const insight::Interval& interval);
// The big number of a tile, or why there is none.
QString valueOf(const insight::Indicator& indicator, const insight::Figure& figure);
// "small sample", "fewer than 5: not shown", "not reported"; empty when there are enough.
QString ofSample(const insight::Indicator& indicator, const insight::Figure& figure);
// "1,190 of 1,234" or "of 1,234"
QString ofCount(const insight::Indicator& indicator, const insight::Figure& figure);
QString of(insight::IntegrityRule rule);    // "Answered too fast"
QString of(const insight::Signal& signal);  // "Beyond the control limits, upwards"

// Where a figure stands between its floor and its target. No target, or nothing to judge: `none`.
domain::Light lightOf(const insight::Indicator& indicator, const insight::Figure& figure);
QString ofStanding(domain::Light light);  // "Target reached", "Below target" ...
QString nameOf(const insight::ReportedSeries& series);
// "1,200,000.50", whole without decimals.
QString sum(double amount);
QString wholeNameOf(const insight::ReportedSeries& series);  // what it is a part of
QString ofTarget(const insight::Indicator& indicator);       // "target 98 %"; empty without one
// "98.0 %", or of a band "85.0–95.0 %"
QString targetOf(const insight::Indicator& indicator, const insight::Yardstick& yardstick);
QString ofYardstick(const insight::Indicator& indicator, const insight::Yardstick& yardstick);  // "target 98.0 %, floor 80.0 %"

// All of it, as a screen reader says it.
QString spoken(const desk::ScorecardLine& line);

}  // namespace ow::ui::words
