// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "domain/questionnaire.h"

class QPushButton;

namespace ow::ui {

// One question of a questionnaire with a button for each answer; one stop for the keyboard. Digits answer it: 0 is ten where
// the scale begins above it, X is ten everywhere. Left and Right step, Backspace takes the answer back, Up and Down go on.
class QuestionRow : public QWidget {
  Q_OBJECT
 public:
  QuestionRow(const domain::SurveyQuestion& question, int number, QWidget* parent);

  const domain::SurveyQuestion& question() const { return m_question; }
  std::optional<std::int64_t> answer() const { return m_answer; }
  void setAnswer(std::optional<std::int64_t> answer);  // without a signal; what is off the scale is no answer

 signals:
  void answered();        // by the clerk
  void onWanted(int by);  // to another question
  void submitted();       // Enter
  void focused();         // for whoever keeps it in sight

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  std::optional<std::int64_t> answerOf(const QKeyEvent& event) const;
  void choose(std::optional<std::int64_t> answer);
  bool isMove(int key);

  domain::SurveyQuestion m_question;
  QString m_text;
  std::vector<QPushButton*> m_buttons;  // from low to high
  std::optional<std::int64_t> m_answer;
};

}  // namespace ow::ui
