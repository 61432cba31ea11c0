// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace ow::ui {

// Gives what other threads worked out to the thread that this lives on, in order. What waits when it goes is dropped there. A
// queue of our own under a lock, with Qt's event as the bell alone: the whole way of an answer can be watched by a thread
// sanitizer, which sees nothing of what Qt's own queue guarantees.
class HandOver : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  // Any thread; nobody may still be giving when this goes.
  void give(std::function<void()> answer);

 private:
  Q_INVOKABLE void takeOne();

  std::mutex m_mutex;
  std::deque<std::function<void()>> m_waiting;
};

}  // namespace ow::ui
