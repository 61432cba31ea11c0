// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/chart_parts.h"

#include <QFontMetrics>
#include <QGraphicsLayout>

#include <algorithm>
#include <cmath>

namespace ow::ui {

namespace {

// 1, 2 or 5 times a power of ten, so that at most `ticks` make the range.
double roundStep(double range, int ticks) {
  const double rough = range / (ticks - 1);
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double step : {1.0, 2.0, 5.0})
    if (step * power >= rough) return step * power;
  return 10 * power;
}

}  // namespace

QChart* bareChart(const ChartLook& look) {
  auto* chart = new QChart;
  chart->setBackgroundVisible(false);
  chart->setPlotAreaBackgroundVisible(false);
  // The name of the last month reaches beyond its point.
  chart->setMargins(QMargins(0, 0, QFontMetrics(look.text).averageCharWidth() * 3, 0));
  chart->layout()->setContentsMargins(0, 0, 0, 0);
  chart->setFont(look.text);
  chart->legend()->hide();
  return chart;
}

void styleAxis(QAbstractAxis& axis, const ChartLook& look) {
  axis.setLabelsFont(look.text);
  axis.setTitleFont(look.text);
  axis.setLabelsBrush(look.theme.textQuiet);
  axis.setTitleBrush(look.theme.textQuiet);
  axis.setLinePen(QPen(look.theme.line, 1));
  axis.setGridLinePen(QPen(look.theme.line, 1, Qt::DotLine));
}

QValueAxis* valueAxis(QChart& chart, Side side, double low, double high, const ChartLook& look) {
  if (high - low < 1e-9) {
    const double room = std::max(std::abs(high) * 0.05, 0.5);
    low -= room;
    high += room;
  }
  const double step = roundStep(high - low, look.valueTicks);
  const double from = std::floor(low / step) * step;
  const double to = std::ceil(high / step) * step;
  auto* axis = new QValueAxis;
  axis->setRange(from, to);
  axis->setTickCount(static_cast<int>(std::lround((to - from) / step)) + 1);
  const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
  axis->setLabelFormat(QStringLiteral("%.%1f").arg(decimals));
  styleAxis(*axis, look);
  chart.addAxis(axis, side == Side::left ? Qt::AlignLeft : Qt::AlignBottom);
  return axis;
}

QLineSeries* addLine(QChart& chart, const QPen& pen, const QList<QPointF>& points, QAbstractAxis* across, QAbstractAxis* up) {
  auto* line = new QLineSeries;
  line->setPen(pen);
  line->append(points);
  chart.addSeries(line);
  line->attachAxis(across);
  line->attachAxis(up);
  return line;
}

QScatterSeries* addMarks(QChart& chart, QScatterSeries::MarkerShape shape, const QColor& colour, int size,
                         const QList<QPointF>& points, QAbstractAxis* across, QAbstractAxis* up) {
  auto* marks = new QScatterSeries;
  marks->setMarkerShape(shape);
  marks->setMarkerSize(size);
  marks->setBrush(colour);
  marks->setPen(QPen(Qt::NoPen));
  marks->append(points);
  chart.addSeries(marks);
  marks->attachAxis(across);
  marks->attachAxis(up);
  return marks;
}

}  // namespace ow::ui
