// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include "base/clock.h"

namespace ow::sync {

// How fast something may move: so many bytes a second, a second's worth at once, and what went over is waited for afterwards.
// A clock that is set neither holds anything up for long nor lets more through than that. One thread, but for setRate().
class Budget {
 public:
  explicit Budget(base::Clock& clock) : m_clock(clock) {}

  // Bytes a second; 0: no limit. Any thread.
  void setRate(std::int64_t bytesPerSecond) { m_rate = bytesPerSecond; }
  // How long to wait before more may move; zero: now.
  std::chrono::milliseconds pause();
  void spend(std::int64_t bytes);

 private:
  void refill();

  base::Clock& m_clock;
  std::atomic<std::int64_t> m_rate{0};
  std::int64_t m_level = 0;  // bytes that may go; below zero: that went too early
  base::Instant m_at{};
};

}  // namespace ow::sync
