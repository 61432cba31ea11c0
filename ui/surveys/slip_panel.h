// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "surveys/survey_panel.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace ow::ui {

class AnswerForm;
class FieldRow;
class KeptFields;

// Slips are typed in: the code that stands on one, then what was ticked. Enter goes from the code to the questions, and saves
// there; then the next slip's code is waited for.
class SlipPanel : public SurveyPanel {
  Q_OBJECT
 public:
  SlipPanel(Bridge& bridge, Navigator& navigator, QWidget* parent);
  ~SlipPanel() override;

  bool accept() override;
  bool hasText() const override;
  void flush() override;

 protected:
  void load(bool isOther) override;
  void focusBody() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeBody();
  void connectParts();
  void read();
  void save();
  bool isReady();
  void finish(const base::Result<domain::SurveyAnswerId>& done);
  void empty();

  QLineEdit* m_code = nullptr;
  FieldRow* m_codeRow = nullptr;
  AnswerForm* m_form = nullptr;
  QLabel* m_say = nullptr;
  QPushButton* m_save = nullptr;
  KeptFields* m_kept;
  bool m_isFilling = false;
  bool m_isSaving = false;
  bool m_isOpenMeant = false;
};

}  // namespace ow::ui
