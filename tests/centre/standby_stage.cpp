// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/standby_stage.h"

#include <catch2/catch_test_macros.hpp>

#include <stdexcept>
#include <thread>

#include "centre/administration.h"
#include "centre/enrolment.h"
#include "centre/installation.h"

namespace ow::test {

using namespace testkit;
using sync::Cursor;

namespace {

template <class T>
T must(base::Result<T> result) {
  if (!result) throw std::runtime_error(base::describe(result.error()));
  if constexpr (!std::is_void_v<T>) return std::move(result.value());
}

sync::Heads headsOf(sync::Centre& desk, const Cursor& cursor) {
  auto heads = must(desk.heads(std::span(&cursor, 1), {}));
  if (heads.scopes.size() != 1) throw std::runtime_error("no head");
  return heads;
}

}  // namespace

void await(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(3);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) throw std::runtime_error("waited in vain");
    std::this_thread::yield();
  }
}

centre::Deadlines patient(std::chrono::milliseconds again) {
  centre::Deadlines deadlines;
  deadlines.connect = deadlines.poll = deadlines.standbyConnect = deadlines.standbySilence = std::chrono::minutes(3);
  deadlines.call = std::chrono::minutes(10);
  deadlines.standbyAgain = again;
  return deadlines;
}

StandbyStage::StandbyStage(PostgresServer& server) : m_server(server), m_database(server.newCentre()) {
  const auto admin = server.admin(m_database);
  must(centre::installCentre(admin, centre::Installing::upgrade));  // rights on a database are not copied with it
  const std::string hall = "hall-" + m_database.substr(m_database.rfind('_') + 1);  // login roles belong to the whole server
  must(centre::addHall(admin, m_key, {hall, hall, "110101", "CN"}));
  m_readingDesk = enrol(hall, "001", server.dsn(m_database));
  m_writingDesk = enrol(hall, "002", server.dsn(m_database));
  m_writer = std::make_unique<centre::PostgresCentre>(account(m_writingDesk, server.dsn(m_database)), patient());
  m_hall = must(m_writer->hello()).scopes.front().id;
  m_epoch = must(m_writer->heads({}, {})).epoch;
  catchUp();
}

StandbyStage::~StandbyStage() {
  try {
    resumeReplay();
  } catch (const std::exception&) {  // it is no standby any more
  }
}

StandbyStage::Desk StandbyStage::enrol(const std::string& hall, const std::string& code, const std::string& dsn) {
  const auto invitation = must(centre::addDesk(m_server.admin(m_database), m_key, {hall, code, "1", {}}, m_clock, m_random));
  const auto e = must(centre::enrol(must(centre::Address::parse(dsn)), invitation.code, m_random));
  return {e.role, e.password.reveal(), e.secret.reveal(), e.desk};
}

centre::DeskAccount StandbyStage::account(const Desk& desk, const std::string& dsn) const {
  return {must(centre::Address::parse(dsn)).as(desk.role, desk.password), desk.id, base::Redacted<std::string>(desk.secret)};
}

centre::DeskAccount StandbyStage::reader(const std::string& standby, const std::string& attributes) const {
  const std::string where = standby.empty() ? m_server.standbyFolder().string() : standby;
  return account(m_readingDesk, "host=" + m_server.folder().string() + "," + where + " dbname=" + m_database +
                                    " application_name=reader target_session_attrs=" + attributes);
}

void StandbyStage::registerPeople(std::uint64_t first, std::uint64_t last) {
  std::vector<domain::WrittenOperation> batch;
  for (std::uint64_t n = first; n <= last; ++n)
    batch.push_back(anOperation(n).create("party", anId(n), {{"name", "张伟" + std::to_string(n)}}));
  const auto answer = must(m_writer->push(m_epoch, batch));
  for (const auto& settled : answer.settled)
    if (settled.outcome != sync::Outcome::applied) throw std::runtime_error("not applied");
}

void StandbyStage::tell(const domain::WrittenOperation& operation) {
  must(m_writer->push(m_epoch, std::span(&operation, 1)));
}

sync::ScopeHead StandbyStage::head() {
  return headsOf(*m_writer, {m_hall, m_epoch, 0}).scopes.front();
}

void StandbyStage::catchUp() {
  const std::string there = runSql(m_server.superuser("postgres"), "SELECT pg_current_wal_insert_lsn()");
  const auto standby = m_server.superuserOfStandby("postgres");
  await([&] { return runSql(standby, "SELECT pg_last_wal_replay_lsn() >= '" + there + "'") == "t"; });
}

void StandbyStage::pauseReplay() {
  const auto standby = m_server.superuserOfStandby("postgres");
  runSql(standby, "SELECT pg_wal_replay_pause()");
  await([&] { return runSql(standby, "SELECT pg_get_wal_replay_pause_state()") == "paused"; });
}

void StandbyStage::resumeReplay() {
  runSql(m_server.superuserOfStandby("postgres"), "SELECT pg_wal_replay_resume()");
}

bool StandbyStage::hasAsked(const centre::Address& where, const std::string& what) const {
  return runSql(where,
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'reader' "
                "AND strpos(query, '" +
                    what + "') > 0") != "0";
}

ReadingDesk::ReadingDesk(StandbyStage& stage, const centre::DeskAccount& account, centre::Deadlines deadlines)
    : replica{{stage.hall(), stage.epoch(), 0}, {}}, m_stage(stage), m_line(account, deadlines) {
  must(m_line.hello());
}

sync::ScopeHead ReadingDesk::head() {
  return headsOf(m_line, replica.cursor).scopes.front();
}

sync::RowSink ReadingDesk::sink() {
  return [this](sync::PulledRow&& row) -> base::Result<void> {
    replica.take(row.row);
    rows.push_back(std::move(row));
    return base::success();
  };
}

// The primary was asked something else before.
void ReadingDesk::count(const std::string& what) {
  ++(m_stage.hasAskedPrimary(what) ? pagesOfPrimary : pagesOfStandby);
}

bool ReadingDesk::pullSome(std::size_t limit) {
  Cursor& cursor = replica.cursor;
  if (head().pos == cursor.pos) return false;
  const auto answer = must(m_line.pull(std::span(&cursor, 1), limit, sink()));
  count("ow_api.pull(");
  REQUIRE(answer.status == sync::PullStatus::ok);
  REQUIRE(answer.reached.size() == 1);
  CHECK(answer.reached.front().pos > cursor.pos);
  cursor = answer.reached.front();
  CHECK(head().pos >= cursor.pos);  // nobody is told what the primary does not show
  return true;
}

void ReadingDesk::pullAll(std::size_t limit) {
  while (pullSome(limit)) continue;
}

void ReadingDesk::fillAll(std::size_t limit, const std::function<void()>& before) {
  replica = {{m_stage.hall(), m_stage.epoch(), 0}, {}};
  replica.cursor.pos = head().pos;
  std::string from;
  do {
    if (before) before();
    must(m_line.isStill({}));
    from = must(m_line.fill(m_stage.hall(), from, limit, sink())).next;
    count("ow_api.fill(");
  } while (!from.empty());
  pullAll(limit);
}

}  // namespace ow::test
