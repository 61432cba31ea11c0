// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace ow::ui {

// A line to type in and, under it, the few things that it may mean. All by keys: Up and Down move, Enter takes the marked one,
// Esc hides the list and keeps the text. The list is part of the form and never a window of its own, so it takes no focus from
// an input method.
class Picker : public QWidget {
  Q_OBJECT
 public:
  QLineEdit* edit() const { return m_edit; }
  bool isChosen() const { return m_isChosen; }
  QString typed() const;

  // Puts text into the line as if it had been typed and looks for it.
  void search(const QString& typed);

 signals:
  void changed();      // text or choice: for drafts and summaries
  void chosen();       // the clerk took something: the form may move on
  void enterPassed();  // Enter where there is nothing to take
  void backPassed();   // Shift+Enter

 protected:
  struct Choice {
    QString title;   // what it is
    QString detail;  // what tells it from the others
  };

  // `name`: object name of the line; the list gets it with "List" behind.
  Picker(const QString& name, const QString& accessibleName, QWidget* parent);

  // A newer text than `ticket` was typed meanwhile: its answer must be dropped.
  bool isStale(int ticket) const { return ticket != m_ticket; }
  void show(const QList<Choice>& choices, const QString& whenEmpty);
  void setChosen(const QString& title);              // without a signal
  void askAgain();                                   // the answer was interrupted by another search
  void setMostRows(int rows) { m_mostRows = rows; }  // shown at once, the others by scrolling

  // The line no longer says what was chosen.
  virtual void forget() = 0;

  virtual void lookUp(const QString& typed, int ticket) = 0;
  virtual void take(int row) = 0;
  virtual bool looksUpNothing() const { return false; }   // whether an empty line has suggestions, too
  virtual bool isWholeQuestion() const { return false; }  // whether there is nothing else here, so that Escape leaves at once

  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool onKey(int key, Qt::KeyboardModifiers modifiers);
  bool isListShown() const;
  void ask();
  void takeMarked();
  void hideList();
  void fitList();

  QLineEdit* m_edit;
  QListView* m_list;
  QLabel* m_nothing;
  QStandardItemModel* m_model;
  QTimer m_pause;
  int m_ticket = 0;
  int m_mostRows = 6;
  bool m_isChosen = false;
  bool m_isAsking = false;  // an answer is under way
  bool m_isComposing = false;
};

}  // namespace ow::ui
