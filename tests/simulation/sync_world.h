// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "base/uuid.h"
#include "domain/operation.h"
#include "domain/staff.h"
#include "store/store.h"
#include "sync/memory_centre.h"
#include "sync/synchroniser.h"
#include "testkit/faulty_line.h"
#include "testkit/hall.h"

namespace ow::test {

// What may happen in a schedule beside work and sync, of a hundred steps each.
struct Troubles {
  testkit::Weather weather;
  unsigned crashes = 6;      // a desk's program is killed and started again
  unsigned failovers = 3;    // the centre loses its newest commits
  unsigned restores = 2;     // the centre comes back from a backup, its identity kept or changed
  unsigned clockJumps = 3;   // a desk's clock goes anywhere within ten years
  unsigned sessionsEnd = 3;  // every desk must prove itself again
  unsigned upgrades = 4;     // half of the centres begin as they were before documents, until this
  unsigned hallWork = 0;     // of what is worked: ratings, reviews, tickets, records of the scorecard; no other world has any
  static Troubles none();
  static Troubles usual();
  static Troubles steadyCentre();  // the usual, but the centre forgets nothing
  static Troubles busyHall();      // the usual, and what a hall does beside its cases
};

// A bug that is planted on purpose, to see that the laws notice: broken_line.h.
enum class Bug;

// Desks of two halls over a centre in memory, all on one set of dice: the same seed, the same story, to the byte.
class SyncWorld {
 public:
  SyncWorld(std::uint64_t seed, const Troubles& troubles, std::optional<Bug> bug = {});
  ~SyncWorld();

  // `steps` things happen, one after the other.
  void live(int steps);
  // The weather clears, and everybody syncs until nobody moves anything. False when that takes too long.
  bool settle();
  void tellOutboxes();

  // The laws of sync.md, by their numbers, and of README.md what is said of ratings (9), tickets (10), records (11) and
  // refusals (12); each answers what breaks it, empty when it holds. After settle().
  std::vector<std::string> brokenLaws();
  // How often two desks met at one voice, one number or one review and the second was told so.
  struct Meetings {
    int voices = 0, calls = 0, reviews = 0;
  };
  void count(Meetings& meetings);
  // SHA-256 over what every store and the centre hold: for "the same seed twice".
  std::string fingerprint();
  const std::string& story() const { return m_story; }

 private:
  struct Desk;
  // Something that a clerk was told is saved.
  struct Promise {
    domain::Operation operation;
    std::size_t desk = 0;
  };

  void step();
  void work(Desk& desk);
  void sync(Desk& desk);
  void start(Desk& desk);
  static void writePlace(const Desk& desk);
  void crash(Desk& desk);
  void mishap();
  void upgrade();
  bool save(Desk& desk, std::vector<domain::Operation> operations);
  void registerParty(Desk& desk);
  void openCase(Desk& desk);
  void patchSomething(Desk& desk);
  void moveCase(Desk& desk);
  void addContact(Desk& desk);
  void addPaper(Desk& desk);
  void askForPaper(Desk& desk);
  void issueDocument(Desk& desk);
  // Contents of attachments, a chunk at a time, at most so many steps; whether anything moved.
  bool carry(Desk& desk, int steps);
  void eraseSomething(Desk& desk);

  void addStaff();
  void seatSomebody(Desk& desk);
  void workInHall(Desk& desk);
  void receive(Desk& desk);
  void rate(Desk& desk);
  void stepAReview(Desk& desk);
  void workTheQueue(Desk& desk);
  void writeARecord(Desk& desk);
  // What the use cases of the desk have written since that place of its outbox was promised to a clerk.
  void promiseSince(Desk& desk, std::int64_t seq);

  std::string convergence();
  std::string quiet();
  std::string noLoss();
  static bool mustBeKept(const Promise& promise, const std::string& facts);
  std::string numbers();
  std::string documentNumbers();
  std::string rights();
  std::string nothingToRepair();
  std::string contents();
  std::string nothingLeftOver();
  std::string voices();
  std::string seals();
  std::string reviews();
  std::string tickets();
  std::string records();
  std::string refusals();
  std::string bytes(Desk& desk);

  testkit::TempFolder m_folder;
  base::SeededRandom m_dice;
  base::ManualClock m_clock;
  Troubles m_troubles;
  std::optional<Bug> m_bug;
  sync::MemoryCentre m_centre;
  std::vector<sync::ScopeId> m_halls;
  std::vector<std::vector<domain::Staff>> m_staff;  // by hall; empty where no hall work is done
  std::vector<std::unique_ptr<Desk>> m_desks;
  std::vector<Promise> m_promises;
  std::map<domain::AttachmentId, std::string> m_contents;
  std::vector<std::string> m_numbers;        // of cases, as they were given
  std::vector<std::string> m_complaints;     // what must never be said
  std::map<domain::EntityId, int> m_hallOf;  // of what was made
  sync::MemoryCentre::Snapshot m_backup;
  std::string m_story;
  int m_serial = 0;
  bool m_hasForgotten = false;  // the centre, some of its history
  std::int64_t m_repairs = 0;
  std::set<domain::EntityId> m_erased;  // by somebody
};

}  // namespace ow::test
