// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "desk/colleagues.h"

namespace ow::ui {

class Bridge;
class ColleaguePicker;

// Who takes this case? Inline, on the case's page and in the inbox's preview: type a name or take one of the list, Enter gives
// the case to them, Esc leaves it as it was.
class AssignPanel : public QFrame {
  Q_OBJECT
 public:
  AssignPanel(Bridge& bridge, QWidget* parent);

  void open();

 signals:
  void chosen(const ow::desk::Colleague& colleague);
  void left();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void leave();

  ColleaguePicker* m_picker;
};

}  // namespace ow::ui
