// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <functional>

#include "bench/stopwatch.h"

namespace ow::bench {

// The application with a stopwatch in its hand: how long each single event kept the UI thread, and when something was on the
// screen.
class WatchedApplication : public QApplication {
 public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override;

  // Runs the event loop until a widget for which `isIt` holds has been painted, and the frame it belongs to is finished.
  // Throws when that takes half a minute.
  void runUntilPainted(const std::function<bool(const QWidget&)>& isIt);

  const Sample& blocked() const { return m_blocked; }
  void forgetBlocked() { m_blocked.millis.clear(); }

 private:
  Sample m_blocked;
  int m_depth = 0;
};

}  // namespace ow::bench
