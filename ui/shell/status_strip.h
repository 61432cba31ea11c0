// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include "kit/bridge.h"
#include "kit/page.h"

class QLabel;
class QPushButton;
class QMenu;

namespace ow::ui {

class ElidedLabel;
class SyncWatch;

// The bottom line: who, window and hall at the left; a notice in the middle; how it stands with the centre and what became of
// the last write at the right.
class StatusStrip : public QFrame {
  Q_OBJECT
 public:
  StatusStrip(Bridge& bridge, QMenu* clerkMenu, QWidget* parent);

  void notify(const QString& text, Navigator::Tone tone);
  // While somebody rates, no write is told: its time would say whether they did.
  void setSilent(bool isSilent) { m_isSilent = isSilent; }

 signals:
  void syncWanted();
  // The clerk works here no more, or the desk does not belong here.
  void shutOut();

 private:
  QPushButton* makeSign(const QString& name);
  void showSaved(base::Instant at);
  void showSync();

  Bridge& m_bridge;
  QPushButton* m_clerk;
  ElidedLabel* m_notice;
  QLabel* m_store;
  SyncWatch* m_watch;
  QPushButton* m_settle;
  QPushButton* m_sync;
  QTimer m_fade;
  bool m_isSilent = false;
};

}  // namespace ow::ui
