// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include "desk/queue.h"
#include "kit/page.h"

class QLabel;
class QMenu;
class QPushButton;

namespace ow::ui {

class Bridge;
class Sign;

// What this window has of the queue (排队叫号): the number that is called or served, who waits, and the steps by hand. Shown
// while numbers are given out in the hall today; a window without a queue never sees it.
class WindowStrip : public QFrame {
  Q_OBJECT
 public:
  WindowStrip(Bridge& bridge, Navigator& navigator, QWidget* parent);

  bool isInUse() const { return m_here.isInUse; }
  void call();    // the next number, or the same once more
  void step();    // who was called has come; who is served is done
  void noShow();  // nobody came

 signals:
  // A number was called, or nobody waits: whoever comes now comes to a clear desk.
  void roomWanted();

 private:
  using Step = std::function<base::Result<domain::Ticket>(desk::Desk&)>;
  QPushButton* makeButton(const QString& name, const QString& text, const QString& tip, void (WindowStrip::*act)());
  void build();
  void reload();
  void receive(const base::Result<desk::AtWindow>& here);
  void showState();
  void showButtons();
  void showQueues();
  void finishCall(const base::Result<desk::CalledNumber>& called);
  void take(Step step, const QString& done);
  void transfer(const std::string& queue);

  Bridge& m_bridge;
  Navigator& m_navigator;
  desk::AtWindow m_here;
  QLabel* m_number = nullptr;
  QLabel* m_state = nullptr;
  Sign* m_waiting = nullptr;
  QPushButton* m_call = nullptr;
  QPushButton* m_step = nullptr;
  QPushButton* m_noShow = nullptr;
  QPushButton* m_transfer = nullptr;
  QMenu* m_queues = nullptr;
  QTimer m_gather;  // many writes in a row make one reading
  QTimer m_minute;
  bool m_isReading = false;
  bool m_isDue = false;
  bool m_isActing = false;  // a key that is held down acts once
};

}  // namespace ow::ui
