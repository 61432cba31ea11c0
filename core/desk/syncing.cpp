// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/syncing.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>

#include "desk/attachment_settings.h"
#include "desk/centre_account.h"
#include "desk/inside.h"
#include "store/contents.h"
#include "store/leases.h"
#include "store/looks_to_send.h"
#include "store/outbox.h"
#include "store/replica.h"
#include "sync/actor.h"
#include "sync/register.h"

namespace ow::desk {

using base::Result;

namespace {

constexpr std::chrono::minutes kClockMayBeOff{2};

SyncView::Phase phaseOf(sync::Phase phase) {
  switch (phase) {
    case sync::Phase::idle:
      return SyncView::Phase::idle;
    case sync::Phase::working:
      return SyncView::Phase::working;
    case sync::Phase::away:
      return SyncView::Phase::away;
    case sync::Phase::refused:
      return SyncView::Phase::refused;
    case sync::Phase::broken:
      return SyncView::Phase::broken;
    case sync::Phase::paused:
      return SyncView::Phase::paused;
  }
  return SyncView::Phase::idle;
}

Result<SyncView> standing(Desk& desk) {
  OW_TRY(auto reader, desk.inside().store->read());
  OW_TRY(const auto counts, store::outboxCounts(reader.connection()));
  OW_TRY(const auto scopes, store::syncedScopes(reader.connection()));
  OW_TRY(const auto anchors, store::seenAnchors(reader.connection()));
  OW_TRY(const auto fault, store::lookChainFault(reader.connection()));
  SyncView view;
  if (fault) view.looksChanged = {fault->sound, fault->changed};
  view.waiting = counts.waiting;
  view.sent = counts.sent;
  view.safe = counts.confirmed;
  view.refused = counts.refused;
  view.troubled = counts.troubled;
  view.openConflicts = counts.openConflicts;
  view.openProposals = counts.openProposals;
  view.parked = counts.parked;
  OW_TRY(const auto contents, store::contentCounts(reader.connection()));
  view.filesToSend = contents.filesUp;
  view.chunksToSend = contents.chunksUp;
  view.filesToFetch = contents.filesDown;
  view.chunksToFetch = contents.chunksDown;
  view.filesTroubled = contents.troubled;
  view.oldestWaiting = counts.oldestWaiting;
  if (!anchors.empty()) view.freshAsOf = anchors.front().anchor.at;
  for (const auto& scope : scopes) {
    view.scopes.push_back({scope.scope.kind, scope.scope.code, scope.scope.name, scope.rows, scope.isComplete});
    if (!scope.isComplete) view.rowsFilled += scope.rows;
  }
  return view;
}

bool isFilling(const SyncView& view) {
  return view.scopes.empty() ||
         std::any_of(view.scopes.begin(), view.scopes.end(), [](const auto& s) { return !s.isComplete; });
}

// Nothing is known of a round that has not ended yet: the first of a desk that was filled before is no filling.
void tellStatus(const sync::Status& status, SyncView& view) {
  view.phase = phaseOf(status.phase);
  if (view.phase == SyncView::Phase::working && isFilling(view)) view.phase = SyncView::Phase::filling;
  view.nextTry = status.nextAt;
  view.error = status.error;
  if (view.phase == SyncView::Phase::filling) view.rowsFilled = std::max(view.rowsFilled, status.report.filled);
  if (!status.contact) return;
  view.lastContact = status.contact->at;
  view.clerkRefusal = status.contact->clerkRefusal;
  view.clockOffset = status.contact->clockOffset;
  view.isClockWrong = view.clockOffset > kClockMayBeOff || view.clockOffset < -kClockMayBeOff;
}

}  // namespace

struct Syncing::Inside {
  Inside(std::shared_ptr<Desk> ofDesk, std::unique_ptr<sync::Centre> itsCentre, std::unique_ptr<sync::CentralRegister> forLooks,
         std::unique_ptr<sync::CentralRegister> forSearch)
      : desk(std::move(ofDesk)),
        centre(std::move(itsCentre)),
        looks(std::move(forLooks)),
        search(std::move(forSearch)),
        actor(*desk->inside().store, *centre, *desk->inside().ports.clock, *desk->inside().ports.random) {
    if (looks != nullptr) actor.sendLooksTo(*looks);
  }

  void note(const sync::Status& status) {
    if (status.phase == sync::Phase::refused && status.error && status.error->fact("rule") == "revoked") shutOutEverybody();
    if (status.phase != sync::Phase::idle || status.error || !status.contact) return;
    if (!hasLooked || status.report.arrived() > 0) shutOutLeavers();
    const std::scoped_lock guard(listening);
    agreed = status.contact->freshAsOf;  // what the centre had marked when both sides agreed last: then it is here
  }
  // A ring that cannot be written now is tried again at the next round.
  void shutOutLeavers() {
    const auto gone = store::lockOutLeavers(*desk->inside().store);
    hasLooked = gone.has_value();
    if (!gone || std::find(gone.value().begin(), gone.value().end(), desk->clerk().id) == gone.value().end()) return;
    const std::scoped_lock guard(listening);
    isShutOut = true;
  }
  void shutOutEverybody() {
    (void)store::lockOutEverybody(*desk->inside().store);
    const std::scoped_lock guard(listening);
    isShutOut = true;
  }
  // Under the lock: when a token has gone, its listener is not being called.
  void tell() {
    const std::scoped_lock guard(listening);
    for (const auto& [token, listener] : listeners) listener();
  }

  std::shared_ptr<Desk> desk;
  std::unique_ptr<sync::Centre> centre;
  std::unique_ptr<sync::CentralRegister> looks;
  std::mutex searching;
  std::atomic<bool> isLeft{false};
  std::unique_ptr<sync::CentralRegister> search;
  std::mutex listening;
  std::optional<base::Instant> agreed;
  bool isShutOut = false;
  bool hasLooked = false;  // for those who have left, since the start; the sync's thread only
  std::uint64_t nextToken = 1;
  std::map<std::uint64_t, std::function<void()>> listeners;
  sync::Actor actor;  // last: it calls what is above
};

class Syncing::Listening {
 public:
  Listening(const std::shared_ptr<Inside>& inside, std::uint64_t token) : m_inside(inside), m_token(token) {}
  ~Listening() {
    const auto inside = m_inside.lock();
    if (inside == nullptr) return;
    const std::scoped_lock guard(inside->listening);
    inside->listeners.erase(m_token);
  }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

 private:
  std::weak_ptr<Inside> m_inside;
  std::uint64_t m_token;
};

Syncing::Syncing(std::shared_ptr<Desk> desk, std::unique_ptr<sync::Centre> centre)
    : Syncing(std::move(desk), std::move(centre), nullptr, nullptr) {}

Syncing::Syncing(std::shared_ptr<Desk> desk, std::unique_ptr<sync::Centre> centre, std::unique_ptr<sync::CentralRegister> looks,
                 std::unique_ptr<sync::CentralRegister> search)
    : m_inside(std::make_shared<Inside>(std::move(desk), std::move(centre), std::move(looks), std::move(search))) {
  m_inside->actor.listen([inside = m_inside.get()](const sync::Status& status) {
    inside->note(status);
    inside->tell();
  });
  const auto account = centreAccount(*m_inside->desk->inside().store);
  // Without a network segment to meet on, neighbours are heard of when the centre is polled.
  if (account && account.value()) (void)m_inside->actor.meetNeighbours(account.value()->site);
  const auto settings = attachmentSettings(*m_inside->desk->inside().store);
  if (settings) m_inside->actor.setBudget(settings.value().budget);
  m_inside->actor.start();
}

Syncing::~Syncing() {
  m_inside->actor.stop();
}

std::shared_ptr<Syncing::Listening> Syncing::listen(std::function<void()> listener) {
  const std::scoped_lock guard(m_inside->listening);
  const std::uint64_t token = m_inside->nextToken++;
  m_inside->listeners.emplace(token, std::move(listener));
  return std::make_shared<Listening>(m_inside, token);
}

Result<SyncView> Syncing::view() const {
  OW_TRY(auto view, standing(*m_inside->desk));
  tellStatus(m_inside->actor.status(), view);
  const std::scoped_lock guard(m_inside->listening);
  if (m_inside->agreed) view.freshAsOf = m_inside->agreed;
  view.isShutOut = m_inside->isShutOut;
  return view;
}

void Syncing::syncNow() {
  m_inside->actor.resume();  // wakes it too
}

void Syncing::wake() {
  m_inside->actor.wake();
}

Result<void> Syncing::onSearchLine(const OnRegister& work) {
  if (m_inside->search == nullptr) return base::fail(base::ErrorKind::centreAway, {{"detail", "no_register"}});
  const std::scoped_lock guard(m_inside->searching);
  if (m_inside->isLeft) return base::fail(base::ErrorKind::cancelled);
  return work(*m_inside->search);
}

void Syncing::leaveSearchLine() {
  m_inside->isLeft = true;
  if (m_inside->search != nullptr) m_inside->search->interrupt();
}

void Syncing::pause() {
  m_inside->actor.pause();
  m_inside->tell();
}

void Syncing::resume() {
  m_inside->actor.resume();
  m_inside->tell();
}

Result<void> Syncing::setAttachmentBudget(std::int64_t bytesPerSecond) {
  store::Store& store = *m_inside->desk->inside().store;
  OW_TRY(auto settings, attachmentSettings(store));
  settings.budget = bytesPerSecond;
  OW_TRYV(putAttachmentSettings(store, settings));
  m_inside->actor.setBudget(bytesPerSecond);
  return base::success();
}

void Syncing::setActive(Activity activity) {
  m_inside->actor.setPace(activity == Activity::working ? sync::Pace::active : sync::Pace::idle);
}

Result<SyncView> syncView(Desk& desk, const Syncing* syncing) {
  if (syncing != nullptr) return syncing->view();
  OW_TRY(const auto account, centreAccount(*desk.inside().store));
  OW_TRY(auto view, standing(desk));
  if (account) view.phase = SyncView::Phase::resting;
  return view;
}

}  // namespace ow::desk
