// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/face.h"

#include <QPainter>
#include <QPainterPath>

#include "kit/theme.h"

namespace ow::ui {

// GB/T counts satisfied (2) and basically satisfied (3) as good: only 4 and 5 are a warning.
QColor faceColour(int level) {
  const Theme& theme = Theme::current();
  if (level <= 2) return theme.green;
  if (level == 3) return theme.grey;
  return level == 4 ? theme.yellow : theme.red;
}

QColor faceGround(int level) {
  const Theme& theme = Theme::current();
  if (level <= 2) return theme.greenGround;
  if (level == 3) return theme.greyGround;
  return level == 4 ? theme.yellowGround : theme.redGround;
}

void paintFace(QPainter& painter, const QRectF& box, int level) {
  const qreal s = box.width();
  painter.save();
  painter.setPen(QPen(faceColour(level), s * 0.08, Qt::SolidLine, Qt::RoundCap));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(box.adjusted(s * 0.05, s * 0.05, -s * 0.05, -s * 0.05));
  const qreal bend = (3 - level) * s * 0.11;  // up for a smile
  const QPointF left = box.topLeft() + QPointF(s * 0.3, s * 0.66 - bend / 2);
  const QPointF right = box.topLeft() + QPointF(s * 0.7, s * 0.66 - bend / 2);
  QPainterPath mouth(left);
  mouth.quadTo(box.topLeft() + QPointF(s * 0.5, s * 0.66 + bend), right);
  painter.drawPath(mouth);
  painter.setPen(Qt::NoPen);
  painter.setBrush(faceColour(level));
  painter.drawEllipse(box.topLeft() + QPointF(s * 0.35, s * 0.4), s * 0.065, s * 0.065);
  painter.drawEllipse(box.topLeft() + QPointF(s * 0.65, s * 0.4), s * 0.065, s * 0.065);
  painter.restore();
}

}  // namespace ow::ui
