// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/facts.h"
#include "store/store.h"

// Counts of facts by day, kept so that a month is read and not counted. They are a copy of the rows and no more. Triggers of
// the schema note beside a kept day what has only been added to it (tally_late), and throw the one day away of which a row
// changed otherwise; whoever looks counts the former alone and the latter anew.
namespace ow::store {

using DayNumber = std::int64_t;  // days since 1970-01-01, in the place's zone

struct TallyCell {
  std::string split;   // stable word, "all" among them
  std::string member;  // of the split; empty: unknown, or the split is "all"
  std::uint64_t conditions = 0;
  std::int64_t value = 0;  // what was measured; kNoValue when nothing was
  std::int64_t n = 0;
};
inline constexpr std::int64_t kNoValue = -1;

// A day as it is kept.
struct KeptDay {
  base::Instant begins, ends;  // what is counted of it: begins <= at < ends
  bool isBehind = false;       // of facts that were added, or rated, since
};
// Days of from..to that are kept under this vocabulary.
base::Result<std::map<DayNumber, KeptDay>> keptDays(Connection& connection, FactSource source, DayNumber from, DayNumber to,
                                                    std::int64_t vocabulary);

struct TallyDay {
  FactSource source;
  DayNumber day;
  std::int64_t vocabulary;
  base::Instant begins, ends;
};
// In place of what was kept of that day.
base::Result<void> putTally(Write& write, const TallyDay& day, const std::vector<TallyCell>& cells);
// To a day that is kept; n is what to add, below 0 what to take away. It is behind of nothing then. False, and nothing of the
// day is kept any more: there was less than is to be taken away.
base::Result<bool> addToTally(Write& write, const TallyDay& day, const std::vector<TallyCell>& changes);

// Services that what is counted in this write names and that are not here: when one comes, its department is known.
base::Result<void> noteUnknown(Write& write, const std::set<domain::ServiceId>& services);

// By day and member.
using TakeCell = std::function<void(DayNumber, const TallyCell&)>;
base::Result<void> eachTally(Connection& connection, FactSource source, const std::string& split, DayNumber from, DayNumber to,
                             const TakeCell& take);

}  // namespace ow::store
