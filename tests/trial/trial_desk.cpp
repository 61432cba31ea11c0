// SPDX-License-Identifier: GPL-3.0-or-later
// A desk without a window: a store, its actor over the real line, and a clerk who never stops. It is there to be killed.
#include <csignal>
#include <iostream>
#include <mutex>
#include <unordered_map>

#include <boost/program_options.hpp>

#include "centre_link.h"
#include "desk/centre_account.h"
#include "desk/opening.h"
#include "desk/unlock.h"
#include "store/desk_state.h"
#include "store/outbox.h"
#include "sync/actor.h"
#include "trial/busy_clerk.h"
#include "trial/evidence.h"

namespace {

using namespace ow;
using base::Result;
namespace po = boost::program_options;

Result<std::unique_ptr<store::Store>> openStore(const std::filesystem::path& path, store::Access access) {
  OW_TRY(auto digits, store::readSmallFile(path.string() + ".key"));
  while (digits.ends_with('\n')) digits.pop_back();
  store::Options options;
  options.access = access;
  return desk::openWithKeyFile(path, base::Redacted<std::string>(std::move(digits)), options);
}

Result<desk::Place> placeOf(store::Store& store) {
  OW_TRY(auto reader, store.read());
  desk::Place place;
  for (const auto& [name, member] :
       {std::pair{"division", &desk::Place::division}, std::pair{"desk", &desk::Place::desk},
        std::pair{"hall", &desk::Place::hall}, std::pair{"jurisdiction", &desk::Place::jurisdiction}}) {
    OW_TRY(auto value, store::deskValue(reader.connection(), std::string("place.") + name));
    place.*member = value.value_or("");
  }
  return place;
}

// Writes into the journal what becomes of what was saved (sent, safe, refused, each once), how the line is, and, once the clerk
// has stopped, when nothing waits any more: "quiet". The clerk's thread and the actor's.
class Watcher {
 public:
  Watcher(store::Store& store, trial::Journal& journal) : m_store(store), m_journal(journal) {
    for (const std::string& id : journal.unfinished()) m_open.emplace(id, "saved");
  }

  void saved(const std::vector<domain::OperationId>& ids) {
    const std::scoped_lock guard(m_guard);
    for (const auto& id : ids) m_open.emplace(id.text(), "saved");
  }
  void clerkStops(bool hasStopped) {
    const std::scoped_lock guard(m_guard);
    m_hasStopped = hasStopped;
  }

  void heard(const sync::Status& status) {
    const std::scoped_lock guard(m_guard);
    if (const auto told = tell(status); !told) m_journal.append("failed " + base::describe(told.error()));
    if (status.phase == sync::Phase::working) return;
    std::string phase = "phase " + std::to_string(int(status.phase));
    if (status.error) phase += " " + base::describe(*status.error);
    if (phase != m_phase) m_journal.append(phase);
    m_phase = phase;
  }

 private:
  Result<void> tell(const sync::Status& status) {
    OW_TRY(auto reader, m_store.read());
    OW_TRY(auto row, reader.connection().prepare("SELECT state FROM operation WHERE id = ?1"));
    std::vector<std::string> lines;
    std::vector<std::string> done;
    for (auto& [id, known] : m_open) {
      row.reset();
      row.bindUuid(1, *base::Uuid::parse(id));
      OW_TRY(const bool any, row.step());
      const std::string state = !any ? "gone" : row.text(0) == "confirmed" ? "safe" : row.text(0);
      if (state == "waiting" || state == known) continue;
      if (known == "saved" && state == "safe") lines.push_back("sent " + id);
      lines.push_back(state + " " + id);
      known = state;
      if (state != "sent") done.push_back(id);
    }
    for (const std::string& id : done) m_open.erase(id);
    if (m_hasStopped && status.phase == sync::Phase::idle && status.report.movedNothing()) {
      OW_TRY(const auto counts, store::outboxCounts(reader.connection()));
      if (counts.waiting == 0 && counts.sent == 0) lines.push_back("quiet");
    }
    m_journal.append(lines);
    return base::success();
  }

  store::Store& m_store;
  trial::Journal& m_journal;
  std::mutex m_guard;
  std::unordered_map<std::string, std::string> m_open;  // operation -> the last that was told of it
  std::string m_phase;
  bool m_hasStopped = false;
};

// The store as it is worked at: by a clerk who unlocked it, and proves himself at the centre, or by nobody.
struct Seat {
  std::unique_ptr<store::Store> ownStore;
  std::unique_ptr<desk::Desk> desk;
  std::unique_ptr<sync::Centre> centre;
  std::optional<domain::StaffId> author;

  store::Store& store() const { return desk ? desk::storeOf(*desk) : *ownStore; }
};

Result<Seat> sit(const po::variables_map& values) {
  const std::string path = values["store"].as<std::string>();
  Seat seat;
  if (values.count("clerk") == 0) {
    OW_TRY(seat.ownStore, openStore(path, store::Access::readWrite));
    OW_TRY(seat.centre, app::centreOf(*seat.ownStore));
    return seat;
  }
  OW_TRY(auto passphrase, store::readSmallFile(values["passphrase-file"].as<std::string>()));
  while (passphrase.ends_with('\n')) passphrase.pop_back();
  OW_TRY(seat.desk, desk::unlock(path, values["clerk"].as<std::string>(), base::Redacted<std::string>(std::move(passphrase)),
                                 desk::systemPorts(), app::clerkLineOf(path)));
  OW_TRY(seat.centre, app::centreOf(*seat.desk));
  seat.author = seat.desk->clerk().id;
  return seat;
}

sigset_t ourSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGUSR1, SIGUSR2}) sigaddset(&signals, signal);
  return signals;
}

// Works every `pace`, until told to stop working (SIGUSR1), to go on (SIGUSR2) or to end (SIGTERM).
void workUntilTold(trial::BusyClerk& clerk, Watcher& watcher, trial::Journal& journal, std::chrono::milliseconds pace) {
  const sigset_t signals = ourSignals();
  const timespec wait{pace.count() / 1000, pace.count() % 1000 * 1000000};
  for (bool isWorking = true;;) {
    switch (sigtimedwait(&signals, nullptr, &wait)) {
      case SIGINT:
      case SIGTERM:
        return;
      case SIGUSR1:
        isWorking = false;
        watcher.clerkStops(true);
        break;
      case SIGUSR2:
        isWorking = true;
        watcher.clerkStops(false);
        break;
      default:
        break;
    }
    if (!isWorking) continue;
    if (const auto done = clerk.work(); !done) journal.append("unsaved " + base::describe(done.error()));
  }
}

Result<void> run(const po::variables_map& values) {
  const sigset_t signals = ourSignals();  // blocked before other threads begin
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  OW_TRY(const Seat seat, sit(values));
  store::Store& store = seat.store();
  OW_TRY(const auto place, placeOf(store));
  trial::Journal journal(values["journal"].as<std::string>());
  Watcher watcher(store, journal);
  const auto ports = desk::systemPorts();
  sync::Actor actor(store, *seat.centre, *ports.clock, *ports.random);
  actor.listen([&](const sync::Status& status) { watcher.heard(status); });
  OW_TRY(const auto account, desk::centreAccount(store));
  if (account) (void)actor.meetNeighbours(account->site);
  journal.append("begun " + std::to_string(::getpid()));
  trial::BusyClerk clerk(store, place, seat.author, values["seed"].as<std::uint64_t>(), journal,
                         [&](const std::vector<domain::OperationId>& ids) { watcher.saved(ids); });
  actor.start();
  workUntilTold(clerk, watcher, journal, std::chrono::milliseconds(values["pace"].as<std::int64_t>()));
  actor.stop();
  journal.append("ended");
  return base::success();
}

Result<void> evidence(const po::variables_map& values) {
  OW_TRY(auto store, openStore(values["store"].as<std::string>(), store::Access::readOnly));
  return trial::tellEvidence(*store, std::cout);
}

}  // namespace

int main(int argc, char** argv) {
  po::options_description options(
      "onewindow-trial-desk --store FILE --journal FILE   works at an enrolled store until SIGTERM (SIGUSR1 rests, SIGUSR2 "
      "goes on)\n"
      "onewindow-trial-desk --store FILE --evidence       says what the store holds");
  options.add_options()("help", "this page")("store", po::value<std::string>(), "the store; its key file is FILE.key")(
      "journal", po::value<std::string>(), "where what was saved, sent and safe is written down")(
      "seed", po::value<std::uint64_t>()->default_value(1), "of what the clerk does")(
      "pace", po::value<std::int64_t>()->default_value(50), "milliseconds between two pieces of work")(
      "clerk", po::value<std::string>(), "login of whoever works, who unlocks the store and proves himself at the centre")(
      "passphrase-file", po::value<std::string>(), "with the passphrase of the clerk")("evidence",
                                                                                       "what the store holds, one line each");
  po::variables_map values;
  try {
    po::store(po::parse_command_line(argc, argv, options), values);
  } catch (const po::error& problem) {
    std::cerr << problem.what() << "\n";
    return 2;
  }
  const bool wantsEvidence = values.count("evidence") != 0;
  if (values.count("help") != 0 || values.count("store") == 0 || (!wantsEvidence && values.count("journal") == 0)) {
    std::cerr << options;
    return values.count("help") != 0 ? 0 : 2;
  }
  const auto ended = wantsEvidence ? evidence(values) : run(values);
  if (ended) return 0;
  std::cerr << "onewindow-trial-desk: " << base::describe(ended.error()) << "\n";
  return 1;
}
