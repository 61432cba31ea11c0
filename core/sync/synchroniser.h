// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "store/outbox.h"
#include "store/replica.h"
#include "store/store.h"
#include "sync/centre.h"
#include "sync/look_sender.h"

namespace ow::sync {

// How much at once. Bulk wants large transactions, a screen that waits wants small ones.
struct Amounts {
  std::size_t pushOperations = 500;
  std::size_t pushBytes = 1 << 20;
  std::size_t pushBatches = 8;  // a step; while one is noted here, the next is judged there: more than one takes a thread
  std::size_t pullRows = 5000;
  std::size_t fillRows = 20000;
  std::size_t fillPages = 16;     // a step; while one is written, the next is on its way: more than one takes a thread
  std::int64_t bulkRows = 20000;  // a first filling of so many leaves the indexes to the end, see store/bulk_filling.h
  std::size_t fetchRows = 500;
};

// What one round did. Counts only: nothing of a person.
struct Report {
  std::int64_t pushed = 0;  // operations that the centre answered
  std::int64_t applied = 0, merged = 0, conflicts = 0, refused = 0, postponed = 0;
  std::int64_t filled = 0;     // rows of a first filling
  std::int64_t pulled = 0;     // rows that changed
  std::int64_t fetched = 0;    // entities asked for by id
  std::int64_t repaired = 0;   // rows that differed from the centre's though nothing said so
  std::int64_t forgotten = 0;  // rows that the centre does not have any more
  std::int64_t reoffered = 0;  // kept operations offered again because the centre's history is another one
  std::int64_t looks = 0;      // lines of the access log
  bool isOtherHistory = false;
  std::int64_t arrived() const { return filled + pulled + fetched + repaired; }
  std::int64_t moved() const { return pushed + filled + pulled + fetched + repaired + forgotten + reoffered; }
  bool movedNothing() const { return moved() == 0; }
};

// What is known of the centre, as of the last answer.
struct Contact {
  base::Instant at;                          // by the desk's clock
  base::Instant freshAsOf;                   // the centre's newest mark: everything up to then is here once the round is done
  std::chrono::milliseconds clockOffset{0};  // the centre's clock less the desk's
  std::string clerkRefusal = {};             // why the centre does not count the clerk as proven, see Hello
};

// Brings one desk's store and the centre together. A round is a row of small steps, each with one call to the centre and one
// transaction of the store; whatever ends it in between, the next one goes on where the last transaction stood. One thread.
class Synchroniser {
 public:
  // All outlive it. `hall` is the first scope that the centre names: what this desk makes stands there.
  Synchroniser(store::Store& store, Centre& centre, base::Clock& clock, Amounts amounts = {});

  // Until both sides agree and nothing waits that may be sent now. Error kinds of the port and of the disk; `cancelled` when
  // `stop` turned true. What was done before an error stands, and report() tells it.
  base::Result<void> round(const std::atomic<bool>* stop = nullptr);

  // Where the lines of the access log go, behind everything else of a round. It outlives this; before the first round.
  void sendLooksTo(CentralRegister& centralRegister) { m_looks.emplace(m_store, centralRegister, m_clock); }
  // Somebody says that the centre has something new: the next round fetches it before it asks how things stand. Any thread.
  void hint() { m_isHinted = true; }

  const Report& report() const { return m_report; }  // of the last round
  const std::optional<Contact>& contact() const { return m_contact; }
  const std::vector<Scope>& scopes() const { return m_scopes; }

  // Called between steps, on this thread: for a progress line or a screen.
  using Progress = std::function<void(const Report&, const std::vector<store::SyncedScope>&)>;
  void watch(Progress progress) { m_progress = std::move(progress); }
  // Called after a push with the heads that it reached: what the neighbours want to hear.
  using Reached = std::function<void(const std::vector<Cursor>&)>;
  void onReached(Reached reached) { m_reached = std::move(reached); }

 private:
  enum class Next { again, quiet };
  base::Result<void> begin();
  base::Result<Next> oneStep();
  base::Result<void> hasten();
  base::Result<bool> isStill();
  base::Result<Next> step();
  base::Result<base::Uuid> newestAnchor();
  base::Result<Heads> askHeads(const std::vector<store::SyncedScope>& scopes, const base::Uuid& anchor);
  base::Result<bool> meetHistory(const Heads& heads, const std::vector<store::SyncedScope>& scopes);
  base::Result<void> tellDisagreement();
  base::Result<void> joinHistory(const Heads& heads, const std::vector<store::SyncedScope>& scopes);
  base::Result<void> takeNote(const Heads& heads);
  base::Result<void> sendLooks(const std::atomic<bool>* stop);

  base::Result<bool> push(std::int32_t epoch, const store::SyncedScope& hall);
  std::span<const domain::WrittenOperation> firstBatch(std::span<const domain::WrittenOperation> waiting) const;
  base::Result<void> record(const PushAnswer& answer, const store::SyncedScope& hall);
  base::Result<bool> pull(const std::vector<store::SyncedScope>& scopes, const std::vector<Cursor>& cursors);
  struct Page {
    std::vector<PulledRow> rows;
    std::string next;
  };
  base::Result<bool> isFilledInBulk(const std::vector<store::SyncedScope>& scopes, const Heads& heads);
  base::Result<bool> fill(const store::SyncedScope& scope, const Cursor& head, bool isBulk);
  base::Result<Page> fetchPage(ScopeId scope, const std::string& from);
  base::Result<void> writePage(const store::SyncedScope& scope, const Cursor& begunAt, const Page& page, bool isBulk);
  base::Result<bool> fetchDoubtful();
  base::Result<bool> compare(const store::SyncedScope& scope, const ScopeHead& head);
  base::Result<void> reoffer();
  base::Result<void> compareBucket(const store::SyncedScope& scope, int bucket);

  store::Store& m_store;
  Centre& m_centre;
  base::Clock& m_clock;
  Amounts m_amounts;
  std::vector<Scope> m_scopes;
  bool m_hasSession = false;
  std::string m_clerkRefusal;
  std::optional<LookSender> m_looks;
  std::atomic<bool> m_isHinted{false};
  std::int32_t m_epoch = 0;                 // of the last heads; 0: not asked yet
  bool m_isHasty = false;                   // this round has not tried yet what needs no heads
  std::optional<base::Instant> m_agreedAt;  // by heads, in the last round; nothing when it found something to do
  std::set<ScopeId> m_compared;             // in this round: a second difference is for the next one
  Report m_report;
  std::optional<Contact> m_contact;
  Progress m_progress;
  Reached m_reached;
};

}  // namespace ow::sync
