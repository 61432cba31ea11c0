// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/told_series.h"

#include <map>
#include <tuple>

#include "base/time_text.h"
#include "desk/survey_inside.h"
#include "insight/survey_figures.h"
#include "store/survey_queries.h"

namespace ow::desk {

using base::Result;
using insight::Split;

namespace {

using Months = std::chrono::year_month_day;

std::string monthText(const Months& day) {
  return base::isoText(base::Date(std::chrono::sys_days(day))).substr(0, 7);
}

// "2026-12" after "2026-11".
std::string monthAfter(const std::string& month) {
  const auto period = insight::parsePeriod(month);
  if (!period) return {};
  return monthText(Months(std::chrono::sys_days(period.value().days.to) + std::chrono::days(1)));
}

using Reports = std::vector<store::Authored<domain::ReportedFigure>>;

// What each month came to beside the month before, where that was reported too.
void addGrowth(const Reports& reports, const insight::IndicatorRegister& registry, Split by, Members& members) {
  std::map<std::tuple<std::string, std::string, std::string>, double> amounts;  // by department, series and month
  for (const auto& [report, author] : reports)
    if (const auto* series = registry.findSeries(report.series))
      amounts[{report.department.value_or(""), report.series, report.period}] = series->told(report.amount);
  for (const auto& [key, amount] : amounts) {
    const auto& [department, series, month] = key;
    const auto later = amounts.find({department, series, monthAfter(month)});
    if (later == amounts.end()) continue;
    members[by == Split::department ? department : std::string()].add(insight::growthOf(series),
                                                                      {later->second, amount, 1, true});
  }
}

Result<void> addReports(Desk::Inside& in, store::Connection& connection, const insight::Days& days, Split by,
                        Members& members) {
  const auto months = wholeMonths(days);
  if (!months) return base::success();
  OW_TRY(const auto first, insight::parsePeriod(months->from));
  const auto before = std::chrono::sys_days(first.days.from) - std::chrono::days(1);
  OW_TRY(const auto registry, insight::IndicatorRegister::bundled(in.place.jurisdiction));
  OW_TRY(const Reports reports, store::reportedFigures(connection, in.place.hall, {monthText(Months(before)), months->to}));
  for (const auto& [report, author] : reports) {
    const auto* series = registry.findSeries(report.series);
    // Of the month before for growth alone; or of a register that is not known here (any more).
    if (report.period < months->from || series == nullptr) continue;
    const insight::SeriesSum told{series->told(report.amount), series->toldWhole(report.ofAmount.value_or(0)), 1,
                                  report.ofAmount.has_value()};
    members[by == Split::department ? report.department.value_or("") : std::string()].add(report.series, told);
  }
  addGrowth(reports, registry, by, members);
  return base::success();
}

// Sums of a round's indexes over those who answered in these days. A round of which too few did is not told.
Result<void> addAnswers(Desk::Inside& in, store::Connection& connection, const domain::SurveyRound& round, base::Instant from,
                        base::Instant until, insight::Aggregate& whole) {
  const auto form = formOf(in, round);
  if (!form) return base::success();  // of a questionnaire that is not known here (any more)
  std::vector<domain::SurveyNumbers> rows;
  OW_TRYV(store::eachSurveyAnswer(connection, round.id, [&](const domain::SurveyAnswer& answer) {
    const bool isOfPeriod = answer.answeredAt >= from && answer.answeredAt < until;
    if (isOfPeriod && answer.reached == domain::Reached::answered) rows.push_back(domain::surveyNumbers(answer.answers));
  }));
  if (rows.empty()) return base::success();
  for (const auto& index : insight::surveyFigures(form.value(), rows).indexes)
    if (index.value)
      whole.add("survey." + round.questionnaire + "." + index.index.id,
                {*index.value * double(index.answers), double(index.answers), index.answers, true});
  return base::success();
}

Result<void> addSurveys(Desk::Inside& in, store::Connection& connection, const insight::Days& days, insight::Aggregate& whole) {
  constexpr std::size_t kPage = 200;
  const base::Instant from = insight::beginningOf(insight::numberOf(days.from), in.zone());
  const base::Instant until = insight::beginningOf(insight::numberOf(days.to) + 1, in.zone());
  std::optional<std::int64_t> after;
  for (;;) {
    OW_TRY(const auto page, store::surveyRounds(connection, after, kPage));
    for (const store::RoundLine& line : page) {
      const domain::SurveyRound& round = line.round;
      const bool wasOpen = round.openedAt < until && (!round.closedAt || *round.closedAt >= from);
      if (wasOpen && round.hall == in.place.hall) OW_TRYV(addAnswers(in, connection, round, from, until, whole));
    }
    if (page.size() < kPage) return base::success();
    after = page.back().n;
  }
}

}  // namespace

std::optional<store::MonthSpan> wholeMonths(const insight::Days& days) {
  using std::chrono::day;
  const Months from(std::chrono::sys_days(days.from)), to(std::chrono::sys_days(days.to));
  Months first = from.year() / from.month() / day(1);
  if (from.day() != day(1)) first = first + std::chrono::months(1);
  Months last = to.year() / to.month() / day(1);
  if (std::chrono::sys_days(to) != std::chrono::sys_days(to.year() / to.month() / std::chrono::last))
    last = last - std::chrono::months(1);
  if (last < first) return std::nullopt;
  return store::MonthSpan{monthText(first), monthText(last)};
}

Result<void> addTold(Desk::Inside& in, const insight::Days& days, Split by, Members& members) {
  OW_TRY(auto reader, in.store->read());
  if (by == Split::all || by == Split::department) OW_TRYV(addReports(in, reader.connection(), days, by, members));
  if (by != Split::all) return base::success();
  OW_TRYV(addSurveys(in, reader.connection(), days, members[""]));
  const store::MonthSpan span{base::isoText(days.from), base::isoText(days.to)};
  OW_TRY(const auto tasks, store::measuredTasks(reader.connection(), in.place.hall, span));
  for (const store::MeasuredSum& one : tasks)
    if (one.n > 0) members[""].add(one.series, {double(one.amount), double(one.n), one.n, true});
  return base::success();
}

}  // namespace ow::desk
