// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/review_list.h"

#include <QKeyEvent>

#include <algorithm>

#include "reviews/review_delegate.h"
#include "reviews/review_model.h"

namespace ow::ui {

namespace {
constexpr int kShownKeys = 3;
}

ReviewList::ReviewList(ReviewModel& model, QWidget* parent) : QListView(parent), m_model(model) {
  setObjectName(QStringLiteral("reviewList"));
  setAccessibleName(tr("Reviews of bad ratings"));
  setModel(&model);
  setItemDelegate(new ReviewDelegate(model, this));
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setUniformItemSizes(true);
  setResizeMode(QListView::Adjust);
  connect(this, &QListView::doubleClicked, this, [this] { emit openWanted(); });
}

const desk::ReviewRow* ReviewList::currentRow() const {
  const int row = currentIndex().row();
  return row < 0 || row >= m_model.rowCount() ? nullptr : &m_model.row(row);
}

void ReviewList::selectRow(int row) {
  if (m_model.rowCount() == 0) return emit currentMoved();
  setCurrentIndex(m_model.index(std::clamp(row, 0, m_model.rowCount() - 1)));
}

void ReviewList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QListView::currentChanged(current, previous);
  if (current.isValid()) emit currentMoved();  // a list that is read anew has none for a moment
}

bool ReviewList::answer(int key) {
  switch (key) {
    case Qt::Key_J:
      return selectRow(currentIndex().row() + 1), true;
    case Qt::Key_K:
      return selectRow(currentIndex().row() - 1), true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      emit openWanted();
      return true;
    default:
      break;
  }
  if (key < Qt::Key_1 || key >= Qt::Key_1 + kShownKeys) return false;
  emit shownWanted(key - Qt::Key_0);
  return true;
}

void ReviewList::keyPressEvent(QKeyEvent* event) {
  const bool isPlain = !event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier);
  if (isPlain && answer(event->key())) return;
  // Other letters do not search: the view would walk through every row.
  if (isPlain && !event->text().isEmpty() && event->text().front().isPrint()) return event->ignore();
  QListView::keyPressEvent(event);
}

}  // namespace ow::ui
