// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/hand_over.h"

#include <QMetaObject>

#include <utility>

namespace ow::ui {

void HandOver::give(std::function<void()> answer) {
  {
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(answer));
  }
  QMetaObject::invokeMethod(this, "takeOne", Qt::QueuedConnection);
}

void HandOver::takeOne() {
  std::function<void()> answer;
  {
    const std::lock_guard lock(m_mutex);
    answer = std::move(m_waiting.front());  // one bell for each
    m_waiting.pop_front();
  }
  answer();  // may be the end of this object
}

}  // namespace ow::ui
