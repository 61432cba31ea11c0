// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/synchroniser.h"

// The half of Synchroniser that tells the centre.
namespace ow::sync {

using base::ErrorKind;
using base::Result;

namespace {

// What the centre does not know may be what it has forgotten in a failover and will hear again from the desk that made it. So
// the operation stays, in trouble and visible, and is offered again; a refusal would be for ever.
void keepUnknown(Settled& settled) {
  if (settled.outcome != Outcome::refused) return;
  for (const base::Fact& fact : settled.facts)
    if (fact.name == "rule" && fact.value == "unknown_entity") settled.outcome = Outcome::postponed;
}

}  // namespace

// One batch. False when nothing waits that may go now.
Result<bool> Synchroniser::push(std::int32_t epoch, store::ScopeSlot hall) {
  std::vector<domain::WrittenOperation> batch;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(batch, store::nextOperations(reader.connection(), m_clock.now(), m_amounts.pushOperations, m_amounts.pushBytes));
  }
  if (batch.empty()) return false;
  OW_TRY(const PushAnswer answer, m_centre.push(epoch, batch));
  if (!answer.isTaken) return true;  // another epoch since the heads were asked for: they are asked for again
  // Not known to be on a standby: nothing is noted, and the same batch gets the same answer later.
  if (!answer.isReplicationSure) return base::fail(ErrorKind::centreAway, {{"detail", "not_replicated"}});
  OW_TRYV(record(answer, hall));
  if (m_reached && !answer.reached.empty()) m_reached(answer.reached);
  return true;
}

Result<void> Synchroniser::record(const PushAnswer& answer, store::ScopeSlot hall) {
  std::vector<Settled> settledHere = answer.settled;
  for (Settled& settled : settledHere) keepUnknown(settled);
  OW_TRY(auto write, m_store.write());
  OW_TRYV(store::settle(write, settledHere, {answer.epoch, answer.writtenAt, m_clock.now()}, hall));
  OW_TRYV(write.commit());
  for (const Settled& settled : settledHere) {
    switch (settled.outcome) {
      case Outcome::applied:
        ++m_report.applied;
        break;
      case Outcome::merged:
        ++m_report.merged;
        break;
      case Outcome::conflict:
        ++m_report.conflicts;
        break;
      case Outcome::refused:
        ++m_report.refused;
        break;
      case Outcome::postponed:
        ++m_report.postponed;
        break;
    }
  }
  m_report.pushed += std::int64_t(answer.settled.size());
  return base::success();
}

}  // namespace ow::sync
