// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "store/contents.h"
#include "store/desk_state.h"
#include "store/fact_text.h"
#include "store/outbox.h"
#include "store/pending.h"
#include "store/write_inside.h"

namespace ow::store {

using base::Result;
using domain::EntityKey;
using domain::EntityKind;
using domain::OperationId;
using domain::PushOutcome;
using domain::Settled;

namespace {

constexpr std::chrono::seconds kFirstWait{30};
constexpr int kDoublings = 7;  // 30 s << 7 is above an hour
constexpr std::chrono::seconds kLongestWait{3600};
constexpr const char* kForgottenTo = "outbox.forgotten_to";  // seq up to which forgetConfirmed() has looked

// What the centre has of an entity after the batch; the last operation on it tells.
struct Confirmed {
  std::int64_t rev = 0;
  domain::RowDigest digest = 0;
};
using Touched = std::map<EntityKey, Confirmed>;

// The entity of an operation that waits; nothing when it does not, or is not known.
Result<std::optional<EntityKey>> waitingOn(Connection& connection, OperationId id) {
  OW_TRY(auto row, connection.prepare("SELECT entity, entity_id FROM operation WHERE id = ?1 AND state = 'waiting'"));
  row.bindUuid(1, id.uuid);
  OW_TRY(const bool any, row.step());
  return any ? std::optional(EntityKey{row.text(0), {row.uuid(1)}}) : std::nullopt;
}

Result<void> postponeOne(Connection& connection, OperationId id, const std::string& reason, base::Instant now) {
  OW_TRY(auto known, connection.prepare("SELECT attempts FROM operation_trouble WHERE operation_id = ?1"));
  known.bindUuid(1, id.uuid);
  OW_TRY(const bool any, known.step());
  const int attempts = any ? int(known.integer(0)) : 0;
  const auto wait = std::min(kLongestWait, kFirstWait * (1 << std::min(attempts, kDoublings)));
  OW_TRY(auto statement,
         connection.prepare("INSERT INTO operation_trouble (operation_id, attempts, next_at, reason) VALUES (?1, ?2, ?3, ?4)"
                            " ON CONFLICT (operation_id) DO UPDATE SET attempts = excluded.attempts,"
                            " next_at = excluded.next_at, reason = excluded.reason"));
  statement.bindUuid(1, id.uuid).bindInt(2, attempts + 1).bindInt(3, base::toMillis(now + wait)).bindText(4, reason);
  return statement.run();
}

Result<void> endTrouble(Connection& connection, OperationId id) {
  OW_TRY(auto statement, connection.prepare("DELETE FROM operation_trouble WHERE operation_id = ?1"));
  statement.bindUuid(1, id.uuid);
  return statement.run();
}

std::string reasonOf(const Settled& settled) {
  for (const base::Fact& fact : settled.facts)
    if (fact.name == "rule") return fact.value;
  return std::string(base::code(settled.outcome));
}

Result<void> record(Connection& connection, const Settled& settled, const Written& written) {
  OW_TRYV(endTrouble(connection, settled.id));
  OW_TRY(auto statement, connection.prepare("UPDATE operation SET state = ?2, outcome = ?3, facts = ?4, sent_at = ?5,"
                                            " settled_at = ?6, written_at = ?7, epoch = ?8 WHERE id = ?1"));
  const bool isRefused = settled.outcome == PushOutcome::refused;
  const std::string facts = writeFacts(settled.facts);
  const std::int64_t now = base::toMillis(written.now);
  statement.bindUuid(1, settled.id.uuid);
  statement.bindText(2, base::code(isRefused ? OperationState::refused : OperationState::sent));
  statement.bindText(3, base::code(settled.outcome)).bindText(4, facts).bindInt(5, now);
  statement.bind(6, isRefused ? domain::Value(now) : domain::Value{});
  statement.bindInt(7, std::int64_t(written.at)).bindInt(8, written.epoch);
  return statement.run();
}

bool isUnknownThere(const Settled& settled) {
  return std::any_of(settled.facts.begin(), settled.facts.end(),
                     [](const base::Fact& fact) { return fact.name == "rule" && fact.value == "unknown_entity"; });
}

// What another desk made may come back from there. What this desk made and the centre refused comes back from nobody: what was
// done with it meanwhile goes with it.
Result<bool> goesWithItsCreation(Connection& connection, const Settled& settled, const EntityKey& key) {
  if (settled.outcome != PushOutcome::postponed || !isUnknownThere(settled)) return false;
  OW_TRY(auto row, connection.prepare("SELECT 1 FROM operation WHERE entity_id = ?1 AND entity = ?2 AND state = 'refused'"
                                      " AND kind IN ('create', 'append')"));
  row.bindUuid(1, key.id.uuid).bindText(2, key.kind);
  return row.step();
}

// Erased there as here: what was parked for its sake goes.
Result<void> settleGone(Write& write, const EntityKey& key, bool isInTable) {
  if (isInTable) return putRefetch(write, std::span(&key, 1));
  return write.inside().arriving().leave(~ScopeMask{0}, key);
}

// Our row is the centre's where the content is the same: rev and digest are taken over. Answers whether it was.
Result<bool> settleEntity(Write& write, const EntityKey& key, const Confirmed& confirmed, ScopeSlot hall) {
  Connection& connection = write.connection();
  OW_TRY(const bool isWaiting, waitsOn(connection, key.id.uuid));
  if (isWaiting) return false;
  const auto kind = base::fromCode<EntityKind>(key.kind);
  std::optional<domain::RowDigest> digest;
  if (kind) {
    OW_TRY(digest, digestOf(connection, *kind, key.id));
  }
  if (kind && confirmed.digest == 0) {
    OW_TRYV(settleGone(write, key, digest.has_value()));
    return false;
  }
  if (!digest || digest != confirmed.digest) {
    OW_TRYV(putRefetch(write, std::span(&key, 1)));
    return false;
  }
  OW_TRYV(write.inside().arriving().confirm(key, confirmed.rev, confirmed.digest, bitOf(hall)));
  return true;
}

Result<bool> settleAll(Write& write, std::span<const Settled> all, const Written& written, ScopeSlot hall) {
  Connection& connection = write.connection();
  Touched touched;
  bool isWhole = true;
  for (const Settled& settled : all) {
    OW_TRY(const auto key, waitingOn(connection, settled.id));
    isWhole = isWhole && key.has_value() && settled.outcome != PushOutcome::postponed;
    if (!key) continue;
    OW_TRY(const bool isOfRefused, goesWithItsCreation(connection, settled, *key));
    if (isOfRefused) {
      OW_TRYV(record(connection, {settled.id, PushOutcome::refused, 0, 0, {{"rule", "cause_refused"}}}, written));
      touched[*key] = {};
      continue;
    }
    if (settled.outcome == PushOutcome::postponed) {
      OW_TRYV(postponeOne(connection, settled.id, reasonOf(settled), written.now));
      continue;
    }
    OW_TRYV(record(connection, settled, written));
    touched[*key] = {settled.rev, settled.digest};
  }
  for (const auto& [key, confirmed] : touched) {
    OW_TRY(const bool isConfirmed, settleEntity(write, key, confirmed, hall));
    isWhole = isWhole && isConfirmed;
  }
  return isWhole;
}

Result<void> postponeAll(Write& write, std::span<const OperationId> ids, const std::string& reason, base::Instant now) {
  for (const OperationId id : ids) {
    OW_TRY(const auto key, waitingOn(write.connection(), id));
    if (key) OW_TRYV(postponeOne(write.connection(), id, reason, now));
  }
  return base::success();
}

Result<std::int64_t> changed(Write& write, Statement& statement) {
  OW_TRYV(write.inside().checked(statement.run()));
  return write.connection().changes();
}

}  // namespace

Result<bool> settle(Write& write, std::span<const Settled> settled, const Written& written, ScopeSlot hall) {
  auto done = settleAll(write, settled, written, hall);
  if (!done) OW_TRYV(write.inside().checked(done.error()));
  return done;
}

Result<void> postpone(Write& write, std::span<const OperationId> ids, const std::string& reason, base::Instant now) {
  return write.inside().checked(postponeAll(write, ids, reason, now));
}

Result<void> confirmUpTo(Write& write, std::int32_t epoch, std::uint64_t durableTo, base::Instant now) {
  OW_TRY(auto statement, write.connection().prepare("UPDATE operation SET state = 'confirmed', settled_at = ?3"
                                                    " WHERE state = 'sent' AND epoch = ?1 AND written_at <= ?2"));
  statement.bindInt(1, epoch).bindInt(2, std::int64_t(durableTo)).bindInt(3, base::toMillis(now));
  return write.inside().checked(statement.run());
}

Result<bool> keepsOfOtherEpoch(Connection& connection, std::int32_t epoch) {
  OW_TRY(auto row, connection.prepare("SELECT 1 FROM operation WHERE epoch <> ?1 LIMIT 1"));
  row.bindInt(1, epoch);
  return row.step();
}

Result<std::int64_t> reofferKept(Write& write) {
  OW_TRY(auto statement, write.connection().prepare("UPDATE operation SET state = 'waiting', outcome = NULL, sent_at = NULL,"
                                                    " facts = CASE WHEN entity = 'document' THEN facts END,"
                                                    " settled_at = NULL, written_at = NULL, epoch = NULL"
                                                    " WHERE state <> 'waiting'"));
  write.inside().hasWaiting.reset();
  OW_TRYV(putDeskValue(write.connection(), kForgottenTo, "0"));  // they are confirmed anew, in their old places
  OW_TRYV(offerContentsAgain(write));
  return changed(write, statement);
}

Result<std::int64_t> forgetConfirmed(Write& write, base::Instant before, std::int64_t most) {
  Connection& connection = write.connection();
  OW_TRY(const auto kept, deskValue(connection, kForgottenTo));
  const std::int64_t from = kept ? std::stoll(*kept) : 0;
  std::int64_t to = from;
  {
    OW_TRY(auto next, connection.prepare("SELECT seq, state, settled_at FROM operation WHERE seq > ?1 ORDER BY seq LIMIT ?2"));
    next.bindInt(1, from);
    next.bindInt(2, most);
    for (;;) {
      OW_TRY(const bool any, next.step());
      if (!any) break;
      const std::string state = next.text(1);
      const bool isDone = state == "refused" || (state == "confirmed" && next.integer(2) < base::toMillis(before));
      if (!isDone) break;
      to = next.integer(0);
    }
  }
  if (to == from) return std::int64_t{0};
  OW_TRY(auto statement, connection.prepare("DELETE FROM operation WHERE seq > ?1 AND seq <= ?2 AND state = 'confirmed'"
                                            " AND purpose <> 'correction' AND NOT EXISTS (SELECT 1 FROM import_load l"
                                            " WHERE l.id = operation.import_id AND l.state <> 'undone')"));
  statement.bindInt(1, from);
  statement.bindInt(2, to);
  OW_TRY(const auto gone, changed(write, statement));
  OW_TRYV(putDeskValue(connection, kForgottenTo, std::to_string(to)));
  return gone;
}

}  // namespace ow::store
