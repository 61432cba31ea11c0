// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rolled_up.h"

#include <algorithm>

#include "desk/centre_account.h"
#include "desk/refusals.h"
#include "desk/told_series.h"
#include "domain/division.h"
#include "insight/published_counts.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using insight::Aggregate;
using insight::Indicator;

namespace {

std::string areaOf(const std::string& division, Reach reach) {
  constexpr std::array kDigits{6, 4, 2};
  return division.substr(0, std::size_t(kDigits[std::size_t(reach)]));
}
std::string areaName(const std::string& division, Reach reach) {
  std::string code = areaOf(division, reach);
  const std::string plain = code;
  code.resize(6, '0');
  const auto name = domain::divisionName(code);
  return name ? std::string(*name) : plain;
}

std::vector<std::string> monthsOf(const store::MonthSpan& span) {
  std::vector<std::string> months;
  for (std::string month = span.from; month <= span.to;) {
    months.push_back(month);
    int year = std::stoi(month.substr(0, 4)), number = std::stoi(month.substr(5)) + 1;
    if (number > 12) ++year, number = 1;
    month = std::to_string(year) + (number < 10 ? "-0" : "-") + std::to_string(number);
  }
  return months;
}

Result<store::MonthSpan> monthsIn(const insight::Period& period) {
  const auto months = wholeMonths(period.days);
  if (!months) return base::fail(ErrorKind::invalidInput, {{"field", "period"}, {"rule", "whole_months"}});
  const auto first = insight::parsePeriod(months->from), last = insight::parsePeriod(months->to);
  if (!first || !last || first.value().days.from != period.days.from || last.value().days.to != period.days.to)
    return base::fail(ErrorKind::invalidInput, {{"field", "period"}, {"rule", "whole_months"}});
  return *months;
}

// What one hall published of some months.
struct HallCounts {
  HallPart part;
  std::vector<std::pair<std::string, insight::PublishedCounts>> months;

  // Nothing: the hall published nothing of these months.
  std::optional<Aggregate> all(const store::MonthSpan& span) const {
    std::optional<Aggregate> sum;
    for (const auto& [month, counts] : months) {
      if (month < span.from || month > span.to) continue;
      if (!sum) sum.emplace();
      sum->add(counts.counts);
    }
    return sum;
  }
  bool canTell(const Indicator& indicator, const store::MonthSpan& span) const {
    return std::all_of(months.begin(), months.end(), [&](const auto& one) {
      return one.first < span.from || one.first > span.to || one.second.knows(indicator);
    });
  }
};
using Halls = std::map<std::string, HallCounts>;

Result<Halls> hallsOf(Desk::Inside& in, const store::MonthSpan& span, Reach reach) {
  OW_TRYV(checkSupervisor(in));
  const std::string area = areaOf(in.place.division, reach);
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto rows, store::publishedScorecards(reader.connection(), span));
  Halls halls;
  for (const domain::PublishedScorecard& row : rows) {
    if (!row.division.starts_with(area)) continue;
    HallCounts& hall = halls.try_emplace(row.hall, HallCounts{{row.hall, row.division, row.asOf, {}, false}, {}}).first->second;
    hall.part.asOf = std::min(hall.part.asOf, row.asOf);
    // Of a newer program, or broken: one hall's month that cannot be read is said as missing, and the others count.
    if (auto counts = insight::readCounts(row.counts)) hall.months.emplace_back(row.period, std::move(counts).value());
  }
  return halls;
}

void nameMissing(Halls& halls, const store::MonthSpan& span, const std::string& newest) {
  for (const std::string& month : monthsOf(span)) {
    if (month > newest) return;  // has not begun
    for (auto& [name, hall] : halls) {
      const bool isThere =
          std::any_of(hall.months.begin(), hall.months.end(), [&](const auto& one) { return one.first == month; });
      if (!isThere) hall.part.missing.push_back(month);
    }
  }
}

// What the halls counted of some months, added up once for all indicators.
class AreaCounts {
 public:
  AreaCounts(const Halls& halls, store::MonthSpan span) : m_halls(halls), m_span(std::move(span)) {
    for (const auto& [name, hall] : halls) {
      auto counts = hall.all(m_span);
      if (!counts) continue;
      if (!m_whole) m_whole.emplace();
      m_whole->add(*counts);
      m_ofHall.emplace(name, std::move(*counts));
    }
  }

  // Of all halls that can tell. Where none can, nothing is known: that is no nought.
  insight::Figure figure(const Indicator& indicator) const {
    if (!m_whole) return {};
    const bool isToldByAll =
        std::all_of(m_ofHall.begin(), m_ofHall.end(), [&](const auto& one) { return canTell(one.first, indicator); });
    if (isToldByAll) return figureOf(indicator, *m_whole);
    std::optional<Aggregate> sum;
    for (const auto& [name, counts] : m_ofHall) {
      if (!canTell(name, indicator)) continue;
      if (!sum) sum.emplace();
      sum->add(counts);
    }
    return sum ? figureOf(indicator, *sum) : insight::Figure{};
  }
  SplitFigure split(const Indicator& indicator) const {
    SplitFigure split{{indicator, figure(indicator)}, {}, {}, 0};
    std::vector<SplitLine> lines;
    for (const auto& [name, counts] : m_ofHall) {
      if (!canTell(name, indicator)) continue;
      SplitLine line{name, name, figureOf(indicator, counts), {}, false};
      if (line.figure.count.trials > 0) lines.push_back(std::move(line));
    }
    compare(split, std::move(lines));
    return split;
  }

 private:
  bool canTell(const std::string& hall, const Indicator& indicator) const {
    return m_halls.at(hall).canTell(indicator, m_span);
  }

  const Halls& m_halls;
  store::MonthSpan m_span;
  std::map<std::string, Aggregate> m_ofHall;
  std::optional<Aggregate> m_whole;
};

std::string monthNow(const Desk::Inside& in) {
  return insight::monthOf(in.today()).text;
}

Result<bool> publish(Desk& desk, const insight::Period& month, const insight::CountingWatch& watch) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto registry, insight::IndicatorRegister::bundled(in.place.jurisdiction));
  domain::PublishedScorecard made;
  made.asOf = in.now();
  OW_TRY(auto members, membersOf(in, registry.indicators, month, insight::Split::all, watch));
  made.counts = insight::countsText(members[""]);
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto before, store::publishedOf(write.connection(), in.place.hall, month.text));
  if (!before.empty() && before.front().counts == made.counts) return false;
  made.id = in.ids.make<domain::PublishedScorecardId>();
  made.hall = in.place.hall;
  made.division = in.place.division;
  made.period = month.text;
  made.authorId = in.clerk.id;
  auto writer = in.writer("scorecard");
  writer.create(made);
  // What is older says nothing any more, and a hall publishes many times a month.
  for (const auto& older : before)
    if (older.asOf <= made.asOf) writer.erase(older);
  OW_TRYV(write.apply(writer.take()));
  OW_TRYV(write.commit());
  return true;
}

}  // namespace

Result<std::vector<Area>> areasOf(Desk& desk) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto halls, store::publishingHalls(reader.connection()));
  std::vector<Area> areas;
  int before = 1;  // this hall
  for (std::size_t i = 0; i < base::kCodes<Reach>.size(); ++i) {
    const std::string area = areaOf(in.place.division, Reach(i));
    int found = 0;
    bool isOwnThere = false;
    for (const auto& [hall, division] : halls) {
      if (!division.starts_with(area)) continue;
      ++found;
      isOwnThere = isOwnThere || hall == in.place.hall;
    }
    const int all = found + (isOwnThere ? 0 : 1);
    if (all > before) areas.push_back({Reach(i), areaName(in.place.division, Reach(i)), found});
    before = std::max(before, all);
  }
  return areas;
}

Result<RolledUpCard> rolledUpCard(Desk& desk, const insight::Period& period, Reach reach) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto span, monthsIn(period));
  OW_TRY(auto halls, hallsOf(in, span, reach));
  if (halls.empty()) return base::fail(ErrorKind::notFound, {{"entity", "published_scorecard"}});
  nameMissing(halls, span, monthNow(in));
  OW_TRY(const auto registry, insight::IndicatorRegister::bundled(in.place.jurisdiction));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto signatures, store::newestSignOffs(reader.connection(), period.text));
  RolledUpCard made;
  made.card.period = period;
  made.card.hall = areaName(in.place.division, reach);
  made.card.asOf = in.now();
  std::set<std::string> signing;
  for (const auto& signature : signatures) signing.insert(signature.record.hall);
  for (auto& [name, hall] : halls) {
    hall.part.isSigned = signing.contains(name);
    made.card.asOf = std::min(made.card.asOf, hall.part.asOf);
    made.halls.push_back(hall.part);
  }
  const AreaCounts counts(halls, span);
  fillCard(made.card, registry, [&](const Indicator& indicator) { return counts.figure(indicator); });
  return made;
}

Result<SplitFigure> compareHalls(Desk& desk, const std::string& id, const insight::Period& period, Reach reach) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto span, monthsIn(period));
  OW_TRY(const auto halls, hallsOf(in, span, reach));
  OW_TRY(const auto registry, insight::IndicatorRegister::bundled(in.place.jurisdiction));
  const Indicator* indicator = registry.find(id);
  if (indicator == nullptr) return base::fail(ErrorKind::notFound, {{"entity", "indicator"}});
  return AreaCounts(halls, span).split(*indicator);
}

Result<std::vector<SplitFigure>> compareHalls(Desk& desk, const insight::Period& period, Reach reach) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto span, monthsIn(period));
  OW_TRY(const auto halls, hallsOf(in, span, reach));
  OW_TRY(const auto registry, insight::IndicatorRegister::bundled(in.place.jurisdiction));
  std::vector<SplitFigure> splits;
  const AreaCounts counts(halls, span);
  for (const Indicator& indicator : registry.indicators) splits.push_back(counts.split(indicator));
  return splits;
}

Result<std::vector<Trend>> rolledUpTrends(Desk& desk, base::Date last, int months, Reach reach) {
  Desk::Inside& in = desk.inside();
  const auto periods = insight::monthsUntil(last, months);
  if (periods.empty()) return std::vector<Trend>();
  OW_TRY(const auto halls, hallsOf(in, {periods.front().text, periods.back().text}, reach));
  OW_TRY(const auto registry, insight::IndicatorRegister::bundled(in.place.jurisdiction));
  std::vector<Trend> trends;
  for (const Indicator& indicator : registry.indicators) trends.push_back({indicator, {}, 0});
  for (const insight::Period& month : periods) {
    const AreaCounts counts(halls, {month.text, month.text});
    for (Trend& trend : trends) trend.points.push_back({month, counts.figure(trend.indicator), {}, {}});
  }
  for (Trend& trend : trends) judge(trend);
  return trends;
}

Result<int> publishMonths(Desk& desk, const insight::Period& period, const insight::CountingWatch& watch) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  if (in.clerk.id.isNil()) return notAllowed("no_author");
  const auto span = wholeMonths(period.days);
  int published = 0;
  if (!span) return published;
  for (const std::string& text : monthsOf(*span)) {
    if (text > monthNow(in)) break;
    OW_TRY(const auto month, insight::parsePeriod(text));
    OW_TRY(const bool isNew, publish(desk, month, watch));
    published += isNew ? 1 : 0;
  }
  return published;
}

Result<int> publishIfDue(Desk& desk, const insight::CountingWatch& watch) {
  constexpr auto kEvery = std::chrono::hours(1);
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  OW_TRY(const auto centre, centreAccount(*in.store));
  if (!centre || in.clerk.id.isNil()) return 0;
  int published = 0;
  for (const insight::Period& month : insight::monthsUntil(in.today(), 2)) {
    OW_TRY(auto reader, in.store->read());
    OW_TRY(const auto before, store::publishedOf(reader.connection(), in.place.hall, month.text));
    if (!before.empty() && in.now() - before.front().asOf < kEvery) continue;
    OW_TRY(const int some, publishMonths(desk, month, watch));
    published += some;
  }
  return published;
}

}  // namespace ow::desk
