// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

#include "bench/must.h"
#include "bench/sync/bare_line.h"
#include "bench/sync/figures.h"
#include "bench/sync/shell.h"
#include "bench/sync/site.h"
#include "testkit/hall.h"

// A thousand desks of a hundred halls that only ask whether there is something new, through a PgBouncer in transaction mode.
namespace ow::bench {

namespace json = boost::json;

namespace {

constexpr int kDesksInAHall = 10;
constexpr const char* kPort = "6432";

class Pooler {
 public:
  Pooler(test::PostgresServer& server, const std::vector<std::pair<std::string, std::string>>& users)
      : m_folder(server.folder() / "pooler") {
    std::filesystem::create_directory(m_folder);
    std::filesystem::permissions(m_folder, std::filesystem::perms::all);
    std::ofstream ini(m_folder / "pgbouncer.ini");
    ini << "[databases]\n* = host=" << server.folder().string() << "\n[pgbouncer]\nlisten_port = " << kPort
        << "\nunix_socket_dir = " << m_folder.string() << "\nlogfile = " << (m_folder / "log").string()
        << "\npool_mode = transaction\nmax_client_conn = 1500\ndefault_pool_size = 4\nserver_idle_timeout = 600\n"
           "auth_type = scram-sha-256\nauth_file = "
        << (m_folder / "users").string()
        << "\nignore_startup_parameters = extra_float_digits\nlog_connections = 0\nlog_disconnections = 0\n";
    std::ofstream list(m_folder / "users");
    for (const auto& [user, password] : users) list << '"' << user << "\" \"" << password << "\"\n";
    ini.close();
    list.close();
    std::vector<std::string> words{"pgbouncer", "-q", m_folder / "pgbouncer.ini"};
    if (::getuid() == 0) words.insert(words.begin() + 1, {"-u", "postgres"});
    m_program = begin(words);
    while (!std::filesystem::exists(m_folder / (std::string(".s.PGSQL.") + kPort))) rest(20);
  }
  ~Pooler() { end(m_program); }
  pid_t program() const { return m_program; }

  centre::Address through(centre::Address address) const {
    for (auto& host : address.hosts) {
      std::erase_if(host, [](const auto& p) { return p.first == "port"; });
      host.emplace_back("port", kPort);
      for (auto& [name, value] : host)
        if (name == "host") value = m_folder.string();
    }
    return address;
  }

 private:
  std::filesystem::path m_folder;
  pid_t m_program = 0;
};

struct Cost {
  Sample trip;              // round trips
  double serverMicros = 0;  // processor time of all backends a poll
  double poolerMicros = 0;
};

template <class Poll>
void measurePolls(int times, pid_t postmaster, pid_t pooler, Poll poll, Cost& cost, Sample& serverMicros) {
  const double server = processorSecondsOfChildren(postmaster);
  const double through = processorSeconds(pooler);
  const Sample trips = measure(times, poll, 0);
  cost.trip.millis.insert(cost.trip.millis.end(), trips.millis.begin(), trips.millis.end());
  cost.poolerMicros = (processorSeconds(pooler) - through) / times * 1e6;
  serverMicros.millis.push_back((processorSecondsOfChildren(postmaster) - server) / times * 1e6);
}

}  // namespace

json::object measureIdleDesks(const Amount& amount) {
  const int halls = amount.isQuick ? 10 : 100;
  rlimit files{4096, 4096};
  ::setrlimit(RLIMIT_NOFILE, &files);
  test::PostgresServer server({.isDurable = true, .connections = 500});
  Site site(server);
  BareLine root(site.superuser());
  std::vector<centre::DeskAccount> accounts;
  std::vector<std::pair<std::string, std::string>> users;
  for (int hall = 0; hall < halls; ++hall) {
    const std::string code = "110101-" + std::to_string(hall + 1);
    site.addHall(code);
    for (int i = 0; i < kDesksInAHall; ++i) {
      if (i == 0) {
        accounts.push_back(site.addDesk(code));
      } else {  // as the first of its hall, with a secret of its own
        centre::DeskAccount one = accounts.back();
        const std::string secret = root.value("SELECT encode(sha256($1::text::bytea), 'hex')", {code + std::to_string(i)});
        one.secret = base::Redacted<std::string>(secret);
        const std::string id = root.value(
            "WITH d AS (INSERT INTO ow.desk (id, hall, division, code, window_name, secret_hash, enrolled_at)"
            " SELECT gen_random_uuid(), d.hall, (200000 + $2::int)::text, $3, '1', sha256(decode($1, 'hex')), now() FROM "
            "ow.desk d"
            " WHERE d.id = $4 RETURNING id, hall), s AS (INSERT INTO ow.desk_scope SELECT id, hall FROM d) SELECT id FROM d",
            {secret, std::to_string(hall), std::to_string(300 + i), accounts[accounts.size() - 1].desk.text()});
        one.desk = *base::Uuid::parse(id);
        accounts.push_back(std::move(one));
      }
    }
    const auto& host = accounts.back().address.hosts.front();
    users.emplace_back(centre::valueOf(host, "user"), centre::valueOf(host, "password"));
  }
  const auto rootHost = site.superuser().hosts.front();
  users.emplace_back(centre::valueOf(rootHost, "user"), centre::valueOf(rootHost, "password"));

  Pooler pooler(server, users);
  const pid_t postmaster = server.program();
  const double poolerBefore = residentMiBOf(pooler.program());
  const double serverBefore = shareMiBOfChildren(postmaster);
  const double mineBefore = residentMiB();
  std::vector<std::unique_ptr<centre::PostgresCentre>> desks;
  std::vector<domain::Cursor> cursors;
  std::vector<base::Uuid> anchors;
  std::vector<sync::ScopeHead> known;
  for (centre::DeskAccount& account : accounts) {
    account.address = pooler.through(account.address);
    desks.push_back(std::make_unique<centre::PostgresCentre>(account));
    const auto hello = must(desks.back()->hello());
    domain::Cursor cursor{hello.scopes.front().id, 0, 0};
    const auto heads = must(desks.back()->heads(std::span(&cursor, 1), {}));
    cursors.push_back({cursor.scope, heads.epoch, heads.scopes.front().pos});
    anchors.push_back(heads.anchor.id);
    known.push_back(heads.scopes.front());
  }
  BareLine bare(pooler.through(site.superuser()));
  const double poolerAfter = residentMiBOf(pooler.program());
  const double serverAfter = shareMiBOfChildren(postmaster);
  const double mineAfter = residentMiB();

  Cost ours, whole, limit;
  Sample oursMicros, wholeMicros, limitMicros;
  const int polls = amount.isQuick ? 1000 : 4000;
  for (int turn = 0; turn < amount.turns; ++turn) {
    measurePolls(
        polls, postmaster, pooler.program(),
        [&](int i) {
          const std::size_t desk = std::size_t(i) % desks.size();
          if (!must(desks[desk]->isStill(std::span(&known[desk], 1)))) throw std::runtime_error("something moved");
        },
        ours, oursMicros);
    measurePolls(
        polls, postmaster, pooler.program(),
        [&](int i) {
          const std::size_t desk = std::size_t(i) % desks.size();
          must(desks[desk]->heads(std::span(&cursors[desk], 1), anchors[desk]));
        },
        whole, wholeMicros);
    measurePolls(
        polls, postmaster, pooler.program(),
        [&](int i) {
          const std::size_t desk = std::size_t(i) % desks.size();
          bare.value("SELECT n, pos FROM ow.scope WHERE n = ANY($1::integer[])",
                     {"{" + std::to_string(cursors[desk].scope.n) + "}"});
        },
        limit, limitMicros);
  }
  const double count = double(desks.size());
  const double perPoll = median(oursMicros);
  const double perWhole = median(wholeMicros);
  // Every 15 seconds a glance, every minute the whole.
  const double perMinute = 3 * (perPoll + ours.poolerMicros) + perWhole + whole.poolerMicros;
  return {{"what", "poll of " + std::to_string(desks.size()) + " connected idle desks through PgBouncer"},
          {"server_micros_a_poll", perPoll},
          {"trip_p50_ms", median(ours.trip)},
          {"pooler_micros_a_poll", ours.poolerMicros},
          {"server_micros_of_all_heads", perWhole},
          {"limit", "SELECT pos of the scope, the same way"},
          {"limit_server_micros_a_poll", median(limitMicros)},
          {"limit_trip_p50_ms", median(limit.trip)},
          {"ratio", perPoll / median(limitMicros)},
          {"ratio_of_all_heads", perWhole / median(limitMicros)},
          {"goal", "<= 1.5"},
          {"cores_for_these_desks", perMinute * count / 60 / 1e6},
          {"pooler_kib_a_desk", (poolerAfter - poolerBefore) * 1024 / count},
          {"server_kib_a_desk", (serverAfter - serverBefore) * 1024 / count},
          {"server_connections", root.number("SELECT count(*) FROM pg_stat_activity WHERE usename LIKE 'ow_hall%'")},
          {"line_kib_a_desk_at_the_desk", (mineAfter - mineBefore) * 1024 / count}};
}

}  // namespace ow::bench
