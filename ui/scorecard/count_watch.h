// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

#include "desk/scorecard.h"

namespace ow::ui {

// How far the counting for a page is, and its end when the page has gone. UI thread; what watch() answers may be called on any.
class CountWatch : public QObject {
  Q_OBJECT
 public:
  explicit CountWatch(QObject* parent);
  ~CountWatch() override;

  // For one piece of work; finish() when its answer is there.
  insight::CountingWatch begin();
  // What was begun before ends at its next day: nobody waits for it any more.
  void forget();
  void finish();

 signals:
  // Only when it takes long enough to be told.
  void progressed(int done, int of);

 private:
  struct State {
    std::atomic<bool> isGone = false;
    std::atomic<int> done = 0, of = 0;
  };
  std::shared_ptr<State> m_state = std::make_shared<State>();
  QTimer m_telling;
  int m_underWay = 0;
};

}  // namespace ow::ui
