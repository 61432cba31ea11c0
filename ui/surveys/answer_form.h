// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

#include <string>
#include <vector>

#include "domain/questionnaire.h"

class QPlainTextEdit;
class QVBoxLayout;

namespace ow::ui {

class QuestionRow;

// The questions of a round and what somebody says in their own words, for a call and for a slip. Nothing here reads or writes.
class AnswerForm : public QWidget {
  Q_OBJECT
 public:
  // `prefix` of the object name of the field for their own words: prefixWords.
  AnswerForm(const QString& prefix, QWidget* parent);

  void setForm(const domain::Questionnaire& form);  // empties it
  void clear();
  domain::SurveyNumbers numbers() const;
  std::string text() const;
  bool isEmpty() const;
  int openQuestions() const;
  // To the first question without an answer; to the first where all have one.
  void takeFocus();
  void focusText();
  QPlainTextEdit* words() const { return m_words; }

  // For a draft.
  QJsonObject typed() const;
  void setTyped(const QJsonObject& typed);

 signals:
  void touched();
  void submitted();
  void left();  // Esc in the text

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void go(const QuestionRow* from, int by);

  QVBoxLayout* m_column;
  std::vector<QuestionRow*> m_rows;
  QPlainTextEdit* m_words;
  bool m_isFilling = false;
};

}  // namespace ow::ui
