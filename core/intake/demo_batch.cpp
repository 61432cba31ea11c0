// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_batch.h"

#include <utility>

namespace ow::intake {

DemoBatch::DemoBatch(store::Store& store, Dice& dice, const DemoPlace& place, base::Instant now)
    : m_store(store),
      m_clock(now),
      m_ids(m_clock, dice.random()),
      m_writer(m_ids, now, domain::Actor{std::nullopt, place.desk, "demo", std::nullopt}) {}

base::Result<void> DemoBatch::settle() {
  if (m_waiting < kGroup) return base::success();
  OW_TRYV(apply());
  return m_applied < kTransaction ? base::success() : flush();
}

base::Result<void> DemoBatch::apply() {
  if (!m_write) {
    OW_TRY(auto write, m_store.write(store::Indexing::deferred));
    m_write.emplace(std::move(write));
  }
  m_applied += std::exchange(m_waiting, 0);
  return m_write->apply(m_writer.take());
}

base::Result<void> DemoBatch::flush() {
  if (m_waiting > 0) OW_TRYV(apply());
  m_applied = 0;
  if (!m_write) return base::success();
  auto done = m_write->commit();
  m_write.reset();
  return done;
}

}  // namespace ow::intake
