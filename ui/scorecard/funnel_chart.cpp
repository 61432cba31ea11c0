// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFontMetrics>

#include <algorithm>
#include <cmath>

#include "scorecard/chart_parts.h"
#include "scorecard/figure_words.h"

namespace ow::ui {

namespace {

constexpr int kCurvePoints = 80;

// A label may not hold what Qt Charts would put a coordinate for.
QString plainLabel(QString name) {
  return name.replace(QLatin1Char('@'), QLatin1Char(' '));
}

using Band = insight::Interval (insight::Funnel::*)(std::int64_t) const;

// Both sides of one band, from the smallest unit to the largest.
void addBand(QChart& chart, const insight::Funnel& funnel, Band band, double most, const QPen& pen, QAbstractAxis* across,
             QAbstractAxis* up) {
  QList<QPointF> lower, upper;
  for (int i = 0; i <= kCurvePoints; ++i) {
    // Closer together where the funnel is steep.
    const double trials = std::max(1.0, std::round(most * std::pow(double(i) / kCurvePoints, 2)));
    const insight::Interval limits = (funnel.*band)(std::int64_t(trials));
    lower.append(QPointF(trials, limits.low * 100));
    upper.append(QPointF(trials, limits.high * 100));
  }
  addLine(chart, pen, lower, across, up);
  addLine(chart, pen, upper, across, up);
}

}  // namespace

QChart* funnelChart(const desk::SplitFigure& split, insight::Split by, const ChartLook& look) {
  QChart* chart = bareChart(look);
  if (!split.funnel || split.lines.empty()) return chart;
  double most = 0, low = 100, high = 0;
  for (const desk::SplitLine& line : split.lines) {
    most = std::max(most, double(line.figure.count.trials));
    if (!line.figure.value) continue;
    low = std::min(low, *line.figure.value * 100);
    high = std::max(high, *line.figure.value * 100);
  }
  // The mouth of the funnel is the whole scale; what is looked at is where the units are.
  const insight::Interval typical = split.funnel->control(std::int64_t(std::max(1.0, most / 10)));
  low = std::min(low, typical.low * 100);
  high = std::max(high, typical.high * 100);

  QValueAxis* across = valueAxis(*chart, Side::bottom, 0, most * 1.05, look);
  across->setGridLineVisible(false);
  QValueAxis* up = valueAxis(*chart, Side::left, low, high, look);
  up->setLabelFormat(up->labelFormat() + QStringLiteral(" %%"));
  const double end = across->max();
  addBand(*chart, *split.funnel, &insight::Funnel::control, end, QPen(look.theme.textQuiet, 1.2), across, up);
  addBand(*chart, *split.funnel, &insight::Funnel::warning, end, QPen(look.theme.textQuiet, 1, Qt::DashLine), across, up);
  const double centre = split.funnel->centre * 100;
  addLine(*chart, QPen(look.theme.accent, 1), {QPointF(0, centre), QPointF(end, centre)}, across, up);

  const int size = std::max(6, QFontMetrics(look.text).height() / 2);
  QList<QPointF> inside;
  for (const desk::SplitLine& line : split.lines) {
    if (!line.figure.value) continue;
    const QPointF at(double(line.figure.count.trials), *line.figure.value * 100);
    if (!line.isOutside) {
      inside.append(at);
      continue;
    }
    QScatterSeries* mark =
        addMarks(*chart, QScatterSeries::MarkerShapeRotatedRectangle, look.theme.red, size * 2, {at}, across, up);
    mark->setPointLabelsVisible(true);
    mark->setPointLabelsFormat(plainLabel(words::ofMember(by, line)));
    mark->setPointLabelsFont(look.text);
    mark->setPointLabelsColor(look.theme.text);
    mark->setPointLabelsClipping(false);
  }
  addMarks(*chart, QScatterSeries::MarkerShapeCircle, look.theme.accent, size, inside, across, up);
  return chart;
}

}  // namespace ow::ui
