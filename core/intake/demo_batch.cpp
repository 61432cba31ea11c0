// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_batch.h"

#include <algorithm>
#include <span>
#include <utility>

namespace ow::intake {

DemoBatch::DemoBatch(store::Store& store, Dice& dice, const DemoPlace& place, base::Instant now, std::int64_t stored)
    : m_store(store),
      m_clock(now),
      m_ids(m_clock, dice.random()),
      m_writer(m_ids, now, domain::Actor{std::nullopt, place.desk, "demo", std::nullopt}),
      m_stored(stored) {}

base::Result<void> DemoBatch::settle() {
  if (m_waiting < kGroup) return base::success();
  OW_TRYV(apply());
  return m_applied < kTransaction ? base::success() : flush();
}

base::Result<void> DemoBatch::apply() {
  const auto operations = m_writer.take();
  m_applied += std::exchange(m_waiting, 0);
  const std::int64_t stored = std::min(m_stored, std::int64_t(operations.size()));
  m_stored -= stored;
  if (stored == std::int64_t(operations.size())) return base::success();
  if (!m_write) {
    OW_TRY(auto write, m_store.write(store::Indexing::deferred));
    m_write.emplace(std::move(write));
  }
  return m_write->apply(std::span(operations).subspan(std::size_t(stored)));
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
