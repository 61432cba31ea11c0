// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "base/clock.h"
#include "base/result.h"
#include "store/store.h"
#include "sync/register.h"

namespace ow::sync {

// Carries the lines of the desk's access log to the centre, each at least once (the centre keeps it once), and looks whether
// the hall's chain of looks still is what this desk saw of it. One thread.
class LookSender {
 public:
  // All outlive it.
  LookSender(store::Store& store, CentralRegister& centralRegister, base::Clock& clock)
      : m_store(store), m_register(centralRegister), m_clock(clock) {}

  // As long as confirmed operations are kept at least.
  static constexpr std::chrono::hours kOfferedAgain{7 * 24};

  // All that wait; the chain is looked at with the first call and whenever something is sent. Answers how many lines went.
  base::Result<std::int64_t> send(const std::atomic<bool>* stop);

 private:
  base::Result<std::int64_t> sendBatch();

  store::Store& m_store;
  CentralRegister& m_register;
  base::Clock& m_clock;
  bool m_hasLooked = false;
};

}  // namespace ow::sync
