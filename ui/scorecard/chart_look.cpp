// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/chart_look.h"

#include <QtCharts/QAbstractAxis>
#include <QtCharts/QChart>

namespace ow::ui {

ChartLook ChartLook::ofScreen() {
  return {Theme::current(), ui::font(TextRole::caption), 9, 6};
}

ChartLook ChartLook::ofPaper() {
  QFont text = ui::font(TextRole::caption);
  text.setPointSizeF(8);
  return {Theme::of(ThemeKind::light), text, 3, 4};
}

}  // namespace ow::ui
