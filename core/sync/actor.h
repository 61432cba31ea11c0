// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "sync/attachment_lane.h"
#include "sync/neighbours.h"
#include "sync/rhythm.h"
#include "sync/synchroniser.h"

namespace ow::sync {

enum class Phase {
  idle,     // both sides agreed at the last round
  working,  // a round runs, and nothing says that it fails like the one before
  away,     // no line; tried again at nextAt, and stays so until a round moves something or ends well
  refused,  // the centre does not accept this desk; the same
  broken,   // something of ours: the disk, a promise; the same
  paused,   // by hand
};

struct Status {
  Phase phase = Phase::idle;
  Report report;                   // of the round that runs or ended last
  std::optional<Contact> contact;  // with the centre, the last
  std::optional<base::Error> error;
  std::optional<base::Instant> nextAt;
  std::vector<store::SyncedScope> scopes;  // as of the last step
};

// Runs rounds on a thread of its own: after every write of this desk, when it is told to, and by the clock (rhythm.h). Between
// them, where both sides agreed, contents of attachments move a chunk at a time, so that a round never waits for more than one.
// The store and the ports outlive it. All functions may be called from any thread.
class Actor {
 public:
  Actor(store::Store& store, Centre& centre, base::Clock& clock, base::Random& random, Amounts amounts = {});
  ~Actor();  // stop()
  Actor(const Actor&) = delete;
  Actor& operator=(const Actor&) = delete;

  // Before start(). Called on the actor's thread at every step and change of phase.
  void listen(std::function<void(const Status&)> listener) { m_listener = std::move(listener); }
  // Before start(). It outlives this.
  void sendLooksTo(CentralRegister& centralRegister) { m_synchroniser.sendLooksTo(centralRegister); }
  // Before start(). Tells the desks of this site on the same network when a push reached something, and hears them. Where there
  // is no such network the answer says so, and everything else goes on by polling.
  base::Result<void> meetNeighbours(const base::Uuid& site, const NeighbourhoodOptions& options = {});
  void start();
  // Ends what runs soon, whatever the line does; returns when the thread has ended.
  void stop();

  void wake();  // a round now
  // A neighbour says that the centre got there: a round now, unless this desk knows or did it itself.
  void hint(const Cursor& reached);
  void pause();
  void resume();
  void setPace(Pace pace);
  // How fast contents of attachments may move, in bytes a second; 0: as fast as the line.
  void setBudget(std::int64_t bytesPerSecond);
  Status status() const;

 private:
  void run();
  void oneRound();
  std::chrono::milliseconds oneRoundAndPause();
  std::chrono::milliseconds oneChunk();
  void tell();

  store::Store& m_store;
  Centre& m_centre;
  base::Clock& m_clock;
  base::Random& m_random;
  Synchroniser m_synchroniser;
  std::optional<AttachmentLane> m_lane;  // null: this way to the centre carries no contents
  int m_laneFailures = 0;
  std::function<void(const Status&)> m_listener;
  std::uint64_t m_token = 0;
  std::atomic<bool> m_stop{false};
  mutable std::mutex m_guard;
  std::condition_variable m_changed;
  bool m_isWoken = true;  // the first round comes at once
  bool m_isPaused = false;
  Pace m_pace = Pace::active;
  int m_failures = 0;
  std::vector<Cursor> m_own;  // where this desk's last push ended
  Status m_status;
  std::thread m_thread;
  std::unique_ptr<Neighbourhood> m_neighbours;  // last: its thread calls hint()
};

}  // namespace ow::sync
