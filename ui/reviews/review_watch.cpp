// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/review_watch.h"

#include <chrono>

#include "kit/bridge.h"
#include "kit/page.h"
#include "reviews/review_words.h"

namespace ow::ui {

namespace {
constexpr std::chrono::milliseconds kReviewGather{250};
}

ReviewWatch::ReviewWatch(Bridge& bridge, Navigator& navigator, QObject* parent)
    : QObject(parent), m_bridge(bridge), m_navigator(navigator) {
  m_gather.setSingleShot(true);
  m_gather.setInterval(kReviewGather);
  connect(&m_gather, &QTimer::timeout, this, &ReviewWatch::glance);
  // Not restarted while it runs: a filling that writes all the time must not keep it from being read.
  connect(&bridge, &Bridge::changed, this, [this](const desk::Changed& what) {
    if (what.ratings && !m_gather.isActive()) m_gather.start();
  });
  glance();
}

std::optional<std::int64_t> ReviewWatch::waiting() const {
  const bool isSupervisor = m_bridge.desk().clerk().role == domain::Role::supervisor;
  return isSupervisor || m_open > 0 ? std::optional(m_open) : std::nullopt;
}

void ReviewWatch::glance() {
  if (m_isReading) {
    m_isDue = true;
    return;
  }
  m_isReading = true;
  m_isDue = false;
  m_bridge.run(
      Lane::read, this, [since = m_last](desk::Desk& desk) { return desk::glanceAtReviews(desk, since); },
      [this](const base::Result<desk::ReviewGlance>& glance) { receive(glance); });
}

void ReviewWatch::receive(const base::Result<desk::ReviewGlance>& seen) {
  m_isReading = false;
  if (seen) {
    m_last = seen.value().last;
    m_open = seen.value().open;
    emit waitingChanged();
    if (seen.value().arrived > 0) m_navigator.notify(words::badRatingCame(seen.value()), Navigator::Tone::warning);
  }
  if (m_isDue) glance();
}

}  // namespace ow::ui
