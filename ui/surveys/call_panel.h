// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "surveys/survey_panel.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ow::ui {

class AnswerForm;
class ChoiceRow;
class KeptFields;
struct CallRead;

// One call after the other: who is next, masked until the number is asked for, what came of it, and what was answered. All by
// keys: P shows the number, digits answer, A, R and N say what came of it, Enter saves and goes on, J leaves somebody for
// later.
class CallPanel : public SurveyPanel {
  Q_OBJECT
 public:
  CallPanel(Bridge& bridge, Navigator& navigator, QWidget* parent);
  ~CallPanel() override;

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
  void begin();
  void ask(int after);
  void receive(base::Result<CallRead> read);
  void look();
  void showCall(const desk::SurveyCall& call);
  void showContact(const desk::SurveyCall& call);
  void showNobody(const QString& why);
  void followOutcome();
  bool answerKey(int key);
  void reveal();
  void save();
  bool isReady();
  void finish(int place, const base::Result<domain::SurveyAnswerId>& done);

  QLabel* m_place = nullptr;
  QVBoxLayout* m_contact = nullptr;  // holds one thing: the masked name and number
  ChoiceRow* m_outcome = nullptr;
  AnswerForm* m_form = nullptr;
  QLabel* m_say = nullptr;
  QLabel* m_keptAt = nullptr;
  QPushButton* m_later = nullptr;
  QPushButton* m_save = nullptr;
  KeptFields* m_kept;
  std::optional<desk::SurveyCall> m_call;
  int m_ticket = 0;  // answers to older questions are dropped
  bool m_isAsking = false;
  bool m_isSaving = false;
  bool m_isFormKnown = false;
  bool m_isOpenMeant = false;  // what is not answered was told: once more saves it so
};

}  // namespace ow::ui
