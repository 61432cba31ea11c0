// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCharts/QChartView>

namespace ow::ui {

// A chart on the screen. Whoever cannot see it finds a table beside it; it says so.
class ChartView : public QChartView {
  Q_OBJECT
 public:
  explicit ChartView(const QString& name, QWidget* parent);
  // Takes it; the one before goes.
  void showChart(QChart* chart);
};

}  // namespace ow::ui
