// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "insight/control_chart.h"
#include "insight/figure.h"
#include "insight/funnel.h"
#include "insight/period.h"

// The scorecard (计分卡): figures of a period, what they are made of, and the very cases behind each. Everything is computed
// here, from the store of this desk, and says as of when. For supervisors: a clerk gets notAllowed (rule=supervisor_only).
// Error kinds besides: those of the disk; notFound (entity=indicator); cancelled.
namespace ow::desk {

struct ScorecardLine {
  insight::Indicator indicator;
  insight::Figure figure;
};
struct PerspectiveLine {
  insight::Perspective perspective = insight::Perspective::finance;
  std::optional<insight::CombinedScore> score;  // nothing: no indicator of it is weighed, or none is known
};
struct Scorecard {
  insight::Period period;
  std::string registry;  // version of the register of indicators
  std::string hall;
  base::Instant asOf;  // the data cut-off: what was in this store then
  std::vector<ScorecardLine> lines;
  std::vector<PerspectiveLine> perspectives;
};
// `watch`, here and below: what has to be counted first can take minutes (insight/tallies.h).
base::Result<Scorecard> scorecardOf(Desk& desk, const insight::Period& period, const insight::CountingWatch& watch = {});

// One indicator, taken apart. Members with fewer than five are not shown: they could be guessed. Nor is the next smallest one
// where such a member would follow from the whole, or a service from its department, less the others.
struct SplitLine {
  std::string member;  // stable: id, word or text; empty: unknown
  std::string name;    // as people say it; empty: unknown
  insight::Figure figure;
  std::optional<int> rank;  // from 1, by the lower end of the interval; nothing for small samples and what is no share
  bool isOutside = false;   // beyond the funnel's control limits: not chance
};
struct SplitFigure {
  ScorecardLine whole;
  std::vector<SplitLine> lines;           // those ranked first, then by size
  std::optional<insight::Funnel> funnel;  // of a share: limits for units of any size
  int hidden = 0;                         // members too small to be shown, counted in `whole`
};
base::Result<SplitFigure> splitFigure(Desk& desk, const std::string& indicator, const insight::Period& period,
                                      insight::Split split, const insight::CountingWatch& watch = {});

// The months up to and with that of `last`, with limits and signals. The last one sets no limits: it is what is judged.
struct TrendPoint {
  insight::Period period;
  insight::Figure figure;
  std::optional<insight::Limits> limits;
  std::vector<insight::Signal> runSignals;  // that end here
};
struct Trend {
  insight::Indicator indicator;
  std::vector<TrendPoint> points;
  std::size_t baselinePoints = 0;  // that set the limits; 0: too few months yet
};
base::Result<Trend> trendOf(Desk& desk, const std::string& indicator, base::Date last, int months,
                            const insight::CountingWatch& watch = {});
// Those of the whole register, in its order, from one reading.
base::Result<std::vector<Trend>> trendsOf(Desk& desk, base::Date last, int months, const insight::CountingWatch& watch = {});

// What is behind a figure, one by one, in the order in which it was counted.
enum class Behind { numerator, denominator, rest };  // rest: of the whole, and not in the numerator
struct BehindLine {
  base::Instant at;  // by which it was counted
  std::optional<domain::CaseId> caseId;
  std::string caseNumber, title;
  std::string department, window, clerk;
  std::int64_t usedDays = -1;           // working days of a case that ended
  std::optional<std::int64_t> minutes;  // of a number of the queue, which is the title: waited, or served
  int level = 0;                        // of a rating
  // Of what was reported: in yuan or how many, and from where.
  std::optional<double> amount, ofAmount;
  std::string source;
};
struct BehindPlace {
  base::Instant at;
  std::int64_t n = 0;
};
struct BehindPage {
  std::vector<BehindLine> lines;
  std::optional<BehindPlace> next;
};
struct BehindQuestion {
  std::string indicator;
  insight::Period period;
  Behind part = Behind::numerator;
  insight::Split split = insight::Split::all;
  std::string member;
};
base::Result<BehindPage> behind(Desk& desk, const BehindQuestion& question, const std::optional<BehindPlace>& after,
                                std::size_t limit);

// How long the open cases have been open, in working days from their opening: beside what has ended, which alone would flatter.
struct AgeLine {
  int from = 0;              // working days, included
  std::optional<int> until;  // included; nothing: and more
  std::int64_t open = 0, overdue = 0;
};
struct Ageing {
  base::Instant asOf;
  std::vector<AgeLine> all;
  std::vector<std::pair<std::string, std::vector<AgeLine>>> departments;  // by name
};
base::Result<Ageing> ageingOf(Desk& desk);

// The register that counts here.
base::Result<insight::IndicatorRegister> indicatorsOf(Desk& desk);

}  // namespace ow::desk

template <>
inline constexpr auto ow::base::kCodes<ow::desk::Behind> = std::array<std::string_view, 3>{"numerator", "denominator", "rest"};
