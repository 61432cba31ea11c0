// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

#include "pad/pad_view.h"
#include "pad/pad_words.h"

class QLabel;
class QScreen;
class QStackedWidget;

namespace ow::ui {

class PadButton;
class PadGreetingPage;
class PadPage;

// Who can reach it: at a counter a clerk's keyboard stands beside it; a kiosk stands by itself and has its own, or a scanner.
enum class PadUse { counter, kiosk };

// The citizen's screen (评价器): shows a PadView and says what was touched. It decides nothing and knows no store.
//
// At a counter the clerk cannot press it: the window never takes the keyboard's focus and swallows every key, so it has no free
// text either, which would need the clerk's keyboard. What it cannot know is whose finger it is, or whether a mouse was moved
// over: many touch panels say that they are a mouse. How long the question stood is kept with each answer.
//
// At a kiosk it has the keyboard, and greets with the question for a code (KioskPage). Letters go to the code whatever has the
// focus, Enter goes on from it; afterwards Tab, the arrows, the space bar and Enter choose, and Escape goes back. No letter or
// digit chooses a face: a scanner that fires at the wrong moment presses nothing.
class PadWindow : public QWidget {
  Q_OBJECT
 public:
  // Hall and window as the greeting says them; either may be empty.
  PadWindow(const QString& hall, const QString& window, PadUse use = PadUse::counter, QWidget* parent = nullptr);

  using QWidget::show;
  void show(const PadView& view);
  void setDay(QDate day);
  // Over the whole of that screen; nullptr: a window that can be moved there.
  void standOn(QScreen* screen);

 signals:
  void touched();
  void levelTouched(int level);
  void reasonTouched(const QString& code);
  void submitted();
  void skipped();
  void wentBack();
  void declined();
  void checked(ow::ui::PadTurn::Word word);
  void languageChosen(ow::ui::Language language);
  void codeTyped(const QString& letters);
  void codeErased();
  void codeEntered();
  void left();    // Escape, where it does not go back
  void closed();  // by somebody, or by the end of the program

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  void build(const QString& hall, const QString& window);
  void fit();
  void makeGreeting(const QString& hall, const QString& window);
  void goBack();
  void orderKeys(PadPage* page);
  PadPage* pageFor(PadView::Screen screen) const;

  const PadUse m_use;
  PadView m_view;
  PadWords m_words;
  QString m_hallName;
  QLabel* m_heading = nullptr;  // of the page, or the hall's name
  QLabel* m_hall = nullptr;
  PadButton* m_language = nullptr;
  QStackedWidget* m_stack = nullptr;
  PadGreetingPage* m_welcome = nullptr;  // of a counter
  PadPage* m_greeting = nullptr;
  PadPage *m_check = nullptr, *m_question = nullptr, *m_reasons = nullptr, *m_message = nullptr;
};

}  // namespace ow::ui
