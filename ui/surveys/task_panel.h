// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "surveys/survey_panel.h"

class QLabel;
class QPushButton;

namespace ow::ui {

class ChoiceRow;
class DurableText;
class LetterList;

// What is done about what was said: the tasks of the round, who has each and until when, and what came of it. A clerk sees his
// own.
class TaskPanel : public SurveyPanel {
  Q_OBJECT
 public:
  TaskPanel(Bridge& bridge, Navigator& navigator, QWidget* parent);

  bool accept() override;
  bool hasText() const override;
  void flush() override;

 protected:
  void load(bool isOther) override;
  void focusBody() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeForm();
  void connectParts();
  desk::SurveyTasksShown shown() const;
  void receive(base::Result<std::vector<desk::SurveyTaskRow>> rows);
  QString lineOf(const desk::SurveyTaskRow& task) const;
  void follow();
  void save();
  const desk::SurveyTaskRow* current() const;

  ChoiceRow* m_shown;
  LetterList* m_list;
  QWidget* m_form = nullptr;
  QLabel* m_said = nullptr;
  QLabel* m_came = nullptr;
  QWidget* m_fields = nullptr;
  DurableText* m_result = nullptr;
  QLabel* m_say = nullptr;
  QLabel* m_keptAt = nullptr;
  QPushButton* m_done = nullptr;
  std::vector<desk::SurveyTaskRow> m_tasks;
  std::optional<domain::SurveyTaskId> m_chosen;
  int m_ticket = 0;
  bool m_isSaving = false;
};

}  // namespace ow::ui
