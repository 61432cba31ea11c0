// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include "bench/must.h"
#include "bench/sync/bare_line.h"
#include "bench/sync/figures.h"
#include "bench/sync/shell.h"
#include "bench/sync/site.h"
#include "centre/pooler.h"
#include "testkit/hall.h"

// A thousand desks of a hundred halls that only ask whether there is something new, through a PgBouncer in transaction mode.
namespace ow::bench {

namespace json = boost::json;

namespace {

constexpr int kDesksInAHall = 10;
constexpr int kServerConnections = 4;  // of a hall

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
  }

  const test::Pooler pooler(server, kServerConnections);
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
  const double poolerAfter = residentMiBOf(pooler.program());
  const double serverAfter = shareMiBOfChildren(postmaster);
  const double mineAfter = residentMiB();
  // As many sessions of the server as the desks keep: one alone would have everything at hand.
  std::vector<std::unique_ptr<BareLine>> bare;
  for (int hall = 0; hall < halls; ++hall) {
    const std::string role = "bare_" + std::to_string(hall);
    root.value("CREATE ROLE " + role + " LOGIN SUPERUSER PASSWORD 'bare'");
    bare.push_back(std::make_unique<BareLine>(pooler.through(site.superuser().as(role, "bare"))));
  }

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
          bare[desk / kDesksInAHall]->value("SELECT n, pos FROM ow.scope WHERE n = ANY($1::integer[])",
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
