// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/budget.h"

#include <algorithm>

namespace ow::sync {

using std::chrono::milliseconds;

namespace {
constexpr std::int64_t kMillis = 1000;
constexpr std::int64_t kLongestGap = 24 * 3600 * kMillis;  // what a clock that was set forward may make of it
}  // namespace

void Budget::refill() {
  const base::Instant now = m_clock.now();
  // A clock that went back brings nothing.
  const auto passed = std::clamp<std::int64_t>(std::chrono::duration_cast<milliseconds>(now - m_at).count(), 0, kLongestGap);
  m_at = now;
  m_level = std::min<std::int64_t>(m_rate, m_level + m_rate * passed / kMillis);
}

milliseconds Budget::pause() {
  refill();
  const std::int64_t rate = m_rate;
  if (rate == 0 || m_level >= 0) return milliseconds(0);
  return milliseconds((-m_level * kMillis + rate - 1) / rate);
}

void Budget::spend(std::int64_t bytes) {
  refill();
  m_level = m_rate == 0 ? 0 : m_level - bytes;
}

}  // namespace ow::sync
