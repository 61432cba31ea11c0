// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/conflicts.h"

#include <algorithm>

#include "desk/look.h"
#include "desk/reissuing.h"
#include "desk/telling.h"
#include "store/conflict_queries.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::Conflict;
using domain::EntityKind;

namespace {

base::Error settledMeanwhile() {
  return base::fail(ErrorKind::conflict, {{"field", "rivals"}});
}

bool looksAlike(const std::vector<RivalValue>& rivals) {
  for (std::size_t i = 0; i < rivals.size(); ++i)
    for (std::size_t j = i + 1; j < rivals.size(); ++j)
      if (rivals[i].value == rivals[j].value) return true;
  return false;
}

Result<OpenConflict> tellConflict(Desk::Inside& in, Telling& telling, const Conflict& conflict) {
  OpenConflict open;
  open.id = conflict.id;
  open.entity = conflict.entity;
  open.field = conflict.field;
  OW_TRY(open.subject, telling.subjectOf(conflict.entity, conflict.entityId));
  const EntityKind kind = base::fromCode<EntityKind>(conflict.entity).value_or(EntityKind::conflict);
  OW_TRY(const auto rivals, domain::parseRivals(conflict.rivals));
  for (const domain::Rival& rival : rivals) {
    RivalValue told;
    told.op = rival.op;
    OW_TRY(told.value, telling.valueOf(kind, conflict.entityId, conflict.field, rival.value));
    OW_TRY(told.author, telling.nameOf(rival.author));
    told.desk = rival.desk;
    told.at = rival.at;
    told.isMine = rival.author == in.clerk.id;
    open.rivals.push_back(std::move(told));
  }
  if (rivals.empty()) return open;
  open.rivals.back().isShown = true;
  OW_TRY(open.base, telling.valueOf(kind, conflict.entityId, conflict.field, rivals.front().base));
  open.isAlikeMasked = looksAlike(open.rivals);
  return open;
}

Result<Conflict> unsettled(store::Connection& connection, domain::ConflictId id) {
  OW_TRY(auto conflict, store::loadEntity<Conflict>(connection, id));
  if (conflict.state != domain::ConflictState::open) return settledMeanwhile();
  return conflict;
}

// The patch that makes the chosen value hold; nothing where it holds already.
Result<std::optional<domain::Operation>> patchToChosen(Desk::Inside& in, store::Connection& connection,
                                                       const Conflict& conflict, const domain::Rival& chosen,
                                                       domain::OperationId cause) {
  const auto kind = base::fromCode<EntityKind>(conflict.entity);
  if (!kind) return base::fail(ErrorKind::notAllowed, {{"rule", "unknown_kind"}});
  OW_TRY(auto changes, changesFromNow(connection, *kind, conflict.entityId, {{conflict.field, {}, chosen.value}}));
  if (changes.empty()) return std::optional<domain::Operation>();
  auto patch = reissued(in, kSettlingPurpose, *kind, conflict.entityId, domain::OperationKind::patch, std::move(changes));
  patch.cause = cause;
  return std::optional(std::move(patch));
}

}  // namespace

Result<ConflictPage> openConflicts(Desk& desk, std::optional<std::int64_t> after, std::size_t limit) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  OW_TRY(const auto found, store::openConflicts(reader.connection(), after.value_or(0), limit));
  Telling telling(reader.connection(), Values::masked);
  ConflictPage page;
  for (const auto& one : found) {
    OW_TRY(auto told, tellConflict(in, telling, one.value));
    page.conflicts.push_back(std::move(told));
  }
  if (found.size() == limit && limit > 0) page.next = found.back().n;
  return page;
}

Result<OpenConflict> showConflict(Desk& desk, domain::ConflictId id) {
  Desk::Inside& in = desk.inside();
  OpenConflict seen;
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRY(const auto conflict, unsettled(reader.connection(), id));
    Telling telling(reader.connection(), Values::masked);
    OW_TRY(seen, tellConflict(in, telling, conflict));
  }
  if (seen.subject.party) OW_TRYV(logLook(in, *seen.subject.party, store::LookAct::reveal, seen.field, Purpose::correction));
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto conflict, unsettled(reader.connection(), id));
  Telling telling(reader.connection(), Values::clear);
  OW_TRY(auto clear, tellConflict(in, telling, conflict));
  clear.subject = std::move(seen.subject);
  return clear;
}

Result<void> settleConflict(Desk& desk, domain::ConflictId id, domain::OperationId chosen) {
  Desk::Inside& in = desk.inside();
  // Under the writer's lock: what is read here is what is written over.
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto before, unsettled(write.connection(), id));
  OW_TRY(const auto rivals, domain::parseRivals(before.rivals));
  const auto wanted = std::find_if(rivals.begin(), rivals.end(), [&](const domain::Rival& r) { return r.op == chosen; });
  if (wanted == rivals.end()) return settledMeanwhile();
  Conflict after = before;
  after.state = domain::ConflictState::settled;
  after.rivals = "[]";
  after.settledBy = in.clerk.id;
  after.settledAt = in.now();
  auto writer = in.writer(kSettlingPurpose);
  const auto settling = writer.change(before, after, domain::OperationKind::transition);
  auto operations = writer.take();
  OW_TRY(auto patch, patchToChosen(in, write.connection(), before, *wanted, settling.value()));
  if (patch) operations.push_back(std::move(*patch));
  OW_TRYV(write.apply(operations));
  return write.commit();
}

}  // namespace ow::desk
