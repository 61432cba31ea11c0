// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/scorecard_sheets.h"

#include <algorithm>

#include "base/time_text.h"

namespace ow::desk {

using insight::SampleSize;

namespace {

std::vector<std::string> titles(const ReportWords& words, std::initializer_list<const char*> keys) {
  std::vector<std::string> all;
  for (const char* key : keys) all.push_back(words(std::string("column.") + key));
  return all;
}

void addTo(std::vector<std::string>& all, std::vector<std::string> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}
void addTo(std::vector<ReportCell>& all, std::vector<ReportCell> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

// id and name: what the rows of one indicator begin with.
std::vector<ReportCell> beginningWith(const insight::Indicator& indicator, const ReportWords& words) {
  return {ReportCell::text(indicator.id), ReportCell::text(indicator.name(base::code(words.language())))};
}

// The figure as the next cells of the row that will be the next one of the sheet.
void appendFigure(std::vector<ReportCell>& cells, const ReportSheet& sheet, const insight::Indicator& indicator,
                  const insight::Figure& figure, const ReportWords& words) {
  const std::size_t row = sheet.rows.size(), value = cells.size();
  addTo(cells, figureCells(indicator, figure, words, cellText(row, value + 1), cellText(row, value + 2)));
}

std::string signalText(const std::vector<insight::Signal>& signals, const ReportWords& words) {
  static constexpr std::array kRules{"beyond_three_sigma", "eight_on_one_side", "six_trending",
                                     "two_of_three_beyond_two_sigma"};
  std::string text;
  for (const insight::Signal& signal : signals)
    text += (text.empty() ? "" : "; ") + words.of("signal", kRules[std::size_t(signal.rule)]) + " (" +
            words.of("direction", signal.direction == insight::Direction::up ? "up" : "down") + ")";
  return text;
}

std::string memberText(insight::Split by, const SplitLine& line, const ReportWords& words) {
  if (line.name.empty()) return words("unknown");
  return by == insight::Split::channel ? words.of("channel", line.name) : line.name;
}

// Behind the last month that took part in the limits.
std::size_t endOfBaseline(const Trend& trend) {
  std::size_t end = 0;
  for (std::size_t left = trend.baselinePoints; left > 0 && end < trend.points.size(); ++end)
    if (trend.points[end].figure.count.trials > 0) --left;
  return end;
}

void addAges(ReportSheet& sheet, const std::string& department, const std::vector<AgeLine>& lines) {
  for (const AgeLine& line : lines)
    sheet.rows.push_back({ReportCell::text(department), ReportCell::number(line.from),
                          line.until ? ReportCell::number(*line.until) : ReportCell{}, ReportCell::number(double(line.open)),
                          ReportCell::number(double(line.overdue))});
}

}  // namespace

void withholdMonths(Trend& trend, const insight::Days& period) {
  const std::size_t end = endOfBaseline(trend);
  std::vector<bool> isWithheld;
  for (const TrendPoint& point : trend.points) isWithheld.push_back(point.figure.sample == SampleSize::suppressed);
  const auto trialsOf = [&](std::size_t i) { return trend.points[i].figure.count.trials; };
  const auto withholdEnough = [&](const auto& isAmong) {
    for (;;) {
      std::int64_t trials = 0;
      std::optional<std::size_t> smallest;
      for (std::size_t i = 0; i < trend.points.size(); ++i) {
        if (!isAmong(i)) continue;
        if (isWithheld[i])
          trials += trialsOf(i);
        else if (!smallest || trialsOf(i) < trialsOf(*smallest))
          smallest = i;
      }
      if (trials == 0 || trials >= insight::kFewestShown || !smallest) return;
      isWithheld[*smallest] = true;
    }
  };
  withholdEnough([](std::size_t) { return true; });
  withholdEnough([&](std::size_t i) {
    return trend.points[i].period.days.from >= period.from && trend.points[i].period.days.to <= period.to;
  });
  withholdEnough([&](std::size_t i) { return i < end; });
  for (std::size_t i = 0; i < trend.points.size(); ++i)
    if (isWithheld[i]) trend.points[i] = {trend.points[i].period, {}, {}, {}};
}

ReportSheet trendSheet(const std::vector<Trend>& trends, const ReportWords& words) {
  ReportSheet sheet{words("sheet.trend"), titles(words, {"id", "indicator", "month"}), {}};
  addTo(sheet.columns, figureColumns(words));
  addTo(sheet.columns, titles(words, {"lower_limit", "centre", "upper_limit", "signal"}));
  for (const Trend& trend : trends)
    for (const TrendPoint& point : trend.points) {
      auto cells = beginningWith(trend.indicator, words);
      cells.push_back(ReportCell::date(point.period.days.from, CellLook::month));
      appendFigure(cells, sheet, trend.indicator, point.figure, words);
      // A limit of a count stands between whole numbers.
      const CellLook look = trend.indicator.isPercent() ? CellLook::percent : CellLook::decimal;
      for (double insight::Limits::* const limit : {&insight::Limits::lower, &insight::Limits::centre, &insight::Limits::upper})
        cells.push_back(point.limits ? ReportCell::number((*point.limits).*limit, look) : ReportCell{});
      cells.push_back(ReportCell::text(signalText(point.runSignals, words)));
      sheet.rows.push_back(std::move(cells));
    }
  return sheet;
}

ReportSheet splitSheet(insight::Split by, const std::vector<SplitFigure>& splits, const ReportWords& words) {
  const std::string code(base::code(by));
  ReportSheet sheet{words("sheet." + code), titles(words, {"id", "indicator", code.c_str(), "rank"}), {}};
  addTo(sheet.columns, figureColumns(words));
  addTo(sheet.columns, titles(words, {"outside", "withheld_members"}));
  for (const SplitFigure& split : splits) {
    const insight::Indicator& indicator = split.whole.indicator;
    auto whole = beginningWith(indicator, words);
    addTo(whole, {ReportCell::text(words("whole")), {}});
    appendFigure(whole, sheet, indicator, split.whole.figure, words);
    // Of how many members fewer than five consist would say how many they are.
    const bool isShown = split.whole.figure.sample != SampleSize::suppressed;
    addTo(whole, {{}, isShown ? ReportCell::number(split.hidden) : ReportCell{}});
    sheet.rows.push_back(std::move(whole));
    for (const SplitLine& line : split.lines) {
      auto cells = beginningWith(indicator, words);
      addTo(cells, {ReportCell::text(memberText(by, line, words)), line.rank ? ReportCell::number(*line.rank) : ReportCell{}});
      appendFigure(cells, sheet, indicator, line.figure, words);
      addTo(cells, {line.isOutside ? ReportCell::text(words("outside")) : ReportCell{}, {}});
      sheet.rows.push_back(std::move(cells));
    }
  }
  return sheet;
}

ReportSheet ageingSheet(const Ageing& ageing, const ReportWords& words) {
  ReportSheet sheet{words("sheet.ageing"), titles(words, {"department", "days_from", "days_until", "open", "overdue"}), {}};
  addAges(sheet, words("whole"), ageing.all);
  for (const auto& [name, lines] : ageing.departments) addAges(sheet, name.empty() ? words("unknown") : name, lines);
  return sheet;
}

ReportSheet hallSheet(const std::vector<HallPart>& halls, const ReportWords& words, const base::TimeZone& zone) {
  ReportSheet sheet{words("sheet.halls"), titles(words, {"hall", "division", "as_of", "missing_months", "signed"}), {}};
  for (const HallPart& hall : halls) {
    std::string missing;
    for (const std::string& month : hall.missing) missing += (missing.empty() ? "" : "; ") + month;
    sheet.rows.push_back({ReportCell::text(hall.hall), ReportCell::text(hall.division),
                          ReportCell::text(base::isoText(hall.asOf, zone)), ReportCell::text(missing),
                          ReportCell::text(words(hall.isSigned ? "yes" : "no"))});
  }
  return sheet;
}

ReportSheet definitionSheet(const Scorecard& card, const ReportWords& words) {
  ReportSheet sheet{
      words("sheet.definitions"),
      titles(words, {"id", "version", "perspective", "name_zh", "name_en", "formula_numerator", "formula_denominator", "unit",
                     "better", "target", "floor", "target_to", "floor_to", "weight", "minimum", "beside", "note"}),
      {}};
  for (const ScorecardLine& line : card.lines) {
    const insight::Indicator& one = line.indicator;
    const auto ofYardstick = [&](double insight::Yardstick::* which) {
      return one.yardstick ? ReportCell::number((*one.yardstick).*which, lookOf(one)) : ReportCell{};
    };
    const auto ofUpperSide = [&](double insight::UpperSide::* which) {
      const bool isThere = one.yardstick && one.yardstick->above;
      return isThere ? ReportCell::number((*one.yardstick->above).*which, lookOf(one)) : ReportCell{};
    };
    sheet.rows.push_back(
        {ReportCell::text(one.id), ReportCell::number(one.version),
         ReportCell::text(words.of("perspective", base::code(one.perspective))), ReportCell::text(one.zh),
         ReportCell::text(one.en), ReportCell::text(one.isCounted() ? textOf(one.numerator) : formulaOf(one)),
         one.denominator ? ReportCell::text(textOf(*one.denominator)) : ReportCell{},
         ReportCell::text(words.of("unit", one.unit)), ReportCell::text(words.of("better", base::code(one.better))),
         ofYardstick(&insight::Yardstick::target), ofYardstick(&insight::Yardstick::floor),
         ofUpperSide(&insight::UpperSide::target), ofUpperSide(&insight::UpperSide::floor),
         ReportCell::number(one.weight, CellLook::percent), ReportCell::number(double(one.minimum)),
         ReportCell::text(one.beside), ReportCell::text(words.language() == ReportLanguage::zh ? one.noteZh : one.noteEn)});
  }
  return sheet;
}

}  // namespace ow::desk
