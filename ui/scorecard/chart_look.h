// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include "desk/scorecard.h"
#include "kit/theme.h"

QT_BEGIN_NAMESPACE
class QChart;
QT_END_NAMESPACE

namespace ow::ui {

// How charts look: on the screen in the clerk's theme, on paper in the light one. Lines differ by dash and points by shape, so
// that they can be read without colour.
struct ChartLook {
  Theme theme;
  QFont text;
  int monthNames, valueTicks;  // at most so many beside the axes: Qt Charts cuts those that have no room

  static ChartLook ofScreen();
  static ChartLook ofPaper();
};

// Months with their limits (control_chart.h): the band between the limits, the centre dashed, the target dotted; months that a
// rule speaks of are diamonds. The caller owns it.
QChart* trendChart(const desk::Trend& trend, const ChartLook& look);

// Units by their size: the funnel of 2 and 3 sigma about the common share; those outside have their names. The caller owns it.
QChart* funnelChart(const desk::SplitFigure& split, insight::Split by, const ChartLook& look);

}  // namespace ow::ui
