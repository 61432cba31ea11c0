// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

#include "scorecard/chart_look.h"

// What the charts are put together from. Only ui/scorecard includes this.
namespace ow::ui {

// A frame with nothing in it, on no ground of its own.
QChart* bareChart(const ChartLook& look);
enum class Side { left, bottom };
// Owned by the chart. Ticks at round numbers about `low` to `high`.
QValueAxis* valueAxis(QChart& chart, Side side, double low, double high, const ChartLook& look);
void styleAxis(QAbstractAxis& axis, const ChartLook& look);

// Added and tied to both axes; owned by the chart.
QLineSeries* addLine(QChart& chart, const QPen& pen, const QList<QPointF>& points, QAbstractAxis* across, QAbstractAxis* up);
QScatterSeries* addMarks(QChart& chart, QScatterSeries::MarkerShape shape, const QColor& colour, int size,
                         const QList<QPointF>& points, QAbstractAxis* across, QAbstractAxis* up);

}  // namespace ow::ui
