// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "desk/desk.h"

namespace ow::sync {
class Centre;
class CentralRegister;
}  // namespace ow::sync

namespace ow::desk {

// How this desk stands to the centre, for a screen.
struct SyncView {
  enum class Phase {
    alone,    // this desk belongs to no centre
    resting,  // it belongs to one, and no sync runs: a window that is about to start it, a program that only reads
    idle,     // both sides agreed at the last round
    working,  // a round runs
    filling,  // a scope is received for the first time
    away,     // no line; tried again at nextTry
    refused,  // the centre does not accept this desk; `error` says why
    broken,   // something of ours; `error` says what
    paused,   // by hand
  };
  Phase phase = Phase::alone;
  std::int64_t waiting = 0, sent = 0, safe = 0, refused = 0;  // sent: the centre has it; safe: it would survive a fire there
  std::int64_t troubled = 0;                                  // of those that wait: tried in vain
  std::int64_t openConflicts = 0, openProposals = 0;
  std::int64_t parked = 0;  // rows of the centre that do not fit this program
  // Contents of attachments, which go after everything else: files that wait, and the chunks that are left of them.
  std::int64_t filesToSend = 0, chunksToSend = 0;
  std::int64_t filesToFetch = 0, chunksToFetch = 0;
  std::int64_t filesTroubled = 0;  // of both: tried in vain
  std::optional<base::Instant> oldestWaiting;
  std::optional<base::Instant> freshAsOf;    // the centre's newest mark when both sides agreed last: all from before it is here
  std::optional<base::Instant> lastContact;  // by this desk's clock
  std::optional<base::Instant> nextTry;
  std::int64_t rowsFilled = 0;               // of scopes that are being filled
  std::chrono::milliseconds clockOffset{0};  // the centre's clock less this desk's
  bool isClockWrong = false;                 // off by more than two minutes
  std::optional<base::Error> error;
  // Why the centre does not let in the clerk of this desk (login: another passphrase, or nobody any more; not_your_hall); the
  // desk's work goes on. Empty: it does, or was not asked.
  std::string clerkRefusal;
  bool isShutOut = false;  // the clerk works here no more, or the desk does not belong here: the window is to close
  // The hall's log of looks at the centre is not what this desk saw of it: lines behind the first number and up to the second
  // were changed by somebody.
  std::optional<std::pair<std::int64_t, std::int64_t>> looksChanged;

  struct Scope {
    std::string kind, code, name;
    std::int64_t rows = 0;
    bool isComplete = false;
  };
  std::vector<Scope> scopes;

  bool hasCentre() const { return phase != Phase::alone; }
  std::int64_t toSettle() const { return openConflicts + openProposals; }
};

// Keeps one desk and its centre together on a thread of its own, from its making to its end, which interrupts what runs and
// takes some tens of milliseconds. Any thread.
class Syncing {
 public:
  Syncing(std::shared_ptr<Desk> desk, std::unique_ptr<sync::Centre> centre);
  // The same with the register of all halls: `looks` carries the access log on the thread of the sync (it may use the line of
  // `centre`), `search` has a line of its own, so that a clerk does not wait for a long pull.
  Syncing(std::shared_ptr<Desk> desk, std::unique_ptr<sync::Centre> centre, std::unique_ptr<sync::CentralRegister> looks,
          std::unique_ptr<sync::CentralRegister> search);
  ~Syncing();
  Syncing(const Syncing&) = delete;
  Syncing& operator=(const Syncing&) = delete;

  // Called at every step and change of phase, from the thread of the sync or of whoever called pause() or resume(); it must not
  // wait for anything. The token ends it, and with it no call runs any more.
  class Listening;
  [[nodiscard]] std::shared_ptr<Listening> listen(std::function<void()> listener);

  base::Result<SyncView> view() const;

  void syncNow();  // resumes a paused one too
  void wake();     // a round now, unless it is paused
  void pause();
  void resume();
  // Bytes a second for contents of attachments, from now on and after a restart; 0: as fast as the line.
  base::Result<void> setAttachmentBudget(std::int64_t bytesPerSecond);
  enum class Activity { working, idle };
  void setActive(Activity activity);

  // For central_search.h: one call at a time. centreAway where there is no such line, or it was left.
  using OnRegister = std::function<base::Result<void>(sync::CentralRegister&)>;
  base::Result<void> onSearchLine(const OnRegister& work);
  // What runs on that line ends soon, and every later call at once: whoever waits for it wants to go.
  void leaveSearchLine();

 private:
  struct Inside;
  std::shared_ptr<Inside> m_inside;
};

// The same where there may be no Syncing: counts and scopes of the store, `alone` without a centre account, `resting` with one.
base::Result<SyncView> syncView(Desk& desk, const Syncing* syncing);

}  // namespace ow::desk
