// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/watched_application.h"

#include <QEvent>
#include <QEventLoop>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <stdexcept>

namespace ow::bench {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// Quits the loop after the frame in which the widget is painted: the call is queued behind the painting.
class PaintWatch : public QObject {
 public:
  PaintWatch(QEventLoop& loop, const std::function<bool(const QWidget&)>& isIt) : m_loop(loop), m_isIt(isIt) {}
  bool wasPainted() const { return m_wasPainted; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::Paint || m_wasPainted || !watched->isWidgetType()) return false;
    if (!m_isIt(static_cast<const QWidget&>(*watched))) return false;
    m_wasPainted = true;
    QMetaObject::invokeMethod(&m_loop, &QEventLoop::quit, Qt::QueuedConnection);
    return false;
  }

 private:
  QEventLoop& m_loop;
  const std::function<bool(const QWidget&)>& m_isIt;
  bool m_wasPainted = false;
};

}  // namespace

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
  const auto start = Clock::now();
  ++m_depth;
  const bool done = QApplication::notify(receiver, event);
  if (--m_depth == 0) m_blocked.millis.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  return done;
}

void WatchedApplication::runUntilPainted(const std::function<bool(const QWidget&)>& isIt) {
  QEventLoop loop;
  PaintWatch watch(loop, isIt);
  installEventFilter(&watch);
  QTimer::singleShot(30s, &loop, &QEventLoop::quit);
  loop.exec();
  if (!watch.wasPainted()) throw std::runtime_error("nothing was painted for half a minute");
}

}  // namespace ow::bench
