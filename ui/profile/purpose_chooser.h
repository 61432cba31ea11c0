// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "desk/profile.h"

class QLabel;

namespace ow::ui {

// Why a value is looked at, when no open case says it: a line of answers in the page, not a dialog. Keys 1-5 answer, Esc gives
// up.
class PurposeChooser : public QWidget {
  Q_OBJECT
 public:
  explicit PurposeChooser(QWidget* parent);

  // Shows the line and takes the focus; the answer before stands first in the focus.
  void ask(const QString& what);

 signals:
  void chosen(ow::desk::Purpose purpose);
  void givenUp();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void answer(desk::Purpose purpose);

  QLabel* m_question;
  QList<QWidget*> m_buttons;
  int m_last = 0;
};

}  // namespace ow::ui
