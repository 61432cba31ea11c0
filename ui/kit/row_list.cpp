// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/row_list.h"

#include <QKeyEvent>

#include <algorithm>

namespace ow::ui {

RowList::RowList(const QString& name, const QString& accessibleName, QAbstractItemModel& model, QWidget* parent)
    : QListView(parent) {
  setObjectName(name);
  setAccessibleName(accessibleName);
  setModel(&model);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setUniformItemSizes(true);
  setResizeMode(QListView::Adjust);
}

void RowList::selectRow(int row) {
  const int rows = model()->rowCount();
  if (rows == 0) return emit currentMoved();
  setCurrentIndex(model()->index(std::clamp(row, 0, rows - 1), 0));
}

void RowList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QListView::currentChanged(current, previous);
  if (current.isValid()) emit currentMoved();  // a list that is read anew has none for a moment
}

void RowList::keyPressEvent(QKeyEvent* event) {
  const bool isPlain = !event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier);
  if (isPlain && event->key() == Qt::Key_J) return selectRow(currentIndex().row() + 1);
  if (isPlain && event->key() == Qt::Key_K) return selectRow(currentIndex().row() - 1);
  if (isPlain && answer(event->key())) return;
  // Other letters do not search: the view would walk through every row.
  if (isPlain && !event->text().isEmpty() && event->text().front().isPrint()) return event->ignore();
  QListView::keyPressEvent(event);
}

}  // namespace ow::ui
