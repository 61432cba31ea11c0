// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/scorecard_record.h"
#include "store/sqlite.h"

// What is written about scorecards: domain/scorecard_record.h says which of several counts.
namespace ow::store {

// From..to, both "2026-10" and included.
struct MonthSpan {
  std::string from, to;
};

// Of each hall and month of the span the newest counts, by hall and month.
base::Result<std::vector<domain::PublishedScorecard>> publishedScorecards(Connection& connection, const MonthSpan& months);
// Those that ever published, with their divisions, by name.
base::Result<std::vector<std::pair<std::string, std::string>>> publishingHalls(Connection& connection);
// What a hall published of a month, the newest first: mostly one, for who publishes puts the older away.
base::Result<std::vector<domain::PublishedScorecard>> publishedOf(Connection& connection, const std::string& hall,
                                                                  const std::string& month);

// With the name of who wrote it; empty where this store does not know.
template <class T>
struct Authored {
  T record;
  std::string author;
};

// The newest first.
base::Result<std::vector<Authored<domain::ScorecardSignOff>>> signOffs(Connection& connection, const std::string& hall,
                                                                       const std::string& period);
// The newest of each hall.
base::Result<std::vector<Authored<domain::ScorecardSignOff>>> newestSignOffs(Connection& connection, const std::string& period);

// The oldest first; of one indicator, or of the whole card and all of it.
base::Result<std::vector<Authored<domain::ScorecardComment>>> scorecardComments(Connection& connection, const std::string& hall,
                                                                                const std::string& period,
                                                                                const std::optional<std::string>& indicator);

// What counts in that month, by indicator.
base::Result<std::vector<Authored<domain::IndicatorTarget>>> targetsIn(Connection& connection, const std::string& hall,
                                                                       const std::string& month);
// All that were ever set of an indicator, the newest first.
base::Result<std::vector<Authored<domain::IndicatorTarget>>> targetsOf(Connection& connection, const std::string& hall,
                                                                       const std::string& indicator);

// What counts of each department, series and month of the span, by series, month and department.
base::Result<std::vector<Authored<domain::ReportedFigure>>> reportedFigures(Connection& connection, const std::string& hall,
                                                                            const MonthSpan& months);

// How long tasks took in the days from..to ("2026-10-05"), over all desks: what, and how often.
struct MeasuredSum {
  std::string series;
  std::int64_t amount = 0, n = 0;
};
base::Result<std::vector<MeasuredSum>> measuredTasks(Connection& connection, const std::string& hall, const MonthSpan& days);

}  // namespace ow::store
