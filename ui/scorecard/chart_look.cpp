// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/chart_look.h"

#include <QtCharts/QAbstractAxis>
#include <QtCharts/QChart>

namespace ow::ui {

ChartLook ChartLook::ofScreen() {
  return {Theme::current(), ui::font(TextRole::caption)};
}

ChartLook ChartLook::ofPaper() {
  QFont text = ui::font(TextRole::caption);
  text.setPointSizeF(8);
  return {Theme::of(ThemeKind::light), text};
}

}  // namespace ow::ui
