// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/chart_view.h"

#include <memory>

namespace ow::ui {

ChartView::ChartView(const QString& name, QWidget* parent) : QChartView(parent) {
  setObjectName(name);
  setRenderHint(QPainter::Antialiasing);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  setBackgroundBrush(Qt::NoBrush);
  setStyleSheet(QStringLiteral("background: transparent; border: none;"));
}

void ChartView::showChart(QChart* chart) {
  const std::unique_ptr<QChart> before(this->chart());
  setChart(chart);
}

}  // namespace ow::ui
