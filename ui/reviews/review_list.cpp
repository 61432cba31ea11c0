// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/review_list.h"

#include "reviews/review_delegate.h"
#include "reviews/review_model.h"

namespace ow::ui {

namespace {
constexpr int kShownKeys = 3;
}

ReviewList::ReviewList(ReviewModel& model, QWidget* parent)
    : RowList(QStringLiteral("reviewList"), tr("Reviews of bad ratings"), model, parent), m_model(model) {
  setItemDelegate(new ReviewDelegate(model, this));
  connect(this, &QListView::doubleClicked, this, [this] { emit openWanted(); });
}

const desk::ReviewRow* ReviewList::currentRow() const {
  const int row = currentIndex().row();
  return row < 0 || row >= m_model.rowCount() ? nullptr : &m_model.row(row);
}

bool ReviewList::answer(int key) {
  if (key == Qt::Key_Return || key == Qt::Key_Enter) return emit openWanted(), true;
  if (key < Qt::Key_1 || key >= Qt::Key_1 + kShownKeys) return false;
  emit shownWanted(key - Qt::Key_0);
  return true;
}

}  // namespace ow::ui
