// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "kit/bridge.h"

class QLabel;
class QPushButton;

namespace ow::ui {

class PassphraseField;

// Stands in place of everything while the clerk is away. Nothing behind it is closed, and nothing of it is shown or read aloud.
class LockScreen : public QWidget {
  Q_OBJECT
 public:
  LockScreen(Bridge& bridge, QWidget* parent);
  void takeFocus();
  // Something that the clerk who wants to go must know first.
  void say(const QString& sentence);

 signals:
  void opened();
  void switchWanted();

 private:
  void send();
  void receive(const base::Result<void>& answer);
  void tick();
  void updateActions();

  Bridge& m_bridge;
  PassphraseField* m_passphrase;
  QPushButton* m_unlock;
  QPushButton* m_switch;
  QLabel* m_message;
  QTimer m_second;
  int m_secondsLeft = 0;
  bool m_isChecking = false;
};

}  // namespace ow::ui
