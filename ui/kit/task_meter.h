// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <chrono>

namespace ow::ui {

// How long a form was in front of the clerk since the first key, and how many keys it took. What lies hidden does not count.
class TaskMeter {
 public:
  void key() {
    ++m_keys;
    if (m_keys == 1) m_running.start();
  }
  void pause() {
    m_before = took();
    m_running.invalidate();
  }
  void resume() {
    if (m_keys > 0 && !m_running.isValid()) m_running.start();
  }
  // Begun elsewhere, an hour ago or by somebody else: what is measured now would say nothing.
  void spoil() { m_isSpoilt = true; }

  bool isGood() const { return !m_isSpoilt && m_keys > 0; }
  int keys() const { return m_keys; }
  std::chrono::milliseconds took() const {
    return m_before + std::chrono::milliseconds(m_running.isValid() ? m_running.elapsed() : 0);
  }

 private:
  QElapsedTimer m_running;
  std::chrono::milliseconds m_before{0};
  int m_keys = 0;
  bool m_isSpoilt = false;
};

}  // namespace ow::ui
