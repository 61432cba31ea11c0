// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "base/time.h"

namespace ow::base {

// Port: what time it is. Any thread.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() override;
};

// A clock that a test, the demo generator or an importer sets.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : m_now(start) {}
  Instant now() override { return m_now.load(); }
  void set(Instant instant) { m_now = instant; }
  void advance(std::chrono::milliseconds by) { m_now = m_now.load() + by; }

 private:
  std::atomic<Instant> m_now;
};

}  // namespace ow::base
