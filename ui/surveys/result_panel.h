// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/survey_results.h"
#include "surveys/survey_panel.h"

class QGridLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ow::ui {

// What a round came to: each figure with its interval, what it was counted from and, above all of them, how many of those drawn
// answered. Labels, so that a screen reader walks through them.
class ResultPanel : public SurveyPanel {
  Q_OBJECT
 public:
  ResultPanel(Bridge& bridge, Navigator& navigator, QWidget* parent);

 protected:
  void load(bool isOther) override;
  void focusBody() override;

 private:
  void receive(const base::Result<desk::SurveyResults>& results);
  void build(const desk::SurveyResults& results);
  void addResponse(QVBoxLayout* column, const desk::SurveyResults& results);
  void addIndex(QGridLayout* grid, int row, const insight::SurveyIndexFigure& figure);
  void addQuestion(QVBoxLayout* column, int number, const insight::SurveyQuestionFigure& figure);
  QLabel* label(const QString& text, bool isQuiet = false);

  QScrollArea* m_scroll;
  QWidget* m_body = nullptr;
  int m_ticket = 0;
};

}  // namespace ow::ui
