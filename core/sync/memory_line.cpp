// SPDX-License-Identifier: GPL-3.0-or-later
// What a desk can ask of the centre in memory.
#include <algorithm>
#include <set>

#include "sync/memory_centre.h"
#include "sync/memory_judge.h"
#include "sync/memory_state.h"

namespace ow::sync {

using base::Result;
using domain::WrittenOperation;

namespace {

base::Error refuse(const char* rule) {
  return base::fail(base::ErrorKind::centreRefused, {{"rule", rule}});
}

std::string keyText(const EntityKey& key) {
  return key.kind + " " + key.id.text();
}

std::optional<EntityKey> parseKey(const std::string& text) {
  const auto space = text.find(' ');
  if (space == std::string::npos) return std::nullopt;
  const auto id = domain::EntityId::parse(std::string_view(text).substr(space + 1));
  return id ? std::optional<EntityKey>(EntityKey{text.substr(0, space), *id}) : std::nullopt;
}

}  // namespace

Result<const DeskSeat*> MemoryCentre::Line::seat() const {
  const auto desk = m_centre.m_desks.find(m_desk);
  if (desk == m_centre.m_desks.end() || desk->second.state == DeskState::revoked) return refuse("desk");
  if (m_session != m_centre.m_sessions) return refuse("session");
  return &desk->second;
}

Result<bool> MemoryCentre::Line::mayRead(ScopeId scope) const {
  OW_TRY(const DeskSeat* desk, seat());
  return std::find(desk->scopes.begin(), desk->scopes.end(), scope) != desk->scopes.end();
}

Result<Hello> MemoryCentre::Line::hello() {
  m_session = m_centre.m_sessions;
  OW_TRY(const DeskSeat* desk, seat());
  Hello hello{m_centre.schema(), m_centre.m_clock.now(), {}};
  for (const ScopeId scope : desk->scopes) hello.scopes.push_back(m_centre.m_scopes.at(scope));
  return hello;
}

Result<Heads> MemoryCentre::Line::heads(std::span<const Cursor> cursors, const base::Uuid& anchor) {
  OW_TRYV(seat());
  m_centre.setAnchorWhenDue();
  const MemoryState& state = *m_centre.m_state;
  Heads heads;
  heads.epoch = state.epoch();
  m_shownEpoch = 0;
  for (const Cursor& cursor : cursors) {
    m_shownEpoch = std::max(m_shownEpoch, cursor.epoch);
    OW_TRY(const bool isOurs, mayRead(cursor.scope));
    if (!isOurs) continue;
    const ScopeRow row = state.scopes.find(cursor.scope) == nullptr ? ScopeRow{} : *state.scopes.find(cursor.scope);
    heads.scopes.push_back({cursor.scope, row.pos, row.rows, row.digest, m_centre.agreedTo(cursor)});
  }
  heads.anchor = state.anchors.rows().rbegin()->second.anchor;
  heads.knowsAnchor = anchor.isNil() || m_centre.findAnchor(anchor) != nullptr;
  heads.durableTo = state.written - std::min(state.written, m_centre.m_durableLag);
  heads.centreNow = m_centre.m_clock.now();
  return heads;
}

Result<bool> MemoryCentre::Line::isStill(std::span<const ScopeHead> known) {
  OW_TRYV(seat());
  for (const ScopeHead& head : known) {
    OW_TRY(const bool isOurs, mayRead(head.scope));
    const ScopeRow* row = m_centre.m_state->scopes.find(head.scope);
    if (!isOurs || row == nullptr || row->pos != head.pos || row->digest != head.digest) return false;
  }
  return true;
}

Result<void> MemoryCentre::Line::disagree(std::span<const base::Uuid> anchors) {
  OW_TRYV(seat());
  m_centre.heal(anchors, m_shownEpoch);
  return base::success();
}

Result<PushAnswer> MemoryCentre::Line::push(std::int32_t epoch, std::span<const WrittenOperation> batch) {
  OW_TRY(const DeskSeat* desk, seat());
  MemoryState& state = *m_centre.m_state;
  PushAnswer answer;
  answer.epoch = state.epoch();
  answer.isTaken = epoch == answer.epoch;
  if (!answer.isTaken) return answer;
  MemoryJudge judge(state, *desk, m_centre.m_staff, m_centre.m_routes, {m_centre.m_authorities, m_centre.yearNow()});
  const std::int64_t stoodAt = state.scopes.find(desk->scopes.front())->pos;
  std::set<EntityKey> entities;
  for (const WrittenOperation& operation : batch) {
    Verdict verdict = judge.judge(operation);
    answer.settled.push_back({operation.id, verdict.outcome, 0, 0, std::move(verdict.facts)});
  }
  for (const ScopeId scope : judge.close()) answer.reached.push_back({scope, answer.epoch, state.scopes.find(scope)->pos});
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const EntityKey key{batch[i].entity, batch[i].entityId};
    // A document has another content here than at its desk: its number.
    if (answer.settled[i].outcome == Outcome::applied && key.kind != "document") entities.insert(key);
    if (!judge.isSeen(key)) continue;
    answer.settled[i].rev = state.entities.find(key)->rev;
    answer.settled[i].digest = state.entities.find(key)->digest;
  }
  const bool isAlone = entities.size() == batch.size() && answer.reached.size() == 1 &&
                       answer.reached.front().scope == desk->scopes.front() &&
                       answer.reached.front().pos == stoodAt + std::int64_t(batch.size());
  if (isAlone) answer.ownFrom = stoodAt;
  if (judge.hasWritten()) m_centre.commit(Written::push);
  answer.writtenAt = state.written;
  m_centre.setAnchorWhenDue();
  return answer;
}

PullStatus MemoryCentre::Line::statusOf(const Cursor& cursor) const {
  const MemoryState& state = *m_centre.m_state;
  const ScopeRow* scope = state.scopes.find(cursor.scope);
  if (cursor.epoch != state.epoch()) return PullStatus::otherEpoch;
  if (cursor.pos > (scope == nullptr ? 0 : scope->pos)) return PullStatus::aboveHead;
  if (cursor.pos > 0 && scope != nullptr && cursor.pos < scope->forgottenTo) return PullStatus::tooOld;
  return PullStatus::ok;
}

PulledRow MemoryCentre::Line::rowAt(ScopeId scope, const EntityKey& key) const {
  const Standing& standing = *m_centre.m_state->standings.find({scope, key});
  const HeldEntity& entity = *m_centre.m_state->entities.find(key);
  PulledRow row{scope, standing.pos, {key.kind, key.id, entity.rev, 0, standing.isGone, {}}};
  if (standing.isGone) return row;
  row.row.digest = entity.digest;
  row.row.body = entity.body;
  return row;
}

Result<PullAnswer> MemoryCentre::Line::pull(std::span<const Cursor> cursors, std::size_t limit, const RowSink& sink) {
  PullAnswer answer;
  answer.reached.assign(cursors.begin(), cursors.end());
  OW_TRYV(seat());
  for (const Cursor& cursor : cursors) {
    OW_TRY(const bool isOurs, mayRead(cursor.scope));
    if (isOurs) answer.status = statusOf(cursor);
    if (answer.status != PullStatus::ok) return answer;
  }
  std::size_t left = limit;
  for (Cursor& cursor : answer.reached) {
    OW_TRY(const bool isOurs, mayRead(cursor.scope));
    if (!isOurs) continue;
    OW_TRY(const std::size_t delivered, deliver(cursor, left, sink));
    left -= delivered;
    const auto& feed = m_centre.m_state->feed.rows();
    const auto more = feed.upper_bound({cursor.scope, cursor.pos});
    answer.isMore = answer.isMore || (more != feed.end() && more->first.scope == cursor.scope);
  }
  return answer;
}

// Answers how many rows it delivered; the cursor then stands at the last, or at the head where that was all.
Result<std::size_t> MemoryCentre::Line::deliver(Cursor& cursor, std::size_t limit, const RowSink& sink) const {
  const auto& feed = m_centre.m_state->feed.rows();
  std::size_t delivered = 0;
  auto next = feed.upper_bound({cursor.scope, cursor.pos});
  for (; next != feed.end() && next->first.scope == cursor.scope; ++next) {
    if (delivered == limit) return delivered;
    OW_TRYV(sink(rowAt(cursor.scope, next->second)));
    cursor.pos = next->first.pos;
    ++delivered;
  }
  if (const ScopeRow* scope = m_centre.m_state->scopes.find(cursor.scope)) cursor.pos = scope->pos;
  return delivered;
}

Result<FillAnswer> MemoryCentre::Line::fill(ScopeId scope, const std::string& from, std::size_t limit, const RowSink& sink) {
  OW_TRY(const bool isOurs, mayRead(scope));
  if (!isOurs) return FillAnswer{};
  const auto last = parseKey(from);
  const auto& standings = m_centre.m_state->standings.rows();
  auto next = last ? standings.upper_bound({scope, *last}) : standings.lower_bound({scope, {}});
  FillAnswer answer;
  std::size_t delivered = 0;
  for (std::string reached; next != standings.end() && next->first.scope == scope; ++next) {
    if (next->second.isGone) continue;
    if (delivered == limit) return FillAnswer{reached};
    OW_TRYV(sink(rowAt(scope, next->first.key)));
    reached = keyText(next->first.key);
    ++delivered;
  }
  return answer;
}

Result<void> MemoryCentre::Line::fetch(std::span<const EntityKey> keys, const RowSink& sink) {
  OW_TRY(const DeskSeat* desk, seat());
  for (const EntityKey& key : keys)
    for (const ScopeId scope : desk->scopes)
      if (m_centre.m_state->stands(key, scope)) OW_TRYV(sink(rowAt(scope, key)));
  return base::success();
}

Result<std::vector<Bucket>> MemoryCentre::Line::buckets(ScopeId scope) {
  OW_TRY(const bool isOurs, mayRead(scope));
  std::vector<Bucket> buckets(kBuckets);
  if (!isOurs) return buckets;
  for (const auto& [place, standing] : m_centre.m_state->standings.rows()) {
    if (place.scope != scope || standing.isGone) continue;
    Bucket& bucket = buckets[static_cast<std::size_t>(bucketOf(place.key.id))];
    ++bucket.rows;
    bucket.digest ^= standing.digest;
  }
  return buckets;
}

Result<std::vector<ListedRow>> MemoryCentre::Line::listBucket(ScopeId scope, int bucket) {
  OW_TRY(const bool isOurs, mayRead(scope));
  std::vector<ListedRow> listed;
  if (!isOurs) return listed;
  for (const auto& [place, standing] : m_centre.m_state->standings.rows()) {
    if (place.scope != scope || standing.isGone || bucketOf(place.key.id) != bucket) continue;
    listed.push_back({place.key, m_centre.m_state->entities.find(place.key)->rev, standing.digest});
  }
  return listed;
}

}  // namespace ow::sync
