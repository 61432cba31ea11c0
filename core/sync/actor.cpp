// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/actor.h"

#include <algorithm>

namespace ow::sync {

using base::ErrorKind;

namespace {

Phase phaseOf(const base::Result<void>& round) {
  if (round || round.error().kind == ErrorKind::cancelled) return Phase::idle;
  switch (round.error().kind) {
    case ErrorKind::centreAway:
      return Phase::away;
    case ErrorKind::centreRefused:
    case ErrorKind::centreTooOld:
    case ErrorKind::centreTooNew:
      return Phase::refused;
    default:
      return Phase::broken;
  }
}

}  // namespace

Actor::Actor(store::Store& store, Centre& centre, base::Clock& clock, base::Random& random, Amounts amounts)
    : m_store(store), m_centre(centre), m_clock(clock), m_random(random), m_synchroniser(store, centre, clock, amounts) {
  m_synchroniser.watch([this](const Report& report, const std::vector<store::SyncedScope>& scopes) {
    {
      const std::scoped_lock guard(m_guard);
      m_status.report = report;
      m_status.scopes = scopes;
      if (!report.movedNothing() && !m_isPaused) m_status.phase = Phase::working;  // the line is back
    }
    tell();
  });
  if (ChunkStore* chunks = centre.chunks()) m_lane.emplace(store, *chunks, clock);
  m_synchroniser.onReached([this](const std::vector<Cursor>& reached) {
    {
      const std::scoped_lock guard(m_guard);
      m_own = reached;
    }
    if (m_neighbours != nullptr) m_neighbours->tell(reached);
  });
}

Actor::~Actor() {
  stop();
}

base::Result<void> Actor::meetNeighbours(const base::Uuid& site, const NeighbourhoodOptions& options) {
  OW_TRY(m_neighbours, Neighbourhood::open(site, [this](const Cursor& reached) { hint(reached); }, options));
  return base::success();
}

void Actor::start() {
  if (m_thread.joinable()) return;
  m_stop = false;
  m_thread = std::thread([this] { run(); });
  // What this thread writes itself is the centre's doing and wakes nobody; a draft is nobody's business but this desk's.
  m_token = m_store.listen([this](const store::Announcement& what) {
    if (std::this_thread::get_id() != m_thread.get_id() && !what.isOfDraftsAlone()) wake();
  });
}

void Actor::stop() {
  if (!m_thread.joinable()) return;
  m_store.unlisten(m_token);
  m_stop = true;
  m_centre.interrupt();
  wake();
  m_thread.join();
}

void Actor::wake() {
  {
    const std::scoped_lock guard(m_guard);
    m_isWoken = true;
  }
  m_changed.notify_all();
}

void Actor::hint(const Cursor& reached) {
  const auto isReached = [&](const Cursor& known) {
    return known.scope == reached.scope && known.epoch == reached.epoch && known.pos >= reached.pos;
  };
  {
    const std::scoped_lock guard(m_guard);
    for (const Cursor& own : m_own)
      if (isReached(own)) return;
    for (const store::SyncedScope& scope : m_status.scopes)
      if (isReached(scope.cursor)) return;
  }
  m_synchroniser.hint();
  wake();
}

void Actor::pause() {
  {
    const std::scoped_lock guard(m_guard);
    m_isPaused = true;
    m_status.phase = Phase::paused;
    m_status.nextAt.reset();
  }
  m_changed.notify_all();
}

void Actor::resume() {
  {
    const std::scoped_lock guard(m_guard);
    m_isPaused = false;
    m_failures = 0;
  }
  wake();
}

void Actor::setPace(Pace pace) {
  const std::scoped_lock guard(m_guard);
  m_pace = pace;
}

void Actor::setBudget(std::int64_t bytesPerSecond) {
  if (m_lane) m_lane->setBudget(bytesPerSecond);
}

Status Actor::status() const {
  const std::scoped_lock guard(m_guard);
  return m_status;
}

void Actor::tell() {
  if (m_listener) m_listener(status());
}

void Actor::run() {
  using Clock = std::chrono::steady_clock;
  auto due = Clock::now();
  auto laneDue = Clock::time_point::max();
  while (!m_stop) {
    bool isRound = false;
    {
      std::unique_lock lock(m_guard);
      const auto next = std::min(due, laneDue);
      while (!m_stop && (m_isPaused || (!m_isWoken && Clock::now() < next))) {
        if (m_isPaused)
          m_changed.wait(lock);
        else
          m_changed.wait_until(lock, next);
      }
      if (m_stop) return;
      isRound = m_isWoken || Clock::now() >= due;
      if (isRound) {
        m_isWoken = false;
        // Who looks while a line that is cut is tried again must not read that it is there.
        m_status.phase = m_status.error ? phaseOf(*m_status.error) : Phase::working;
      }
    }
    if (isRound) {
      due = Clock::now() + oneRoundAndPause();
      const bool mayMove = m_lane && !m_status.error;  // only this thread writes the status
      laneDue = mayMove ? Clock::now() : Clock::time_point::max();
    } else {
      laneDue = Clock::now() + oneChunk();
    }
  }
}

std::chrono::milliseconds Actor::oneRoundAndPause() {
  tell();
  oneRound();
  const auto pause = [&] {
    const std::scoped_lock guard(m_guard);
    const base::Result<void> ended = m_status.error ? base::Result<void>(*m_status.error) : base::Result<void>(base::success());
    const auto length = pauseAfter(ended, m_failures, m_pace, m_random);
    m_status.nextAt = m_clock.now() + length;
    return length;
  }();
  tell();
  return pause;
}

// Answers how long the lane rests.
std::chrono::milliseconds Actor::oneChunk() {
  constexpr std::chrono::milliseconds kShortest{50};
  constexpr std::chrono::milliseconds kLongest = std::chrono::hours(1);  // a round wakes it before that
  const auto step = m_lane->step();
  if (!step) {
    const std::scoped_lock guard(m_guard);
    return pauseAfter(step.error(), ++m_laneFailures, m_pace, m_random);
  }
  m_laneFailures = 0;
  if (step.value().hasMoved) tell();
  if (step.value().hasMoved) return std::chrono::milliseconds(0);
  if (!step.value().nextAt) return kLongest;
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*step.value().nextAt - m_clock.now());
  return std::clamp(left, kShortest, kLongest);
}

void Actor::oneRound() {
  const auto ended = m_synchroniser.round(&m_stop);
  const std::scoped_lock guard(m_guard);
  m_failures = ended ? 0 : m_failures + 1;
  m_status.phase = m_isPaused ? Phase::paused : phaseOf(ended);
  m_status.report = m_synchroniser.report();
  m_status.contact = m_synchroniser.contact();
  m_status.error = ended ? std::nullopt : std::optional(ended.error());
}

}  // namespace ow::sync
