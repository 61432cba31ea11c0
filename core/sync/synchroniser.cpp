// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/synchroniser.h"

#include <algorithm>

#include "store/bulk_filling.h"
#include "store/leases.h"
#include "store/looks_to_send.h"

namespace ow::sync {

using base::ErrorKind;
using base::Result;
using store::SyncedScope;

namespace {

std::vector<Cursor> cursorsOf(const std::vector<SyncedScope>& scopes) {
  std::vector<Cursor> cursors;
  for (const SyncedScope& scope : scopes) cursors.push_back(scope.cursor);
  return cursors;
}

constexpr int kIdleSteps = 8;  // one after the other in which nothing moves; an honest round has two

// How long this desk is the centre's last copy of its own work, by the centre's clock: the law of a centre that forgets asks
// for seven days, and a backup that old may be put back.
constexpr std::chrono::days kKept{14};

bool isSessionOver(const base::Error& error) {
  return error.kind == ErrorKind::centreRefused && error.fact("rule") == "session";
}

}  // namespace

Synchroniser::Synchroniser(store::Store& store, Centre& centre, base::Clock& clock, Amounts amounts)
    : m_store(store), m_centre(centre), m_clock(clock), m_amounts(amounts) {}

Result<void> Synchroniser::round(const std::atomic<bool>* stop) {
  m_report = {};
  OW_TRY(const bool isQuiet, isStill());
  if (isQuiet && sendLooks(stop)) return base::success();
  m_compared.clear();
  m_agreedAt.reset();
  m_isHasty = true;
  bool hasBegunAnew = false;
  int idle = 0;
  std::int64_t before = 0;
  for (;;) {
    if (stop != nullptr && stop->load()) return base::fail(ErrorKind::cancelled);
    auto next = oneStep();
    if (next && next.value() == Next::quiet)
      if (const auto sent = sendLooks(stop); !sent) next = sent.error();
    if (!next && isSessionOver(next.error()) && !hasBegunAnew) {
      hasBegunAnew = true;
      m_hasSession = false;
      continue;
    }
    if (!next) return next.error();
    if (next.value() == Next::quiet) return base::success();
    // A centre whose answers do not fit together must not keep this desk busy for ever: later, and with the usual pauses.
    const std::int64_t moved = m_report.moved();
    idle = moved == before ? idle + 1 : 0;
    before = moved;
    if (idle > kIdleSteps) return base::fail(ErrorKind::centreAway, {{"detail", "no_progress"}});
  }
}

Result<Synchroniser::Next> Synchroniser::oneStep() {
  if (!m_hasSession) OW_TRYV(begin());
  if (std::exchange(m_isHasty, false)) OW_TRYV(hasten());
  return step();
}

// What waits here, and what somebody has told of, goes before it is known how things stand: a clerk waits for it. The centre
// takes nothing under an epoch that is not its own and delivers nothing to a cursor that is not, and step() looks at the rest.
Result<void> Synchroniser::hasten() {
  const bool isHinted = m_isHinted.exchange(false);
  if (m_epoch == 0) return base::success();
  std::vector<SyncedScope> scopes;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(scopes, store::syncedScopes(reader.connection()));
  }
  std::vector<Cursor> cursors;
  for (const SyncedScope& scope : scopes) {
    if (!scope.isComplete || scope.cursor.epoch != m_epoch) return base::success();
    cursors.push_back(scope.cursor);
  }
  for (const SyncedScope& scope : scopes)
    if (scope.scope.id == m_scopes.front().id) OW_TRYV(push(m_epoch, scope));
  if (isHinted) OW_TRYV(pull(scopes, cursors));
  return base::success();
}

// Whether both sides still agree, by a glance. For a minute after they agreed by everything; then all is looked at again.
Result<bool> Synchroniser::isStill() {
  constexpr std::chrono::seconds kHolds{60};
  if (!m_hasSession || !m_agreedAt || m_isHinted) return false;
  const base::Instant now = m_clock.now();
  if (now < *m_agreedAt || now - *m_agreedAt >= kHolds) return false;
  std::vector<ScopeHead> known;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(const bool isBusy, store::hasBusiness(reader.connection()));
    if (isBusy) return false;
    OW_TRY(const auto scopes, store::syncedScopes(reader.connection()));
    for (const SyncedScope& scope : scopes) known.push_back({scope.scope.id, scope.cursor.pos, scope.rows, scope.digest, 0});
  }
  const auto still = m_centre.isStill(known);
  if (!still || !still.value()) return false;  // what went wrong goes wrong again below
  if (m_contact) m_contact->at = now;
  return true;
}

// What the centre says that this desk is subscribed to may have changed since the last session.
Result<void> Synchroniser::begin() {
  OW_TRY(auto hello, m_centre.hello());
  m_scopes = std::move(hello.scopes);
  if (m_scopes.empty()) return base::fail(ErrorKind::centreRefused, {{"rule", "no_scope"}});
  OW_TRY(auto write, m_store.write());
  OW_TRYV(store::putScopes(write, m_scopes));
  m_clerkRefusal = std::move(hello.clerkRefusal);
  if (hello.clerk) OW_TRYV(store::putLease(write.connection(), hello.clerk->staff, hello.clerk->leaseUntil));
  OW_TRYV(store::retryParked(write));  // this program may be newer than the one that could not read them
  OW_TRYV(write.commit());
  m_hasSession = true;
  return base::success();
}

Result<base::Uuid> Synchroniser::newestAnchor() {
  OW_TRY(auto reader, m_store.read());
  OW_TRY(const auto anchors, store::seenAnchors(reader.connection()));
  return anchors.empty() ? base::Uuid{} : anchors.front().anchor.id;
}

Result<Heads> Synchroniser::askHeads(const std::vector<SyncedScope>& scopes, const base::Uuid& anchor) {
  OW_TRY(auto heads, m_centre.heads(cursorsOf(scopes), anchor));
  const base::Instant now = m_clock.now();
  m_contact = Contact{now, heads.anchor.at, heads.centreNow - now, m_clerkRefusal};
  if (heads.scopes.size() != scopes.size()) m_hasSession = false;  // subscribed to others meanwhile
  return heads;
}

Result<Synchroniser::Next> Synchroniser::step() {
  std::vector<SyncedScope> scopes;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(scopes, store::syncedScopes(reader.connection()));
  }
  if (m_progress) m_progress(m_report, scopes);
  OW_TRY(const auto anchor, newestAnchor());
  OW_TRY(const Heads heads, askHeads(scopes, anchor));
  if (!m_hasSession) return base::fail(ErrorKind::centreRefused, {{"rule", "session"}});
  OW_TRY(const bool isOtherHistory, meetHistory(heads, scopes));
  if (isOtherHistory) return Next::again;
  m_epoch = heads.epoch;
  OW_TRYV(takeNote(heads));

  const auto hall =
      std::find_if(scopes.begin(), scopes.end(), [&](const SyncedScope& s) { return s.scope.id == m_scopes.front().id; });
  bool hasMoved = false;
  if (hall != scopes.end()) {
    OW_TRY(const bool pushed, push(heads.epoch, *hall));
    hasMoved |= pushed;
  }
  const bool isComplete = std::all_of(scopes.begin(), scopes.end(), [](const SyncedScope& s) { return s.isComplete; });
  if (isComplete) {
    OW_TRYV(store::endBulkFilling(m_store));
  } else {
    OW_TRY(const bool isBulk, isFilledInBulk(scopes, heads));
    for (std::size_t i = 0; i < scopes.size(); ++i) {
      if (scopes[i].isComplete) continue;
      OW_TRY(const bool filled, fill(scopes[i], {scopes[i].scope.id, heads.epoch, heads.scopes[i].pos}, isBulk));
      hasMoved |= filled;
    }
  }
  std::vector<Cursor> behind;
  for (std::size_t i = 0; i < scopes.size(); ++i)
    if (scopes[i].isComplete && scopes[i].cursor.epoch == heads.epoch && scopes[i].cursor.pos < heads.scopes[i].pos)
      behind.push_back(scopes[i].cursor);
  OW_TRY(const bool pulled, pull(scopes, behind));
  OW_TRY(const bool fetched, fetchDoubtful());
  if (hasMoved || pulled || fetched) return Next::again;

  // Both sides stand still: then they must hold the same.
  for (std::size_t i = 0; i < scopes.size(); ++i) {
    OW_TRY(const bool differs, compare(scopes[i], heads.scopes[i]));
    hasMoved |= differs;
  }
  if (hasMoved) return Next::again;
  m_agreedAt = m_clock.now();
  return Next::quiet;
}

// True when the centre's history is not the one that this desk has seen: cursors go back to where they parted, and everything
// that is kept here is offered again.
Result<bool> Synchroniser::meetHistory(const Heads& heads, const std::vector<SyncedScope>& scopes) {
  bool isAbove = false;
  bool isOtherEpoch = false;
  // A desk that has never been filled has no cursor that could tell, and may have sent already.
  if (std::any_of(scopes.begin(), scopes.end(), [](const SyncedScope& scope) { return !scope.isComplete; })) {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(isOtherEpoch, store::keepsOfOtherEpoch(reader.connection(), heads.epoch));
  }
  for (std::size_t i = 0; i < scopes.size(); ++i) {
    const SyncedScope& scope = scopes[i];
    if (!scope.isComplete) continue;
    isOtherEpoch |= scope.cursor.epoch != heads.epoch;
    isAbove |= scope.cursor.epoch == heads.epoch && scope.cursor.pos > heads.scopes[i].pos;
  }
  if (!heads.knowsAnchor || isAbove) {
    OW_TRYV(tellDisagreement());
    OW_TRY(const Heads again, askHeads(scopes, base::Uuid{}));
    OW_TRYV(joinHistory(again, scopes));
    return true;
  }
  if (!isOtherEpoch) return false;
  OW_TRYV(joinHistory(heads, scopes));
  return true;
}

Result<void> Synchroniser::tellDisagreement() {
  std::vector<base::Uuid> anchors;
  {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(const auto seen, store::seenAnchors(reader.connection()));
    for (const auto& anchor : seen) anchors.push_back(anchor.anchor.id);
  }
  return m_centre.disagree(anchors);
}

// From now on this is the history of this desk: its newest mark is ours, we stand where the two parted, and what is kept here
// is offered once more.
Result<void> Synchroniser::joinHistory(const Heads& heads, const std::vector<SyncedScope>& scopes) {
  OW_TRY(auto write, m_store.write());
  for (std::size_t i = 0; i < scopes.size(); ++i)
    if (scopes[i].isComplete)
      OW_TRYV(
          store::putCursor(write, {scopes[i].scope.id, heads.epoch, std::min(scopes[i].cursor.pos, heads.scopes[i].agreedTo)}));
  OW_TRY(const auto reoffered, store::reofferKept(write));
  OW_TRYV(store::reofferLooks(write, m_clock.now() - LookSender::kOfferedAgain));
  OW_TRYV(store::putAnchor(write, {heads.anchor, heads.epoch}));
  OW_TRYV(write.commit());
  m_report.reoffered += reoffered;
  m_report.isOtherHistory = true;
  return base::success();
}

// A centre that does not know of looks yet gets them when it does.
Result<void> Synchroniser::sendLooks(const std::atomic<bool>* stop) {
  if (!m_looks) return base::success();
  const auto sent = m_looks->send(stop);
  if (!sent) return sent.error().kind == ErrorKind::centreTooOld ? Result<void>(base::success()) : sent.error();
  m_report.looks += sent.value();
  return base::success();
}

Result<void> Synchroniser::takeNote(const Heads& heads) {
  OW_TRY(auto reader, m_store.read());
  OW_TRY(const auto anchors, store::seenAnchors(reader.connection()));
  OW_TRY(const bool hasSent, store::hasSent(reader.connection()));
  const bool isNew = !heads.anchor.id.isNil() && (anchors.empty() || anchors.front().anchor.id != heads.anchor.id);
  if (!isNew && !hasSent) return base::success();
  OW_TRY(auto write, m_store.write());
  if (isNew) OW_TRYV(store::putAnchor(write, {heads.anchor, heads.epoch}));
  OW_TRYV(store::confirmUpTo(write, heads.epoch, heads.durableTo, heads.centreNow));
  if (isNew) OW_TRYV(store::forgetConfirmed(write, heads.centreNow - kKept));
  return write.commit();
}

}  // namespace ow::sync
