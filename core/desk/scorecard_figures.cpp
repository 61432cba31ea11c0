// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/scorecard_figures.h"

#include <algorithm>

#include "desk/scorecard_inside.h"
#include "desk/scorecard_sheets.h"

namespace ow::desk {

using base::Result;
using insight::Split;

namespace {

constexpr int kMonthsOfTrend = 24;
constexpr std::array kSplits{Split::department, Split::service, Split::window, Split::channel};

std::vector<insight::Indicator> indicatorsIn(const Scorecard& card) {
  std::vector<insight::Indicator> all;
  for (const ScorecardLine& line : card.lines) all.push_back(line.indicator);
  return all;
}

Result<ScorecardFigures> gather(Desk& desk, const insight::Period& period, const std::function<void(double)>& tell) {
  constexpr double kCardShare = 0.1, kTrendShare = 0.5, kSplitShare = 0.1;  // of the work, about
  Desk::Inside& in = desk.inside();
  ScorecardFigures figures;
  OW_TRY(figures.card, scorecardOf(desk, period));
  double done = kCardShare;
  tell(done);
  auto indicators = indicatorsIn(figures.card);
  figures.trendUntil = std::min(period.days.to, in.today());
  OW_TRY(figures.trends, trendsOf(in, indicators, figures.trendUntil, kMonthsOfTrend));
  figures.trendUntil = insight::monthOf(figures.trendUntil).days.from;
  for (Trend& trend : figures.trends) withholdMonths(trend, period.days);
  tell(done += kTrendShare);
  std::erase_if(indicators, [](const auto& one) { return one.kind != insight::FigureKind::share; });
  for (const Split by : kSplits) {
    OW_TRY(auto splits, splitFiguresOf(in, indicators, period, by));
    figures.splits.emplace_back(by, std::move(splits));
    tell(done += kSplitShare / kSplits.size());
  }
  OW_TRY(auto ageing, ageingOf(desk));
  figures.ageing = std::move(ageing);
  return figures;
}

Result<ScorecardFigures> gatherHalls(Desk& desk, const insight::Period& period, Reach reach) {
  ScorecardFigures figures;
  OW_TRY(auto card, rolledUpCard(desk, period, reach));
  figures.card = std::move(card.card);
  figures.halls = std::move(card.halls);
  figures.reach = reach;
  const base::Date until = std::min(period.days.to, desk.inside().today());
  OW_TRY(figures.trends, rolledUpTrends(desk, until, kMonthsOfTrend, reach));
  figures.trendUntil = insight::monthOf(until).days.from;
  for (Trend& trend : figures.trends) withholdMonths(trend, period.days);
  OW_TRY(auto splits, compareHalls(desk, period, reach));
  std::erase_if(splits, [](const auto& one) { return one.whole.indicator.kind != insight::FigureKind::share; });
  figures.splits.emplace_back(Split::hall, std::move(splits));
  return figures;
}

// A figure of the scorecard is the whole of each split: otherwise somebody saved in between, and the sheets would contradict
// each other by what was saved.
bool isOneMoment(const ScorecardFigures& figures) {
  for (const auto& [by, splits] : figures.splits)
    for (const SplitFigure& split : splits)
      for (const ScorecardLine& line : figures.card.lines)
        if (line.indicator.id == split.whole.indicator.id && line.figure.count != split.whole.figure.count) return false;
  return true;
}

}  // namespace

Result<ScorecardFigures> scorecardFigures(Desk& desk, const insight::Period& period,
                                          const std::function<void(double)>& progress, std::optional<Reach> reach) {
  OW_TRYV(checkSupervisor(desk.inside()));
  const auto tell = [&](double fraction) {
    if (progress) progress(fraction);
  };
  constexpr int kTries = 5;  // each but the first takes a moment: what was counted is kept
  for (int i = 0; i < kTries; ++i) {
    OW_TRY(auto figures, reach ? gatherHalls(desk, period, *reach) : gather(desk, period, tell));
    if (isOneMoment(figures)) return figures;
  }
  return base::fail(base::ErrorKind::conflict, {{"field", "figures"}});
}

}  // namespace ow::desk
