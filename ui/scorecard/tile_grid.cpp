// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/tile_grid.h"

#include <algorithm>

namespace ow::ui {

TileGrid::~TileGrid() {
  for (const QLayoutItem* item : m_items) delete item;
}

QLayoutItem* TileGrid::itemAt(int index) const {
  return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* TileGrid::takeAt(int index) {
  QLayoutItem* item = itemAt(index);
  if (item != nullptr) m_items.erase(m_items.begin() + index);
  return item;
}

int TileGrid::columnsIn(int width) const {
  return std::max(1, (width + spacing()) / (m_leastWidth + spacing()));
}

int TileGrid::rowHeight() const {
  int height = 0;
  for (const QLayoutItem* item : m_items) height = std::max(height, item->sizeHint().height());
  return height;
}

int TileGrid::heightForWidth(int width) const {
  if (m_items.empty()) return 0;
  const int columns = columnsIn(width);
  const int rows = (count() + columns - 1) / columns;
  return rows * rowHeight() + (rows - 1) * spacing();
}

QSize TileGrid::sizeHint() const {
  return {2 * m_leastWidth + spacing(), heightForWidth(2 * m_leastWidth + spacing())};
}

QSize TileGrid::minimumSize() const {
  return {m_leastWidth, m_items.empty() ? 0 : rowHeight()};
}

void TileGrid::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  const int columns = columnsIn(rect.width());
  const int width = (rect.width() - (columns - 1) * spacing()) / columns;
  const int height = rowHeight();
  for (int i = 0; i < count(); ++i) {
    const QPoint at(rect.left() + (i % columns) * (width + spacing()), rect.top() + (i / columns) * (height + spacing()));
    m_items[static_cast<std::size_t>(i)]->setGeometry(QRect(at, QSize(width, height)));
  }
}

}  // namespace ow::ui
