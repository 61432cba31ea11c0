// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace ow::ui {

FlowLayout::FlowLayout(int columnGap, int rowGap, QWidget* parent) : QLayout(parent), m_columnGap(columnGap), m_rowGap(rowGap) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) {
  m_items.emplace_back(item);
  invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  if (index < 0 || index >= count()) return nullptr;
  QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
  m_items.erase(m_items.begin() + index);
  invalidate();
  return item;
}

int FlowLayout::heightForWidth(int width) const {
  return flow(QRect(0, 0, width, 0), Pass::measure);
}

// As wide as one row would be: a parent that has the room shows one row.
QSize FlowLayout::sizeHint() const {
  QSize size(0, 0);
  for (const auto& item : m_items) {
    if (item->isEmpty()) continue;
    const QSize hint = item->sizeHint();
    size = QSize(size.width() + (size.width() > 0 ? m_columnGap : 0) + hint.width(), std::max(size.height(), hint.height()));
  }
  const QMargins margins = contentsMargins();
  return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FlowLayout::minimumSize() const {
  QSize size(0, 0);
  for (const auto& item : m_items)
    if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
  const QMargins margins = contentsMargins();
  return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  flow(rect, Pass::place);
}

int FlowLayout::flow(const QRect& rect, Pass pass) const {
  const QRect inside = rect.marginsRemoved(contentsMargins());
  int x = inside.x(), y = inside.y(), rowHeight = 0;
  for (const auto& item : m_items) {
    if (item->isEmpty()) continue;
    QSize size = item->sizeHint().boundedTo(QSize(std::max(inside.width(), item->minimumSize().width()), QWIDGETSIZE_MAX));
    if (item->hasHeightForWidth()) size.setHeight(item->heightForWidth(size.width()));
    if (x > inside.x() && x + size.width() > inside.x() + inside.width()) {
      x = inside.x();
      y += rowHeight + m_rowGap;
      rowHeight = 0;
    }
    if (pass == Pass::place) {
      const QRect place(QPoint(x, y), size);
      const bool isMirrored = parentWidget() != nullptr && parentWidget()->layoutDirection() == Qt::RightToLeft;
      item->setGeometry(isMirrored ? QStyle::visualRect(Qt::RightToLeft, inside, place) : place);
    }
    x += size.width() + m_columnGap;
    rowHeight = std::max(rowHeight, size.height());
  }
  const QMargins margins = contentsMargins();
  return y + rowHeight - rect.y() + margins.bottom();
}

}  // namespace ow::ui
