// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <array>
#include <future>

#include "centre/standby_stage.h"
#include "desk/admission.h"
#include "desk/centre_account.h"
#include "store/replica.h"
#include "sync/synchroniser.h"
#include "testkit/hall.h"

// Reading from a standby that is behind, level or ahead. What happens when one fails: test_standby_faults.cpp.
using namespace ow;
using namespace ow::test;
using namespace ow::testkit;

namespace {

// Nobody waits for this standby.
PostgresServer& server() {
  static PostgresServer server({.standby = Standby::unawaited});
  return server;
}

constexpr const char* kPull = "ow_api.pull(";
constexpr const char* kFill = "ow_api.fill(";

// A few of everything: new ones, one changed, one gone.
void writeSome(StandbyStage& stage, std::uint64_t first) {
  stage.registerPeople(first, first + 19);
  stage.tell(anOperation(first + 20).patch("party", anId(first + 4), "note", {}, "x"));
  stage.tell(anOperation(first + 21).erase("party", anId(first + 6)));
}

// Commits of the primary wait for a standby that does not exist: a standby shows them, the primary does not.
class KeptBack {
 public:
  KeptBack(StandbyStage& stage, std::uint64_t n) : m_stage(stage) {
    runSql(stage.primary(), "UPDATE ow.anchor SET at = now() + interval '1 hour'");  // none falls due meanwhile
    runSql(stage.primary(), "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    runSql(stage.primary(), "SELECT pg_reload_conf()");
    // What is written before every process has heard of it does not wait.
    for (person = n;; ++person) {
      m_push = std::async(std::launch::async, [this] { m_stage.registerPeople(person, person); });
      await([this] { return isWaiting() || hasCome(); });
      if (isWaiting()) break;
      m_push.get();
    }
    await([this] { return isOnStandby(); });
  }
  ~KeptBack() {
    if (!m_push.valid()) return;
    letGo();
    m_push.wait();
  }
  void release() {
    letGo();
    m_push.get();
  }
  std::uint64_t person = 0;  // that is kept back

 private:
  void letGo() {
    runSql(m_stage.primary(), "ALTER SYSTEM RESET synchronous_standby_names");
    runSql(m_stage.primary(), "SELECT pg_reload_conf()");
  }
  bool hasCome() { return m_push.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }
  bool isWaiting() {
    return runSql(m_stage.primary(), "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'") != "0";
  }
  bool isOnStandby() {
    return runSql(m_stage.standby(), "SELECT count(*) FROM ow.entity WHERE id = '" + anId(person).uuid.text() + "'") == "1";
  }
  StandbyStage& m_stage;
  std::future<void> m_push;
};

}  // namespace

TEST_CASE("rows come from a standby, everything else from the primary", "[centre][standby]") {
  StandbyStage stage(server());
  writeSome(stage, 1);
  ReadingDesk desk(stage, stage.reader());
  stage.catchUp();
  desk.pullAll(7);
  CHECK(desk.isWhole());
  CHECK(stage.hasAskedStandby(kPull));
  desk.fillAll(5);
  CHECK(desk.isWhole());
  CHECK(stage.hasAskedStandby(kFill));
  CHECK(desk.pagesOfStandby > 6);
  CHECK(desk.pagesOfPrimary == 0);

  sync::Centre& line = desk.line();
  const std::vector<sync::EntityKey> keys{{"party", anId(1)}};
  REQUIRE(line.fetch(keys, [](sync::PulledRow&&) -> base::Result<void> { return base::success(); }));
  CHECK(stage.hasAskedPrimary("ow_api.fetch("));
  REQUIRE(line.buckets(stage.hall()));
  CHECK(stage.hasAskedPrimary("ow_api.buckets("));
  REQUIRE(line.listBucket(stage.hall(), 1));
  CHECK(stage.hasAskedPrimary("ow_api.list_bucket("));
  REQUIRE(line.isStill({}));
  CHECK(stage.hasAskedPrimary("ow_api.poll("));
  REQUIRE(line.heads({}, {}));
  CHECK(stage.hasAskedPrimary("ow_api.heads("));
  const std::array<domain::WrittenOperation, 1> batch{anOperation(90).create("party", anId(90), {})};
  REQUIRE(line.push(stage.epoch(), batch));
  CHECK(stage.hasAskedPrimary("ow_api.push("));
  CHECK(stage.hasAskedStandby(kFill));
}

TEST_CASE("a desk that was not told to does not go near a standby", "[centre][standby]") {
  StandbyStage stage(server());
  writeSome(stage, 1);
  for (const char* attributes : {"any", "read-write", "read-only", "primary", "standby"}) {
    CAPTURE(attributes);
    ReadingDesk desk(stage, stage.reader({}, attributes));
    stage.catchUp();
    desk.fillAll(5);
    CHECK(desk.isWhole());
    CHECK(desk.pagesOfStandby == 0);
    CHECK_FALSE(stage.isAtStandby());
  }
}

TEST_CASE("where nothing was told of, a standby is not asked", "[centre][standby]") {
  StandbyStage stage(server());
  writeSome(stage, 1);
  ReadingDesk desk(stage, stage.reader());
  stage.catchUp();
  const sync::RowSink sink = [](sync::PulledRow&&) -> base::Result<void> { return base::success(); };
  REQUIRE(desk.line().fill(stage.hall(), "", 100, sink));
  CHECK(stage.hasAskedPrimary(kFill));
  REQUIRE(desk.line().pull(std::span(&desk.replica.cursor, 1), 100, sink));
  CHECK(stage.hasAskedPrimary(kPull));
  CHECK_FALSE(stage.isAtStandby());
  desk.pullAll(100);
  CHECK(desk.pagesOfStandby == 1);

  // What a neighbour has told of is newer than anything that the primary told this desk.
  stage.registerPeople(50, 50);
  stage.catchUp();
  const auto answer = desk.line().pull(std::span(&desk.replica.cursor, 1), 100, sink);
  REQUIRE(answer);
  CHECK(answer.value().reached.front().pos == stage.head().pos);
  CHECK(stage.hasAskedPrimary(kPull));
}

TEST_CASE("a standby that is behind gives what it has, and the primary the rest", "[centre][standby]") {
  StandbyStage stage(server());
  ReadingDesk desk(stage, stage.reader());
  writeSome(stage, 1);
  const auto before = stage.head().pos;
  stage.catchUp();
  stage.pauseReplay();
  writeSome(stage, 101);
  stage.tell(anOperation(201).patch("party", anId(2), "note", {}, "later"));

  REQUIRE(desk.pullSome(1000));
  CHECK(desk.replica.cursor.pos == before);
  CHECK_FALSE(desk.has(101));
  REQUIRE(desk.pullSome(1000));
  CHECK(desk.isWhole());
  CHECK_FALSE(desk.pullSome(1000));
  CHECK(desk.pagesOfStandby == 1);
  CHECK(desk.pagesOfPrimary == 1);

  // A page that lacks what moved on would lose it.
  desk.fillAll(7);
  CHECK(desk.isWhole());
  CHECK(desk.pagesOfStandby == 1);
  CHECK(stage.hasAskedStandby(kFill));

  stage.resumeReplay();
  stage.catchUp();
  desk.pagesOfPrimary = 0;
  desk.fillAll(7);
  CHECK(desk.isWhole());
  CHECK(desk.pagesOfPrimary == 0);
}

TEST_CASE("a filling from a standby that falls behind in the middle is whole", "[centre][standby]") {
  StandbyStage stage(server());
  ReadingDesk desk(stage, stage.reader());
  writeSome(stage, 1);
  stage.catchUp();
  int page = 0;
  desk.fillAll(4, [&] {
    const auto n = std::uint64_t(++page);
    if (page == 2) stage.pauseReplay();
    stage.registerPeople(100 + n, 100 + n);
    stage.tell(anOperation(200 + n).patch("party", anId(n), "note", {}, "x"));  // from a page of before to one of later
    stage.tell(anOperation(300 + n).erase("party", anId(20 - n)));
    if (page == 4) REQUIRE(desk.line().heads(std::array{desk.replica.cursor}, {}));
    if (page == 5) stage.resumeReplay();
  });
  CHECK(page > 5);
  CHECK(desk.isWhole());
  CHECK(desk.pagesOfStandby >= 3);
  CHECK(desk.pagesOfPrimary >= 1);
}

// A history that went back to a backup keeps its epoch, and its positions come again.
TEST_CASE("a page counts when the standby has the primary's mark", "[centre][standby]") {
  StandbyStage stage(server());
  ReadingDesk desk(stage, stage.reader());
  writeSome(stage, 1);
  stage.catchUp();
  stage.pauseReplay();
  runSql(stage.primary(), "UPDATE ow.anchor SET at = at - interval '1 minute'");
  desk.fillAll(7);
  CHECK(desk.isWhole());
  CHECK(desk.pagesOfStandby == 0);
  CHECK(stage.hasAskedStandby(kFill));

  stage.resumeReplay();
  stage.catchUp();
  desk.pagesOfPrimary = 0;
  desk.fillAll(7);
  CHECK(desk.pagesOfPrimary == 0);
}

TEST_CASE("what the primary keeps back is not taken from a standby", "[centre][standby]") {
  StandbyStage stage(server());
  ReadingDesk pulling(stage, stage.reader());
  ReadingDesk filling(stage, stage.reader());
  writeSome(stage, 1);
  stage.catchUp();
  KeptBack kept(stage, 500);
  pulling.pullAll(7);
  filling.fillAll(7);
  CHECK(stage.hasAskedStandby(kPull));
  CHECK(stage.hasAskedStandby(kFill));
  CHECK(pulling.has(1));
  CHECK_FALSE(pulling.has(kept.person));
  CHECK_FALSE(filling.has(kept.person));
  CHECK(filling.replica.digest() == pulling.replica.digest());

  kept.release();
  pulling.pullAll(7);
  filling.pullAll(7);
  CHECK(pulling.has(kept.person));
  CHECK(pulling.isWhole());
  CHECK(filling.isWhole());
}

TEST_CASE("a standby that has more than was told is believed when the primary has it too", "[centre][standby]") {
  StandbyStage stage(server());
  ReadingDesk desk(stage, stage.reader());
  writeSome(stage, 1);
  REQUIRE(desk.line().heads(std::array{desk.replica.cursor}, {}));
  stage.registerPeople(100, 105);
  stage.catchUp();

  Replica replica;
  const sync::RowSink sink = [&replica](sync::PulledRow&& row) -> base::Result<void> {
    replica.take(row.row);
    return base::success();
  };
  REQUIRE(desk.line().pull(std::array{desk.replica.cursor}, 1000, sink));
  CHECK(replica.digest() == stage.head().digest);
  CHECK(stage.hasAskedStandby(kPull));
  CHECK_FALSE(stage.hasAskedPrimary(kPull));
  replica.rows.clear();
  REQUIRE(desk.line().fill(stage.hall(), "", 1000, sink));
  CHECK(replica.digest() == stage.head().digest);
  CHECK(stage.hasAskedStandby(kFill));
  CHECK_FALSE(stage.hasAskedPrimary(kFill));
}

TEST_CASE("a session that has not come to the standby yet is no obstacle, and no reason to avoid it", "[centre][standby]") {
  StandbyStage stage(server());
  writeSome(stage, 1);
  stage.catchUp();
  stage.pauseReplay();
  ReadingDesk desk(stage, stage.reader());
  desk.fillAll(7);
  CHECK(desk.isWhole());
  CHECK(desk.pagesOfStandby == 0);
  CHECK(stage.hasAskedStandby(kFill));

  stage.resumeReplay();
  stage.registerPeople(50, 55);
  stage.catchUp();
  desk.pagesOfPrimary = 0;
  desk.fillAll(7);
  CHECK(desk.isWhole());
  CHECK(desk.pagesOfPrimary == 0);
}

TEST_CASE("a store that reads from a standby comes to hold what the centre holds", "[centre][standby]") {
  StandbyStage stage(server());
  writeSome(stage, 1);
  for (const std::uint64_t seed : {11U, 12U, 13U, 14U}) {
    CAPTURE(seed);
    stage.resumeReplay();
    stage.catchUp();
    Hall hall;
    base::SystemClock clock;
    base::SeededRandom dice(seed);
    centre::PostgresCentre line(stage.reader(), patient());
    sync::Synchroniser desk(hall.store(), line, clock, {.pullRows = 3, .fillRows = 4, .fillPages = 2, .bulkRows = 1000000});
    std::uint64_t next = seed * 1000;
    const std::uint64_t last = next + 100;
    bool isPaused = false;
    desk.watch([&](const sync::Report&, const std::vector<store::SyncedScope>&) {
      if (next > last) return;
      stage.registerPeople(next, next + 1);
      stage.tell(anOperation(next + 2).patch("party", anId(next), "note", {}, "x"));
      stage.tell(anOperation(next + 3).erase("party", anId(next + 1)));
      next += 4;
      if (dice.below(3) != 0) return;
      isPaused ? stage.resumeReplay() : stage.pauseReplay();
      isPaused = !isPaused;
    });
    REQUIRE(desk.round());
    CHECK(desk.report().filled > 0);
    CHECK(desk.report().pulled > 0);
    CHECK(desk.report().repaired + desk.report().forgotten + desk.report().reoffered == 0);
    CHECK_FALSE(desk.report().isOtherHistory);
    auto reader = hall.store().read();
    REQUIRE(reader);
    const auto scopes = store::syncedScopes(reader.value().connection());
    REQUIRE(scopes);
    REQUIRE(scopes.value().size() == 1);
    CHECK(scopes.value().front().rows == stage.head().rows);
    CHECK(scopes.value().front().digest == stage.head().digest);
    CHECK(stage.hasAskedStandby("ow_api."));
  }
}

TEST_CASE("an enrolment keeps the word for standbys", "[centre][standby]") {
  const auto reads = [](const std::string& dsn) { return centre::Address::parse(dsn).value().readsFromStandby; };
  CHECK(reads("host=a,b,c target_session_attrs=prefer-standby"));
  CHECK(reads("postgresql://a,b/onewindow?target_session_attrs=prefer-standby"));
  CHECK_FALSE(reads("host=a,b,c"));
  CHECK_FALSE(reads("host=a,b,c target_session_attrs=standby"));

  Hall hall;
  const desk::CentreAccount given{"host=a,b target_session_attrs=prefer-standby", aUuid(1), aUuid(2), "role", {}, {}, {}};
  REQUIRE(desk::keepEnrolment(hall.store(), given, {"110101", "001", "大厅", "1", "CN"}, {}));
  hall.grantLease();
  hall.restart();
  const auto kept = desk::centreAccount(hall.store());
  REQUIRE(kept);
  REQUIRE(kept.value());
  CHECK(reads(kept.value()->dsn));
  const auto address = centre::Address::parse(kept.value()->dsn).value();
  CHECK(address.as("role", "password").readsFromStandby);
  for (const auto& host : address.hosts) CHECK(centre::valueOf(host, "target_session_attrs").empty());
  const auto where = desk::centreAddressOf(hall.storePath());
  REQUIRE(where);
  CHECK(reads(where.value()->dsn));
}
