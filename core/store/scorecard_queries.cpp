// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/scorecard_queries.h"

#include "store/schema.h"

namespace ow::store {

using base::Result;
using domain::IndicatorTarget;
using domain::PublishedScorecard;
using domain::ReportedFigure;
using domain::ScorecardComment;
using domain::ScorecardSignOff;

namespace {

template <class T>
Result<std::vector<Authored<T>>> allOf(Statement& row) {
  std::vector<Authored<T>> all;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return all;
    Authored<T> one;
    one.author = row.text(0);
    OW_TRY(one.record, readEntity<T>(row, 1));
    all.push_back(std::move(one));
  }
}

Result<std::vector<PublishedScorecard>> plainOf(Statement& row) {
  std::vector<PublishedScorecard> all;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return all;
    OW_TRY(auto one, readEntity<PublishedScorecard>(row, 0));
    all.push_back(std::move(one));
  }
}

template <class T>
std::string withAuthors() {
  return "SELECT s.name, " + columnsOf<T>("t") + " FROM " + schemaOf<T>().table + " t LEFT JOIN staff s ON s.id = t.author_id";
}
// Of several that say the same thing the newest; of one moment the greater id, which is the same at every desk.
std::string newestBy(const std::string& table, const std::string& same, const std::string& at, const std::string& where) {
  return " WHERE t.n IN (SELECT n FROM (SELECT n, row_number() OVER (PARTITION BY " + same + " ORDER BY " + at +
         " DESC, id DESC) AS place FROM " + table + " WHERE " + where + ") WHERE place = 1)";
}

}  // namespace

Result<std::vector<PublishedScorecard>> publishedScorecards(Connection& connection, const MonthSpan& months) {
  static const std::string kSql = "SELECT " + columnsOf<PublishedScorecard>("t") + " FROM published_scorecard t" +
                                  newestBy("published_scorecard", "hall, period", "as_of", "period BETWEEN ?1 AND ?2") +
                                  " ORDER BY t.hall, t.period";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindText(1, months.from).bindText(2, months.to);
  return plainOf(row);
}

Result<std::vector<std::pair<std::string, std::string>>> publishingHalls(Connection& connection) {
  OW_TRY(auto row, connection.prepare("SELECT hall, max(division) FROM published_scorecard GROUP BY hall ORDER BY hall"));
  std::vector<std::pair<std::string, std::string>> all;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return all;
    all.emplace_back(row.text(0), row.text(1));
  }
}

Result<std::vector<PublishedScorecard>> publishedOf(Connection& connection, const std::string& hall, const std::string& month) {
  static const std::string kSql = "SELECT " + columnsOf<PublishedScorecard>("t") +
                                  " FROM published_scorecard t WHERE t.hall = ?1 AND t.period = ?2"
                                  " ORDER BY t.as_of DESC, t.id DESC";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindText(1, hall).bindText(2, month);
  return plainOf(row);
}

Result<std::vector<Authored<ScorecardSignOff>>> signOffs(Connection& connection, const std::string& hall,
                                                         const std::string& period) {
  static const std::string kSql =
      withAuthors<ScorecardSignOff>() + " WHERE t.hall = ?1 AND t.period = ?2 ORDER BY t.signed_at DESC, t.id DESC";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindText(1, hall).bindText(2, period);
  return allOf<ScorecardSignOff>(row);
}

Result<std::vector<Authored<ScorecardSignOff>>> newestSignOffs(Connection& connection, const std::string& period) {
  static const std::string kSql =
      withAuthors<ScorecardSignOff>() + newestBy("scorecard_signoff", "hall", "signed_at", "period = ?1") + " ORDER BY t.hall";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindText(1, period);
  return allOf<ScorecardSignOff>(row);
}

Result<std::vector<Authored<ScorecardComment>>> scorecardComments(Connection& connection, const std::string& hall,
                                                                  const std::string& period,
                                                                  const std::optional<std::string>& indicator) {
  static const std::string kSql = withAuthors<ScorecardComment>() +
                                  " WHERE t.hall = ?1 AND t.period = ?2 AND (?3 IS NULL OR t.indicator = ?3)"
                                  " ORDER BY t.written_at, t.id";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindText(1, hall).bindText(2, period).bind(3, domain::toValue(indicator));
  return allOf<ScorecardComment>(row);
}

Result<std::vector<Authored<IndicatorTarget>>> targetsIn(Connection& connection, const std::string& hall,
                                                         const std::string& month) {
  static const std::string kSql =
      withAuthors<IndicatorTarget>() +
      newestBy("indicator_target", "indicator", "from_period DESC, set_at", "hall = ?1 AND from_period <= ?2") +
      " ORDER BY t.indicator";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindText(1, hall).bindText(2, month);
  return allOf<IndicatorTarget>(row);
}

Result<std::vector<Authored<IndicatorTarget>>> targetsOf(Connection& connection, const std::string& hall,
                                                         const std::string& indicator) {
  static const std::string kSql =
      withAuthors<IndicatorTarget>() +
      " WHERE t.hall = ?1 AND t.indicator = ?2 ORDER BY t.from_period DESC, t.set_at DESC, t.id DESC";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindText(1, hall).bindText(2, indicator);
  return allOf<IndicatorTarget>(row);
}

Result<std::vector<Authored<ReportedFigure>>> reportedFigures(Connection& connection, const std::string& hall,
                                                              const MonthSpan& months) {
  static const std::string kSql = withAuthors<ReportedFigure>() +
                                  newestBy("reported_figure", "department, series, period", "reported_at",
                                           "hall = ?1 AND period BETWEEN ?2 AND ?3 AND length(period) = 7") +
                                  " ORDER BY t.series, t.period, t.department";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindText(1, hall).bindText(2, months.from).bindText(3, months.to);
  return allOf<ReportedFigure>(row);
}

Result<std::vector<MeasuredSum>> measuredTasks(Connection& connection, const std::string& hall, const MonthSpan& days) {
  static const std::string kSql =
      "SELECT series, sum(amount), sum(of_amount) FROM reported_figure t" +
      newestBy("reported_figure", "series, period, source", "reported_at",
               "hall = ?1 AND period BETWEEN ?2 AND ?3 AND length(period) = 10 AND series LIKE 'task.%'") +
      " GROUP BY series";
  OW_TRY(auto row, connection.prepare(kSql));
  row.bindText(1, hall).bindText(2, days.from).bindText(3, days.to);
  std::vector<MeasuredSum> all;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return all;
    all.push_back({row.text(0), row.integer(1), row.integer(2)});
  }
}

}  // namespace ow::store
