// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_batch.h"

namespace ow::intake {

DemoBatch::DemoBatch(store::Store& store, Dice& dice, const DemoPlace& place, base::Instant now)
    : m_store(store),
      m_clock(now),
      m_ids(m_clock, dice.random()),
      m_writer(m_ids, now, domain::Actor{std::nullopt, place.desk, "demo", std::nullopt}) {}

base::Result<void> DemoBatch::flush() {
  if (m_waiting == 0) return base::success();
  m_waiting = 0;
  const auto operations = m_writer.take();
  OW_TRY(auto write, m_store.write(store::Indexing::deferred));
  OW_TRYV(write.apply(operations));
  return write.commit();
}

}  // namespace ow::intake
