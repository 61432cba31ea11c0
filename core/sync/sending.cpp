// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <future>

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

bool isSmooth(const PushAnswer& answer) {
  return std::all_of(answer.settled.begin(), answer.settled.end(), [](const Settled& settled) {
    return settled.outcome == Outcome::applied || settled.outcome == Outcome::merged;
  });
}

// What this desk told the centre itself need not be pulled, where nobody else told something in between.
Result<void> passOwn(store::Write& write, const PushAnswer& answer, ScopeId hall) {
  if (!answer.ownFrom) return base::success();
  OW_TRY(const auto scopes, store::syncedScopes(write.connection()));
  for (const store::SyncedScope& scope : scopes) {
    if (scope.scope.id != hall || !scope.isComplete) continue;
    if (scope.cursor.epoch != answer.epoch || scope.cursor.pos != *answer.ownFrom) continue;
    for (const Cursor& reached : answer.reached)
      if (reached.scope == hall) OW_TRYV(store::putCursor(write, reached));
  }
  return base::success();
}

}  // namespace

std::span<const domain::WrittenOperation> Synchroniser::firstBatch(std::span<const domain::WrittenOperation> waiting) const {
  std::size_t bytes = 0;
  std::size_t n = 0;
  while (n < waiting.size() && n < m_amounts.pushOperations) {
    bytes += waiting[n].changes.size();
    if (bytes > m_amounts.pushBytes && n > 0) break;
    ++n;
  }
  return waiting.first(n);
}

// Some batches. While one is noted here, the next is judged there; but one in which something was put off or refused is noted
// first, for what waits behind it must not go on. False when nothing waits that may go now.
Result<bool> Synchroniser::push(std::int32_t epoch, const store::SyncedScope& hall) {
  std::vector<domain::WrittenOperation> waiting;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(waiting, store::nextOperations(reader.connection(), m_clock.now(), m_amounts.pushOperations * m_amounts.pushBatches,
                                          m_amounts.pushBytes * m_amounts.pushBatches));
  }
  if (waiting.empty()) return false;
  std::span<const domain::WrittenOperation> left(waiting);
  auto batch = firstBatch(left);
  OW_TRY(PushAnswer answer, m_centre.push(epoch, batch));
  for (;;) {
    if (!answer.isTaken) return true;  // another epoch since the heads were asked for: they are asked for again
    // Not known to be on a standby: nothing is noted, and the same batch gets the same answer later.
    if (!answer.isReplicationSure) return base::fail(ErrorKind::centreAway, {{"detail", "not_replicated"}});
    if (m_reached && !answer.reached.empty()) m_reached(answer.reached);
    left = left.subspan(batch.size());
    std::future<Result<PushAnswer>> next;  // who leaves before it has come waits for it
    if (!left.empty() && isSmooth(answer)) {
      batch = firstBatch(left);
      next = std::async(std::launch::async, [this, epoch, batch] { return m_centre.push(epoch, batch); });
    }
    OW_TRYV(record(answer, hall));
    if (!next.valid()) return true;
    OW_TRY(answer, next.get());
  }
}

Result<void> Synchroniser::record(const PushAnswer& answer, const store::SyncedScope& hall) {
  std::vector<Settled> settledHere = answer.settled;
  for (Settled& settled : settledHere) keepUnknown(settled);
  const store::Written written{answer.epoch, answer.writtenAt, m_clock.now()};
  OW_TRY(auto write, m_store.write());
  OW_TRY(const bool isWhole, store::settle(write, settledHere, written, hall.slot));
  if (isWhole) OW_TRYV(passOwn(write, answer, hall.scope.id));
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
