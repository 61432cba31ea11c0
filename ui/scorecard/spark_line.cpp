// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/spark_line.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ow::ui {

namespace {
constexpr double kLineWidth = 1.4, kPointRadius = 3;
}

std::vector<std::optional<double>> valuesOf(const desk::Trend& trend) {
  std::vector<std::optional<double>> values;
  for (const desk::TrendPoint& point : trend.points) values.push_back(point.figure.value);
  return values;
}

void paintSparkLine(QPainter& painter, const QRectF& box, const std::vector<std::optional<double>>& months,
                    const Theme& theme) {
  std::vector<double> known;
  for (const auto& value : months)
    if (value) known.push_back(*value);
  if (known.size() < 2) return;
  const auto [least, most] = std::minmax_element(known.begin(), known.end());
  const double low = *least;
  const double span = *most - low;
  const auto at = [&](std::size_t month, double value) {
    const double x = box.left() + box.width() * double(month) / double(months.size() - 1);
    return QPointF(x, box.bottom() - box.height() * (span > 0 ? (value - low) / span : 0.5));
  };
  QPainterPath line;
  bool isDrawing = false;
  QPointF last;
  for (std::size_t month = 0; month < months.size(); ++month) {
    if (!months[month]) {
      isDrawing = false;  // a month without data is a gap, not a straight line
      continue;
    }
    last = at(month, *months[month]);
    isDrawing ? line.lineTo(last) : line.moveTo(last);
    isDrawing = true;
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.textQuiet, kLineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(line);
  if (!months.back()) return;
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.accent);
  painter.drawEllipse(last, kPointRadius, kPointRadius);
}

}  // namespace ow::ui
