// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/reviews.h"
#include "kit/row_list.h"

namespace ow::ui {

class ReviewModel;

// The list of reviews: 1 to 3 choose what is shown, Enter opens the case.
class ReviewList : public RowList {
  Q_OBJECT
 public:
  ReviewList(ReviewModel& model, QWidget* parent);

  const desk::ReviewRow* currentRow() const;

 signals:
  void openWanted();
  void shownWanted(int number);  // from 1

 protected:
  bool answer(int key) override;

 private:
  ReviewModel& m_model;
};

}  // namespace ow::ui
