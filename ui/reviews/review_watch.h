// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <optional>

#include "desk/reviews.h"

namespace ow::ui {

class Bridge;
class Navigator;

// Tells a supervisor of a bad rating as soon as it has come, wherever they are, and keeps the count of what is open; for a
// clerk the count of what is assigned to them. Asks when ratings or reviews changed and at no other time; many in a row make
// one question.
class ReviewWatch : public QObject {
  Q_OBJECT
 public:
  ReviewWatch(Bridge& bridge, Navigator& navigator, QObject* parent);

  // How many wait; nothing: reviews are not this clerk's business.
  std::optional<std::int64_t> waiting() const;

 signals:
  void waitingChanged();

 private:
  void glance();
  void receive(const base::Result<desk::ReviewGlance>& glance);

  Bridge& m_bridge;
  Navigator& m_navigator;
  QTimer m_gather;
  std::optional<std::int64_t> m_last;
  std::int64_t m_open = 0;
  bool m_isReading = false;
  bool m_isDue = false;
};

}  // namespace ow::ui
