// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>
#include <QWindow>

namespace ow::ui {

namespace {

// A window that takes no keys is not the clerk's: whoever touches it does not sit at this desk.
bool isOfCitizen(QObject* watched) {
  if (const auto* window = qobject_cast<QWindow*>(watched)) return window->flags().testFlag(Qt::WindowDoesNotAcceptFocus);
  const auto* widget = qobject_cast<QWidget*>(watched);
  return widget != nullptr && widget->window()->windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus);
}

}  // namespace

IdleWatch::IdleWatch(QObject* parent) : QObject(parent) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &IdleWatch::idle);
  QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setPatience(std::chrono::milliseconds patience) {
  m_timer.start(patience);
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
      if (!isOfCitizen(watched)) m_timer.start();
      break;
    default:
      break;
  }
  return false;
}

}  // namespace ow::ui
