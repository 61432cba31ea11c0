// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/column_page.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include "kit/style_sheet.h"
#include "kit/theme.h"

namespace ow::ui {

QVBoxLayout* makeColumn(QWidget* page, int maximumWidth) {
  auto* inside = new QWidget;
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(px(Space::wide), px(Space::wide), px(Space::wide), px(Space::wide));
  column->setSpacing(px(Space::large));
  inside->setMaximumWidth(scaled(maximumWidth));
  auto* scroll = new QScrollArea(page);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(inside);
  auto* all = new QVBoxLayout(page);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(scroll);
  return column;
}

}  // namespace ow::ui
