// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/survey_list.h"

#include "surveys/survey_delegate.h"
#include "surveys/survey_model.h"

namespace ow::ui {

namespace {
constexpr int kViewKeys = 6;
}

SurveyList::SurveyList(SurveyModel& model, QWidget* parent)
    : RowList(QStringLiteral("surveyList"), tr("Survey rounds"), model, parent), m_model(model) {
  setItemDelegate(new SurveyDelegate(model, this));
  connect(this, &QListView::doubleClicked, this, [this] { emit enterWanted(); });
}

const desk::SurveyRow* SurveyList::currentRow() const {
  const int row = currentIndex().row();
  return row < 0 || row >= m_model.rowCount() ? nullptr : &m_model.row(row);
}

bool SurveyList::answer(int key) {
  if (key == Qt::Key_Return || key == Qt::Key_Enter) return emit enterWanted(), true;
  if (key == Qt::Key_N) return emit newWanted(), true;
  if (key < Qt::Key_1 || key >= Qt::Key_1 + kViewKeys) return false;
  emit viewWanted(key - Qt::Key_0);
  return true;
}

}  // namespace ow::ui
