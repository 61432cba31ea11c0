// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/facts.h"
#include "store/store.h"

// Counts of facts by day, kept so that a month is read and not counted. They are a copy of the rows and no more: a row that
// changes throws its days away (triggers of the schema), and whoever looks counts those days anew.
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

// Days of from..to that are kept under this vocabulary.
base::Result<std::set<DayNumber>> talliedDays(Connection& connection, FactSource source, DayNumber from, DayNumber to,
                                              std::int64_t vocabulary);
// In place of what was kept of that day.
base::Result<void> putTally(Write& write, FactSource source, DayNumber day, std::int64_t vocabulary,
                            const std::vector<TallyCell>& cells);
// By day and member.
using TakeCell = std::function<void(DayNumber, const TallyCell&)>;
base::Result<void> eachTally(Connection& connection, FactSource source, const std::string& split, DayNumber from, DayNumber to,
                             const TakeCell& take);

}  // namespace ow::store
