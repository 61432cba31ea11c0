// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_list.h"

#include <QKeyEvent>

#include <algorithm>

#include "sync/sync_delegate.h"
#include "sync/sync_model.h"

namespace ow::ui {

SyncList::SyncList(SyncModel& model, QWidget* parent) : QListView(parent), m_model(model) {
  setObjectName(QStringLiteral("syncList"));
  setAccessibleName(tr("What is to settle and what is on its way"));
  setModel(&model);
  setItemDelegate(new SyncDelegate(model, this));
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setResizeMode(QListView::Adjust);
  connect(this, &QListView::doubleClicked, this, [this] { emit openWanted(); });
}

const SyncRow* SyncList::currentRow() const {
  const int row = currentIndex().row();
  return row < 0 || row >= m_model.rowCount() ? nullptr : &m_model.row(row);
}

void SyncList::selectRow(int row) {
  if (m_model.rowCount() == 0) return emit currentMoved();
  setCurrentIndex(m_model.index(std::clamp(row, 0, m_model.rowCount() - 1)));
}

void SyncList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QListView::currentChanged(current, previous);
  emit currentMoved();
}

bool SyncList::answer(int key) {
  switch (key) {
    case Qt::Key_J:
      return selectRow(currentIndex().row() + 1), true;
    case Qt::Key_K:
      return selectRow(currentIndex().row() - 1), true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      emit openWanted();
      return true;
    case Qt::Key_A:
      emit acceptWanted();
      return true;
    case Qt::Key_D:
      emit dismissWanted();
      return true;
    case Qt::Key_R:
      emit revealWanted();
      return true;
    case Qt::Key_P:
      emit pauseWanted();
      return true;
    case Qt::Key_S:
      emit syncWanted();
      return true;
    default:
      break;
  }
  if (key < Qt::Key_1 || key > Qt::Key_9) return false;
  emit rivalChosen(key - Qt::Key_0);
  return true;
}

void SyncList::keyPressEvent(QKeyEvent* event) {
  const bool isPlain = !event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier);
  if (isPlain && answer(event->key())) return;
  // Other letters do not search: the view would walk through every row.
  if (isPlain && !event->text().isEmpty() && event->text().front().isPrint()) return event->ignore();
  QListView::keyPressEvent(event);
}

}  // namespace ow::ui
