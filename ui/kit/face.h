// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace ow::ui {

// A level of satisfaction (GB/T 39046-2020 A.8: 1 very satisfied ... 5 very dissatisfied) as a face: the mouth says the level,
// so the colour only helps.
void paintFace(QPainter& painter, const QRectF& box, int level);
QColor faceColour(int level);
QColor faceGround(int level);

}  // namespace ow::ui
