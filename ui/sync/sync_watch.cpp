// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_watch.h"

#include "kit/bridge.h"

namespace ow::ui {

namespace {
constexpr std::chrono::milliseconds kSyncGather{250};
}

SyncWatch::SyncWatch(Bridge& bridge, QObject* parent) : QObject(parent), m_bridge(bridge) {
  m_gather.setSingleShot(true);
  m_gather.setInterval(kSyncGather);
  connect(&m_gather, &QTimer::timeout, this, &SyncWatch::readNow);
  // Not restarted while it runs: a filling that steps all the time must not keep it from being read.
  const auto ask = [this] {
    if (!m_gather.isActive()) m_gather.start();
  };
  connect(&bridge, &Bridge::syncChanged, this, ask);
  connect(&bridge, &Bridge::changed, this, ask);
  readNow();
}

void SyncWatch::readNow() {
  if (m_isReading) {
    m_isDue = true;
    return;
  }
  m_isReading = true;
  m_isDue = false;
  m_bridge.run(
      Lane::read, this, [syncing = m_bridge.syncing()](desk::Desk& desk) { return desk::syncView(desk, syncing.get()); },
      [this](const base::Result<desk::SyncView>& view) { receive(view); });
}

void SyncWatch::receive(const base::Result<desk::SyncView>& view) {
  m_isReading = false;
  if (view) {
    m_view = view.value();
    m_isKnown = true;
    emit viewChanged();
  }
  if (m_isDue) readNow();
}

}  // namespace ow::ui
