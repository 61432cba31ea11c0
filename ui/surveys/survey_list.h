// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/surveys.h"
#include "kit/row_list.h"

namespace ow::ui {

class SurveyModel;

// The list of rounds: 1 to 6 choose what is done with the round, Enter goes there, N draws a new one.
class SurveyList : public RowList {
  Q_OBJECT
 public:
  SurveyList(SurveyModel& model, QWidget* parent);

  const desk::SurveyRow* currentRow() const;

 signals:
  void enterWanted();
  void newWanted();
  void viewWanted(int number);  // from 1

 protected:
  bool answer(int key) override;

 private:
  SurveyModel& m_model;
};

}  // namespace ow::ui
