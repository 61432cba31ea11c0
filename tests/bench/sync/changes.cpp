// SPDX-License-Identifier: GPL-3.0-or-later
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>

#include "bench/must.h"
#include "bench/sync/figures.h"
#include "bench/sync/hall_rows.h"
#include "bench/sync/queue.h"
#include "store/schema.h"
#include "sync/actor.h"
#include "testkit/an_operation.h"
#include "testkit/hall.h"

namespace ow::bench {

namespace json = boost::json;

namespace {

using Clock = std::chrono::steady_clock;

double millisSince(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

enum class Changed { newest, scattered };

// A centre of some size, a desk that has all of it, and the ids that another desk changes.
class Filled {
 public:
  Filled(test::PostgresServer& server, store::Store& demo, int copies, const std::filesystem::path& store)
      : m_site(server), m_root(m_site.superuser()) {
    const int scope = m_site.addHall(kHall);
    m_rows = copyIntoScope(demo, m_root, scope, copies);
    m_other = std::make_unique<centre::PostgresCentre>(m_site.addDesk(kHall));
    must(m_other->hello());
    base::SystemRandom random;
    m_store = must(store::Store::create(store, store::StoreKey::make(random)));
    m_centre = std::make_unique<centre::PostgresCentre>(m_site.addDesk(kHall));
    m_synchroniser = std::make_unique<sync::Synchroniser>(*m_store, *m_centre, m_clock);
    must(m_synchroniser->round());
    m_epoch = must(m_other->heads({}, base::Uuid{})).epoch;
  }

  std::int64_t rows() const { return m_rows; }

  // So many cases get another place; then the desk hears of it. They lie side by side, or far apart: in the small store then
  // several share a page that in the large one are on a page each.
  double catchUp(int changes, int turn, Changed which) {
    std::vector<domain::WrittenOperation> batch;
    {
      auto reader = must(m_store->read());
      auto row =
          must(reader.connection().prepare("SELECT id, place FROM case_record WHERE n % ?1 = 0 ORDER BY n DESC LIMIT ?2"));
      const std::int64_t all = must(reader.connection().integer("SELECT max(n) FROM case_record"));
      row.bindInt(1, which == Changed::newest ? 1 : std::max<std::int64_t>(1, all / changes)).bindInt(2, changes);
      while (must(row.step())) {
        domain::WrittenOperation operation =
            testkit::anOperation(std::uint64_t(1000000 * (turn + 1)) + batch.size())
                .patch("case", {row.uuid(0)}, "place", row.value(1), "turn " + std::to_string(turn));
        batch.push_back(std::move(operation));
      }
    }
    for (std::size_t from = 0; from < batch.size(); from += 500)
      must(m_other->push(m_epoch, std::span(batch).subspan(from, std::min<std::size_t>(500, batch.size() - from))));
    const auto start = Clock::now();
    must(m_synchroniser->round());
    const double took = millisSince(start);
    if (m_synchroniser->report().pulled != std::int64_t(batch.size())) throw std::runtime_error("not all changes came");
    return took;
  }

 private:
  Site m_site;
  BareLine m_root;
  base::SystemClock m_clock;
  std::int64_t m_rows = 0;
  std::int32_t m_epoch = 0;
  std::unique_ptr<centre::PostgresCentre> m_other, m_centre;
  std::unique_ptr<store::Store> m_store;
  std::unique_ptr<sync::Synchroniser> m_synchroniser;
};

// A socket on which one program tells the other that there is something new.
class Datagrams {
 public:
  Datagrams() : m_socket(::socket(AF_INET, SOCK_DGRAM, 0)) {
    m_address.sin_family = AF_INET;
    m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof m_address;
    if (::bind(m_socket, reinterpret_cast<sockaddr*>(&m_address), size) != 0 ||
        ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&m_address), &size) != 0)
      throw std::runtime_error("udp");
  }
  ~Datagrams() { ::close(m_socket); }
  void tell() { ::sendto(m_socket, "new", 3, 0, reinterpret_cast<sockaddr*>(&m_address), sizeof m_address); }
  void hear() {
    char text[8];
    (void)::recv(m_socket, text, sizeof text, 0);
  }

 private:
  int m_socket;
  sockaddr_in m_address{};
};

// INSERT, a datagram, SELECT: what no program can do better with the same server.
class BarePair {
 public:
  explicit BarePair(const centre::Address& as) : m_a(as), m_b(as) {
    m_a.value("CREATE SCHEMA bare; CREATE TABLE bare.change (n bigint PRIMARY KEY, body text NOT NULL)");
    m_thread = std::thread([this] {
      for (;;) {
        m_datagrams.hear();
        const std::scoped_lock guard(m_guard);
        if (m_isOver) return;
        m_seen = std::stoi(m_b.value("SELECT n FROM bare.change WHERE n > $1 ORDER BY n", {std::to_string(m_seen)}));
        m_changed.notify_all();
      }
    });
  }
  ~BarePair() {
    {
      const std::scoped_lock guard(m_guard);
      m_isOver = true;
    }
    m_datagrams.tell();
    m_thread.join();
  }
  double once(int n) {
    const auto start = Clock::now();
    m_a.value("INSERT INTO bare.change VALUES ($1, $2)", {std::to_string(n), std::string(300, 'x')});
    m_datagrams.tell();
    std::unique_lock lock(m_guard);
    m_changed.wait(lock, [&] { return m_seen == n; });
    return millisSince(start);
  }

 private:
  BareLine m_a, m_b;
  Datagrams m_datagrams;
  std::mutex m_guard;
  std::condition_variable m_changed;
  int m_seen = 0;
  bool m_isOver = false;
  std::thread m_thread;
};

// A desk with its actor, as the front office runs it.
class LiveDesk {
 public:
  LiveDesk(const centre::DeskAccount& account, const std::filesystem::path& store, const base::Uuid& site)
      : m_store(must(store::Store::create(store, store::StoreKey::make(m_random)))),
        m_centre(account),
        m_actor(*m_store, m_centre, m_clock, m_random) {
    sync::NeighbourhoodOptions options;
    options.interfaceAddress = "127.0.0.1";
    options.port = 46117;
    must(m_actor.meetNeighbours(site, options));
    m_actor.start();
  }
  store::Store& store() { return *m_store; }
  bool isComplete() {
    for (const auto& scope : m_actor.status().scopes) return scope.isComplete;
    return false;
  }

 private:
  base::SystemClock m_clock;
  base::SystemRandom m_random;
  std::unique_ptr<store::Store> m_store;
  centre::PostgresCentre m_centre;
  sync::Actor m_actor;
};

}  // namespace

json::array measureCatchUp(const Amount& amount) {
  const int changes = amount.isQuick ? 200 : 1000;
  const testkit::TempFolder folder;
  const auto demo = demoStore(folder / "demo.ow", amount.isQuick ? 500 : 5000);
  test::PostgresServer server({.isDurable = true, .sharedMiB = 256});
  Filled one(server, *demo, 1, folder / "one.ow");
  Filled ten(server, *demo, 10, folder / "ten.ow");
  json::array figures;
  int turn = 0;
  for (const Changed which : {Changed::newest, Changed::scattered}) {
    Sample small, large;
    for (int i = 0; i < (amount.isQuick ? 5 : 15); ++i, ++turn) {
      small.millis.push_back(one.catchUp(changes, turn, which));
      large.millis.push_back(ten.catchUp(changes, turn, which));
    }
    figures.push_back({{"what", "catch-up of " + std::to_string(changes) + " changes " +
                                    (which == Changed::newest ? "of the newest cases" : "scattered over all cases") +
                                    ", store and centre ten times the size"},
                       {"rows", ten.rows()},
                       {"ms", median(large)},
                       {"limit", "the same where store and centre hold a tenth"},
                       {"limit_rows", one.rows()},
                       {"limit_ms", median(small)},
                       {"ratio", median(large) / median(small)},
                       {"goal", "<= 1.2"}});
  }
  return figures;
}

json::object measureOneChange(const Amount& amount) {
  const testkit::TempFolder folder;
  test::PostgresServer server({.isDurable = true});
  Site site(server);
  site.addHall(kHall);
  base::SystemClock clock;
  base::SystemRandom random;
  base::IdSource ids(clock, random);
  const base::Uuid siteId = ids.make<domain::OperationId>().uuid;
  LiveDesk a(site.addDesk(kHall), folder / "a.ow", siteId);
  LiveDesk b(site.addDesk(kHall), folder / "b.ow", siteId);
  BarePair bare(site.superuser());

  domain::OperationWriter writer(ids, clock.now(), {std::nullopt, "101", "intake", std::nullopt});
  domain::Party party;
  party.id = ids.make<domain::PartyId>();
  party.name = "王敏";
  party.registeredAt = clock.now();
  party.jurisdiction = "CN";
  writer.create(party);
  must(a.store().commit(writer.take()));

  std::mutex guard;
  std::condition_variable changed;
  const auto note = [&] {
    auto reader = must(b.store().read());
    auto row = must(reader.connection().prepare("SELECT note FROM party WHERE id = ?1"));
    row.bindUuid(1, party.id.uuid);
    return must(row.step()) && !row.isNull(0) ? row.text(0) : std::string();
  };
  const std::uint64_t token = b.store().listen([&](const store::Announcement& what) {
    if (!what.parties.holds(party.id)) return;
    const std::scoped_lock lock(guard);
    changed.notify_all();
  });
  const auto seen = [&](const std::string& text) {
    std::unique_lock lock(guard);
    while (note() != text) changed.wait_for(lock, std::chrono::milliseconds(500));
  };
  const auto once = [&](int i) {
    domain::Party after = party;
    after.note = std::to_string(i);
    writer.setNow(clock.now());
    writer.change(party, after);
    const auto operations = writer.take();
    const auto start = Clock::now();
    must(a.store().commit(operations));
    seen(*after.note);
    const double took = millisSince(start);
    party = after;
    // Neither desk is at work when the next change comes: that is how clerks work.
    rest(60);
    return took;
  };
  Sample ours, limit;
  for (int i = 1; i <= 5; ++i) once(i);
  for (int i = 6; i < (amount.isQuick ? 30 : 200); ++i) {
    ours.millis.push_back(once(i));
    limit.millis.push_back(bare.once(i));
  }
  b.store().unlisten(token);
  return {{"what", "one change, commit at a desk to visible at its neighbour, hint on"},
          {"p50_ms", median(ours)},
          {"p95_ms", ours.percentile(0.95)},
          {"limit", "INSERT, UDP datagram, SELECT between two libpq programs"},
          {"limit_p50_ms", median(limit)},
          {"ratio", median(ours) / median(limit)},
          {"goal", "<= 2, and below 21 ms"}};
}

}  // namespace ow::bench
