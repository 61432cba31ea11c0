// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace ow::ui {

IdleWatch::IdleWatch(QObject* parent) : QObject(parent) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &IdleWatch::idle);
  QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setPatience(std::chrono::milliseconds patience) {
  m_timer.start(patience);
}

bool IdleWatch::eventFilter(QObject*, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
      m_timer.start();
      break;
    default:
      break;
  }
  return false;
}

}  // namespace ow::ui
