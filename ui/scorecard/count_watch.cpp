// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/count_watch.h"

namespace ow::ui {

namespace {
using namespace std::chrono_literals;
constexpr auto kTellEvery = 300ms;
}  // namespace

CountWatch::CountWatch(QObject* parent) : QObject(parent) {
  m_telling.setInterval(kTellEvery);
  connect(&m_telling, &QTimer::timeout, this, [this] {
    if (m_state->of > 0) emit progressed(m_state->done, m_state->of);
  });
}

CountWatch::~CountWatch() {
  m_state->isGone = true;
}

void CountWatch::forget() {
  m_state->isGone = true;
  m_state = std::make_shared<State>();
}

insight::CountingWatch CountWatch::begin() {
  ++m_underWay;
  m_telling.start();
  return [state = m_state](int done, int of) {
    state->done = done;
    state->of = of;
    return !state->isGone;
  };
}

void CountWatch::finish() {
  if (--m_underWay > 0) return;
  m_telling.stop();
  m_state->of = 0;
}

}  // namespace ow::ui
