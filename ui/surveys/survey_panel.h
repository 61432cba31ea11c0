// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

#include "desk/surveys.h"
#include "kit/bridge.h"
#include "kit/page.h"

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace ow::ui {

class EmptyState;

// One thing that is done with the chosen round: calling, typing slips in, results, coding, tasks. It reads what it shows when
// it is shown, and again after something was written; what was typed stays. Where there is nothing to do a sentence says why.
class SurveyPanel : public QWidget {
  Q_OBJECT
 public:
  SurveyPanel(Bridge& bridge, Navigator& navigator, QWidget* parent);

  void show(const desk::SurveyRow& round);
  using QWidget::show;
  void takeFocus();                        // the panel may still be reading: then what it shows gets the keyboard
  virtual bool accept() { return false; }  // F9
  virtual bool hasText() const { return false; }
  virtual void flush() {}

 signals:
  void left();  // back to the list of rounds

 protected:
  // isOther: nothing of the round before may be seen any more.
  virtual void load(bool isOther) = 0;
  virtual void focusBody() = 0;
  void keyPressEvent(QKeyEvent* event) override;  // Esc leaves

  void setBody(QWidget* body);
  void setScrollingBody(QWidget* body);
  void showBody();
  bool isBodyShown() const;
  void showReading();
  void showEmpty(const QString& why);  // whoever has the keyboard here finds it in the list of rounds
  bool areHandsHere() const;

  const desk::SurveyRow& round() const { return *m_round; }
  bool hasRound() const { return m_round.has_value(); }
  // Whether an answer that was asked for is still about what is shown.
  bool isOf(domain::SurveyRoundId id) const { return m_round && m_round->id == id; }
  // "<round> <what>": of drafts that belong to something of the round.
  QString subjectOf(const QString& what) const;
  Bridge& bridge() const { return m_bridge; }
  Navigator& navigator() const { return m_navigator; }

 private:
  Bridge& m_bridge;
  Navigator& m_navigator;
  QStackedWidget* m_stack;
  EmptyState* m_empty;
  std::optional<desk::SurveyRow> m_round;
};

// Over what needs more height than there may be; no wider than there is room.
QScrollArea* scrollOver(QWidget* body, QWidget* parent);
// As Tab does: scroll areas keep up.
void goOn(QWidget* from);
// A label for sentences of any length and origin.
QLabel* sentenceLabel(const QString& name, QWidget* parent);
// The same for what is to be minded; hidden while it is empty.
QLabel* warningLabel(const QString& name, QWidget* parent);
void sayIn(QLabel* label, const QString& sentence);
// The list of a panel above the form of what is chosen in it.
QWidget* splitBody(QWidget* list, QWidget* form, QWidget* parent);

}  // namespace ow::ui
