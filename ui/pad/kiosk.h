// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

#include "desk/receipt_pad.h"
#include "pad/pad_view.h"

namespace ow::ui {

class Bridge;
class PadWindow;

// A kiosk: citizens rate what they were given a receipt for (desk/receipt_pad.h), with nobody at the desk. Stands over the
// clerk's window, which is to be locked before: whoever closes this one meets the lock. Lives with the session of whoever
// opened it; going, it counts an unfinished question as unrated. UI thread.
class Kiosk : public QObject {
  Q_OBJECT
 public:
  Kiosk(Bridge& bridge, std::shared_ptr<desk::Desk> desk, QObject* parent = nullptr);
  ~Kiosk() override;

  // Asks the store whether this desk is one, and then shows itself or says why not.
  void open();
  PadWindow& window() const { return *m_window; }

 signals:
  void opened();
  void refused(const base::Error& why);
  void closed();

 private:
  void connectWindow();
  void stand(base::Result<std::shared_ptr<desk::ReceiptPad>> pad);
  void turn(PadTurn turn);
  void show(PadView view) { turn({std::move(view), {}}); }
  void enter();
  void seal(desk::RatingAnswer answer);
  void tick();
  base::Instant now() const;

  Bridge& m_bridge;
  std::shared_ptr<desk::Desk> m_desk;
  std::shared_ptr<desk::ReceiptPad> m_pad;  // nothing until it was opened; used on the lane of writes alone
  std::unique_ptr<PadWindow> m_window;
  Language m_language;  // of the greeting
  PadView m_view;
  desk::RatingInvitation m_invitation;
  QTimer m_tick;
};

}  // namespace ow::ui
