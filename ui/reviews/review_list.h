// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

#include "desk/reviews.h"

namespace ow::ui {

class ReviewModel;

// The list of reviews. Letters and digits are keys here, not text: J and K move, 1 to 3 choose what is shown, Enter opens the
// case.
class ReviewList : public QListView {
  Q_OBJECT
 public:
  ReviewList(ReviewModel& model, QWidget* parent);

  const desk::ReviewRow* currentRow() const;
  void selectRow(int row);

 signals:
  void currentMoved();
  void openWanted();
  void shownWanted(int number);  // from 1

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  bool answer(int key);

  ReviewModel& m_model;
};

}  // namespace ow::ui
