// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "desk/rolled_up.h"

namespace ow::desk {

// Everything that a report of a period is made of, gathered before a byte or a line of it is written.
struct ScorecardFigures {
  Scorecard card;
  std::vector<Trend> trends;  // the 24 months up to trendUntil; what could be reckoned from them is withheld in them
  base::Date trendUntil;      // first day of the last month of the period that has begun
  std::vector<std::pair<insight::Split, std::vector<SplitFigure>>>
      splits;                    // of the shares: department, service, window, channel; or hall
  std::optional<Ageing> ageing;  // of one hall
  std::optional<Reach> reach;    // what several halls published, and which ones
  std::vector<HallPart> halls;
};
// The figures are of one moment, the open cases of the next: who saves meanwhile makes it begin again. `progress` is told 0..1,
// begins again with it and may be empty. `reach`: not of this hall, but of what the halls of the area published (rolled_up.h).
// Error kinds besides those of scorecard.h: conflict (field=figures) where somebody saves all the time. Any thread; blocks.
base::Result<ScorecardFigures> scorecardFigures(Desk& desk, const insight::Period& period,
                                                const std::function<void(double)>& progress = {},
                                                std::optional<Reach> reach = {});

}  // namespace ow::desk
