// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/enum_codes.h"
#include "base/error.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/settled.h"
#include "domain/written_operation.h"
#include "store/store.h"

// Operations on their way to the centre. None leaves silently: it waits, is sent, confirmed, or refused with the reason.
// Functions that take a Write change nothing before its commit().
namespace ow::store {

struct ScopeSlot;

enum class OperationState {
  waiting,
  sent,       // the centre answered; not yet known to be on every synchronous standby
  confirmed,  // safe
  refused,
};

// The next to be sent, in the order in which they were written; at most `limit`, and at most `maxBytes` of changes unless the
// first alone has more. An operation waits behind an earlier one of its entity, and behind its cause, that is in trouble beyond
// `now`; others go on.
base::Result<std::vector<domain::WrittenOperation>> nextOperations(Connection& connection, base::Instant now, std::size_t limit,
                                                                   std::size_t maxBytes);

// Where and when a batch was written at the centre.
struct Written {
  std::int32_t epoch = 0;
  std::uint64_t at = 0;  // write position
  base::Instant now;     // by the desk's clock
};
// Records what the centre answered; an operation that does not wait any more, or is not known, is passed over. Where nothing
// waits any more on an entity, its row is confirmed if its digest is the centre's, in `hall` if it is new; otherwise it is put
// on the refetch list. Postponed: in trouble, tried again later and later, at last every hour; but what the centre does not
// know and this desk was refused when it made it is refused with that. Answers whether all that was settled stands here now as
// it stands there: then nothing of it need be pulled.
base::Result<bool> settle(Write& write, std::span<const domain::Settled> settled, const Written& written, ScopeSlot hall);
// Operations that could not be judged for another reason (the centre failed on them): in trouble like postponed ones.
base::Result<void> postpone(Write& write, std::span<const domain::OperationId> ids, const std::string& reason,
                            base::Instant now);

// Whether anything that the centre answered was answered in another epoch than this one.
base::Result<bool> keepsOfOtherEpoch(Connection& connection, std::int32_t epoch);

// Whether anything is to be sent, to be known safe or to be fetched by id. Cheap, whatever the outbox holds.
base::Result<bool> hasBusiness(Connection& connection);
// Whether any waits to be known safe. Cheap, whatever the outbox holds.
base::Result<bool> hasSent(Connection& connection);
// Sent ones of that epoch, written up to there, are safe.
base::Result<void> confirmUpTo(Write& write, std::int32_t epoch, std::uint64_t durableTo, base::Instant centreNow);
// After a fork: what is kept is offered again, and what the centre still knows is answered as it was. What was refused too: the
// proposal that it became may be lost. How many.
base::Result<std::int64_t> reofferKept(Write& write);
// Confirmed before then and of no further use: corrections (a party's history shows them) and those of imports that can be
// taken back stay, and so does what was refused. Goes on where it stopped last, in the order of the outbox, up to what is still
// on the way or younger; looks at `most` at once, so that its cost does not follow the outbox. How many went. All times are the
// centre's: no clock of a desk deletes anything.
base::Result<std::int64_t> forgetConfirmed(Write& write, base::Instant before, std::int64_t most = 5000);

// Walks the indexes of the whole outbox: for a screen, not for every step of a sync.
struct OutboxCounts {
  std::int64_t waiting = 0;
  std::int64_t sent = 0;
  std::int64_t confirmed = 0;
  std::int64_t refused = 0;
  std::int64_t troubled = 0;  // of those that wait
  std::int64_t openConflicts = 0;
  std::int64_t openProposals = 0;
  std::int64_t parked = 0;  // rows of the centre that do not fit this program
  std::optional<base::Instant> oldestWaiting;
};
base::Result<OutboxCounts> outboxCounts(Connection& connection);

struct OutboxLine {
  std::int64_t seq = 0;
  domain::OperationId id;
  std::string kind, entity;  // words
  domain::EntityId entityId;
  std::string purpose;
  base::Instant at;
  std::optional<domain::StaffId> author;
  OperationState state = OperationState::waiting;
  std::optional<domain::PushOutcome> outcome;  // null: no answer yet
  std::vector<base::Fact> facts;               // of the answer
  int attempts = 0;                            // of one in trouble
  std::optional<base::Instant> nextAt;
  std::string trouble;  // its reason
};
struct OutboxPage {
  std::optional<OperationState> state;  // null: all
  std::optional<std::int64_t> before;   // seq of the last line of the page before; null: the first page
  std::size_t limit = 64;
};
// Newest first.
base::Result<std::vector<OutboxLine>> pageOfOutbox(Connection& connection, const OutboxPage& page);

}  // namespace ow::store

template <>
inline constexpr auto ow::base::kCodes<ow::store::OperationState> =
    std::array<std::string_view, 4>{"waiting", "sent", "confirmed", "refused"};
