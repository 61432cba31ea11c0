// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <optional>
#include <vector>

#include "desk/scorecard.h"
#include "kit/theme.h"

class QPainter;

namespace ow::ui {

std::vector<std::optional<double>> valuesOf(const desk::Trend& trend);
// The months as a line over the whole box, the last one as a point; months without data are gaps. Nothing before there are two.
void paintSparkLine(QPainter& painter, const QRectF& box, const std::vector<std::optional<double>>& months, const Theme& theme);

}  // namespace ow::ui
