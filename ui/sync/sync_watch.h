// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "desk/syncing.h"

namespace ow::ui {

class Bridge;

// How this desk stands to the centre, asked again when something was written or the sync took a step: several steps in a row
// make one question.
class SyncWatch : public QObject {
  Q_OBJECT
 public:
  SyncWatch(Bridge& bridge, QObject* parent);

  const desk::SyncView& view() const { return m_view; }
  bool isKnown() const { return m_isKnown; }
  void readNow();

 signals:
  void viewChanged();

 private:
  void receive(const base::Result<desk::SyncView>& view);

  Bridge& m_bridge;
  desk::SyncView m_view;
  QTimer m_gather;
  bool m_isKnown = false;
  bool m_isReading = false;
  bool m_isDue = false;
};

}  // namespace ow::ui
