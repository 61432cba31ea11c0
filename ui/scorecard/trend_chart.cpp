// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCharts/QAreaSeries>
#include <QtCharts/QCategoryAxis>

#include <QFontMetrics>

#include <algorithm>

#include "scorecard/chart_parts.h"
#include "scorecard/figure_words.h"

namespace ow::ui {

namespace {

// Charts show per cent, not shares.
double shown(const insight::Indicator& indicator, double value) {
  return indicator.isPercent() ? value * 100 : value;
}

QCategoryAxis* monthAxis(QChart& chart, const desk::Trend& trend, const ChartLook& look) {
  auto* axis = new QCategoryAxis;
  const int months = static_cast<int>(trend.points.size());
  axis->setRange(-0.5, months - 0.5);
  axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
  const int every = std::max(1, (months + look.monthNames - 1) / look.monthNames);
  // From the last one backwards: that is the one that is judged.
  std::vector<int> named;
  for (int month = months - 1; month >= 0; month -= every) named.push_back(month);
  for (auto month = named.rbegin(); month != named.rend(); ++month)
    axis->append(words::ofMonthShort(trend.points[std::size_t(*month)].period), *month);
  axis->setGridLineVisible(false);
  styleAxis(*axis, look);
  chart.addAxis(axis, Qt::AlignBottom);
  return axis;
}

struct Reach {
  double low, high;
};

// None, one, or the two ends of a band.
std::vector<double> targetsOf(const insight::Indicator& indicator) {
  const auto& yardstick = indicator.yardstick;
  if (!yardstick) return {};
  std::vector<double> targets{shown(indicator, yardstick->target)};
  if (yardstick->above) targets.push_back(shown(indicator, yardstick->above->target));
  return targets;
}

Reach reachOf(const desk::Trend& trend) {
  std::vector<double> all;
  for (const desk::TrendPoint& point : trend.points) {
    if (point.figure.value) all.push_back(shown(trend.indicator, *point.figure.value));
    if (!point.limits) continue;
    all.push_back(shown(trend.indicator, point.limits->lower));
    all.push_back(shown(trend.indicator, point.limits->upper));
  }
  for (const double target : targetsOf(trend.indicator)) all.push_back(target);
  if (all.empty()) return {0, 1};
  const auto [low, high] = std::minmax_element(all.begin(), all.end());
  return {*low, *high};
}

void addLimits(QChart& chart, const desk::Trend& trend, const ChartLook& look, QAbstractAxis* across, QAbstractAxis* up) {
  auto* lower = new QLineSeries(&chart);
  auto* upper = new QLineSeries(&chart);
  QList<QPointF> centre;
  for (std::size_t i = 0; i < trend.points.size(); ++i) {
    const auto& limits = trend.points[i].limits;
    if (!limits) continue;
    lower->append(double(i), shown(trend.indicator, limits->lower));
    upper->append(double(i), shown(trend.indicator, limits->upper));
    centre.append(QPointF(double(i), shown(trend.indicator, limits->centre)));
  }
  if (centre.isEmpty()) return;
  auto* band = new QAreaSeries(upper, lower);
  band->setBrush(look.theme.greyGround);
  band->setPen(QPen(look.theme.line, 1));
  chart.addSeries(band);
  band->attachAxis(across);
  band->attachAxis(up);
  addLine(chart, QPen(look.theme.textQuiet, 1, Qt::DashLine), centre, across, up);
}

// Months without data break the line.
void addValues(QChart& chart, const desk::Trend& trend, const ChartLook& look, QAbstractAxis* across, QAbstractAxis* up) {
  const QPen pen(look.theme.accent, 2);
  QList<QPointF> run, points, signalled;
  const auto endRun = [&] {
    if (run.size() > 1) addLine(chart, pen, run, across, up);
    run.clear();
  };
  for (std::size_t i = 0; i < trend.points.size(); ++i) {
    const desk::TrendPoint& point = trend.points[i];
    if (!point.figure.value) {
      endRun();
      continue;
    }
    run.append(QPointF(double(i), shown(trend.indicator, *point.figure.value)));
    (point.runSignals.empty() ? points : signalled).append(run.back());
  }
  endRun();
  const int size = std::max(6, QFontMetrics(look.text).height() / 2);
  addMarks(chart, QScatterSeries::MarkerShapeCircle, look.theme.accent, size, points, across, up);
  addMarks(chart, QScatterSeries::MarkerShapeRotatedRectangle, look.theme.red, size * 2, signalled, across, up);
}

}  // namespace

QChart* trendChart(const desk::Trend& trend, const ChartLook& look) {
  QChart* chart = bareChart(look);
  if (trend.points.empty()) return chart;
  QCategoryAxis* across = monthAxis(*chart, trend, look);
  const Reach reach = reachOf(trend);
  QValueAxis* up = valueAxis(*chart, Side::left, reach.low, reach.high, look);
  if (trend.indicator.isPercent()) up->setLabelFormat(up->labelFormat() + QStringLiteral(" %%"));
  addLimits(*chart, trend, look, across, up);
  for (const double target : targetsOf(trend.indicator))
    addLine(*chart, QPen(look.theme.green, 1.5, Qt::DotLine),
            {QPointF(-0.5, target), QPointF(double(trend.points.size()) - 0.5, target)}, across, up);
  addValues(*chart, trend, look, across, up);
  return chart;
}

}  // namespace ow::ui
