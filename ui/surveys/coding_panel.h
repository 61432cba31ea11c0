// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "surveys/survey_panel.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace ow::ui {

class ChoiceRow;
class ColleaguePicker;
class FieldRow;
class FlowLayout;
class KeptFields;
class LetterList;
struct WordsRead;

// What people said in their own words, of which nothing was made yet: each becomes a task of its own, or joins a problem that
// many have.
class CodingPanel : public SurveyPanel {
  Q_OBJECT
 public:
  CodingPanel(Bridge& bridge, Navigator& navigator, QWidget* parent);
  ~CodingPanel() override;

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
  void receive(base::Result<WordsRead> read);
  void showList();
  void showKnown();
  void follow();
  void empty();
  void showState();
  const desk::SurveyTaskRow* joined() const;
  void save();
  void putAside();
  void goOnAfter(const QString& done);
  void finish(const base::Result<domain::SurveyTaskId>& done);
  const desk::SurveyAnswerShown* current() const;

  LetterList* m_list;
  ChoiceRow* m_kind = nullptr;
  QLineEdit* m_title = nullptr;
  FieldRow* m_titleRow = nullptr;
  QWidget* m_known = nullptr;
  FlowLayout* m_knownFlow = nullptr;
  QLabel* m_joins = nullptr;
  QWidget* m_whose = nullptr;
  ColleaguePicker* m_assignee = nullptr;
  QLineEdit* m_due = nullptr;
  FieldRow* m_dueRow = nullptr;
  QLabel* m_say = nullptr;
  QPushButton* m_save = nullptr;
  QPushButton* m_aside = nullptr;
  KeptFields* m_kept;
  std::vector<desk::SurveyAnswerShown> m_answers;
  std::vector<desk::SurveyTaskRow> m_common;  // open
  int m_ticket = 0;
  bool m_isFilling = false;
  bool m_isSaving = false;
};

}  // namespace ow::ui
