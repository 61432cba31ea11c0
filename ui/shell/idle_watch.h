// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace ow::ui {

// Says when nobody has touched the program for a while: neither keys, mouse, wheel, touch nor an input method.
class IdleWatch : public QObject {
  Q_OBJECT
 public:
  explicit IdleWatch(QObject* parent);
  void setPatience(std::chrono::milliseconds patience);

 signals:
  void idle();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QTimer m_timer;
};

}  // namespace ow::ui
