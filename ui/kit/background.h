// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace ow::ui {

// Work that needs a thread but has no desk yet (unlocking one). The answer comes on the UI thread, unless `context` has gone.
// The program waits for such work when it ends. Everything else goes through Bridge.
template <class Work, class Then>
void inBackground(QObject* context, Work work, Then then) {
  QPointer<QObject> guard(context);
  QThreadPool::globalInstance()->start([guard, work = std::move(work), then = std::move(then)]() mutable {
    auto value = std::make_shared<decltype(work())>(work());
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [guard, value, then = std::move(then)]() mutable {
          if (guard) then(std::move(*value));
        },
        Qt::QueuedConnection);
  });
}

}  // namespace ow::ui
